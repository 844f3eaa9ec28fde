#include "line_pieces.hpp"

#include <algorithm>
#include <string>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// Parts a line; knows the words that "and" and "but" stand between without parting them.
class Parter {
 public:
  Parter(const Vocabulary& vocabulary, std::string_view line)
      : vocabulary_(vocabulary), lowered_(text::lowered(line)), line_(lowered_) {}

  /// Bytes of the separator at `at`; 0 for none.
  std::size_t separator_at(std::size_t at) const {
    switch (line_[at]) {
      case ',':
        return at > 0 && digit(at - 1) && digit(at + 1) ? 0 : 1;
      case ';':
      case '\n':
        return 1;
      case '.':
        return at + 1 == line_.size() || line_[at + 1] == ' ' ? (at > 0 && digit(at - 1) && digit(at + 2) ? 0 : 1) : 0;
      case ' ':
        return word_at(at);
      default:
        return 0;
    }
  }

 private:
  bool digit(std::size_t i) const { return i < line_.size() && text::is_digit(line_[i]); }

  std::string_view word_before(std::size_t at) const {
    const std::size_t begin = line_.substr(0, at).find_last_of(' ') + 1;  // 0 where there is none
    return line_.substr(begin, at - begin);
  }

  std::string_view word_behind(std::size_t at) const {
    return line_.substr(at, std::min(line_.find_first_of(" ,;.", at), line_.size()) - at);
  }

  std::size_t word_at(std::size_t at) const {
    if (denies_spasms(at) || begins_to_eat(at)) return 1;
    if (so_i_had(at)) return 3;
    for (const std::string_view word : {" and ", " then ", " und ", " & ", " + ", " but "}) {
      if (!line_.substr(at).starts_with(word)) continue;
      const bool one = (word == " and " && (joins_twins(at) || half_more(at) || between_clocks(at))) ||
                       (word == " then " && line_.substr(0, at).ends_with("now and"));
      const bool exception = word == " but " && vocabulary_.words("before but").contains(word_before(at));
      if (!one && !exception) return word.size() - 1;
    }
    return 0;
  }

  /// "slept 7h no cramps"
  bool denies_spasms(std::size_t at) const {
    constexpr std::string_view no = " no ";
    if (at == 0 || !line_.substr(at).starts_with(no)) return false;
    return vocabulary_.words("spasm word").contains(word_behind(at + no.size())) && line_[at - 1] != ' ';
  }

  /// "calf cramp 8/10 drank a glass of water": what was had behind what is rated.
  bool begins_to_eat(std::size_t at) const {
    if (at < 3 || !line_.substr(0, at).ends_with("/10")) return false;
    return vocabulary_.words("eating verb").contains(word_behind(at + 1));
  }

  /// "cramp for 10 min so I took magnesium"
  bool so_i_had(std::size_t at) const {
    constexpr std::string_view so = " so i ";
    return line_.substr(at).starts_with(so) && vocabulary_.words("eating verb").contains(word_behind(at + so.size()));
  }

  /// "on and off", "again and again": words that are one.
  bool joins_twins(std::size_t at) const {
    constexpr std::size_t between = 5;  // " and "
    const std::string twins = std::string(word_before(at)) + " and " + std::string(word_behind(at + between));
    return vocabulary_.words("twins").contains(twins) || vocabulary_.words("how often").contains(twins);
  }

  /// "between 2 and 4am"
  bool between_clocks(std::size_t at) const {
    std::string_view before = line_.substr(0, at);
    if (before.ends_with(" am") || before.ends_with(" pm")) before.remove_suffix(3);
    const std::string_view clock = word_before(before.size());
    if (clock.empty() || !text::is_digit(clock.front())) return false;
    before.remove_suffix(clock.size());
    return text::without_trailing_spaces(before).ends_with("between");
  }

  /// "six and a half hours", "an hour and a half", "a mug and a half"
  bool half_more(std::size_t at) const {
    if (!line_.substr(at).starts_with(" and a half")) return false;
    const std::string_view before = word_before(at);
    return !before.empty() && (text::is_digit(before.back()) || vocabulary_.words("and a half").contains(before) ||
                               vocabulary_.words("unit").contains(before));
  }

  const Vocabulary& vocabulary_;
  std::string lowered_;
  std::string_view line_;
};

}  // namespace

std::vector<Span> pieces_of(const Vocabulary& vocabulary, std::string_view line) {
  const Parter parter(vocabulary, line);
  std::vector<Span> pieces;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::size_t from = text::skip_spaces(line, begin);
    if (from >= end) return;
    const std::size_t size = text::without_trailing_spaces(line.substr(from, end - from)).size();
    if (size > 0) pieces.push_back({from, from + size});
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t separator = parter.separator_at(at);
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
