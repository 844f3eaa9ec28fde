#include "clauses.hpp"

#include <algorithm>
#include <utility>

#include "clause_reader.hpp"
#include "clock_span.hpp"
#include "eaten_share.hpp"
#include "in_all.hpp"
#include "line_pieces.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"
#include "said_of_last.hpp"
#include "several_times.hpp"
#include "wakings.hpp"

namespace lytes::language {

namespace {

/// Where the length ends that stands behind a factor's word.
std::optional<std::size_t> end_of_length(const std::string& text, const std::vector<PlainWord>& words,
                                         std::size_t factor) {
  constexpr std::size_t most_words = 4;
  for (std::size_t count = std::min(most_words, words.size() - factor - 1); count > 0; --count) {
    const std::size_t begin = words[factor + 1].begin;
    if (is_length(std::string_view(text).substr(begin, words[factor + count].end - begin)))
      return words[factor + count].end;
  }
  return std::nullopt;
}

/// "spasm 5/10 after sitting 6 hours": the factor that a spasm is put down to, with its value.
std::optional<Clause> factor_in(const Vocabulary& vocabulary, const Clause& spasm) {
  const auto words = plain_words_of(spasm.text);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const bool put_down_to = vocabulary.words("story start").contains(words[i - 1].text);
    const FactorWord* known = put_down_to ? vocabulary.factors().find(words[i].text) : nullptr;
    const auto end = known && known->scale != Scale::Free ? end_of_length(spasm.text, words, i) : std::nullopt;
    if (!end) continue;
    Clause factor = spasm;
    factor.kind = ClauseKind::Factor;
    factor.text = spasm.text.substr(words[i].begin, *end - words[i].begin);
    factor.begin += words[i].begin;
    return factor;
  }
  return std::nullopt;
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
  ClauseList(const Vocabulary& vocabulary, std::string_view line, const calendar::Reckoning& reckoning)
      : vocabulary_(vocabulary), line_(line), reckoning_(reckoning), today_(calendar::today(reckoning)) {}

  void add(Clause clause, Span piece) {
    if (clause.text.empty()) return take_time(clause);
    take_time_in_front(clause);
    if (text::is_one_of(text::lowered(clause.text), "am|pm|a.m|p.m"))
      throw InputError("half a day is no time", std::string(line_), clause.begin, "a line for each: `... @ 8:00`");
    if (says_what_was_not_had(clause)) clause.kind = ClauseKind::Note;
    if (!clauses_.empty()) {
      if (auto hour = another_hour(clauses_.back(), clause, reckoning_)) {
        clause.when = std::move(hour);
        clause.when_said = std::exchange(clause.text, {});
      }
    }
    if (!put_in_evening(clause, piece)) put_in_second_half(clause);
    if (clause.text.empty()) return take_time(clause);
    if (!clauses_.empty() && (says_again(clause) || says_first_of_them(clause))) return;
    if (!clauses_.empty() && says_where_it_was(clause, piece)) return;
    if (!clauses_.empty() && says_how_much_of_it(clause, piece)) return;
    if (!clauses_.empty() && is_part_of_last(clause)) return;
    const bool in_front = clause.when && clause.begin > piece.begin && clause.begin + clause.text.size() == piece.end;
    const auto factor = clause.kind == ClauseKind::Spasm ? factor_in(vocabulary_, clause) : std::nullopt;
    clauses_.push_back(std::move(clause));
    if (factor) put_down_to_.emplace_back(clauses_.size(), *factor);
    time_was_in_front_ = in_front;
  }

  void add(Clause whole) { clauses_.push_back(std::move(whole)); }

  /// "again this evening 4/10" behind a spasm: the words of another one at the same place; empty where it is none.
  std::string another_spasm(std::string_view piece) const {
    constexpr std::string_view again = "again ";
    if (clauses_.empty() || clauses_.back().kind != ClauseKind::Spasm || !text::lowered(piece).starts_with(again))
      return {};
    if (piece.find("/10") == std::string_view::npos) return {};
    std::string words;
    for (const PlainWord& word : plain_words_of(clauses_.back().text)) {
      const bool place = vocabulary_.body_parts().kind_of(word.text) != BodyWord::None;
      if (place || vocabulary_.words("spasm word").contains(word.text)) words += word.text + " ";
    }
    return words + std::string(piece.substr(again.size()));
  }

  std::vector<Clause> take() {
    for (auto factor = put_down_to_.rbegin(); factor != put_down_to_.rend(); ++factor)
      clauses_.insert(clauses_.begin() + static_cast<std::ptrdiff_t>(factor->first), factor->second);
    share_among_times(vocabulary_, clauses_);
    join_wakings(vocabulary_, clauses_);
    return std::move(clauses_);
  }

 private:
  /// "quarter past six this morning, foot cramp": a time by itself in front.
  void take_time_in_front(Clause& clause) {
    if (in_front_ && !clause.when) {
      clause.when = in_front_->when;
      clause.when_said = in_front_->when_said;
    }
    in_front_.reset();
  }

  /// A time by itself is that of the one before, which has none; else it was so then too: "coffee 7am, 10am and 2pm".
  void take_time(const Clause& clause) {
    if (!clause.when) return;
    if (clauses_.empty()) {
      in_front_ = clause;
      return;
    }
    const ClauseKind kind = clauses_.back().kind;
    if (kind == ClauseKind::Spasm) take_number_off(clauses_.back().text);
    // "two cramps overnight, 11pm and 3am"
    const bool only_vague = kind == ClauseKind::Spasm && clauses_.back().when && clauses_.back().when->vague &&
                            !clause.when->vague && !says_plain_hour(clauses_.back().when_said);
    if (clauses_.back().when && !only_vague && (kind == ClauseKind::Intake || kind == ClauseKind::Spasm)) {
      clauses_.push_back(clauses_.back());
    } else if (only_vague) {
      clauses_.back().when.reset();
    } else if (clauses_.back().when) {
      return;
    }
    clauses_.back().when = clause.when;
    clauses_.back().when_said = clause.when_said;
  }

  /// "two cramps at 11pm and 3am" are one at each of the times.
  static void take_number_off(std::string& text) {
    const auto words = plain_words_of(text);
    if (words.size() > 1 && text::is_one_of(words[0].text, "2|3|4|two|three|four|both")) text.erase(0, words[1].begin);
  }

  /// "coffee at 7 and again at 11", "1 beer at lunch, 1 at dinner"
  bool says_again(const Clause& clause) {
    std::string again = had_again(clauses_.back(), clause);
    if (again.empty()) return false;
    take_time(clause);
    if (clauses_.back().kind == ClauseKind::Intake) clauses_.back().text = std::move(again);
    return true;
  }

  /// "2 teas, one at 9 and one at 3"
  bool says_first_of_them(const Clause& clause) {
    Clause& last = clauses_.back();
    if (!tells_of_one(last, clause)) return false;
    last.text = so_many(last, clause);
    take_time(clause);
    return true;
  }

  /// "dinner at 7: curry and rice": nobody dines at seven in the morning. @return whether it was so
  bool put_in_evening(Clause& clause, Span piece) const {
    constexpr std::chrono::hours half(12);
    if (!clause.when || clause.kind != ClauseKind::Intake || !says_plain_hour(clause.when_said)) return false;
    const int hour = std::stoi(calendar::short_time(clause.when->moment).substr(0, 2));
    constexpr int first_evening_hour = 4;
    const auto dines = [](const PlainWord& word) { return text::is_one_of(word.text, "dinner|supper"); };
    const auto words = plain_words_of(line_.substr(piece.begin, piece.end - piece.begin));
    if (hour < first_evening_hour || hour >= half.count() || std::ranges::none_of(words, dines)) return false;
    const auto& said = clause.when->moment.at;
    clause.when->moment = calendar::moment_at(said + half > reckoning_.now ? said - half : said + half, reckoning_);
    clause.when->earlier_day = clause.when->moment.day != today_;
    clause.when->vague = true;
    return true;
  }

  /// "gym 6pm, shake 7pm, twitching calf at 8": a plain hour that would be before what was told goes on from there; and
  /// nobody has coffee "at 3" in the night.
  void put_in_second_half(Clause& clause) {
    constexpr std::chrono::hours half(12);
    if (!clause.when || !(says_plain_hour(clause.when_said) || says_hour_of_lunch(clause))) return;
    if (clause.when->moment.at + half > reckoning_.now) return;
    const int hour = std::stoi(calendar::short_time(clause.when->moment).substr(0, 2));
    const auto& said = clause.when->moment.at;
    const auto timed = std::find_if(clauses_.rbegin(), clauses_.rend(), [](const Clause& one) { return one.when; });
    const auto* before = timed == clauses_.rend() ? nullptr : &timed->when->moment.at;
    const bool goes_on = before != nullptr && said < *before && said + half >= *before && *before - said < half;
    constexpr int last_small_hour = 5;
    const bool spasm = clause.kind == ClauseKind::Spasm || clause.kind == ClauseKind::NoSpasms;
    const bool by_day = !spasm && hour <= last_small_hour && !tells_of_night();
    if (spasm && !goes_on && !tells_of_night()) clause.when->vague = true;  // said, for it may be either
    if (!goes_on && !by_day) return;
    clause.when->moment = calendar::moment_at(said + half, reckoning_);
    clause.when->vague = true;
  }

  /// "chicken salad for lunch at 1.15"
  static bool says_hour_of_lunch(const Clause& clause) {
    const std::string_view said = clause.when_said;
    const bool clock = said.find_first_of(".:") != std::string_view::npos && said.find('m') == std::string_view::npos;
    return clock && std::ranges::any_of(plain_words_of(clause.text), [](const PlainWord& word) {
             return text::is_one_of(word.text, "lunch|dinner|supper");
           });
  }

  bool tells_of_night() {
    const auto of_night = [&](const PlainWord& word) {
      return vocabulary_.words("woken").contains(word.text) ||
             text::is_one_of(word.text, "night|overnight|asleep|sleep");
    };
    if (!of_night_) of_night_ = std::ranges::any_of(plain_words_of(line_), of_night);
    return *of_night_;
  }

  /// "2 beers, drank half of it", "curry with rice, couldnt finish @ 20:00": told with what was had, and at its time.
  bool says_how_much_of_it(const Clause& clause, Span piece) {
    Clause& last = clauses_.back();
    if (last.kind != ClauseKind::Intake || (last.when && clause.when)) return false;
    const std::string_view said = line_.substr(piece.begin, clause.begin + clause.text.size() - piece.begin);
    if (!tells_how_much_was_eaten(vocabulary_, said)) return false;
    last.text += ", " + std::string(said);
    if (!clause.when) return true;
    last.when = clause.when;
    last.when_said = clause.when_said;
    return true;
  }

  /// "quad spasm 4/10, on the bike": where a spasm came, and at what.
  bool says_where_it_was(const Clause& clause, Span piece) {
    Clause& last = clauses_.back();
    if (last.kind != ClauseKind::Spasm || clause.kind != ClauseKind::Intake || clause.when) return false;
    const std::string_view said = line_.substr(piece.begin, piece.end - piece.begin);
    const auto words = plain_words_of(said);
    const bool where = words.size() > 1 && vocabulary_.words("activity start").contains(words.front().text);
    if (!where || std::ranges::any_of(said, text::is_digit)) return false;
    last.text += ", " + std::string(said);
    return true;
  }

  /// "no alcohol" by itself; behind food it says what was not in it, and "no sugar coke" is a drink.
  bool says_what_was_not_had(const Clause& clause) const {
    const bool behind_food = !clauses_.empty() && clauses_.back().kind == ClauseKind::Intake;
    const auto words = plain_words_of(clause.text);
    const bool alone =
        words.size() == 2 || (words.size() > 2 && vocabulary_.words("how long not").contains(words[2].text));
    return !behind_food && clause.kind == ClauseKind::Intake && words.size() > 1 && words[0].text == "no" && alone;
  }

  /// "foot cramp at 1am and 4am, about a minute each": of all that were told in one.
  bool add_to_each(const Clause& clause) {
    constexpr std::string_view each = " each";
    if (clauses_.back().kind != ClauseKind::Spasm || !clause.text.ends_with(each)) return false;
    const std::string length = without_estimate(vocabulary_, clause.text.substr(0, clause.text.size() - each.size()));
    if (!is_length(length)) return false;
    for (Clause& one : clauses_) {
      if (one.kind == ClauseKind::Spasm && one.begin == clauses_.back().begin) one.text += " " + length;
    }
    return true;
  }

  /// Whether it only says more of the one before, and is told with it.
  /// @param clause its kind is set where the one before tells it
  bool is_part_of_last(Clause& clause) {
    Clause& last = clauses_.back();
    if (add_to_each(clause)) return true;
    if (const auto added = added_to(vocabulary_, last, clause); !added.empty()) {
      last.text += " " + added;
      const bool of_stress = last.kind == ClauseKind::Factor && last.text.starts_with("stress") && says_rating(clause);
      if (of_stress) last.kind = ClauseKind::Stress;  // "stressed about the exam, 8/10"
      return true;
    }
    const bool total = last.kind == ClauseKind::Intake && !clause.when && says_what_it_came_to(clause.text);
    if (total || denies_of_complaint(vocabulary_, last, clause)) {
      last.text += ", " + clause.text;
      return true;
    }
    if (add_quality(vocabulary_, last, clause) || add_waking(vocabulary_, last, clause)) return true;
    if (const auto rating = rating_alone(last, clause); !rating.empty()) {
      clause.kind = ClauseKind::Stress;
      clause.text = rating;
    }
    if (const auto length = night_length(vocabulary_, last, clause); !length.empty()) {
      clause.kind = ClauseKind::Factor;
      clause.text = "sleep " + length;
    }
    if (says_another_spasm(vocabulary_, last, clause)) clause.kind = ClauseKind::Spasm;
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
  const calendar::Reckoning& reckoning_;
  calendar::Day today_;
  std::vector<Clause> clauses_;
  std::optional<Clause> in_front_;                           ///< a time by itself, before anything was told
  std::optional<bool> of_night_;                             ///< whether the line speaks of one, once it was asked
  std::vector<std::pair<std::size_t, Clause>> put_down_to_;  ///< factors of spasms, and before which clause they come
  bool time_was_in_front_ = false;  ///< then it holds for what follows, and a time behind begins another clause
};

}  // namespace

std::vector<Clause> clauses_of(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning,
                               std::string_view line) {
  ClauseList clauses(vocabulary, line, reckoning);
  const auto night = night_in(vocabulary, line);
  if (night) clauses.add(night_clause(*night, line, reckoning));
  for (const Span whole : pieces_of(vocabulary, line)) {
    const auto piece = night ? beside_night(whole, *night) : whole;
    if (!piece) continue;
    const std::string another = clauses.another_spasm(line.substr(piece->begin, piece->end - piece->begin));
    if (another.empty()) {
      clauses.add(read_clause(vocabulary, reckoning, line, *piece), *piece);
    } else {
      Clause spasm = read_clause(vocabulary, reckoning, another, {0, another.size()});
      spasm.begin = piece->begin;
      clauses.add(std::move(spasm));
    }
  }
  return clauses.take();
}

}  // namespace lytes::language
