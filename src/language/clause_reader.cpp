#include "clause_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "clause_kind.hpp"
#include "clock_span.hpp"
#include "factor_phrases.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"
#include "turned_factor.hpp"

namespace lytes::language {

namespace {

/// "up 4 times": how often somebody woke
bool says_up_so_often(const std::vector<PlainWord>& words) {
  return words.size() > 1 && words.front().text == "up" && text::is_one_of(words.back().text, "times|twice|once");
}

class ClauseReader {
 public:
  ClauseReader(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning, std::string_view line, Span piece)
      : vocabulary_(vocabulary),
        reckoning_(reckoning),
        line_(line),
        start_(piece.begin),
        begin_(piece.begin),
        end_(piece.end) {}

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
    constexpr std::string_view calm = "no stress|not stressed|not stressed at all|no stress at all|zero stress";
    if (text::is_one_of(text::lowered(rest()), calm)) clause_.text = "stress 0";
    take_time_within();
    take_time_before_reason();
    drop_articles_of_factor();
    put_length_behind(vocabulary_, clause_.text);
    put_steps_behind(clause_.text);
    clause_.kind = kind_of_clause(vocabulary_, clause_.text);
    note_what_took_time();
    take_time_of_event();
    put_number_of_times_in_front();
    // "slept 7h last night": a night's sleep is of the morning it ends.
    if (clause_.when && clause_.when->vague && clause_.when_said.ends_with("night")) {
      const auto* factor = clause_.kind == ClauseKind::Factor ? factor_named(vocabulary_, clause_.text) : nullptr;
      if (factor && factor->name == "sleep") clause_.when.reset();
    }
    // Of a night or a morning alone it says nothing of the whole day.
    if (clause_.kind == ClauseKind::NoSpasms && says_part_of_day(clause_.when_said)) clause_.kind = ClauseKind::Note;
    return std::move(clause_);
  }

 private:
  std::string_view rest() const { return line_.substr(begin_, end_ - begin_); }

  std::optional<calendar::SpokenMoment> moment(std::string_view words) const {
    constexpr std::string_view at = "at ";
    constexpr std::string_view since = "since ";
    constexpr std::string_view around = "around ";
    const std::size_t marker = words.starts_with(at)       ? at.size()
                               : words.starts_with(since)  ? since.size()
                               : words.starts_with(around) ? around.size()
                                                           : 0;
    const bool clock = marker > 0 && marker < words.size() && text::is_digit(words[marker]);
    const bool one_word = marker > 0 && marker < words.size() && words.find(' ', marker) == std::string_view::npos;
    std::string said = clock ? "at " + clock_in(words.substr(marker)) : std::string(words);
    if (said.starts_with("half ")) said = half_hour_in(said, reckoning_);
    auto when = calendar::moment_in(said, reckoning_);
    return !when && one_word ? calendar::moment_in(said + " oclock", reckoning_) : when;  // "at seven"
  }

  /// "slept 11pm to 6am", "walked 3pm to 4:30pm": a length, and when it was. A night's sleep is of the morning it ends.
  bool take_span() {
    const auto span = clock_span_in(vocabulary_, rest());
    if (!span) return false;
    take_sentence_words();
    const auto moved = clock_span_in(vocabulary_, rest());
    if (!moved) return false;
    clause_.begin = begin_;
    clause_.text = std::string(rest());
    clause_.text.replace(moved->begin, moved->end - moved->begin, length_in_words(*moved));
    clause_.kind = kind_of_clause(vocabulary_, clause_.text);
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

  /// "skipped lunch", "no breakfast", "didn't eat dinner": the meal says no time.
  bool take_meal_left_out() {
    constexpr std::size_t most_words = 5;
    const auto words = plain_words_of(rest());
    if (words.size() < 2 || words.size() > most_words) return false;
    const std::size_t first = words[0].text == "i" && words.size() > 2 ? 1 : 0;
    const bool left_out = vocabulary_.words("meal left out").contains(words[first].text);
    const std::size_t meal = words[first + 1].text == "my" && first + 2 < words.size() ? first + 2 : first + 1;
    const bool at_end = words.back().text != words[first].text && !text::is_one_of(words[first].text, "no") &&
                        vocabulary_.words("meal word").contains(words.back().text);
    if (!left_out || !(vocabulary_.words("meal word").contains(words[meal].text) || at_end)) return false;
    clause_.begin = begin_;
    clause_.text = std::string(rest());
    clause_.kind = ClauseKind::Note;
    return true;
  }

  /// "dinner 19:30 spaghetti", "lunch at noon: soup": beside a clock the meal says no time.
  void take_meal_before_clock() {
    const auto words = plain_words_of(rest());
    if (words.size() < 3 || !vocabulary_.words("meal word").contains(words[0].text)) return;
    const std::string& next = words[1].text;
    const bool clock = text::is_digit(next.front()) && (next.find(':') != std::string::npos || half_day_clock(next));
    const bool label = next == "at" && words.size() > 3 && rest()[words[2].end - 1] == ':';
    if (label ? !moment("at " + words[2].text) : !clock || !moment(next)) return;
    begin_ += words[0].end;
    skip_blanks();
  }

  /// "for dinner I had", "this morning", "lunch: ", "at 7am took"
  void take_time_in_front() {
    constexpr std::size_t most_words = 6;  // "at about 2 in the night"
    if (clause_.when) return;
    const auto words = plain_words_of(rest());
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count) {
      std::string said;
      for (std::size_t i = 0; i < count; ++i) said += (i > 0 ? " " : "") + words[i].text;
      const auto when = time_in_front(words, count, said);
      if (!when) continue;
      clause_.when = when;
      clause_.when_said = said;
      begin_ += words[count - 1].end;
      skip_blanks();
      return;
    }
  }

  /// What so many words in front say as a time that they can only be.
  /// @param said the words, which are put as a clock or part of the day where they mean one
  std::optional<calendar::SpokenMoment> time_in_front(const std::vector<PlainWord>& words, std::size_t count,
                                                      std::string& said) const {
    const bool whole = count == words.size();                               // a time alone
    constexpr std::string_view clocks = "at|quarter|half|ten|twenty|five";  // "last night" may be what is told of
    if (whole && !text::is_digit(words[0].text.front()) && !text::is_one_of(words[0].text, clocks)) return std::nullopt;
    if (count == 1) said = clock_in_front(said, rest().substr(words[0].end));
    const bool half_day = count == 1 && text::is_one_of(said, "am|pm");
    if (half_day) said = said == "am" ? "this morning" : "this afternoon";
    // "around 7 soup" may be of seven, or at seven
    const std::string number = said.starts_with("around ") ? said.substr(said.find(' ')) : said;
    const bool bare_number = number.find_first_not_of("0123456789.,/ ") == std::string::npos;
    const bool half_hour = said.starts_with("half ") && !said.starts_with("half past ");
    if (bare_number || said == "overnight" || half_hour || (whole && half_day)) return std::nullopt;
    const auto when = moment(said);
    if (!when || (whole && !when->plain)) return std::nullopt;
    const bool label = text::is_one_of(said, "noon|midnight") && rest()[words[0].end - 1] == ':';
    return when->plain || when->vague || label ? when : std::nullopt;
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
      if (words_follow_time(rest().substr(sign + 1))) return;  // "@ 13:20 lasted 5m"
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
      const bool marked = text::is_one_of(first, "at|for|since|around|now");
      const bool by_then = count < words.size() && text::is_one_of(first, "noon|midnight") &&
                           text::is_one_of(words[words.size() - count - 1].text, "by|before|after");
      if (!when || !(when->plain || when->vague || marked || by_then)) continue;
      if (compares(rest().substr(0, from))) return;  // "worse than last night"
      set_time(*when, from);
      return;
    }
  }

  /// Whether what stands behind a sign is more than a time that it begins with.
  bool words_follow_time(std::string_view said) const {
    if (moment(clock_in(said))) return false;
    const auto words = plain_words_of(said);
    return words.size() > 1 && moment(clock_in(said.substr(words[0].begin, words[0].end - words[0].begin)));
  }

  /// "thigh cramp 5/10 at 3:30pm 4 min": behind "at" in the middle.
  void take_time_within() {
    constexpr std::size_t most_words = 4;  // "at two in the morning"
    if (clause_.when) return;
    const auto words = plain_words_of(clause_.text);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (take_clock_with_day(words, i)) return;
      const bool sign = words[i].text == "@";
      if (words[i].text != "at" && !sign) continue;
      const bool of_number = words[i + 1].text == "night" && text::is_digit(words[i - 1].text.front());
      if (of_number) continue;  // "11 at night"
      for (std::size_t count = std::min(most_words, words.size() - i - 1); count > 0; --count) {
        const PlainWord& last = words[i + count];
        const std::string said = clause_.text.substr(words[i].begin, last.end - words[i].begin);
        const auto when = moment(sign ? "at" + said.substr(1) : said);
        if (when && compares(clause_.text.substr(0, words[i].begin))) return;  // "worse at night than by day"
        if (when) return take_out_time(*when, words, i, i + count);
      }
    }
  }

  /// "diazepam 2mg last night for the spasm", "tea yesterday because of the cold": in front of what it was for.
  void take_time_before_reason() {
    constexpr std::size_t most_words = 4;
    if (clause_.when) return;
    const auto words = plain_words_of(clause_.text);
    for (std::size_t why = 2; why < words.size(); ++why) {
      if (!text::is_one_of(words[why].text, "for|because|cos|against|due|after")) continue;
      for (std::size_t count = std::min(most_words, why - 1); count > 0; --count) {
        const auto when = moment_of(words, why - count, why - 1);
        // "a rough night because of ...": a part of the day alone may be what is told of.
        const bool day = count > 1 || text::is_one_of(words[why - 1].text, "yesterday|today|tonight|overnight");
        if (when && day && (when->plain || when->vague)) return take_out_time(*when, words, why - count, why - 1);
      }
    }
  }

  /// "neck spasm yesterday 4pm 6/10", "calf cramp 4am tuesday 3/10": a clock that can be nothing else, and the day
  /// beside it.
  bool take_clock_with_day(const std::vector<PlainWord>& words, std::size_t at) {
    auto when = half_day_clock(words[at].text);
    if (!when) return false;
    std::size_t first = at;
    std::size_t last = at;
    constexpr std::size_t most_before = 3;
    for (std::size_t before = std::min(most_before, at - 1); before > 0 && first == at; --before) {
      if (auto with_day = moment_of(words, at - before, at); with_day && with_day->plain) {
        when = with_day;
        first = at - before;
      }
    }
    for (std::size_t behind = std::min<std::size_t>(2, words.size() - 1 - at); behind > 0 && first == at && last == at;
         --behind) {
      if (auto with_day = moment_of(words, at, at + behind); with_day && with_day->plain) {
        when = with_day;
        last = at + behind;
      }
    }
    take_out_time(*when, words, first, last);
    return true;
  }

  /// The words from the first to the last say when, and what is left says what.
  void take_out_time(const calendar::SpokenMoment& when, const std::vector<PlainWord>& words, std::size_t first,
                     std::size_t last) {
    const std::size_t from = words[first].begin;
    clause_.when = when;
    clause_.when_said = clause_.text.substr(from, words[last].end - from);
    const std::size_t end = last + 1 < words.size() ? words[last + 1].begin : clause_.text.size();
    clause_.text.erase(from, end - from);
  }

  /// What the words from one to the other say as a time.
  std::optional<calendar::SpokenMoment> moment_of(const std::vector<PlainWord>& words, std::size_t first,
                                                  std::size_t last) const {
    return moment(std::string_view(clause_.text).substr(words[first].begin, words[last].end - words[first].begin));
  }

  /// "calf spasm yesterday evening 7/10", "stress yesterday 9", "Mon: cramp in foot": what is no food holds no day in
  /// its name.
  void take_time_of_event() {
    constexpr std::size_t most_words = 4;
    const bool event =
        clause_.kind == ClauseKind::Spasm || clause_.kind == ClauseKind::Stress || clause_.kind == ClauseKind::Factor;
    const auto words = plain_words_of(clause_.text);
    if (!event || clause_.when || words.empty()) return;
    constexpr std::size_t farthest = 24;
    const std::size_t all = std::min(words.size(), farthest);
    for (std::size_t count = std::min(most_words, words.size() - 1); count > 0; --count) {
      for (std::size_t i = 0; i + count <= all; ++i) {
        std::string said = clause_.text.substr(words[i].begin, words[i + count - 1].end - words[i].begin);
        while (said.ends_with(':') || said.ends_with(',')) said.pop_back();
        const auto when = names_weekday(said) ? noon_of(said) : moment(said);
        if (!when || !(when->plain || when->vague)) continue;
        if (compares(clause_.text.substr(0, words[i].begin))) return;
        if (put_out(words[i].begin, words[i + count - 1].end)) {
          clause_.when = when;
          clause_.when_said = said;
          return;
        }
      }
    }
  }

  bool says_part_of_day(std::string_view said) const {
    const WordSet& parts = vocabulary_.words("part of day");
    return std::ranges::any_of(plain_words_of(said), [&](const PlainWord& word) { return parts.contains(word.text); });
  }

  /// "monday", "on Tue"; "sat" by itself was done, and the sun shone.
  bool names_weekday(std::string_view said) const {
    const std::string lowered = text::lowered(said);
    if (text::is_one_of(lowered, "sat|sun")) return false;
    return vocabulary_.words("weekday").contains(lowered.starts_with("on ") ? lowered.substr(3) : lowered);
  }

  /// No time of that day was said.
  std::optional<calendar::SpokenMoment> noon_of(std::string_view weekday) const {
    const std::string lowered = text::lowered(weekday);
    auto when = moment((lowered.starts_with("on ") ? lowered.substr(3) : lowered) + " 12:00");
    if (when) when->vague = true;
    return when;
  }

  /// Takes words out of the clause where it stays of its kind. @return whether it did
  bool put_out(std::size_t from, std::size_t to) {
    const std::string_view all = clause_.text;
    std::string rest(text::trimmed(all.substr(0, from)));
    const std::string behind(text::trimmed(all.substr(to)));
    if (!rest.empty() && !behind.empty()) rest += ' ';
    rest += behind;
    if (rest.empty() || kind_of_clause(vocabulary_, rest) != clause_.kind) return false;
    clause_.text = std::move(rest);
    return true;
  }

  /// "left calf cramped 3 times": so many spasms, and no severity.
  void put_number_of_times_in_front() {
    const auto words = plain_words_of(clause_.text);
    for (std::size_t i = 1; clause_.kind == ClauseKind::Spasm && i < words.size(); ++i) {
      const bool two_words = text::is_digit(words[i].text[0]) && i + 1 < words.size() && words[i + 1].text == "times";
      if (!two_words && words[i].text != "twice") continue;
      const std::string number = two_words ? words[i].text : "2";
      const std::size_t to = words[two_words ? i + 1 : i].end;
      if (put_out(words[i].begin, to)) clause_.text.insert(0, number + " spasms ");
      return;
    }
  }

  /// "went for a walk", "went to the gym at 6": what is left of it names a factor.
  void drop_articles_of_factor() {
    const auto before = plain_words_of(line_.substr(start_, clause_.begin - start_));
    if (before.empty() || !text::is_one_of(before.back().text, "went|for|did|been|had|got|took")) return;
    const auto words = plain_words_of(clause_.text);
    std::size_t first = 0;
    while (first + 1 < words.size() && text::is_one_of(words[first].text, "a|an|the|to|some")) ++first;
    if (first == 0 || first > 2 || vocabulary_.factors().find(words[first].text) == nullptr) return;
    const bool alone = first + 1 == words.size() || text::is_digit(words[first + 1].text.front()) ||
                       vocabulary_.words("factor follows").contains(words[first + 1].text);
    if (alone) clause_.text.erase(0, words[first].begin);
  }

  /// "3am", "7:30pm": a time wherever it stands.
  std::optional<calendar::SpokenMoment> half_day_clock(const std::string& word) const {
    const bool half_day = text::is_digit(word.front()) && (word.ends_with("am") || word.ends_with("pm"));
    return half_day ? moment(word) : std::nullopt;
  }

  void set_time(const calendar::SpokenMoment& when, std::size_t from) {
    clause_.when = when;
    clause_.when_said = std::string(text::trimmed(rest().substr(from)));
    end_ = begin_ + from;
    skip_blanks();
    for (const std::string_view at : {" over the", " during the", " through the", " by the", " at", " on", " after",
                                      " before", " by", " just", ","}) {
      if (rest().ends_with(at)) end_ -= at.size();
    }
    if (text::is_one_of(text::lowered(rest()), "before|after|by|during|around"))
      end_ = begin_;  // "before lunch, 2 eggs"
    skip_blanks();
  }

  void take_sentence_words() {
    const WordSet& starts = vocabulary_.words("sentence start");
    if (const auto words = plain_words_of(rest());
        words.size() > 2 && words[0].text == "nothing" && words[1].text == "but") {
      begin_ += words[1].end;  // "nothing but crackers"
      skip_blanks();
    }
    for (auto words = plain_words_of(rest()); words.size() > 1 && starts.contains(words.front().text) &&
                                              !says_how_often(vocabulary_, words) && !says_up_so_often(words);
         words = plain_words_of(rest())) {
      clause_.drunk = clause_.drunk || vocabulary_.words("drink verb").contains(words.front().text);
      clause_.taken = clause_.taken || vocabulary_.words("supplement verb").contains(words.front().text);
      clause_.eaten = clause_.eaten || text::is_one_of(words.front().text, "ate|eaten");
      begin_ += words.front().end;
      skip_blanks();
    }
  }

  /// "took 20 minutes to let go": a length, and nothing that was swallowed.
  void note_what_took_time() {
    if (!clause_.taken || clause_.kind != ClauseKind::Intake) return;
    const std::string_view length = std::string_view(clause_.text).substr(0, clause_.text.find(" to "));
    if (!is_length(length)) return;
    clause_.text.insert(0, "took ");
    clause_.taken = false;
    clause_.kind = ClauseKind::Note;
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

  const Vocabulary& vocabulary_;
  const calendar::Reckoning& reckoning_;
  std::string_view line_;
  std::size_t start_;  ///< of the piece
  std::size_t begin_;
  std::size_t end_;
  Clause clause_;
};

}  // namespace

Clause read_clause(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning, std::string_view line,
                   Span piece) {
  return ClauseReader(vocabulary, reckoning, line, piece).read();
}

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

}  // namespace lytes::language
