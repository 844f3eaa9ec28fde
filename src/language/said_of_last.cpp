#include "said_of_last.hpp"

#include <algorithm>
#include <vector>

#include "in_figures.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"
#include "several_times.hpp"

namespace lytes::language {

namespace {

/// "6/10", "6 out of 10", "six out of ten"
bool is_out_of_ten(const std::vector<PlainWord>& words) {
  if (words.size() == 1) return words.front().text.ends_with("/10");
  return words.size() == 4 && words[1].text == "out" && words[2].text == "of" &&
         (words[3].text == "10" || words[3].text == "ten");
}

/// "same as last night", "not as bad as yesterday", "a bit worse than the one before": words without a figure that
/// compare.
bool says_comparison(std::vector<PlainWord> words) {
  constexpr std::string_view starts = "same|similar|like|as|worse|better|not|bit|little|much|slightly|way|more|less";
  const auto joins = [](const PlainWord& word) { return text::is_one_of(word.text, "similar|than|as|like"); };
  const auto has_figure = [](const PlainWord& word) { return std::ranges::any_of(word.text, text::is_digit); };
  if (!words.empty() && text::is_one_of(words.front().text, "a|the")) words.erase(words.begin());
  return words.size() > 1 && text::is_one_of(words.front().text, starts) && std::ranges::any_of(words, joins) &&
         std::ranges::none_of(words, has_figure);
}

/// "lasting 5 minutes", "10 min", "6/10" behind a spasm are said of it.
bool goes_with_spasm(const Vocabulary& vocabulary, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  if (words.empty() || vocabulary.words("goes with a spasm").contains(words.front().text)) return true;
  if (vocabulary.words("at a spasm").contains(words.front().text)) return true;
  if (says_how_often(vocabulary, words) || says_comparison(words)) return true;
  if (is_out_of_ten(words) || words.front().text.ends_with("/10") || says_quality(vocabulary, words)) return true;
  const bool rated_behind = words.size() > 1 && words.back().text.ends_with("/10");
  if (rated_behind && says_quality(vocabulary, {words.begin(), words.end() - 1})) return true;  // "really bad 9/10"
  const bool side_alone = std::ranges::all_of(words, [&](const PlainWord& word) {
    return vocabulary.body_parts().kind_of(word.text) != BodyWord::None || word.text == "side";
  });
  if (side_alone) return true;
  return is_length(clause.text);
}

/// "calf cramp in the night, right leg": the side of the one before, whose part is of that limb.
bool says_side_alone(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  const BodyParts& parts = vocabulary.body_parts();
  const auto words = plain_words_of(clause.text);
  if (words.size() != 2 || parts.side_named(words[0].text).empty()) return false;
  const bool leg = words[1].text == "leg" || words[1].text == "foot";
  const auto before_words = plain_words_of(before.text);
  const bool sided =
      std::ranges::any_of(before_words, [&](const PlainWord& word) { return !parts.side_named(word.text).empty(); });
  const bool of_limb = std::ranges::any_of(before_words, [&](const PlainWord& word) {
    return vocabulary.words(leg ? "on a leg" : "on an arm").contains(word.text);
  });
  return (leg || words[1].text == "arm" || words[1].text == "hand") && !sided && of_limb;
}

/// "foot cramp before bed, 3", "neck locked up, sev 7", "cramp in the calf, about a 4": the severity of the one before,
/// which has none yet; empty where it is none.
std::string severity_alone(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  const bool named = words.size() == 2 && (words[0].text == "sev" || words[0].text == "severity");
  const std::string figure = named ? figure_alone(words[1].text) : figure_alone(clause.text);
  const auto before_words = plain_words_of(before.text);
  const bool rated =
      std::ranges::any_of(before_words, [](const PlainWord& word) { return text::is_digit(word.text[0]); });
  const bool of_clock = before.when && says_plain_hour(before.when_said);  // "cramps at 3 and 5"
  return named || (!rated && !of_clock) ? figure : std::string();
}

/// "2 spasms in the night, both left lower back", "3 spasms, all upper back": where the ones before it were, of which
/// nothing said so.
bool says_place_alone(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  const bool may_be = clause.kind == ClauseKind::Spasm || clause.kind == ClauseKind::Intake;
  if (before.kind != ClauseKind::Spasm || !may_be) return false;
  const BodyParts& parts = vocabulary.body_parts();
  const auto is_place = [&](const PlainWord& word) {
    return parts.kind_of(word.text) != BodyWord::None || vocabulary.words("place of several").contains(word.text);
  };
  const auto says_part = [&](const PlainWord& word) { return parts.kind_of(word.text) == BodyWord::Part; };
  const auto words = plain_words_of(clause.text);
  return std::ranges::all_of(words, is_place) && std::ranges::any_of(words, says_part) &&
         std::ranges::none_of(plain_words_of(before.text), says_part);
}

/// "anxious all day, 6/10": a rating alone behind what has none yet.
bool says_rating_of(const Clause& before, const Clause& clause) {
  const bool rateable =
      before.kind == ClauseKind::Factor || before.kind == ClauseKind::Note || before.kind == ClauseKind::Stress;
  return rateable && clause.kind == ClauseKind::Intake && is_out_of_ten(plain_words_of(clause.text)) &&
         std::ranges::none_of(before.text, text::is_digit);
}

}  // namespace

bool says_another_spasm(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Spasm || clause.kind != ClauseKind::Intake) return false;
  const BodyParts& parts = vocabulary.body_parts();
  const auto words = plain_words_of(clause.text);
  const bool severity = !words.empty() && text::is_digit(words[0].text[0]) &&
                        (words[0].text.size() == 1 || words[0].text == "10" || words[0].text.ends_with("/10"));
  const auto is_place = [&](const PlainWord& word) { return parts.kind_of(word.text) != BodyWord::None; };
  const auto is_part = [&](const PlainWord& word) { return parts.kind_of(word.text) == BodyWord::Part; };
  return severity && words.size() > 1 && std::all_of(words.begin() + 1, words.end(), is_place) &&
         std::any_of(words.begin() + 1, words.end(), is_part);
}

bool says_rating(const Clause& clause) { return is_out_of_ten(plain_words_of(clause.text)); }

std::string rating_alone(const Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Stress || (clause.kind != ClauseKind::Intake && clause.kind != ClauseKind::Note))
    return {};
  auto words = plain_words_of(clause.text);
  if (is_out_of_ten(words)) return clause.text;
  if (words.size() > 1 && text::is_one_of(words.front().text, "to|now|only|about")) words.erase(words.begin());
  const bool is_number = words.size() == 1 && words[0].text.find_first_not_of("0123456789") == std::string::npos;
  return is_number && (words[0].text.size() == 1 || words[0].text == "10") ? words[0].text : std::string();
}

std::string night_length(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Note || clause.kind != ClauseKind::Intake) return {};
  const bool of_sleep = std::ranges::any_of(plain_words_of(before.text), [](const PlainWord& word) {
    return text::is_one_of(word.text, "sleep|slept|sleeping|asleep|insomnia|night");
  });
  const std::string length = of_sleep ? without_estimate(vocabulary, clause.text) : std::string();
  return is_length(length) ? length : std::string();
}

std::string without_estimate(const Vocabulary& vocabulary, const std::string& text) {
  const auto words = plain_words_of(text);
  std::size_t first = 0;
  while (first < words.size() && vocabulary.words("estimate").contains(words[first].text)) ++first;
  std::size_t last = words.size();
  while (last > first + 1 && vocabulary.words("estimate behind").contains(words[last - 1].text)) --last;
  return first < last ? text.substr(words[first].begin, words[last - 1].end - words[first].begin) : text;
}

std::string added_to(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  if (clause.when || clause.taken || clause.drunk) return {};
  if (before.kind == ClauseKind::Spasm && says_side_alone(vocabulary, before, clause))
    return clause.text.substr(0, clause.text.find(' '));
  if (before.kind == ClauseKind::Spasm) {
    if (std::string severity = severity_alone(before, clause); !severity.empty()) return severity;
  }
  if (says_place_alone(vocabulary, before, clause)) return clause.text;
  if (before.kind == ClauseKind::Factor) {
    std::string length = without_estimate(vocabulary, clause.text);
    if (is_length(length)) return length;
  }
  if (before.kind == ClauseKind::Factor && is_temperature(clause.text)) return clause.text;
  if (says_rating_of(before, clause)) return clause.text;
  return {};
}

bool denies_of_complaint(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  constexpr std::size_t most_words = 3;
  const auto is_part = [&](const PlainWord& word) {
    return vocabulary.body_parts().kind_of(word.text) == BodyWord::Part;
  };
  return before.kind == ClauseKind::Note && clause.kind == ClauseKind::NoSpasms && !clause.when &&
         plain_words_of(clause.text).size() <= most_words && std::ranges::any_of(plain_words_of(before.text), is_part);
}

bool add_quality(const Vocabulary& vocabulary, Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Factor || !says_quality(vocabulary, plain_words_of(clause.text))) return false;
  const std::size_t first = std::min(before.text.find(' '), before.text.size());
  before.text.insert(first, " " + clause.text);
  return true;
}

void join(Clause& before, const Clause& clause, std::string_view line) {
  const std::size_t end = clause.begin + clause.text.size();
  const std::size_t between = before.begin + before.text.size();
  const bool stands_so = line.substr(before.begin, before.text.size()) == before.text && between <= clause.begin &&
                         line.substr(between, clause.begin - between).find('.') == std::string_view::npos;
  if (stands_so) {
    before.text = std::string(line.substr(before.begin, end - before.begin));
  } else {
    before.text += ", " + clause.text;
  }
  if (!clause.when) return;
  before.when = clause.when;
  before.when_said = clause.when_said;
}

bool is_joined(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  const bool unrated = before.kind == ClauseKind::Spasm && before.text.find('/') == std::string::npos;
  if (unrated && says_how_bad(words)) return true;
  const bool often = says_how_often(vocabulary, words);
  const bool how = says_quality(vocabulary, words) || often ||
                   (!words.empty() && vocabulary.words("at a spasm").contains(words.front().text));
  const bool of_spasm = clause.kind == ClauseKind::Note && how;
  if (clause.kind != ClauseKind::Intake && !(of_spasm && before.kind == ClauseKind::Spasm)) return false;
  if (before.kind == ClauseKind::Spasm) {
    const bool begins = text::is_one_of(words.empty() ? "" : words.front().text, "started|starting|began");
    const bool own_time = clause.when && !((often || begins) && !before.when);  // but "on and off since 3"
    return !own_time && goes_with_spasm(vocabulary, clause);
  }
  const bool eaten_behind = clause.eaten && (before.drunk || before.taken);
  const bool same_verb = !clause.taken && !clause.drunk && !eaten_behind;
  return before.kind == ClauseKind::Intake && same_verb && (!before.when || !clause.when);
}

}  // namespace lytes::language
