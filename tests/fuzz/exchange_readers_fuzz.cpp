// Whatever lies in a file that is said to be of a format, its reader gives sound entries with keys of their own, the
// same when it is read again, or refuses it. The first byte says which format; all of them look at it beforehand, as
// they do where it is not said.

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>

#include "language/plain_speaker.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/formats.hpp"
#include "lytes/text/encoding.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

/// Somebody in Berlin, on the 20th of November 2026 at noon.
class Reader : public language::testing::PlainSpeaker {
 public:
  Reader() {
    using namespace std::chrono;
    now_.zone = calendar::Zone::named("Europe/Berlin");
    now_.now = sys_days(year(2026) / 11 / 20) + hours(11);
  }
  const calendar::Reckoning& reckoning() override { return now_; }

 private:
  calendar::Reckoning now_;
};

void check_text(const std::optional<std::string>& text) {
  if (!text) return;
  require(text->size() <= longest_text, "a text is no longer than what is kept");
  require(text->find('\0') == std::string::npos, "a text holds no NUL", *text);
  require(text::unsound_place(*text) == std::string::npos, "a text is UTF-8", *text);
}

void check(const journal::Entry& entry) {
  require(entry.import_key && !entry.import_key->empty(), "an entry has a key");
  require(entry.when.day >= calendar::earliest_day && entry.when.day <= calendar::latest_day,
          "a day is one that is kept");
  check_text(entry.import_key);
  check_text(entry.note);
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) {
    require(!intake->description.empty() && !intake->amount.empty(), "an intake is told whole");
    check_text(intake->description);
    check_text(intake->amount);
    for (const auto nutrient : quantity::all_nutrients) {
      const auto figure = intake->nutrients[nutrient];
      require(!figure || (std::isfinite(*figure) && *figure >= 0), "a figure is finite and not negative");
    }
  } else if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) {
    require(!spasm->site.empty(), "a spasm has a site");
    require(!spasm->severity || (*spasm->severity >= 0 && *spasm->severity <= 10), "a severity is out of ten");
    require(!spasm->minutes || (*spasm->minutes > 0 && std::isfinite(*spasm->minutes)), "minutes are more than none");
  } else if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) {
    require(stress->rating >= 0 && stress->rating <= 10, "stress is out of ten");
  } else if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) {
    require(!factor->name.empty(), "a factor has a name");
    require(!factor->value || std::isfinite(*factor->value), "a value is finite");
    check_text(factor->name);
    check_text(factor->unit);
  } else if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) {
    require(!medicine->name.empty(), "a medicine has a name");
    check_text(medicine->name);
    check_text(medicine->dose);
  }
}

/// What a file gives, or nothing where it is refused.
std::optional<exchange::Incoming> read(const exchange::Format& format, const exchange::InputFile& file) {
  static Reader speaker;
  exchange::Reading reading{speaker, {}, {}, std::nullopt, std::filesystem::temp_directory_path()};
  try {
    auto incoming = format.read(file, reading);
    if (incoming.spasm_candidates.empty()) return incoming;
    for (const auto& candidate : incoming.spasm_candidates) reading.spasms.push_back(candidate.name);
    return format.read(file, reading);
  } catch (const InputError& error) {
    require(!std::string_view(error.what()).empty(), "a refusal says why");
  } catch (const NotFoundError& error) {
    require(false, "what was offered as a spasm is found", error.what());
  }
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  static const auto path = std::filesystem::temp_directory_path() / ("lytes-fuzz-" + std::to_string(getpid()));
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  std::ofstream(path, std::ios::binary) << text;
  try {
    const exchange::InputFile file(path);
    for (const auto& format : exchange::formats()) format.recognises(file);
    const auto& format = exchange::formats()[bytes[0] % exchange::formats().size()];
    const auto incoming = read(format, file);
    if (!incoming) return 0;
    std::unordered_set<std::string> keys;
    for (const auto& entry : incoming->entries) {
      check(entry);
      require(keys.insert(*entry.import_key).second, "a key is of one entry", *entry.import_key);
    }
    const auto again = read(format, file);
    require(again && again->entries == incoming->entries, "a file is read as before");
  } catch (const InputError&) {
    return 0;  // no zip that can be opened
  }
  return 0;
}
