#include "piece.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "food_context.hpp"
#include "lytes/bounds.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// A word that joins two foods.
struct Link {
  std::string_view word;  ///< with the blank behind it
  bool adds;              ///< what follows is added to the drink before it
};

constexpr std::array<Link, 12> links = {{{"and ", false},
                                         {"n ", false},
                                         {"in ", false},
                                         {"with ", true},
                                         {"w/ ", true},
                                         {"w/", true},
                                         {"w ", true},
                                         {"mit ", true},
                                         {"on ", false},
                                         {"plus ", false},
                                         {"& ", false},
                                         {"+ ", false}}};

/// What follows a link and belongs to the name of one food: "cooked with salt", "with skin", "on the bone".
bool is_part_of_name(std::string_view rest) {
  constexpr std::size_t two_words = 64;  // with room to spare; the whole rest at every link would be quadratic
  const auto words = text::words_of(rest.substr(0, two_words));
  const std::size_t first = !words.empty() && words.front().text == "the" ? 1 : 0;
  return words.size() > first &&
         one_of(words[first].text, {"salt", "skin", "added", "no", "bone", "pulp", "peel", "cob"});
}

/// "1 tbsp lemon juice in 300ml water" names two; "tuna in oil" is one name.
bool is_in_a_vessel(std::string_view rest) {
  const std::string_view start = rest.substr(0, 10);
  return (!start.empty() && text::is_digit(start.front())) || start.starts_with("a glass") ||
         start.starts_with("a cup") || start.starts_with("a mug") || start.starts_with("a bottle") ||
         start.starts_with("hot water");
}

/// One part more, if the line may make as many entries.
void add_part(std::vector<Piece>& parts, const Piece& part) {
  if (parts.size() == most_entries_at_once) refuse_more_entries(part.line, part.offset);
  parts.push_back(part);
}

}  // namespace

Piece Piece::part(std::size_t from, std::size_t size) const {
  Piece trimmed{line, offset + from, size, addition, topping};
  while (trimmed.length > 0 && is_blank(line[trimmed.offset])) {
    ++trimmed.offset;
    --trimmed.length;
  }
  while (trimmed.length > 0 && is_blank(line[trimmed.offset + trimmed.length - 1])) --trimmed.length;
  return trimmed;
}

std::vector<Piece> parts_at_commas(std::string_view line) {
  const Piece whole{line, 0, line.size()};
  std::vector<Piece> found;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool decimal =
        i > 0 && i + 1 < line.size() && line[i] == ',' && text::is_digit(line[i - 1]) && text::is_digit(line[i + 1]);
    if (i < line.size() && (decimal || (line[i] != ',' && line[i] != ';' && line[i] != '\n'))) continue;
    Piece piece = whole.part(begin, i - begin);
    for (const std::string_view link : {"and ", "& ", "plus ", "with "}) {
      if (piece.text().starts_with(link)) piece = whole.part(piece.offset + link.size(), piece.length - link.size());
    }
    if (piece.length > 0) add_part(found, piece);
    begin = i + 1;
  }
  return found;
}

std::vector<Piece> parts_at(const Piece& piece, std::initializer_list<std::string_view> words) {
  std::vector<Piece> parts;
  const auto text = piece.text();
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const Piece part = piece.part(begin, end - begin);
    if (part.length > 0) add_part(parts, part);
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    for (const auto link : words) {
      if (!is_blank(text[i - 1]) || !text.substr(i).starts_with(link)) continue;
      close(i);
      begin = i + link.size();
    }
  }
  close(text.size());
  return parts;
}

std::vector<Piece> parts_at_links(const Piece& piece) {
  const auto text = piece.text();
  std::vector<Piece> parts;
  std::size_t begin = 0;
  bool addition = false;
  const auto close = [&](std::size_t end) {
    Piece part = piece.part(begin, end - begin);
    part.addition = addition;
    add_part(parts, part);
  };
  for (std::size_t i = 0; i < text.size();) {
    const bool at_word = i == 0 || is_blank(text[i - 1]);
    const auto link = std::ranges::find_if(links, [&](const Link& each) {
      if (!at_word || !text.substr(i).starts_with(each.word)) return false;
      const std::string_view rest = text.substr(i + each.word.size());
      return each.word == "in " ? is_in_a_vessel(rest) : !is_part_of_name(rest);
    });
    if (link == links.end()) {
      ++i;
      continue;
    }
    close(i);
    addition = link->adds;
    begin = i += link->word.size();
  }
  close(text.size());
  return parts;
}

}  // namespace lytes::language
