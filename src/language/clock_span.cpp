#include "clock_span.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Piece {
  std::string text;
  std::size_t begin;
  std::size_t end;
};

/// Words and the dashes between figures, with "pm" put to the number before it.
std::vector<Piece> pieces_of(const Vocabulary& vocabulary, std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == ',') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (line[at] == '-') {
      ++at;
    } else {
      while (at < line.size() && std::string_view(" ,-").find(line[at]) == std::string_view::npos) ++at;
    }
    std::string word = text::lowered(line.substr(begin, at - begin));
    const bool half = vocabulary.words("half of day").contains(word);
    if (half && !pieces.empty() && text::is_digit(pieces.back().text.front())) {
      pieces.back().text += " " + word;
      pieces.back().end = at;
    } else {
      pieces.push_back({std::move(word), begin, at});
    }
  }
  return pieces;
}

struct Clock {
  minutes at;
  bool plain_number;  ///< "9", which may be in the evening
  bool either_half;   ///< so may "9:30"
};

std::optional<Clock> clock_of(const std::string& word) {
  if (!text::is_digit(word.front()) && word != "noon" && word != "midnight") return std::nullopt;
  const bool number = word.size() <= 2 && std::ranges::all_of(word, text::is_digit);
  if (number && std::stoi(word) > 24) return std::nullopt;
  if (number) return Clock{hours(std::stoi(word) % 24), true, true};
  try {
    const minutes at = calendar::parse_clock(word);
    const bool half_said = std::ranges::any_of(word, text::is_ascii_letter) || word.front() == '0';
    return Clock{at, false, !half_said && at >= hours(1) && at < hours(13)};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

minutes length_between(const Clock& from, const Clock& until) {
  const minutes day = hours(24);
  const minutes length = (until.at - from.at + day) % day;
  const bool may_be = from.plain_number || until.plain_number || (from.either_half && until.either_half);
  const bool other_half = may_be && length > hours(12);  // "slept at 11:30, woke at 6:15"
  return other_half ? length - hours(12) : length;
}

/// The clock behind the word at `at`, over "at", "around" and "up"; empty for none. `at` is then its place.
std::optional<Clock> clock_behind(const Vocabulary& vocabulary, const std::vector<Piece>& pieces, std::size_t& at) {
  const WordSet& between = vocabulary.words("before clock");
  for (++at; at < pieces.size() && between.contains(pieces[at].text); ++at) {
  }
  return at < pieces.size() ? clock_of(pieces[at].text) : std::nullopt;
}

}  // namespace

std::string length_in_words(const ClockSpan& span) {
  const auto whole = span.length / hours(1);
  const auto part = (span.length % hours(1)).count();
  return part == 0 ? fmt::format("{}h", whole) : fmt::format("{}h{:02}", whole, part);
}

std::optional<ClockSpan> night_in(const Vocabulary& vocabulary, std::string_view line) {
  const auto is_one_of = [&](const Piece& piece, std::string_view list) {
    return vocabulary.words(list).contains(piece.text);
  };
  const auto pieces = pieces_of(vocabulary, line);
  for (std::size_t bed = 0; bed < pieces.size(); ++bed) {
    const bool slept_at = pieces[bed].text == "slept" && bed + 1 < pieces.size() && pieces[bed + 1].text == "at";
    if (!is_one_of(pieces[bed], "in bed") && !slept_at) continue;
    std::size_t first = bed;
    while (first > 0 && is_one_of(pieces[first - 1], "before bed")) --first;
    std::size_t from = bed;
    const auto asleep = clock_behind(vocabulary, pieces, from);
    if (!asleep) continue;
    std::size_t woke = from + 1;
    while (woke < pieces.size() && is_one_of(pieces[woke], "before waking")) ++woke;
    if (woke >= pieces.size() || !is_one_of(pieces[woke], "awake")) continue;
    const auto awake = clock_behind(vocabulary, pieces, woke);
    if (!awake) continue;
    const bool beside = first > 0 && is_one_of(pieces[first - 1], "beside night");
    const bool by_something = woke + 1 < pieces.size() && is_one_of(pieces[woke + 1], "waking cause");
    const minutes length = length_between(*asleep, *awake);
    if (beside || by_something || length == minutes(0)) continue;
    const minutes from_clock = (awake->at - length + hours(24)) % hours(24);
    return ClockSpan{pieces[first].begin, pieces[woke].end, from_clock, awake->at, length};
  }
  return std::nullopt;
}

std::optional<ClockSpan> clock_span_in(const Vocabulary& vocabulary, std::string_view line) {
  const auto pieces = pieces_of(vocabulary, line);
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!vocabulary.words("span to").contains(pieces[i].text)) continue;
    const auto from = clock_of(pieces[i - 1].text);
    const auto until = clock_of(pieces[i + 1].text);
    if (!from || !until) continue;
    const bool marked = i >= 2 && vocabulary.words("span from").contains(pieces[i - 2].text);
    const bool part_behind = i + 3 < pieces.size() && text::is_one_of(pieces[i + 2].text, "this|in") &&
                             vocabulary.words("part of day").contains(pieces.back().text);  // "6 to 7 this morning"
    if (from->plain_number && until->plain_number && !marked && !part_behind) continue;
    const minutes length = length_between(*from, *until);
    if (length == minutes(0)) continue;
    const bool second_half = from->plain_number && !until->plain_number && from->at + length != until->at &&
                             from->at < hours(12);  // "from 1 to 2:30 pm", "11 to 7am"
    return ClockSpan{pieces[marked ? i - 2 : i - 1].begin, pieces[i + 1].end,
                     second_half ? from->at + hours(12) : from->at, until->at, length};
  }
  return std::nullopt;
}

}  // namespace lytes::language
