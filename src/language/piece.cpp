#include "piece.hpp"

#include <array>
#include <string>

#include "food_context.hpp"
#include "lytes/bounds.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using quantity::Amount;
using quantity::OunceOf;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

OunceOf ounce_of(foods::Kind kind) { return kind == foods::Kind::Drink ? OunceOf::Drink : OunceOf::Food; }

constexpr std::array<std::string_view, 61> unit_words = {
    "slice",  "piece",  "glass",   "mug",     "bowl",    "can",     "bottle",  "cup",   "small", "medium", "large",
    "big",    "extra",  "mini",    "handful", "serving", "portion", "plate",   "bar",   "stick", "clove",  "stalk",
    "head",   "fillet", "tin",     "carton",  "pack",    "packet",  "sachet",  "bag",   "scoop", "shot",   "jar",
    "pinch",  "dash",   "splash",  "knob",    "bunch",   "sprig",   "wedge",   "ring",  "strip", "rasher", "pot",
    "tub",    "tablet", "capsule", "pill",    "drop",    "helping", "regular", "jumbo", "loaf",  "ear",    "pat",
    "square", "sheet",  "stuck",   "katori",  "tasse",   "tassen",
};

/// A word that joins two foods.
struct Link {
  std::string_view word;  ///< with the blank behind it
  bool adds;              ///< what follows is added to the drink before it
};

constexpr std::array<Link, 10> links = {{{"and ", false},
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

/// One part more, if the line may make as many entries.
void add_part(std::vector<Piece>& parts, const Piece& part) {
  if (parts.size() == most_entries_at_once) refuse_more_entries(part.line, part.offset);
  parts.push_back(part);
}

/// Bytes of the longest amount that is looked for behind a name.
constexpr std::size_t longest_amount = 100;

std::optional<Amount> amount_alone(std::string_view tail, OunceOf ounce) {
  try {
    Amount amount = quantity::parse_amount(tail, ounce);
    if (amount.rest.empty() && amount.measure) return amount;
  } catch (const InputError&) {
    // Not an amount after all: "vitamin b12" or "omega 3-6-9".
  }
  return std::nullopt;
}

/// "2" of "x2" and of "2x".
std::string without_times_sign(std::string count) {
  const auto is_times = [](char c) { return c == 'x' || c == 'X'; };
  if (count.size() > 1 && is_times(count.front()) && text::is_digit(count[1])) count.erase(0, 1);
  if (count.size() > 1 && is_times(count.back()) && text::is_digit(count[count.size() - 2])) count.pop_back();
  return count;
}

/// An amount that counts and names nothing but what is counted: "2", "2 mugs", but neither "200 ml" nor "2 eggs".
std::optional<Amount> count_alone(const std::string& tail, OunceOf ounce) {
  if (!text::is_digit(tail.front()) && text::is_ascii(tail.front())) return std::nullopt;  // "½" is beyond ASCII
  try {
    Amount count = quantity::parse_amount(tail, ounce);
    if (!count.number_given || count.measure || count.number > 99) return std::nullopt;
    const auto unit = text::words_of(count.rest);
    if (unit.size() > 1 || (unit.size() == 1 && !is_unit_word(unit.front().text))) return std::nullopt;
    return count;
  } catch (const InputError&) {
    return std::nullopt;  // "omega 3-6-9"
  }
}

/// "tea 2 mugs" as "2 mugs tea", "chicken nuggets 6" as "6 chicken nuggets", "samosa x2" as "2 samosa".
std::optional<Amount> count_behind(const Amount& said, OunceOf ounce) {
  const auto words = text::words_of(said.rest);
  for (std::size_t i = words.size(); i-- > 1 && i + 3 > words.size();) {
    auto behind = count_alone(without_times_sign(said.rest.substr(words[i].offset)), ounce);
    if (!behind) continue;
    const std::string name = said.rest.substr(0, words[i].offset);
    behind->rest = behind->rest.empty() ? name : behind->rest + " " + name;
    while (behind->rest.ends_with(' ') || behind->rest.ends_with(" x")) behind->rest.pop_back();
    behind->rest_offset = said.rest_offset;
    return behind;
  }
  return std::nullopt;
}

/// "water 500ml", "1 orange (140g)": the measure that ends a piece, with the name from `name_begins` on.
std::optional<Amount> measure_behind(const Piece& piece, std::size_t name_begins, OunceOf ounce) {
  const auto text = piece.text();
  for (std::size_t i = text.size() > longest_amount ? text.size() - longest_amount : 1; i < text.size(); ++i) {
    const bool in_brackets = text[i - 1] == '(';
    if (i < name_begins || !text::is_digit(text[i]) || !(is_blank(text[i - 1]) || in_brackets)) continue;
    std::string_view tail = text.substr(i);
    while (tail.ends_with(')')) tail.remove_suffix(1);
    auto measured = amount_alone(tail, ounce);
    if (!measured) continue;
    measured->rest = std::string(piece.part(name_begins, i - name_begins - (in_brackets ? 1 : 0)).text());
    measured->rest_offset = name_begins;
    return measured;
  }
  return std::nullopt;
}

}  // namespace

bool is_unit_word(std::string_view word) { return std::ranges::find(unit_words, word) != unit_words.end(); }

std::optional<std::string> nearest_unit_word(std::string_view misspelt) {
  const auto near = [&](std::string_view word) {
    return word.size() > 3 && text::spelling_distance(misspelt, word, 1) == 1;
  };
  const auto found = std::ranges::find_if(unit_words, near);
  if (found == unit_words.end()) return std::nullopt;
  return std::string(*found);
}

Piece Piece::part(std::size_t from, std::size_t size) const {
  Piece trimmed{line, offset + from, size, addition};
  while (trimmed.length > 0 && is_blank(line[trimmed.offset])) {
    ++trimmed.offset;
    --trimmed.length;
  }
  while (trimmed.length > 0 && is_blank(line[trimmed.offset + trimmed.length - 1])) --trimmed.length;
  return trimmed;
}

Amount Piece::amount_before(foods::Kind kind) const {
  return reading([&] { return quantity::parse_amount(text(), ounce_of(kind)); });
}

Amount Piece::amount(foods::Kind kind) const {
  const OunceOf ounce = ounce_of(kind);
  return reading([&] {
    Amount before = quantity::parse_amount(text(), ounce);
    const bool one = before.number_given && before.number == 1 && !before.measure;
    if ((before.number_given && !one) || before.measure) return before;
    if (auto measured = measure_behind(*this, one ? before.rest_offset : 0, ounce)) return *std::move(measured);
    if (!before.number_given) {
      if (auto counted = count_behind(before, ounce)) return *counted;
    }
    return before;
  });
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
      return at_word && text.substr(i).starts_with(each.word) && !is_part_of_name(text.substr(i + each.word.size()));
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
