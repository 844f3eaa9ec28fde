#include "lytes/foods/resolver.hpp"

#include <algorithm>
#include <cctype>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "piece.hpp"
#include "supplement_line.hpp"
#include "words.hpp"

namespace lytes::foods {

namespace {

using quantity::Amount;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

/// Ways of cutting and serving that change no figure; dropped from a name that is unknown with them.
bool is_preparation(std::string_view word) {
  return one_of(
      word, {"sliced",  "chopped",  "diced",  "mashed",   "cubed", "shredded", "grated",  "halved", "fresh", "organic",
             "ripe",    "homemade", "hot",    "cold",     "iced",  "warm",     "whole",   "nice",   "some",  "the",
             "my",      "of",       "a",      "an",       "plain", "filtered", "chilled", "chunk",  "cube",  "floret",
             "segment", "bite",     "peeled", "leftover", "more",  "extra",    "another"});
}

std::string name_from(const std::vector<Word>& words, std::string_view text, std::size_t first, std::size_t last) {
  if (first >= last) return {};
  return std::string(
      text.substr(words[first].offset, words[last - 1].offset + words[last - 1].length - words[first].offset));
}

std::vector<std::string> unit_from(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::vector<std::string> unit;
  for (std::size_t i = first; i < last; ++i) {
    if (words[i].text != "of") unit.push_back(words[i].text);
  }
  return unit;
}

/// "chicken wrap" has its chicken already.
bool is_in_name(std::string_view name, std::string_view phrase) {
  const auto held = words_of(name);
  const auto words = words_of(phrase);
  return !words.empty() && std::ranges::all_of(words, [&](const Word& word) {
    return std::ranges::find(held, word.text, &Word::text) != held.end();
  });
}

std::string unit_text(const std::vector<std::string>& unit) {
  std::string text;
  for (const auto& word : unit) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// "eggs -2", "magnesium −200mg", "aspirin +1": a sign before a number is not the end of a name.
void refuse_signed_amount(const Piece& piece) {
  const auto sign = quantity::signed_number_in(piece.text());
  if (!sign) return;
  throw InputError(sign->complaint("An amount"), std::string(piece.line), piece.offset + sign->place,
                   "the number alone, such as 2");
}

}  // namespace

struct Resolver::Read {
  Serving serving;
  std::optional<Answer> answer;
};

Resolver::Resolver(const Catalogue& catalogue, const Pantry* pantry, quantity::MeasureSystem system, Asking asking)
    : catalogue_(catalogue), pantry_(pantry), finder_(catalogue, pantry), system_(system), asking_(std::move(asking)) {}

/// Parts a line at commas, but not where a comma joins a name with its qualifier ("bread, whole wheat").
std::vector<Piece> Resolver::pieces(std::string_view line) const {
  auto found = parts_at_commas(line);
  for (std::size_t i = 1; i < found.size();) {
    const Piece joined{line, found[i - 1].offset, found[i].offset + found[i].length - found[i - 1].offset};
    if (!is_digit(found[i].text().front()) && !finder_.called(found[i].text()) && read_exactly(joined, Kind::Food)) {
      found[i - 1] = joined;
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return found;
}

Resolver::Read Resolver::weigh(const Piece& piece, const Food& food, const Helping& helping, Kind kind) const {
  return piece.reading([&] {
    Helping amount = helping;
    if (piece.addition && !amount.amount.number_given && !amount.amount.measure && amount.unit.empty()) {
      amount.amount.measure = quantity::Measure::Tablespoon;
    }
    Read read{measure_out(food, amount, catalogue_, system_), std::nullopt};
    read.serving.kind = kind;
    if (piece.addition && !helping.amount.number_given && amount.amount.measure != helping.amount.measure) {
      read.serving.remarks.push_back(
          {"assumed_amount", "no amount given for " + food.name + ": taken as a tablespoon"});
    }
    return read;
  });
}

/// The piece as an amount, a unit and a name that is known just so.
std::optional<Resolver::Read> Resolver::read_exactly(const Piece& piece, Kind kind) const {
  const auto text = piece.text();
  const bool starts_with_name = !is_digit(text.front()) || text.find('%') < 4 ||
                                (text.size() > 1 && std::isalpha(static_cast<unsigned char>(text[1])));
  if (starts_with_name) {
    if (const auto whole = called(text, kind))
      return weigh(piece, finder_.food(*whole), {}, kind);  // "7up", "half and half"
  }
  Amount amount = piece.amount(kind);
  if (amount.rest.empty()) return std::nullopt;
  const auto words = unit_mended(amount);
  const std::size_t count = words.size();

  const auto as = [&](std::size_t first, std::size_t last,
                      const std::vector<std::string>& unit) -> std::optional<Read> {
    const auto candidate = called(name_from(words, amount.rest, first, last), kind);
    if (!candidate) return std::nullopt;
    const Food food = finder_.food(*candidate);
    if (!unit.empty() && !comes_in(food, unit, catalogue_)) return std::nullopt;
    if (unit.empty() && amount.number_given && !amount.measure && !food.each_grams) {
      if (const auto whole = whole_one(food, unit_from(words, first, last)))
        return weigh(piece, food, {amount, *whole, unit_text(*whole)}, kind);
    }
    return weigh(piece, food, {amount, unit, unit_text(unit)}, kind);
  };
  // "a tin of tomatoes" holds canned ones.
  const auto canned = [&](const std::vector<Word>& said) -> std::optional<Read> {
    const std::size_t name = said.size() > 1 && said[1].text == "of" ? 2 : 1;
    if (said.size() <= name || !one_of(said[0].text, {"can", "tin"})) return std::nullopt;
    const auto candidate = finder_.called("canned " + name_from(said, amount.rest, name, said.size()));
    if (!candidate) return std::nullopt;
    const Food food = finder_.food(*candidate);
    if (!comes_in(food, {"can"}, catalogue_)) return std::nullopt;
    return weigh(piece, food, {amount, {"can"}, said[0].text}, kind);
  };
  if (auto read = as(0, count, {})) return read;
  if (!amount.measure) {
    if (auto read = canned(words)) return read;
    for (std::size_t units = 1; units <= 3 && units < count; ++units) {
      if (auto read = as(units, count, unit_from(words, 0, units))) return read;
    }
    if (count > 1) {
      if (auto read = as(0, count - 1, unit_from(words, count - 1, count))) return read;  // "2 bread slices"
    }
  }
  return std::nullopt;
}

/// The words behind an amount, with "glas of water" read as a glass of it, "2 Tassen" as cups.
std::vector<Word> Resolver::unit_mended(const Amount& amount) const {
  auto words = words_of(amount.rest);
  if (!words.empty() && words.front().text == "stuck") words.front().text = "piece";
  if (words.size() > 1 && words.front().text.starts_with("tasse")) words.front().text = "cup";
  if (amount.measure || words.size() < 2 || words.front().length < 4) return words;
  if (words[1].text != "of" && !finder_.called(name_from(words, amount.rest, 1, words.size()))) return words;
  if (is_unit_word(words.front().text) || catalogue_.knows_word(words.front().text)) return words;
  const std::string typed = amount.rest.substr(words.front().offset, words.front().length);  // "glas" is no plural
  auto meant = nearest_unit_word(words.front().text);
  if (!meant) meant = nearest_unit_word(typed);
  if (meant) words.front().text = *meant;
  return words;
}

/// What is meant by `name` after `drink` or `eat`: to drink squash is not to eat one.
std::optional<Candidate> Resolver::called(std::string_view name, Kind kind) const {
  const auto candidate = finder_.called(name);
  if (!candidate || kind != Kind::Drink || !candidate->everyday || is_drink(candidate->ref)) return candidate;
  const auto asked = words_of(name);
  std::optional<Candidate> drink;
  for (auto& other : finder_.search(name).candidates) {
    const auto title = words_of(other.title);
    if (!other.everyday || title.size() != asked.size() + 1 || title.back().text != asked.back().text) continue;
    if (finder_.food(other).kind != Kind::Drink) continue;
    if (drink && drink->ref != other.ref) return candidate;
    drink = std::move(other);
  }
  return drink ? drink : candidate;
}

/// "cooked noodles" are the everyday "noodles" if those are cooked ones.
std::optional<Candidate> Resolver::called_in_that_state(std::string_view name) const {
  std::string rest;
  std::vector<std::string> states;
  for (const auto& word : words_of(name)) {
    if (one_of(word.text,
               {"cooked", "boiled", "steamed", "roasted", "baked", "grilled", "fried", "raw", "dried", "canned"})) {
      states.push_back(word.text);
    } else {
      rest += (rest.empty() ? "" : " ") + word.text;
    }
  }
  if (states.empty() || rest.empty()) return std::nullopt;
  auto candidate = finder_.called(rest);
  if (!candidate) return std::nullopt;
  const auto food_words = words_of(candidate->name);
  for (const auto& state : states) {
    if (std::ranges::none_of(food_words, [&](const auto& word) { return word.text == state; })) return std::nullopt;
  }
  return candidate;
}

/// The piece as an amount, units, and words to search for.
Resolver::Read Resolver::read_by_search(const Piece& piece, Kind kind) const {
  Amount amount = piece.amount(kind);
  if (amount.rest.empty()) {
    if (amount.measure && kind == Kind::Drink) {
      amount.rest = "water";
      auto read = weigh(piece, finder_.food(*finder_.called("water")), {amount, {}, {}}, kind);
      read.serving.remarks.push_back({"assumed_water", "no drink named: taken as water"});
      return read;
    }
    throw InputError("what was it?", std::string(piece.line), piece.offset + piece.length,
                     "an amount and a name, such as `2 eggs`");
  }
  const auto words = unit_mended(amount);
  if (!words.empty() && one_of(words.front().text, {"kcal", "cal", "kj", "calory", "iu"})) {
    throw InputError("an amount in " + words.front().text + " cannot be turned into a weight", std::string(piece.line),
                     piece.offset + amount.rest_offset, "a weight, a volume or a portion, such as `150g rice`");
  }
  std::size_t first = 0;
  std::size_t last = words.size();
  std::vector<std::string> unit;
  if (!amount.measure) {
    while (first + 1 < last && (is_unit_word(words[first].text) || (first > 0 && words[first].text == "of"))) ++first;
    unit = unit_from(words, 0, first);
    if (unit.empty() && last > 1 && is_unit_word(words[last - 1].text)) unit = unit_from(words, --last, words.size());
  }
  std::string name = name_from(words, amount.rest, first, last);

  const auto found_as = [&](const Candidate& candidate) {
    return weigh(piece, finder_.food(candidate), {amount, unit, unit_text(unit)}, kind);
  };
  if (auto exact = finder_.called(name)) return found_as(*exact);
  std::string bare;
  for (std::size_t i = first; i < last; ++i) {
    if (!is_preparation(words[i].text)) bare += (bare.empty() ? "" : " ") + words[i].text;
  }
  if (!bare.empty() && bare != name) {
    if (auto exact = finder_.called(bare)) return found_as(*exact);
  }

  if (auto exact = called_in_that_state(bare.empty() ? name : bare)) return found_as(*exact);

  for (const auto& word : words) {
    const bool number = is_digit(word.text.front()) && word.text.find('%') == std::string::npos;
    if (number && !finder_.called(name)) {
      throw InputError("this number belongs to nothing", std::string(piece.line),
                       piece.offset + amount.rest_offset + word.offset,
                       "the amount with its unit before the name, `@` before a time: `2 mugs tea @ 8:30`");
    }
  }
  Finding finding = finder_.search(name);
  if (!finding.clear) {
    // "coffee without milk": coffee.
    for (std::size_t i = first + 1; i < last; ++i) {
      if (!one_of(words[i].text, {"without", "no", "ohne"})) continue;
      if (auto plain = called(name_from(words, amount.rest, first, i), kind)) return found_as(*plain);
      break;
    }
  }
  if ((finding.candidates.empty() || !finding.clear) && !bare.empty() && bare != name) {
    if (Finding fewer = finder_.search(bare); fewer.clear || finding.candidates.empty()) finding = std::move(fewer);
  }
  if (finding.candidates.empty()) {
    throw NotFoundError("no_such_food",
                        "no food is known as \"" + name + "\"; see `lytes foods search` or `lytes foods add`");
  }
  std::size_t chosen = 0;
  std::optional<Answer> answer;
  if (!finding.clear) {
    const Choice choice = asking_.food(name, finding.candidates);
    chosen = choice.index;
    if (choice.keep) answer = Answer{Question::Food, key_of(words_of(name)), finding.candidates.at(chosen).ref};
  }
  auto read = found_as(finding.candidates.at(chosen));
  read.answer = std::move(answer);
  if (!finding.spelled.empty()) {
    read.serving.remarks.push_back({"spelling", "\"" + name + "\" was read as \"" + finding.spelled + "\""});
  }
  return read;
}

/// A supplement or medicine that nothing is known of: kept by its name, its figures unknown.
Resolver::Read Resolver::read_unknown_supplement(const Piece& piece) const {
  Amount amount;
  if (const auto dose = piece.reading([&] { return dose_in(piece.text()); })) {
    amount.rest = dose->name;
    amount.number = dose->count;
    amount.number_given = dose->count != 1 || dose->each_mg;
    if (dose->each_mg && !dose->unit_assumed) {
      amount.number *= *dose->each_mg;
      amount.measure = quantity::Measure::Milligram;
    }
  } else {
    amount = piece.amount(Kind::Supplement);
  }
  if (amount.rest.empty())
    throw InputError("what was it?", std::string(piece.line), piece.offset + piece.length,
                     "an amount and a supplement, such as `200mg magnesium`");
  Read read{};
  read.serving.description = amount.rest;
  read.serving.kind = Kind::Supplement;
  read.serving.nutrients[quantity::Nutrient::Water] = 0;  // whatever a pill holds, it is not water
  read.serving.amount = amount.number_given ? quantity::format_amount(amount.number, amount.measure) : "1";
  read.serving.remarks.push_back({"unknown_supplement", "what \"" + amount.rest +
                                                            "\" holds is not known; if its label names magnesium or "
                                                            "potassium, say it once: lytes foods add \"" +
                                                            amount.rest + "\" --per \"1 tablet\" --magnesium ...mg"});
  return read;
}

bool Resolver::is_drink(const std::string& ref) const {
  const auto food = catalogue_.find(ref);
  return !food || food->kind == Kind::Drink;
}

/// "2 eggs and toast": the parts around "and", "with" and their like, if each of them is a food by name.
std::optional<std::vector<Resolver::Read>> Resolver::read_parts(const Piece& piece, Kind kind) const {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  std::vector<Read> reads;
  for (auto part : parts) {
    if (part.length == 0) return std::nullopt;
    part.addition = part.addition && kind == Kind::Drink && is_drink(reads.front().serving.ref);
    if (!reads.empty() && is_in_name(reads.front().serving.description, part.text())) continue;
    auto read = read_exactly(part, kind);
    if (!read) {
      const Amount amount = part.amount(kind);
      const Finding finding = finder_.search(amount.rest);
      if (amount.rest.empty() || (!finding.clear && !amount.number_given)) return std::nullopt;
      if (finding.candidates.empty()) return std::nullopt;
      read = read_by_search(part, kind);
    }
    reads.push_back(std::move(*read));
  }
  return reads;
}

/// "30g oats with milk": the foods of a dish's name, where the amount before it is that of the first alone.
std::optional<std::vector<Resolver::Read>> Resolver::read_first_measured(const Piece& piece, Kind kind) const {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  const Amount said = piece.amount_before(kind);
  const auto dish = finder_.called(said.rest);
  if (!dish || dish->ref.starts_with("own:") || !(said.number_given || said.measure)) return std::nullopt;
  const auto first = finder_.called(parts.front().amount(kind).rest);
  if (!first || first->ref == dish->ref) return std::nullopt;
  if (!measures_first(said, finder_.food(*dish), finder_.food(*first))) return std::nullopt;
  const auto named = [&](const Piece& part) { return part.length > 0 && read_exactly(part, kind); };
  if (!std::ranges::all_of(parts, named)) return std::nullopt;
  return read_parts(piece, kind);
}

/// An element or a salt, unless the user has a product of that name.
std::optional<Resolver::Read> Resolver::read_supplement(const Piece& piece) const {
  const auto dose = piece.reading([&] { return dose_in(piece.text()); });
  Amount amount;
  try {
    amount = piece.amount(Kind::Supplement);
  } catch (const InputError&) {
    if (!dose) throw;
    amount.rest = dose->name;
  }
  if (const auto own = finder_.called(amount.rest); own && own->ref.starts_with("own:")) return std::nullopt;
  const auto known = [&](const std::string& words) {
    return pantry_ ? pantry_->answer(Question::Salt, words) : std::nullopt;
  };
  auto read =
      piece.reading([&] { return foods::read_supplement(piece.text(), amount, dose, catalogue_, known, asking_); });
  if (!read) return std::nullopt;
  return Read{std::move(read->serving), std::move(read->answer)};
}

std::vector<Resolver::Read> Resolver::read_piece(const Piece& piece, Kind kind) const {
  if (auto parts = read_first_measured(piece, kind)) return std::move(*parts);
  if (auto exact = read_exactly(piece, kind)) return {std::move(*exact)};
  if (auto parts = read_parts(piece, kind)) return std::move(*parts);
  return {read_by_search(piece, kind)};
}

namespace {

/// The servings of one piece more, if the line may make as many entries.
void add_reads(auto& reads, auto more, const Piece& piece) {
  if (reads.size() + more.size() > most_entries_at_once) refuse_more_entries(piece.line, piece.offset);
  for (auto& read : more) reads.push_back(std::move(read));
}

ReadLine gathered(auto&& reads) {
  ReadLine line;
  for (auto& read : reads) {
    line.servings.push_back(std::move(read.serving));
    if (read.answer) line.answers.push_back(std::move(*read.answer));
  }
  return line;
}

}  // namespace

ReadLine Resolver::read(std::string_view line, Kind kind) const {
  const auto parts = pieces(line);
  if (parts.empty()) {
    throw InputError("nothing to log", std::string(line), line.size(),
                     kind == Kind::Drink ? "an amount and a drink, such as `500ml water`"
                                         : "food and amount, such as `2 eggs, 1 banana`");
  }
  std::vector<Read> reads;
  for (const auto& piece : parts) {
    refuse_signed_amount(piece);
    add_reads(reads, read_piece(piece, kind), piece);
  }
  return gathered(reads);
}

ReadLine Resolver::read_supplements(std::string_view line) const {
  const auto parts = pieces(line);
  if (parts.empty()) {
    throw InputError("nothing to log", std::string(line), line.size(),
                     "an amount and a supplement, such as `200mg magnesium`");
  }
  std::vector<Read> reads;
  for (const auto& piece : parts) {
    refuse_signed_amount(piece);
    for (const auto& part : parts_at(piece, {"and ", "plus ", "& ", "+ "})) {
      if (reads.size() == most_entries_at_once) refuse_more_entries(line, part.offset);
      if (auto supplement = read_supplement(part)) {
        reads.push_back(std::move(*supplement));
      } else if (auto known = read_exactly(part, Kind::Supplement)) {
        reads.push_back(std::move(*known));
      } else {
        reads.push_back(read_unknown_supplement(part));
      }
    }
  }
  return gathered(reads);
}

}  // namespace lytes::foods
