#include "in_figures.hpp"

#include <vector>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// "3", "three", "10" as figures; empty for what is no rating.
std::string rating_of(std::string_view word) {
  const auto number = small_number(word);
  return number && *number <= 10 ? std::to_string(*number) : std::string();
}

/// Words that are put for others, and how many of them.
struct Put {
  std::size_t count = 0;
  std::string figures;
};

Put put_at(const std::vector<PlainWord>& words, std::size_t at) {
  const auto says = [&](std::size_t ahead, std::string_view any) {
    return at + ahead < words.size() && text::is_one_of(words[at + ahead].text, any);
  };
  const std::string& word = words[at].text;
  if (const std::string rating = rating_of(word); !rating.empty()) {
    const bool half = rating != "10" && says(1, "and") && says(2, "a") && says(3, "half");  // "six and a half"
    const std::size_t next = half ? 4 : 1;
    const bool one_word = says(next, "outa|outta|outof|von");
    const std::size_t ten = one_word ? next + 1 : says(next, "out") && says(next + 1, "of") ? next + 2 : 0;
    if (ten > 0 && says(ten, "10|ten|zehn")) return {ten + 1, rating + (half ? ".5" : "") + "/10"};
    if (says(1, "quarters") && rating == "3" && says(2, "of") && says(3, "an") && says(4, "hour"))
      return {5, "45 minutes"};
  }
  if (word.size() > 1 && word.size() < 4 && word.ends_with('k') && says(1, "steps") && text::is_digit(word.front()))
    return {1, word.substr(0, word.size() - 1) + "000"};  // "10k steps"
  constexpr std::string_view hour = "hour|hours|hr|hrs|h";
  if (word == "1/2" && says(1, hour)) return {2, "30 minutes"};
  if (word == "1/2" && says(1, "an") && says(2, hour)) return {3, "30 minutes"};
  if (says(1, "1/2") && says(2, hour) && small_number(word)) return {2, std::to_string(*small_number(word)) + ".5"};
  const std::size_t slash = word.find('/');
  if (slash != std::string::npos && word.substr(slash) == "/10" && !text::is_digit(word.front())) {
    if (const std::string rating = rating_of(word.substr(0, slash)); !rating.empty()) return {1, rating + "/10"};
  }
  const bool of_stress = at > 0 && (words[at - 1].text == "stress" ||
                                    (at > 1 && words[at - 1].text == "level" && words[at - 2].text == "stress"));
  const std::string rating = of_stress && !text::is_digit(word.front()) ? rating_of(word) : std::string();
  if (!rating.empty()) return {1, rating};
  return {};
}

}  // namespace

std::string in_figures(std::string_view line) {
  const auto words = plain_words_of(line);
  std::string figures;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < words.size();) {
    const Put put = put_at(words, at);
    if (put.count == 0) {
      ++at;
      continue;
    }
    const PlainWord& last = words[at + put.count - 1];
    figures += line.substr(copied, words[at].begin - copied);
    figures += put.figures;
    copied = last.begin + last.text.size();  // what ends a sentence stays
    at += put.count;
  }
  figures += line.substr(copied);
  return figures;
}

std::string figure_alone(std::string_view text) {
  std::string figure;
  for (const PlainWord& word : plain_words_of(text)) {
    if (text::is_one_of(word.text, "a|an|say|about|maybe|roughly|around|probably|barely|only|just|like|perhaps|ca"))
      continue;
    if (!figure.empty()) return {};
    figure = rating_of(word.text);
    if (figure.empty()) return {};
  }
  return figure;
}

}  // namespace lytes::language
