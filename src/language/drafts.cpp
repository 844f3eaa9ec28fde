#include "lytes/language/drafts.hpp"

#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "lytes/language/factor_line.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/timed_line.hpp"

namespace lytes::language {

namespace {

journal::Entry entry_at(const calendar::Moment& when, journal::Kind kind, journal::What what, const std::string& note) {
  journal::Entry entry;
  entry.kind = kind;
  entry.when = when;
  entry.what = std::move(what);
  if (!note.empty()) entry.note = note;
  return entry;
}

std::string both(const std::string& words, const std::string& note) {
  return words.empty() || note.empty() ? words + note : words + "; " + note;
}

/// Sleep of last night is logged on the morning after, with a time or without.
bool is_of_last_night(const TimedLine& line) {
  const bool sleep = line.text.starts_with("sleep") || line.text.starts_with("slept");
  return sleep && (line.said == "last night" || line.said == "tonight");
}

}  // namespace

Drafts draft_intake(Speaker& speaker, const Words& words, foods::Kind kind, const std::string& note) {
  const TimedLine line = read_timed_line(speaker.reckoning(), words);
  ReadLine read = read_intake_line(speaker, line.text, kind);
  Drafts drafts{{}, line.remarks, std::move(read.answers), {}};
  for (const auto& serving : read.servings) {
    drafts.entries.push_back(entry_at(line.when, entry_kind(serving.kind), intake_from(serving), note));
    drafts.remarks.insert(drafts.remarks.end(), serving.remarks.begin(), serving.remarks.end());
  }
  return drafts;
}

Drafts draft_stress(Speaker& speaker, const Words& words, const std::string& note) {
  const TimedLine line = read_timed_line(speaker.reckoning(), words);
  const RatingLine said = read_rating_line(speaker.vocabulary(), line.text);
  return {{entry_at(line.when, journal::Kind::Stress, journal::Stress{said.rating}, both(said.note, note))},
          line.remarks,
          {},
          {}};
}

Drafts draft_factors(Speaker& speaker, const Words& words, const std::string& note) {
  TimedLine line = read_timed_line(speaker.reckoning(), words);
  if (is_of_last_night(line)) {
    line.when = calendar::moment_at(speaker.reckoning().now, speaker.reckoning());
    line.remarks.clear();
  }
  Drafts drafts{{}, line.remarks, {}, {}};
  for (auto& said : read_factor_line(speaker.vocabulary(), line.text)) {
    if (!said.known) {
      drafts.remarks.push_back(lytes::note(
          "new_factor",
          fmt::format("\"{}\" is kept as a factor of your own; `lytes undo` takes it back", said.factor.name)));
    }
    const std::string words_beside = both(said.note, note);
    if (said.factor.name == "stress" && said.factor.value && *said.factor.value <= 10) {
      drafts.entries.push_back(
          entry_at(line.when, journal::Kind::Stress, journal::Stress{*said.factor.value}, words_beside));
    } else {
      drafts.entries.push_back(entry_at(line.when, journal::Kind::Factor, std::move(said.factor), words_beside));
    }
  }
  return drafts;
}

Drafts draft_note(Speaker& speaker, const Words& words) {
  const TimedLine line = read_timed_line(speaker.reckoning(), words, true);
  if (line.text.empty()) throw InputError("an empty note", {}, 0, "`lytes note slept badly after the long drive`");
  return {{entry_at(line.when, journal::Kind::Note, journal::Note{}, line.text)}, line.remarks, {}, {}};
}

}  // namespace lytes::language
