#include "lytes/language/drafts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clauses.hpp"
#include "clock_span.hpp"
#include "corrected.hpp"
#include "food_context.hpp"
#include "in_figures.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/language/entry_signs.hpp"
#include "lytes/language/factor_line.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "piece.hpp"
#include "plain_words.hpp"
#include "said_words.hpp"
#include "several_kinds.hpp"

namespace lytes::language {

namespace {

journal::Entry entry_at(const calendar::Moment& when, journal::EntryKind kind, journal::What what,
                        const std::string& note) {
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

/// Where a factor's name and note do not say a sign that the line says, the line is the note.
void keep_signs(const Vocabulary& vocabulary, const std::string& line, const std::string& note, Drafts& drafts) {
  const auto told = signs_said(vocabulary, drafts.entries);
  for (const FoundSign& sign : find_signs(vocabulary, line)) {
    if (std::ranges::find(told, sign.name, &SaidSign::name) != told.end()) continue;
    drafts.entries.front().note = both(line, note);
    return;
  }
}

}  // namespace

Drafts draft_intake_at(Speaker& speaker, const std::string& line, std::optional<foods::FoodKind> kind,
                       const calendar::Moment& when, const std::string& note) {
  ReadLine read = read_intake_line(speaker, line, kind);
  Drafts drafts{{}, {}, std::move(read.answers), {}};
  const std::string told = both(read.story, note);
  for (const auto& serving : read.servings) {
    if (serving.is_medicine) {
      drafts.entries.push_back(entry_at(when, journal::EntryKind::Medicine, medicine_from(serving), told));
      drafts.said.emplace_back();
      continue;
    }
    drafts.entries.push_back(entry_at(when, entry_kind(serving.kind), intake_from(serving), told));
    drafts.said.push_back(said_words(speaker.vocabulary(), speaker.catalogue(), serving));
    drafts.remarks.insert(drafts.remarks.end(), serving.remarks.begin(), serving.remarks.end());
  }
  return drafts;
}

namespace {

Remark word_taken(const std::string& word, double rating, std::string_view command) {
  return lytes::note("rating_word",
                     fmt::format("\"{}\" is taken as {} of 10; `lytes {}` says a number", word, rating, command));
}

}  // namespace

Drafts draft_stress_at(Speaker& speaker, const std::string& line, const calendar::Moment& when,
                       const std::string& note) {
  constexpr std::string_view command = "stress ";
  const std::size_t said = line.starts_with(command) ? command.size() : 0;
  RatingLine rating = read_rating_line(speaker.vocabulary(), line.substr(said));
  if (rating.note == "stress") rating.note.clear();  // "6/10 stress"
  Drafts drafts;
  drafts.entries.push_back(
      entry_at(when, journal::EntryKind::Stress, journal::Stress{rating.rating}, both(rating.note, note)));
  if (!rating.word.empty()) drafts.remarks.push_back(word_taken(rating.word, rating.rating, "stress 7"));
  return drafts;
}

Drafts draft_factors_at(Speaker& speaker, const std::string& line, const calendar::Moment& when,
                        const std::string& note) {
  Drafts drafts;
  for (auto& said : read_factor_line(speaker.vocabulary(), line)) {
    if (!said.known) {
      drafts.remarks.push_back(lytes::note(
          "new_factor",
          fmt::format("\"{}\" is kept as a factor of your own; `lytes undo` takes it back", said.factor.name)));
    }
    if (!said.word.empty())
      drafts.remarks.push_back(word_taken(said.word, *said.factor.value, "log " + said.factor.name + " 7"));
    const std::string words_beside = both(said.note, note);
    if (said.factor.name == "stress" && said.factor.value && *said.factor.value <= 10) {
      drafts.entries.push_back(
          entry_at(when, journal::EntryKind::Stress, journal::Stress{*said.factor.value}, words_beside));
    } else {
      drafts.entries.push_back(entry_at(when, journal::EntryKind::Factor, std::move(said.factor), words_beside));
    }
  }
  keep_signs(speaker.vocabulary(), line, note, drafts);
  return drafts;
}

Drafts draft_note_at(const std::string& line, const calendar::Moment& when) {
  constexpr std::string_view command = "note ";
  const std::string words = line.starts_with(command) ? line.substr(command.size()) : line;
  return {{entry_at(when, journal::EntryKind::Note, journal::Note{}, words)}, {}, {}, {}};
}

namespace {

/// "ibuprofen 400 mg"
bool is_medicine_alone(Speaker& speaker, const std::string& text) {
  const auto said = read_factor_line(speaker.vocabulary(), text);
  if (said.size() != 1 || said.front().known) return false;
  const FoodContext context(speaker);
  return read_medicine(context, Piece{text, 0, text.size()}).has_value();
}

Drafts with_remarks(Drafts drafts, const TimedLine& line) {
  drafts.remarks.insert(drafts.remarks.begin(), line.remarks.begin(), line.remarks.end());
  return drafts;
}

Drafts with_note(Drafts drafts, const std::string& note) {
  for (auto& entry : drafts.entries) {
    if (!note.empty()) entry.note = both(entry.note.value_or(""), note);
  }
  return drafts;
}

/// "eggs for breakfast, toast for lunch"
bool names_two_meals(const Vocabulary& vocabulary, const std::string& line) {
  const auto words = plain_words_of(line);
  int meals = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].text == "for" && vocabulary.words("meal word").contains(words[i].text)) ++meals;
  }
  return meals > 1;
}

/// "250ml water at 6am and 250ml at 7am", "8am tea, 3pm coffee"
bool says_several_times(const Vocabulary& vocabulary, const Words& words) {
  const std::string line = " " + text::joined(words);
  const auto count = [&](std::string_view marker) {
    int found = 0;
    for (std::size_t at = line.find(marker); at != std::string::npos; at = line.find(marker, at + marker.size()))
      ++found;
    return found;
  };
  const auto clocks = std::ranges::count_if(plain_words_of(line), [](const PlainWord& word) {
    return text::is_digit(word.text.front()) && (word.text.ends_with("am") || word.text.ends_with("pm"));
  });
  const auto words_said = plain_words_of(line);
  const auto is_number = [](const PlainWord& word) { return std::ranges::all_of(word.text, text::is_digit); };
  const std::size_t size = words_said.size();
  const bool two_hours = size > 3 && words_said[size - 4].text == "at" && is_number(words_said[size - 3]) &&
                         words_said[size - 2].text == "and" && is_number(words_said[size - 1]);
  return two_hours || count(" at ") + count("@") > 1 || clocks > 1 ||
         (count(" for ") > 1 && names_two_meals(vocabulary, line));
}

}  // namespace

Drafts draft_intake(Speaker& speaker, const Words& typed, foods::FoodKind kind, const std::string& note) {
  const Words words{corrected(speaker.vocabulary(), text::joined(typed))};
  const bool several = says_several_times(speaker.vocabulary(), words) ||
                       tells_of_another_kind(speaker, text::joined(words), ClauseKind::Intake);
  if (several) return draft_line(speaker, words, kind, note);
  const TimedLine line = read_timed_line(speaker.reckoning(), words);
  Drafts drafts = with_remarks(draft_intake_at(speaker, line.text, kind, line.when, note), line);
  if (drafts.entries.empty()) throw NotFoundError("nothing_left", "nothing of it is left to log");
  return drafts;
}

namespace {

/// "stress 4 in the morning and 8 at night": more than one rating, each at its time.
bool says_several_ratings(Speaker& speaker, const std::string& line) {
  if (line.find_first_of(",;") == std::string::npos && line.find(" and ") == std::string::npos &&
      line.find(" then ") == std::string::npos)
    return false;
  const auto clauses = clauses_of(speaker.vocabulary(), speaker.reckoning(), line);
  return clauses.size() > 1 &&
         std::ranges::all_of(clauses, [](const Clause& clause) { return clause.kind == ClauseKind::Stress; });
}

}  // namespace

Drafts draft_stress(Speaker& speaker, const Words& typed, const std::string& note) {
  const std::string said = corrected(speaker.vocabulary(), in_figures(text::joined(typed)));
  const Words words{said};
  const std::string whole = said.starts_with("stress") ? said : "stress " + said;
  if (says_several_ratings(speaker, whole) || tells_of_another_kind(speaker, whole, ClauseKind::Stress))
    return with_note(draft_line(speaker, {whole}), note);
  const TimedLine line = read_timed_line(speaker.reckoning(), words);
  return with_remarks(draft_stress_at(speaker, line.text, line.when, note), line);
}

namespace {

/// "slept 11pm to 6am", "slept at 1, woke up at 7": what was from one clock time to another is read as without the
/// command.
bool says_clock_span(const Vocabulary& vocabulary, const Words& words) {
  const std::string line = text::joined(words);
  if (night_in(vocabulary, line)) return true;
  const std::string first = line.substr(0, line.find(' '));
  return vocabulary.factors().find(first) != nullptr && clock_span_in(vocabulary, line).has_value();
}

/// "slept like a baby, 8 hrs", "only got 4 hrs kip", "10k steps": one factor although a comma stands in it or its name
/// does not come first, as it is read without the command.
std::optional<Drafts> factor_told(Speaker& speaker, const Words& words) {
  constexpr std::size_t longest = 500;  // bytes; nobody says so much of one factor
  const std::string& line = words.front();
  if (line.empty() || line.size() > longest) return std::nullopt;
  const bool told =
      text::is_digit(line.front()) || line.find(',') != std::string::npos ||
      speaker.vocabulary().words("sentence start").contains(text::lowered(line.substr(0, line.find(' '))));
  if (!told) return std::nullopt;
  const auto clauses = clauses_of(speaker.vocabulary(), speaker.reckoning(), words.front());
  if (clauses.size() != 1 || clauses.front().kind != ClauseKind::Factor) return std::nullopt;
  return draft_line(speaker, words);
}

}  // namespace

Drafts draft_factors(Speaker& speaker, const Words& typed, const std::string& note) {
  const Words words{in_figures(text::joined(typed))};
  if (auto drafts = factor_told(speaker, words)) return with_note(std::move(*drafts), note);
  if (says_clock_span(speaker.vocabulary(), words)) {
    return with_note(draft_line(speaker, words), note);
  }
  TimedLine line = read_timed_line(speaker.reckoning(), words);
  if (is_of_last_night(line)) {
    line.when = calendar::moment_at(speaker.reckoning().now, speaker.reckoning());
    line.remarks.clear();
  }
  if (is_medicine_alone(speaker, line.text)) {  // and no factor of one's own
    return with_remarks(draft_intake_at(speaker, line.text, foods::FoodKind::Supplement, line.when, note), line);
  }
  return with_remarks(draft_factors_at(speaker, line.text, line.when, note), line);
}

Drafts draft_note(Speaker& speaker, const Words& words) {
  const TimedLine line = read_timed_line(speaker.reckoning(), words, TimePlace::AfterSign);
  if (line.text.empty()) throw InputError("an empty note", {}, 0, "`lytes note slept badly after the long drive`");
  return with_remarks({{entry_at(line.when, journal::EntryKind::Note, journal::Note{}, line.text)}, {}, {}, {}}, line);
}

}  // namespace lytes::language
