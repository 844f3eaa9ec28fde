// Whatever is written as a line without a command, it is read as sound entries that each have what they say, or refused
// with a place in the line.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "language/plain_speaker.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

void check(const journal::Entry& entry, const calendar::Reckoning& reckoning) {
  require(entry.when.at <= reckoning.now, "nothing is logged of what is still to come");
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) {
    require(!intake->description.empty() && !intake->amount.empty(), "an intake is told whole");
    require(!intake->grams || (std::isfinite(*intake->grams) && *intake->grams >= 0), "a weight is not negative");
  } else if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) {
    require(!spasm->site.empty(), "a spasm has a site, if only an unknown one");
    require(!spasm->severity || (*spasm->severity >= 0 && *spasm->severity <= 10), "a severity is out of ten");
    require(!spasm->minutes || *spasm->minutes > 0, "a length is longer than nothing");
  } else if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) {
    require(stress->rating >= 0 && stress->rating <= 10, "stress is out of ten");
  } else if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) {
    require(!factor->name.empty(), "a factor has a name");
    require(!factor->value || std::isfinite(*factor->value), "a factor's value is finite");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static language::testing::PlainSpeaker speaker(
      [](std::string_view, const std::vector<foods::Candidate>& candidates) -> language::Choice {
        require(!candidates.empty(), "a question has answers");
        return {candidates.size() - 1, false};
      });
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  try {
    const auto drafts = language::draft_line(speaker, {text}, std::nullopt, {});
    require(!drafts.entries.empty() || drafts.no_spasms_on, "a line that is read says something");
    require(drafts.entries.size() <= most_entries_at_once, "no line makes more entries than one may");
    for (const auto& entry : drafts.entries) check(entry, speaker.reckoning());
  } catch (const InputError& error) {
    require(text.find(error.input) != std::string::npos, "a refusal shows the line, or its words for a time");
    require(error.place <= error.input.size(), "a refusal points into the line");
  } catch (const NotFoundError& error) {
    require(!error.code.empty(), "what is not found has a code");
  }
  return 0;
}
