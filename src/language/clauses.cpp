#include "clauses.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "clock_span.hpp"
#include "factor_phrases.hpp"
#include "line_pieces.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// "10 min", "1h30"
bool is_length(std::string_view text) {
  try {
    return calendar::parse_duration_minutes(text) > 0;
  } catch (const InputError&) {
    return false;
  }
}

/// "8h", "6h45"
std::string length_in_words(const ClockSpan& span) {
  const auto whole = span.length / std::chrono::hours(1);
  const auto part = (span.length % std::chrono::hours(1)).count();
  return part == 0 ? fmt::format("{}h", whole) : fmt::format("{}h{:02}", whole, part);
}

/// "bed at 23:30, woke up 6:15": a night's sleep, of the morning it ends.
Clause night_clause(const ClockSpan& night, std::string_view line, const calendar::Reckoning& reckoning) {
  Clause clause;
  clause.kind = ClauseKind::Factor;
  clause.begin = night.begin;
  clause.text = "sleep " + length_in_words(night);
  clause.when_said = std::string(line.substr(night.begin, night.end - night.begin));
  const auto clock = night.until.count();
  clause.when = calendar::parse_moment(fmt::format("{:02}:{:02}", clock / 60, clock % 60), reckoning);
  return clause;
}

/// The words of a text between blanks, in lower case and without what ends a sentence.
struct PlainWord {
  std::string text;
  std::size_t begin;
  std::size_t end;
};

std::vector<PlainWord> plain_words_of(std::string_view text) {
  std::vector<PlainWord> words;
  for (std::size_t at = text::skip_spaces(text, 0); at < text.size(); at = text::skip_spaces(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && text::space_length(text, at) == 0) ++at;
    std::string word = text::lowered(text.substr(begin, at - begin));
    while (!word.empty() && std::string_view(".!?:,;").find(word.back()) != std::string_view::npos) word.pop_back();
    if (!word.empty()) words.push_back({std::move(word), begin, at});
  }
  return words;
}

/// Reads one piece: takes its time and its sentence words off, and says what it is.
class PieceReader {
 public:
  PieceReader(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning, std::string_view line, Span piece)
      : vocabulary_(vocabulary), reckoning_(reckoning), line_(line), begin_(piece.begin), end_(piece.end) {}

  Clause read() {
    if (take_span() || take_meal_left_out()) return std::move(clause_);
    take_meal_before_clock();
    take_time_in_front();
    take_sentence_words();
    take_time_behind();
    take_time_in_front();
    take_sentence_words();
    clause_.begin = begin_;
    take_sentence_end();
    clause_.text = std::string(rest());
    if (text::lowered(rest()) == "no stress") clause_.text = "stress 0";
    take_time_within();
    put_length_behind();
    clause_.kind = kind();
    return std::move(clause_);
  }

 private:
  std::string_view rest() const { return line_.substr(begin_, end_ - begin_); }

  std::optional<calendar::SpokenMoment> moment(std::string_view words) const {
    constexpr std::string_view at = "at ";
    constexpr std::string_view since = "since ";
    const std::size_t marker = words.starts_with(at) ? at.size() : words.starts_with(since) ? since.size() : 0;
    const bool clock = marker > 0 && marker < words.size() && text::is_digit(words[marker]);
    const std::string said = clock ? "at " + clock_in(words.substr(marker)) : std::string(words);
    const std::string whole = said.starts_with("half ") ? half_hour_in(said, reckoning_) : said;
    try {
      return calendar::parse_moment(whole, reckoning_);
    } catch (const InputError&) {
      return std::nullopt;
    }
  }

  /// "slept 11pm to 6am", "walked 3pm to 4:30pm": a length, and when it was. A night's sleep is of the morning it ends.
  bool take_span() {
    const auto span = clock_span_in(rest());
    if (!span) return false;
    take_sentence_words();
    const auto moved = clock_span_in(rest());
    if (!moved) return false;
    clause_.begin = begin_;
    clause_.text = std::string(rest());
    clause_.text.replace(moved->begin, moved->end - moved->begin, length_in_words(*moved));
    clause_.kind = kind();
    const bool fits = clause_.kind == ClauseKind::Factor || clause_.kind == ClauseKind::Spasm;
    const auto* factor = fits ? factor_named(vocabulary_, clause_.text) : nullptr;
    const auto clock = factor && factor->name == "sleep" ? moved->until : moved->from;
    if (fits) {
      clause_.when_said = std::string(rest().substr(moved->begin, moved->end - moved->begin));
      clause_.when = moment(fmt::format("{:02}:{:02}", clock.count() / 60, clock.count() % 60));
    } else {
      clause_ = {};
    }
    return fits;
  }

  void skip_blanks() {
    while (begin_ < end_ && (text::space_length(line_, begin_) > 0 || line_[begin_] == ':')) ++begin_;
    end_ = begin_ + text::without_trailing_spaces(rest()).size();
  }

  /// "skipped lunch", "no breakfast": the meal says no time.
  bool take_meal_left_out() {
    const auto words = plain_words_of(rest());
    if (words.size() < 2 || words.size() > 3) return false;
    const bool left_out = text::is_one_of(words[0].text, "skipped|skip|missed|no");
    if (!left_out || !vocabulary_.words("meal word").contains(words[1].text)) return false;
    clause_.begin = begin_;
    clause_.text = std::string(rest());
    clause_.kind = ClauseKind::Note;
    return true;
  }

  /// "dinner 19:30 spaghetti": beside a clock the meal says no time.
  void take_meal_before_clock() {
    const auto words = plain_words_of(rest());
    if (words.size() < 3 || !vocabulary_.words("meal word").contains(words[0].text)) return;
    const std::string& next = words[1].text;
    const bool clock = text::is_digit(next.front()) && (next.find(':') != std::string::npos || half_day_clock(next));
    if (!clock || !moment(next)) return;
    begin_ += words[0].end;
    skip_blanks();
  }

  /// "for dinner I had", "this morning", "lunch: ", "at 7am took"
  void take_time_in_front() {
    constexpr std::size_t most_words = 4;
    if (clause_.when) return;
    const auto words = plain_words_of(rest());
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count) {
      std::string said;
      for (std::size_t i = 0; i < count; ++i) said += (i > 0 ? " " : "") + words[i].text;
      if (count == 1) said = clock_in_front(said, rest().substr(words[0].end));
      const bool bare_number = said.find_first_not_of("0123456789.,/ ") == std::string::npos;
      if (bare_number || count == words.size() || said == "overnight" || said.starts_with("half ")) continue;
      const auto when = moment(said);
      if (!when || !(when->plain || when->vague)) continue;
      clause_.when = when;
      clause_.when_said = said;
      begin_ += words[count - 1].end;
      skip_blanks();
      return;
    }
  }

  /// "0630 500ml water", "12h30 soup": but "7h30 sleep" is a length, and "500 ml" no clock.
  std::string clock_in_front(const std::string& said, std::string_view behind) const {
    const bool digits = said.size() == 4 && said.front() == '0';
    const bool with_h = said.size() >= 4 && text::is_digit(said.back()) && said.find('h') != std::string::npos;
    if (behind.empty() || (!digits && !with_h)) return said;
    if (with_h && factor_named(vocabulary_, text::trimmed(behind)) != nullptr) return said;
    return clock_in(said);
  }

  /// "... at 6am", "... last night", "... for breakfast", "... @ 8:30"
  void take_time_behind() {
    constexpr std::size_t most_words = 6;
    if (clause_.when) return;
    const auto words = plain_words_of(rest());
    const std::size_t sign = rest().rfind('@');
    if (sign != std::string_view::npos) {
      const std::string said = half_hour_in(rest().substr(sign + 1), reckoning_);
      const auto when = calendar::parse_moment(clock_in(said), reckoning_);  // said so: it must be one
      set_time(when, sign);
      return;
    }
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count) {
      const std::size_t from = words[words.size() - count].begin;
      const std::string_view said = rest().substr(from);
      if (said.find_first_not_of("0123456789.,/ ") == std::string_view::npos) continue;
      const auto when = moment(said);
      const std::string& first = words[words.size() - count].text;
      const bool marked = first == "at" || first == "for" || first == "since";
      if (!when || !(when->plain || when->vague || marked)) continue;
      set_time(*when, from);
      return;
    }
  }

  /// "thigh cramp 5/10 at 3:30pm 4 min": behind "at" in the middle.
  void take_time_within() {
    constexpr std::size_t most_words = 3;
    if (clause_.when) return;
    const auto words = plain_words_of(clause_.text);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (const auto clock = half_day_clock(words[i].text)) {
        clause_.when = clock;
        clause_.when_said = words[i].text;
        clause_.text.erase(words[i].begin, words[i + 1].begin - words[i].begin);
        return;
      }
      if (words[i].text != "at") continue;
      for (std::size_t count = std::min(most_words, words.size() - i - 1); count > 0; --count) {
        const PlainWord& last = words[i + count];
        const std::string said = clause_.text.substr(words[i].begin, last.end - words[i].begin);
        const auto when = moment(said);
        if (!when) continue;
        clause_.when = when;
        clause_.when_said = said;
        clause_.text.erase(words[i].begin, last.end - words[i].begin + 1);
        return;
      }
    }
  }

  /// "3am", "7:30pm": a time wherever it stands.
  std::optional<calendar::SpokenMoment> half_day_clock(const std::string& word) const {
    const bool half_day = text::is_digit(word.front()) && (word.ends_with("am") || word.ends_with("pm"));
    return half_day ? moment(word) : std::nullopt;
  }

  /// "30 min walk", "7 hrs of sleep" as "walk 30 min".
  void put_length_behind() {
    constexpr std::size_t most_words = 3;
    const auto words = plain_words_of(clause_.text);
    for (std::size_t count = std::min(most_words, words.size() - std::min<std::size_t>(words.size(), 1)); count > 0;
         --count) {
      const std::string length = clause_.text.substr(0, words[count - 1].end);
      const std::size_t name = count + (words[count].text == "of" && count + 1 < words.size() ? 1 : 0);
      const std::string rest = clause_.text.substr(words[name].begin);
      if (!is_length(length) || factor_named(vocabulary_, rest) == nullptr) continue;
      clause_.text = rest + " " + length;
      return;
    }
  }

  void set_time(const calendar::SpokenMoment& when, std::size_t from) {
    clause_.when = when;
    clause_.when_said = std::string(text::trimmed(rest().substr(from)));
    end_ = begin_ + from;
    skip_blanks();
    for (const std::string_view at : {" at", " on", " after", " before", ","}) {
      if (rest().ends_with(at)) end_ -= at.size();
    }
    skip_blanks();
  }

  void take_sentence_words() {
    const WordSet& starts = vocabulary_.words("sentence start");
    for (auto words = plain_words_of(rest()); words.size() > 1 && starts.contains(words.front().text);
         words = plain_words_of(rest())) {
      clause_.drunk = clause_.drunk || vocabulary_.words("drink verb").contains(words.front().text);
      clause_.taken = clause_.taken || vocabulary_.words("supplement verb").contains(words.front().text);
      begin_ += words.front().end;
      skip_blanks();
    }
  }

  /// "a banana too"
  void take_sentence_end() {
    const WordSet& ends = vocabulary_.words("sentence end");
    for (auto words = plain_words_of(rest()); words.size() > 1 && ends.contains(words.back().text);
         words = plain_words_of(rest())) {
      end_ = begin_ + words[words.size() - 2].end;
      skip_blanks();
    }
  }

  bool speaks_of_spasm(const std::vector<PlainWord>& words) const {
    const WordSet& spasm = vocabulary_.words("spasm word");
    return std::ranges::any_of(words, [&](const PlainWord& word) { return spasm.contains(word.text); });
  }

  /// "no cramps", "zero spasms", "didn't have any cramp", "cramp free": said of no spasm at all.
  bool says_no_spasm(const std::vector<PlainWord>& words) const {
    if (words.size() < 2) return words.front().text == "spasm-free" || words.front().text == "cramp-free";
    const WordSet& spasm = vocabulary_.words("spasm word");
    const bool free_of = std::ranges::any_of(
        words, [&](const PlainWord& word) { return word.text == "spasm-free" || word.text == "cramp-free"; });
    if (free_of || (spasm.contains(words[0].text) && words[1].text == "free")) return true;
    const std::string& first = words.front().text;
    if ((first == "no" || first == "none") && speaks_of_spasm(words)) return true;
    const bool denied = text::is_one_of(first, "zero|0|without|never|didn't|didnt|haven't|havent|hadn't|hadnt|not");
    const auto at = std::ranges::find_if(words, [&](const PlainWord& word) { return spasm.contains(word.text); });
    const bool rated =
        std::any_of(words.begin() + 1, words.end(), [](const PlainWord& word) { return text::is_digit(word.text[0]); });
    return denied && !rated && at != words.end() && std::all_of(words.begin() + 1, at, [&](const PlainWord& word) {
             return text::is_one_of(word.text, "have|had|get|got|a|an|any|one|single|more|feel|muscle|back|leg|the") ||
                    vocabulary_.body_parts().kind_of(word.text) != BodyWord::None;
           });
  }

  /// "worried about spasms", "my son had a cramp", "tingling since the spasm": a spasm is named and none is told.
  bool only_speaks_of_spasm(const std::vector<PlainWord>& words) const {
    const WordSet& spasm = vocabulary_.words("spasm word");
    const auto at = std::ranges::find_if(words, [&](const PlainWord& word) { return spasm.contains(word.text); });
    if (at == words.end()) return false;
    const auto before = [&](auto&& is) { return std::any_of(words.begin(), at, is); };
    const bool of_another = before([&](const PlainWord& word) {
      return word.text.size() > 2 && vocabulary_.words("sign other people").contains(word.text);
    });
    const bool feared = before([&](const PlainWord& word) {
      return text::is_one_of(word.text, "worried|worry|worrying|almost|nearly|correction|instead") ||
             vocabulary_.words("sign fear").contains(word.text);
    });
    const bool named_again =
        at != words.begin() && text::is_one_of((at - 1)->text, "the|that|those|last|previous") &&
        before([](const PlainWord& word) { return text::is_one_of(word.text, "since|after|before|from|about|than"); });
    const bool gone = at + 1 != words.end() && text::is_one_of((at + 1)->text, "gone|stopped|away|better|free");
    return of_another || feared || named_again || gone;
  }

  /// "stiff neck", "calf tight after the walk": a part of the body that is not well, and no spasm.
  bool is_complaint(const std::vector<PlainWord>& words) const {
    const WordSet& complaints = vocabulary_.words("complaint");
    return std::ranges::any_of(words, [&](const PlainWord& word) { return complaints.contains(word.text); }) &&
           std::ranges::any_of(words, [&](const PlainWord& word) {
             return vocabulary_.body_parts().kind_of(word.text) == BodyWord::Part;
           });
  }

  /// "upper back 7 for 15 min" without the length behind.
  std::vector<PlainWord> without_length(std::vector<PlainWord> words) const {
    constexpr std::size_t most_words = 4;
    for (std::size_t i = words.size() > most_words ? words.size() - most_words : 1; i < words.size(); ++i) {
      if (!is_length(std::string_view(clause_.text).substr(words[i].begin))) continue;
      words.resize(i > 1 && text::is_one_of(words[i - 1].text, "for|about") ? i - 1 : i);
      break;
    }
    return words;
  }

  /// "left calf 7/10", "upper back 6", "upper back 7 for 15 min": a part of the body with a severity.
  bool is_part_with_severity(const std::vector<PlainWord>& all) const {
    const auto words = without_length(all);
    const BodyParts& parts = vocabulary_.body_parts();
    const bool part =
        std::ranges::any_of(words, [&](const PlainWord& word) { return parts.kind_of(word.text) == BodyWord::Part; });
    const bool out_of_ten = std::ranges::any_of(
        words, [](const PlainWord& word) { return text::is_digit(word.text[0]) && word.text.ends_with("/10"); });
    const auto known = [&](const PlainWord& word) {
      const bool number = word.text.size() <= 2 && std::ranges::all_of(word.text, text::is_digit);
      return number || parts.kind_of(word.text) != BodyWord::None;
    };
    const bool numbers_and_parts =
        words.size() > 1 && std::ranges::all_of(words, known) && !text::is_digit(words.front().text[0]);
    return part && (out_of_ten || numbers_and_parts);
  }

  bool says_factor() const {
    const auto in_words = factors_in_words(vocabulary_, clause_.text);
    return !in_words.said.empty() || (!in_words.sounds_like_one && factor_named(vocabulary_, clause_.text) != nullptr);
  }

  ClauseKind kind() const {
    const auto words = plain_words_of(clause_.text);
    if (words.empty()) return ClauseKind::Note;
    const std::string& first = words.front().text;
    if (says_no_spasm(words)) return ClauseKind::NoSpasms;
    if (first == "note") return ClauseKind::Note;
    const bool of_stress =
        std::any_of(words.begin(), words.begin() + std::min<std::ptrdiff_t>(3, std::ssize(words)),
                    [](const PlainWord& word) { return word.text == "stress" || word.text == "stressed"; });
    if (of_stress) {
      const bool rated = std::ranges::any_of(words, [&](const PlainWord& word) {
        return text::is_digit(word.text[0]) || rating_in_words(vocabulary_, word.text);
      });
      if (rated) return ClauseKind::Stress;
    }
    if (only_speaks_of_spasm(words)) return ClauseKind::Note;
    if (speaks_of_spasm(words) || is_part_with_severity(words)) return ClauseKind::Spasm;
    if (says_factor()) return ClauseKind::Factor;
    // A sign is kept, whatever else the words could be.
    if (!find_signs(vocabulary_, clause_.text).empty() || is_complaint(words)) return ClauseKind::Note;
    if (words.size() == 2 && vocabulary_.words("kind of day").contains(words[1].text)) return ClauseKind::Note;
    const bool only_this = first == "nothing" && words.size() > 2 && words[1].text == "but";  // "nothing but crackers"
    return vocabulary_.words("note start").contains(first) && !only_this ? ClauseKind::Note : ClauseKind::Intake;
  }

  const Vocabulary& vocabulary_;
  const calendar::Reckoning& reckoning_;
  std::string_view line_;
  std::size_t begin_;
  std::size_t end_;
  Clause clause_;
};

/// "6/10", "6 out of 10", "six out of ten"
bool is_out_of_ten(const std::vector<PlainWord>& words) {
  if (words.size() == 1) return words.front().text.ends_with("/10");
  return words.size() == 4 && words[1].text == "out" && words[2].text == "of" &&
         (words[3].text == "10" || words[3].text == "ten");
}

/// "mild", "really bad": how what was told before it was.
bool says_quality(const Vocabulary& vocabulary, const std::vector<PlainWord>& words) {
  const WordSet& quality = vocabulary.words("spasm quality");
  return !words.empty() &&
         std::ranges::all_of(words, [&](const PlainWord& word) { return quality.contains(word.text); });
}

/// "lasting 5 minutes", "10 min", "6/10" behind a spasm are said of it.
bool goes_with_spasm(const Vocabulary& vocabulary, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  if (words.empty() || vocabulary.words("goes with a spasm").contains(words.front().text)) return true;
  if (is_out_of_ten(words) || words.front().text.ends_with("/10") || says_quality(vocabulary, words)) return true;
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

/// Puts a clause behind the one before it, as it stands in the line.
void join(Clause& before, const Clause& clause, std::string_view line) {
  const std::size_t end = clause.begin + clause.text.size();
  before.text = std::string(line.substr(before.begin, end - before.begin));
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

}  // namespace

namespace {

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

}  // namespace

namespace {

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

}  // namespace

std::vector<Clause> clauses_of(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning,
                               std::string_view line) {
  std::vector<Clause> clauses;
  bool time_was_in_front = false;  // then it holds for what follows, and a time behind begins another clause
  const auto night = night_in(line);
  if (night) clauses.push_back(night_clause(*night, line, reckoning));
  for (Span piece : pieces_of(line)) {
    if (night && piece.begin < night->end && piece.end > night->begin) {
      if (piece.end > night->end && piece.begin >= night->begin)
        piece.begin = night->end;  // what is told behind it
      else if (piece.begin < night->begin)
        piece.end = night->begin;
      else
        continue;
    }
    Clause clause = PieceReader(vocabulary, reckoning, line, piece).read();
    if (clause.text.empty() && !clauses.empty() && clause.when && !clauses.back().when) {
      clauses.back().when = clause.when;
      clauses.back().when_said = clause.when_said;
      continue;
    }
    if (clause.text.empty()) continue;
    if (text::is_one_of(text::lowered(clause.text), "am|pm|a.m|p.m"))
      throw InputError("half a day is no time", std::string(line), clause.begin, "a line for each: `... @ 8:00`");
    if (const auto added = clauses.empty() ? "" : added_to(vocabulary, clauses.back(), clause); !added.empty()) {
      clauses.back().text += " " + added;
      continue;
    }
    // "no alcohol" by itself is nothing that was had; behind food it says what was not in it.
    const bool alone = clauses.empty() || clauses.back().kind != ClauseKind::Intake;
    if (alone && clause.kind == ClauseKind::Intake && text::lowered(clause.text).starts_with("no "))
      clause.kind = ClauseKind::Note;
    if (!clauses.empty() &&
        (add_quality(vocabulary, clauses.back(), clause) || add_waking(vocabulary, clauses.back(), clause)))
      continue;
    if (!clauses.empty() && says_rating_alone(clauses.back(), clause)) clause.kind = ClauseKind::Stress;
    const bool in_front = clause.when && clause.begin > piece.begin && clause.begin + clause.text.size() == piece.end;
    const bool before_has_own_time = !clauses.empty() && clauses.back().when && !time_was_in_front;
    if (!clauses.empty() && is_joined(vocabulary, clauses.back(), clause)) {
      if (!before_has_own_time) {
        join(clauses.back(), clause, line);
        continue;
      }
      if (clauses.back().kind == ClauseKind::Spasm) {  // "spasm at 2pm, 7/10": the time is out of its words already
        clauses.back().text += ", " + clause.text;
        continue;
      }
    }
    const auto factor = clause.kind == ClauseKind::Spasm ? factor_in(vocabulary, clause) : std::nullopt;
    clauses.push_back(std::move(clause));
    if (factor) clauses.push_back(*factor);
    time_was_in_front = in_front;
  }
  join_wakings(vocabulary, clauses);
  return clauses;
}

}  // namespace lytes::language
