#include "line_pieces.hpp"

#include <string>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// "on and off", "again and again": two words that are one.
bool joins_twins(std::string_view line, std::size_t at) {
  for (const std::string_view twins :
       {"on and off", "off and on", "again and again", "pins and needles", "up and down"}) {
    const std::size_t before = twins.find(' ');
    if (at >= before && text::lowered(line.substr(at - before, twins.size())) == twins) return true;
  }
  return false;
}

/// "nothing but crackers", "all but one"
bool nothing_but(std::string_view line, std::size_t at) {
  constexpr std::size_t longest = 8;  // "anything"
  const std::size_t from = at > longest ? at - longest : 0;
  const std::string before = text::lowered(line.substr(from, at - from));
  return text::lowered(line.substr(at, 5)) == " but " &&
         (before.ends_with("nothing") || before.ends_with("all") || before.ends_with("anything"));
}

/// "six and a half hours"
bool half_more(std::string_view line, std::size_t at) {
  constexpr std::string_view half = " and a half";
  if (text::lowered(line.substr(at, half.size())) != half) return false;
  const std::size_t begin = line.substr(0, at).find_last_of(' ') + 1;  // 0 where there is none
  const std::string before = text::lowered(line.substr(begin, at - begin));
  return !before.empty() && (text::is_digit(before.back()) ||
                             text::is_one_of(before, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"));
}

/// Bytes of the separator at `at`; 0 for none.
std::size_t separator_at(std::string_view line, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < line.size() && text::is_digit(line[i]); };
  switch (line[at]) {
    case ',':
      return at > 0 && digit(at - 1) && digit(at + 1) ? 0 : 1;
    case ';':
    case '\n':
      return 1;
    case '.':
      return at + 1 == line.size() || line[at + 1] == ' ' ? (at > 0 && digit(at - 1) && digit(at + 2) ? 0 : 1) : 0;
    case ' ':
      if (joins_twins(line, at) || nothing_but(line, at) || half_more(line, at)) return 0;
      for (const std::string_view word : {" and ", " then ", " und ", " & ", " but "}) {
        if (text::lowered(line.substr(at, word.size())) == word) return word.size() - 1;
      }
      return 0;
    default:
      return 0;
  }
}

}  // namespace

std::vector<Span> pieces_of(std::string_view line) {
  std::vector<Span> pieces;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::size_t from = text::skip_spaces(line, begin);
    if (from >= end) return;
    const std::size_t size = text::without_trailing_spaces(line.substr(from, end - from)).size();
    if (size > 0) pieces.push_back({from, from + size});
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t separator = separator_at(line, at);
    if (separator == 0) {
      ++at;
      continue;
    }
    close(at);
    at += separator;
    begin = at;
  }
  close(line.size());
  return pieces;
}

}  // namespace lytes::language
