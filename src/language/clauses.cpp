#include "clauses.hpp"

#include <algorithm>

#include "clause_reader.hpp"
#include "clock_span.hpp"
#include "line_pieces.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// "6/10", "6 out of 10", "six out of ten"
bool is_out_of_ten(const std::vector<PlainWord>& words) {
  if (words.size() == 1) return words.front().text.ends_with("/10");
  return words.size() == 4 && words[1].text == "out" && words[2].text == "of" &&
         (words[3].text == "10" || words[3].text == "ten");
}

/// "lasting 5 minutes", "10 min", "6/10" behind a spasm are said of it.
bool goes_with_spasm(const Vocabulary& vocabulary, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  if (words.empty() || vocabulary.words("goes with a spasm").contains(words.front().text)) return true;
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
    return leg ? text::is_one_of(word.text, "calf|calves|thigh|hamstring|shin|foot|toe|toes|ankle|knee|quad|quads")
               : text::is_one_of(word.text, "bicep|biceps|triceps|forearm|hand|finger|fingers|wrist|elbow");
  });
  return (leg || words[1].text == "arm" || words[1].text == "hand") && !sided && of_limb;
}

/// "foot cramp before bed, 3", "neck locked up, sev 7": the severity of the one before, which has none yet.
bool says_severity_alone(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  const bool named = words.size() == 2 && (words[0].text == "sev" || words[0].text == "severity");
  if (words.size() != 1 && !named) return false;
  const std::string& number = words.back().text;
  const bool severity = number == "10" || (number.size() == 1 && text::is_digit(number[0]));
  const auto before_words = plain_words_of(before.text);
  const bool rated =
      std::ranges::any_of(before_words, [](const PlainWord& word) { return text::is_digit(word.text[0]); });
  return severity && (named || !rated);
}

/// "2 spasms in the night, both left lower back": where the ones before it were, of which nothing said so.
bool says_place_alone(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Spasm || clause.kind != ClauseKind::Spasm) return false;
  const BodyParts& parts = vocabulary.body_parts();
  const auto is_place = [&](const PlainWord& word) { return parts.kind_of(word.text) != BodyWord::None; };
  const auto says_part = [&](const PlainWord& word) { return parts.kind_of(word.text) == BodyWord::Part; };
  const auto words = plain_words_of(clause.text);
  return std::ranges::all_of(words, is_place) && std::ranges::none_of(plain_words_of(before.text), says_part);
}

/// "stress 3 then 6 after lunch": a rating alone behind one is another.
bool says_rating_alone(const Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Stress || clause.kind != ClauseKind::Intake) return false;
  const auto words = plain_words_of(clause.text);
  if (is_out_of_ten(words)) return true;
  const bool is_number = words.size() == 1 && words[0].text.find_first_not_of("0123456789") == std::string::npos;
  return is_number && clause.when && (words[0].text.size() == 1 || words[0].text == "10");
}

/// What a piece only adds to the one before it: a spasm's side or severity, a factor's length. Empty: it does not.
std::string added_to(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  if (clause.when || clause.taken || clause.drunk) return {};
  if (before.kind == ClauseKind::Spasm && says_side_alone(vocabulary, before, clause))
    return clause.text.substr(0, clause.text.find(' '));
  if (before.kind == ClauseKind::Spasm && says_severity_alone(before, clause)) return clause.text;
  if (says_place_alone(vocabulary, before, clause)) return clause.text;
  if (before.kind == ClauseKind::Factor && is_length(clause.text)) return clause.text;
  return {};
}

/// "cramp 6/10, woke me at 4am": what a spasm did, and when it was.
bool add_waking(const Vocabulary& vocabulary, Clause& before, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  const bool woke = !words.empty() && words.size() <= 3 && vocabulary.words("woken").contains(words.front().text);
  if (!woke || before.kind != ClauseKind::Spasm || clause.kind != ClauseKind::Intake || (before.when && clause.when))
    return false;
  before.text += ", " + clause.text;
  if (clause.when) {
    before.when = clause.when;
    before.when_said = clause.when_said;
  }
  return true;
}

/// "gardening 2 hours, heavy" as "gardening heavy 2 hours": behind the length it would be taken for a unit.
bool add_quality(const Vocabulary& vocabulary, Clause& before, const Clause& clause) {
  if (before.kind != ClauseKind::Factor || !says_quality(vocabulary, plain_words_of(clause.text))) return false;
  const std::size_t first = std::min(before.text.find(' '), before.text.size());
  before.text.insert(first, " " + clause.text);
  return true;
}

/// Puts a clause behind the one before it, as it stands in the line; behind words that were put otherwise ("3 spasms"
/// of "3 times") with a comma.
void join(Clause& before, const Clause& clause, std::string_view line) {
  const std::size_t end = clause.begin + clause.text.size();
  if (line.substr(before.begin, before.text.size()) == before.text) {
    before.text = std::string(line.substr(before.begin, end - before.begin));
  } else {
    before.text += ", " + clause.text;
  }
  if (!clause.when) return;
  before.when = clause.when;
  before.when_said = clause.when_said;
}

bool is_joined(const Vocabulary& vocabulary, const Clause& before, const Clause& clause) {
  const bool quality = clause.kind == ClauseKind::Note && says_quality(vocabulary, plain_words_of(clause.text));
  if (clause.kind != ClauseKind::Intake && !(quality && before.kind == ClauseKind::Spasm)) return false;
  if (before.kind == ClauseKind::Spasm) return !clause.when && goes_with_spasm(vocabulary, clause);
  const bool same_verb = !clause.taken && !clause.drunk;
  return before.kind == ClauseKind::Intake && same_verb && (!before.when || !clause.when);
}

/// "cramp after running 6": the one number is the spasm's severity.
bool has_one_bare_number(const std::vector<PlainWord>& words) {
  const auto is_number = [](const PlainWord& word) { return text::is_digit(word.text[0]); };
  return std::ranges::count_if(words, is_number) == 1 && is_number(words.back()) &&
         std::ranges::all_of(words.back().text, text::is_digit);
}

/// "spasm 5/10 after sitting 6 hours": the factor that a spasm is put down to, with its value.
std::optional<Clause> factor_in(const Vocabulary& vocabulary, const Clause& spasm) {
  const auto words = plain_words_of(spasm.text);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const bool put_down_to = vocabulary.words("story start").contains(words[i - 1].text);
    const FactorWord* known = put_down_to ? vocabulary.factors().find(words[i].text) : nullptr;
    const bool value = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(),
                                   [](const PlainWord& word) { return text::is_digit(word.text[0]); });
    if (!known || known->scale == Scale::Free || !value || has_one_bare_number(words)) continue;
    Clause factor = spasm;
    factor.kind = ClauseKind::Factor;
    factor.text = spasm.text.substr(words[i].begin);
    factor.begin += words[i].begin;
    return factor;
  }
  return std::nullopt;
}

/// "woke me at 3, left calf cramp 7/10": what woke is the spasm that is told next.
void join_wakings(const Vocabulary& vocabulary, std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
    const auto words = plain_words_of(clauses[i].text);
    Clause& spasm = clauses[i + 1];
    const bool woke = clauses[i].kind == ClauseKind::Intake && !words.empty() && words.size() <= 3 &&
                      vocabulary.words("woken").contains(words.front().text);
    if (!woke || spasm.kind != ClauseKind::Spasm || spasm.when) continue;
    spasm.text += " " + clauses[i].text;
    spasm.when = clauses[i].when;
    spasm.when_said = clauses[i].when_said;
    clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// What of a piece is not told by the night's sleep; empty where nothing is.
std::optional<Span> beside_night(Span piece, const ClockSpan& night) {
  if (piece.begin >= night.end || piece.end <= night.begin) return piece;
  if (piece.begin < night.begin) return Span{piece.begin, night.begin};
  if (piece.end > night.end) return Span{night.end, piece.end};
  return std::nullopt;
}

/// Puts the clauses of a line together, one after the other.
class ClauseList {
 public:
  ClauseList(const Vocabulary& vocabulary, std::string_view line, calendar::Day today)
      : vocabulary_(vocabulary), line_(line), today_(today) {}

  void add(Clause clause, Span piece) {
    if (clause.text.empty()) return take_time(clause);
    if (text::is_one_of(text::lowered(clause.text), "am|pm|a.m|p.m"))
      throw InputError("half a day is no time", std::string(line_), clause.begin, "a line for each: `... @ 8:00`");
    if (says_what_was_not_had(clause)) clause.kind = ClauseKind::Note;
    if (!clauses_.empty() && is_part_of_last(clause)) return;
    const bool in_front = clause.when && clause.begin > piece.begin && clause.begin + clause.text.size() == piece.end;
    const auto factor = clause.kind == ClauseKind::Spasm ? factor_in(vocabulary_, clause) : std::nullopt;
    clauses_.push_back(std::move(clause));
    if (factor) clauses_.push_back(*factor);
    time_was_in_front_ = in_front;
  }

  void add(Clause whole) { clauses_.push_back(std::move(whole)); }

  std::vector<Clause> take() {
    join_wakings(vocabulary_, clauses_);
    return std::move(clauses_);
  }

 private:
  /// A time by itself is that of the one before, which has none; else it was so then too: "coffee 7am, 10am and 2pm".
  void take_time(const Clause& clause) {
    if (clauses_.empty() || !clause.when) return;
    const ClauseKind kind = clauses_.back().kind;
    if (clauses_.back().when && (kind == ClauseKind::Intake || kind == ClauseKind::Spasm)) {
      clauses_.push_back(clauses_.back());
    } else if (clauses_.back().when) {
      return;
    }
    clauses_.back().when = clause.when;
    clauses_.back().when_said = clause.when_said;
  }

  /// "no alcohol" by itself; behind food it says what was not in it, and "no sugar coke" is a drink.
  bool says_what_was_not_had(const Clause& clause) const {
    const bool behind_food = !clauses_.empty() && clauses_.back().kind == ClauseKind::Intake;
    const auto words = plain_words_of(clause.text);
    return !behind_food && clause.kind == ClauseKind::Intake && words.size() == 2 && words[0].text == "no";
  }

  /// Whether it only says more of the one before, and is told with it.
  /// @param clause its kind is set where the one before tells it
  bool is_part_of_last(Clause& clause) {
    Clause& last = clauses_.back();
    if (const auto added = added_to(vocabulary_, last, clause); !added.empty()) {
      last.text += " " + added;
      return true;
    }
    if (add_quality(vocabulary_, last, clause) || add_waking(vocabulary_, last, clause)) return true;
    if (says_rating_alone(last, clause)) clause.kind = ClauseKind::Stress;
    if (!is_joined(vocabulary_, last, clause)) return false;
    const bool has_own_time = last.when && !time_was_in_front_;
    if (!has_own_time) {
      join(last, clause, line_);
      return true;
    }
    if (last.kind == ClauseKind::Intake && last.when->moment.day != today_) {
      clause.when = last.when;  // "pasta yesterday at 7pm, a glass of wine"
      clause.when_said = last.when_said;
    }
    if (last.kind != ClauseKind::Spasm) return false;
    last.text += ", " + clause.text;  // "spasm at 2pm, 7/10": the time is out of its words already
    return true;
  }

  const Vocabulary& vocabulary_;
  std::string_view line_;
  calendar::Day today_;
  std::vector<Clause> clauses_;
  bool time_was_in_front_ = false;  ///< then it holds for what follows, and a time behind begins another clause
};

}  // namespace

std::vector<Clause> clauses_of(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning,
                               std::string_view line) {
  ClauseList clauses(vocabulary, line, calendar::today(reckoning));
  const auto night = night_in(line);
  if (night) clauses.add(night_clause(*night, line, reckoning));
  for (const Span whole : pieces_of(line)) {
    const auto piece = night ? beside_night(whole, *night) : whole;
    if (piece) clauses.add(read_clause(vocabulary, reckoning, line, *piece), *piece);
  }
  return clauses.take();
}

}  // namespace lytes::language
