// Whatever is typed as a time, on either side of a change of clocks, is a moment that is not in the future and reads
// back as printed, or an error that points into the text.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"

using namespace lytes::calendar;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct Scene {
  const char* zone;
  const char* now;
  int day_start;
};

constexpr std::array<Scene, 10> scenes = {{{"America/New_York", "2026-03-08T03:30:00-04:00", 240},
                                           {"America/New_York", "2026-11-01T01:30:00-04:00", 105},
                                           {"America/New_York", "2026-11-01T01:30:00-05:00", 0},
                                           {"Europe/London", "2026-10-25T01:30:00+01:00", 240},
                                           {"Asia/Kolkata", "2026-11-22T02:30:00+05:30", 240},
                                           {"Australia/Lord_Howe", "2026-04-05T01:45:00+10:30", 720},
                                           {"Pacific/Apia", "2011-12-31T01:00:00+14:00", 240},
                                           {"America/Sao_Paulo", "1914-01-01T00:30:00-03:00", 240},
                                           {"Europe/Berlin", "2050-03-27T03:30:00+02:00", 240},
                                           {"UTC", "2199-12-31T23:59:59Z", 1439}}};

const Reckoning& reckoning(std::size_t i) {
  static const auto made = [] {
    std::array<Reckoning, scenes.size()> all;
    for (std::size_t s = 0; s < scenes.size(); ++s) {
      const Zone zone = Zone::named(scenes[s].zone);
      all[s] = {zone, parse_instant(scenes[s].now, zone), std::chrono::minutes(scenes[s].day_start)};
    }
    return all;
  }();
  return made[i % made.size()];
}

template <typename Read>
void read_or_refuse(const std::string& text, Read read) {
  try {
    read();
  } catch (const lytes::InputError& error) {
    require(error.input == text);
    require(error.place <= text.size());
    require(!error.valid.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const Reckoning& here = reckoning(bytes[0]);
  const std::string text(reinterpret_cast<const char*>(bytes + 1), size - 1);
  read_or_refuse(text, [&] {
    const SpokenMoment said = parse_moment(text, here);
    require(said.moment.at <= here.now);
    require(parse_moment(iso(said.moment), here).moment == said.moment);
    const auto wall = day_of(local_time(said.moment), here.day_start);
    require(said.moment.day == wall || said.moment.day == wall + std::chrono::days(1));
  });
  read_or_refuse(text, [&] { require(parse_instant(text, here.zone) >= earliest_day - std::chrono::days(1)); });
  read_or_refuse(text, [&] { require(parse_duration_minutes(text) > 0); });
  read_or_refuse(text, [&] { require(parse_clock(text) < std::chrono::hours(24)); });
  return 0;
}
