#include <fmt/format.h>

#include <string>
#include <vector>

#include "food_context.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// What a word was meant to be: the one word of the list that is near; empty where it stands there or none is.
std::string meant_word(const WordSet& names, const std::string& word) {
  constexpr std::size_t least_letters = 5;
  constexpr std::size_t letters_of_two_slips = 8;
  if (word.size() < least_letters || names.contains(word)) return {};
  const int most = word.size() < letters_of_two_slips ? 1 : 2;
  std::string meant;
  for (const std::string_view name : names) {
    if (text::spelling_distance(word, name, most) > most) continue;
    if (!meant.empty()) return {};
    meant = name;
  }
  return meant;
}

/// The text with its elements and salts spelled as they are.
std::string mended(const WordSet& names, std::string_view text) {
  std::string line;
  std::size_t copied = 0;
  for (const auto& word : text::words_of(text)) {
    const std::string meant = meant_word(names, text::lowered(text.substr(word.offset, word.length)));
    if (meant.empty()) continue;
    line += std::string(text.substr(copied, word.offset - copied)) + meant;
    copied = word.offset + word.length;
  }
  return copied == 0 ? std::string() : line + std::string(text.substr(copied));
}

}  // namespace

std::optional<Read> read_misspelt_supplement(const FoodContext& context, const Piece& piece) {
  const std::string line = mended(context.speaker().vocabulary().words("element or salt"), piece.text());
  if (line.empty()) return std::nullopt;
  const Piece other{line, 0, line.size(), piece.addition, piece.topping};
  std::optional<Read> read;
  try {
    read = read_product(context, other);
    if (!read) read = read_supplement(context, other);
  } catch (const InputError&) {
    return std::nullopt;  // what is wrong with it is told of what was typed
  }
  if (!read) return std::nullopt;
  read->serving.said = piece.text();
  read->serving.remarks.push_back(note("spelling", fmt::format("\"{}\" was read as \"{}\"", piece.text(), line)));
  return read;
}

}  // namespace lytes::language
