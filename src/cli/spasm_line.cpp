#include "spasm_line.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"

namespace lytes::cli {

namespace {

struct Token {
  std::string text;  ///< lower case
  std::size_t offset;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && (text[i] == ' ' || text[i] == ',' || text[i] == '\t')) ++i;
    const std::size_t begin = i;
    while (i < text.size() && text[i] != ' ' && text[i] != ',' && text[i] != '\t') ++i;
    if (i == begin) continue;
    std::string word(text.substr(begin, i - begin));
    std::ranges::transform(word, word.begin(), [](unsigned char c) {
      return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    tokens.push_back({std::move(word), begin});
  }
  return tokens;
}

bool starts_with_digit(const std::string& word) {
  return !word.empty() && std::isdigit(static_cast<unsigned char>(word[0])) != 0;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

  SpasmLine read() {
    if (!tokens_.empty() && (tokens_[0].text == "none" || tokens_[0].text == "no")) {
      line_.none = true;
      const std::size_t rest = tokens_.size() > 1 ? tokens_[1].offset : text_.size();
      line_.site = std::string(text_.substr(rest));
      return line_;
    }
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      if (!starts_with_digit(tokens_[at_].text)) {
        place(tokens_[at_].text);
      } else if (!duration()) {
        severity();
      }
    }
    line_.site = side_.empty() ? site_ : site_.empty() ? side_ : side_ + " " + site_;
    if (line_.site.empty()) line_.site = "unspecified";
    return line_;
  }

 private:
  [[noreturn]] void refuse(const std::string& what, std::size_t offset, const std::string& valid) const {
    throw InputError(what, std::string(text_), offset, valid);
  }

  void place(const std::string& word) {
    static const std::vector<std::string> no_site = {"a",  "an", "at",   "cramp",    "cramps", "for",    "in", "my",
                                                     "of", "on", "pain", "severity", "spasm",  "spasms", "the"};
    // A word for how bad it was is no part of the body, and no number either.
    static const std::vector<std::string> manners = {"awful",    "bad",    "intense", "light",  "mild",
                                                     "moderate", "severe", "slight",  "strong", "terrible"};
    if (std::ranges::find(no_site, word) != no_site.end()) return;
    if (std::ranges::find(manners, word) != manners.end()) {
      line_.manner += (line_.manner.empty() ? "" : " ") + word;
      return;
    }
    const bool side = word == "left" || word == "right" || word == "both" || word == "l" || word == "r";
    if (side && side_.empty()) {
      side_ = word == "l" ? "left" : word == "r" ? "right" : word;
    } else {
      site_ += (site_.empty() ? "" : " ") + word;
    }
  }

  /// "10m", "90s", "1h30", or "10 min" over two words.
  bool duration() {
    const auto& word = tokens_[at_].text;
    const bool has_letter = std::ranges::any_of(word, [](unsigned char c) { return std::isalpha(c) != 0; });
    const auto unit_follows = [&] {
      static const std::vector<std::string> units = {"s",   "sec",  "secs",   "second",  "seconds", "m",
                                                     "min", "mins", "minute", "minutes", "h",       "hr",
                                                     "hrs", "hour", "hours",  "d",       "day",     "days"};
      return at_ + 1 < tokens_.size() && std::ranges::find(units, tokens_[at_ + 1].text) != units.end();
    };
    std::string said = word;
    if (!has_letter) {
      if (word.find('/') != std::string::npos || !unit_follows()) return false;
      said += " " + tokens_[at_ + 1].text;
    }
    const std::size_t offset = tokens_[at_].offset;
    if (line_.minutes) refuse("a second duration", offset, "one duration, such as `10m`");
    try {
      line_.minutes = calendar::parse_duration_minutes(said);
    } catch (const InputError& error) {
      refuse(error.what(), offset + std::min(error.place, word.size()), error.valid);
    }
    if (!has_letter) ++at_;
    return true;
  }

  void severity() {
    const auto& [word, offset] = tokens_[at_];
    const std::string valid = "a severity from 0 to 10, such as `6/10`, and a duration with its unit, such as `10m`";
    if (line_.severity) refuse("a second severity", offset, valid);
    const std::size_t slash = word.find('/');
    const auto value = whole_number(std::string_view(word).substr(0, slash));
    const auto scale =
        slash == std::string::npos ? std::optional(10) : whole_number(std::string_view(word).substr(slash + 1));
    if (!value || !scale) refuse("not a severity", offset, valid);
    if (*scale != 10) refuse("severity is out of 10", offset + slash + 1, valid);
    if (*value > 10) refuse("severity goes up to 10", offset, valid);
    line_.severity = value;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::string side_;
  std::string site_;
  SpasmLine line_;
};

}  // namespace

SpasmLine read_spasm_line(std::string_view text) { return Reader(text).read(); }

}  // namespace lytes::cli
