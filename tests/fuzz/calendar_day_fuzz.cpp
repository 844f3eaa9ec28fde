// Whatever is typed as a day or a range of days lies in the years that lytes takes, or is an error that points into
// the text.

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

bool is_known(Day day) { return earliest_day <= day && day <= latest_day; }

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
  if (size < 2) return 0;
  // Any day that lytes takes, from the first to the last.
  const int days = (bytes[0] * 256 + bytes[1]) % static_cast<int>((latest_day - earliest_day).count() + 1);
  const Reckoning here{Zone(), earliest_day + std::chrono::days(days) + std::chrono::hours(12)};
  const Day now = today(here);
  const std::string text(reinterpret_cast<const char*>(bytes + 2), size - 2);
  read_or_refuse(text, [&] {
    const Day day = parse_day(text, here);
    require(is_known(day) && day <= now);
    require(parse_day(iso(day), here) == day);
  });
  read_or_refuse(text, [&] { require(is_known(parse_day(text, here, FutureDays::Allowed))); });
  read_or_refuse(text, [&] {
    const DayRange range = parse_range(text, here);
    require(is_known(range.from) && is_known(range.to) && range.from <= range.to && range.from <= now);
    require(parse_range(iso(range.from) + ".." + iso(range.to), here) == range);
  });
  if (const auto day = parse_iso_day(text)) require(iso(*day) == text);
  return 0;
}
