#include "lytes/language/food_line.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "food_context.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "piece.hpp"
#include "plain_line.hpp"
#include "turned_piece.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;
using quantity::Amount;

/// "eggs -2", "magnesium −200mg", "aspirin +1": a sign before a number is not the end of a name.
void refuse_signed_amount(const Piece& piece) {
  const auto sign = quantity::signed_number_in(piece.text());
  if (!sign) return;
  throw InputError(sign->complaint("An amount"), std::string(piece.line), piece.offset + sign->place,
                   "the number alone, such as 2");
}

/// "chicken wrap" has its chicken already.
bool is_in_name(std::string_view name, std::string_view phrase) {
  const auto held = text::words_of(name);
  const auto words = text::words_of(phrase);
  return !words.empty() && std::ranges::all_of(words, [&](const text::Word& word) {
    return std::ranges::find(held, word.text, &text::Word::text) != held.end();
  });
}

/// Whether what stands behind a comma says no food of its own but more of the one before it: "200g", "large", "boiled",
/// "no sugar".
bool belongs_to_the_one_before(const FoodContext& context, const Piece& before, const Piece& piece, FoodKind kind) {
  const auto words = text::words_of(piece.text());
  const Vocabulary& vocabulary = context.speaker().vocabulary();
  const bool states = std::ranges::all_of(words, [&](const text::Word& word) {
    return vocabulary.words("food state").contains(word.text) || vocabulary.words("preparation").contains(word.text);
  });
  return states || vocabulary.words("without").contains(words.front().text) ||
         says_amount_alone(piece, kind, context.units()) ||
         (kind == FoodKind::Supplement && is_in_name(before.text(), context.amount(piece, kind).rest));
}

/// "oatmeal 1 bowl"
bool says_amount_behind(const FoodContext& context, const Piece& piece, FoodKind kind) {
  try {
    return context.amount(piece, kind) != amount_before(piece, kind);
  } catch (const InputError&) {
    return false;
  }
}

/// Parts a line at commas, but not where a comma joins a name with its qualifier ("bread, whole wheat") or its amount
/// ("ratatouille, 200g").
std::vector<Piece> pieces_of(const FoodContext& context, std::string_view line, FoodKind kind) {
  auto found = parts_at_commas(line);
  for (std::size_t i = 1; i < found.size();) {
    const Piece joined{line, found[i - 1].offset, found[i].offset + found[i].length - found[i - 1].offset};
    const bool no_name =
        text::words_of(found[i].text()).empty() || belongs_to_the_one_before(context, found[i - 1], found[i], kind);
    const bool name_goes_on = !no_name && !text::is_digit(found[i].text().front()) &&
                              !says_amount_behind(context, found[i - 1], kind) &&
                              !context.finder().called(found[i].text());
    if (no_name || (name_goes_on && read_named_food(context, joined, FoodKind::Food))) {
      found[i - 1] = joined;
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return found;
}

/// "rice and beans, 1 cup each": the amount behind the last comma is that of each.
std::optional<std::vector<Read>> read_each_so_much(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const std::size_t comma = piece.text().rfind(',');
  if (comma == std::string_view::npos || !piece.text().ends_with(" each")) return std::nullopt;
  const auto foods = parts_at_links(piece.part(0, comma));
  const std::string amount(piece.text().substr(comma + 1, piece.length - comma - 1 - std::string_view(" each").size()));
  std::vector<Read> reads;
  for (const Piece& food : foods) {
    const std::string measured = amount + " " + std::string(food.text());
    auto read = read_named_food(context, Piece{measured, 0, measured.size()}, kind);
    if (foods.size() < 2 || !read) return std::nullopt;
    reads.push_back(std::move(*read));
  }
  return reads;
}

/// "toast and jam, 200g": nobody can tell how much of each.
void refuse_shared_amount(const Piece& piece, const std::vector<Piece>& parts) {
  const std::string_view last = parts.back().text();
  const std::size_t comma = last.find(',');
  const bool first_has_its_own = text::is_digit(parts.front().text().front());
  if (first_has_its_own) return;
  if (comma == std::string_view::npos || std::ranges::none_of(last.substr(comma), text::is_digit)) return;
  throw InputError("how much of each was it?", std::string(piece.line), parts.back().offset + comma + 1,
                   "an amount before each, such as `1 slice toast and 1 tbsp jam`");
}

/// "cheese and ham sandwich" is one sandwich, and no cheese beside it.
bool binds_both(const FoodContext& context, const std::vector<Piece>& parts, const Piece& part, FoodKind kind) {
  const auto words = text::words_of(part.text());
  if (words.size() < 2 || !context.speaker().vocabulary().words("made of").contains(words.back().text)) return false;
  const Amount first = context.amount(parts.front(), kind);
  const Amount last = context.amount(part, kind);
  return !last.number_given && !last.measure && first.number_given == amount_before(parts.front(), kind).number_given &&
         text::words_of(first.rest).size() == 1;
}

/// "porridge and a flat white with oat milk": what is said with a dish may stand for a part of it.
/// @param reads the last of them is the dish, and is changed
bool exchange_in_last(const FoodContext& context, const std::vector<Piece>& parts, std::size_t at, FoodKind kind,
                      std::vector<Read>& reads) {
  const Piece& dish = parts[at - 1];
  const Piece both{dish.line, dish.offset, parts[at].offset + parts[at].length - dish.offset};
  auto exchanged = reads.empty() ? std::nullopt : read_exchanged_food(context, both, kind);
  if (!exchanged) return false;
  reads.back() = std::move(*exchanged);
  return true;
}

/// "tuna sandwich on brown bread": the bread is that of the sandwich.
bool is_its_bread(const Piece& first, const Piece& part) {
  const auto of = text::words_of(first.text());
  const auto bread = text::words_of(part.text());
  const bool behind_on = part.offset >= 3 && text::lowered(part.line.substr(part.offset - 3, 3)) == "on ";
  return behind_on && !of.empty() && !bread.empty() &&
         text::is_one_of(of.back().text, "sandwich|toastie|panini|blt|burger|hamburger|cheeseburger|melt|reuben") &&
         text::is_one_of(bread.back().text,
                         "bread|rye|wheat|wholemeal|sourdough|bun|roll|baguette|ciabatta|bagel|toast|focaccia|pita|"
                         "granary|brown|white");
}

/// "2 eggs and toast": the parts around "and", "with" and their like, if each of them is a food by name.
std::optional<std::vector<Read>> read_parts(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  std::vector<Read> reads;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Piece part = parts[i];
    if (part.length == 0) return std::nullopt;
    if (part.addition && exchange_in_last(context, parts, i, kind, reads)) continue;
    if (!reads.empty() && !part.addition && binds_both(context, parts, part, kind)) return std::nullopt;
    part.addition = part.addition && kind == FoodKind::Drink && context.is_drink(reads.front().serving.ref);
    if (!reads.empty() && is_in_name(reads.front().serving.description, part.text())) continue;
    if (!reads.empty() && is_its_bread(parts.front(), part)) continue;
    auto read = read_named_food(context, part, kind);
    if (!read) {
      const Amount amount = context.amount(part, kind);
      const foods::Matches matches = context.finder().search(amount.rest);
      if (amount.rest.empty() || (!matches.clear && !amount.number_given)) return std::nullopt;
      if (matches.candidates.empty()) return std::nullopt;
      read = read_searched_food(context, part, kind);
    }
    reads.push_back(std::move(*read));
  }
  refuse_shared_amount(piece, parts);
  return reads;
}

/// "30g oats with milk": the foods of a dish's name, where the amount before it is that of the first alone.
std::optional<std::vector<Read>> read_first_measured(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  const auto& finder = context.finder();
  const Amount said = amount_before(piece, kind);
  const auto dish = finder.called(said.rest);
  if (!dish || dish->ref.starts_with("own:") || !(said.number_given || said.measure)) return std::nullopt;
  const auto first = finder.called(context.amount(parts.front(), kind).rest);
  if (!first || first->ref == dish->ref) return std::nullopt;
  if (!foods::measures_first(said, finder.food(*dish), finder.food(*first))) return std::nullopt;
  const auto named = [&](const Piece& part) { return part.length > 0 && read_named_food(context, part, kind); };
  if (!std::ranges::all_of(parts, named)) return std::nullopt;
  return read_parts(context, piece, kind);
}

/// Whether what is joined stands for itself: its first part is a food by name, or no food at all beside one that is.
bool are_single_things(const FoodContext& context, const std::vector<Piece>& parts, FoodKind kind) {
  const auto is_food = [&](const Piece& part) { return read_named_food(context, part, kind).has_value(); };
  if (is_food(parts.front())) return true;
  const std::string first = context.amount(parts.front(), kind).rest;
  return !first.empty() && context.finder().search(first).candidates.empty() &&
         std::any_of(parts.begin() + 1, parts.end(), is_food);
}

/// "2 eggs and xylophones": where nothing goes by all of the words, each part is looked for by itself, so that the
/// unclear one alone is told, asked for or kept.
std::optional<std::vector<Read>> read_each_part(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  const bool whole = std::ranges::all_of(parts, [](const Piece& part) { return part.length > 0; });
  if (parts.size() < 2 || !whole || !are_single_things(context, parts, kind)) return std::nullopt;
  if (context.finder().search(context.amount(piece, kind).rest).clear) return std::nullopt;
  std::vector<Read> reads;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Piece& part = parts[i];
    if (part.addition && exchange_in_last(context, parts, i, kind, reads)) continue;
    if (!reads.empty() && !part.addition && binds_both(context, parts, part, kind)) return std::nullopt;
    auto named = read_named_food(context, part, kind);
    reads.push_back(named ? std::move(*named) : read_searched_food(context, part, kind));
  }
  return reads;
}

/// Where an amount may begin behind another food: "80g", "half".
std::vector<std::size_t> amounts_in(const FoodContext& context, const Piece& piece) {
  const WordSet& numbers = context.speaker().vocabulary().words("number");
  std::vector<std::size_t> places;
  for (const auto& word : text::words_of(piece.text())) {
    if (text::is_digit(word.text.front()) || numbers.contains(word.text)) places.push_back(word.offset);
  }
  return places;
}

/// "100g cooked quinoa 80g feta half a cucumber": a list that only its amounts part, each behind a food by name.
std::optional<std::vector<Read>> read_by_amounts(const FoodContext& context, const Piece& piece, FoodKind kind) {
  constexpr std::size_t most_amounts = 12;
  const auto places = amounts_in(context, piece);
  if (places.size() < 2 || places.size() > most_amounts || places.front() != 0) return std::nullopt;
  std::vector<Read> reads;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= places.size(); ++i) {
    const std::size_t end = i < places.size() ? places[i] : piece.length;
    const std::size_t length = text::without_trailing_spaces(piece.text().substr(begin, end - begin)).size();
    const Piece part = piece.part(begin, length);
    const Amount said = context.amount(part, kind);
    auto read = said.number_given || said.measure ? read_named_food(context, part, kind) : std::nullopt;
    if (!read) continue;  // "200g half fat yoghurt": the amount is part of the name
    reads.push_back(std::move(*read));
    begin = end;
  }
  if (begin != piece.length || reads.size() < 2) return std::nullopt;
  return reads;
}

Read read_supplement_part(const FoodContext& context, const Piece& part) {
  if (auto product = read_product(context, part)) return std::move(*product);
  if (auto supplement = read_supplement(context, part)) return std::move(*supplement);
  if (auto named = read_named_food(context, part, FoodKind::Supplement)) return std::move(*named);
  if (auto medicine = read_medicine(context, part)) return std::move(*medicine);
  return read_unknown_supplement(context, part);
}

/// Empty where neither a product, nor a weight of an element or salt, nor a plain vitamin, nor a medicine is said.
std::optional<Read> read_supplement_or_nothing(const FoodContext& context, const Piece& piece) {
  if (auto product = read_product(context, piece)) return product;
  if (is_known_supplement(context.speaker().vocabulary(), piece.text())) return read_unknown_supplement(context, piece);
  try {
    if (auto supplement = read_supplement(context, piece)) return supplement;
  } catch (const InputError&) {
    return std::nullopt;
  }
  return read_medicine(context, piece);
}

/// "magnesium 200mg with a glass of water", "2 nuun tabs in 500ml water", "a glass of water with 1 stick lmnt": what is
/// taken and what it is taken in are both had.
/// @param supplement reads what is taken, or gives nothing
template <typename Reader>
std::optional<std::vector<Read>> read_supplement_with(const FoodContext& context, const Piece& piece,
                                                      const Reader& supplement) {
  constexpr std::size_t longest = 300;  // bytes; a longer piece says more than two things
  if (piece.length > longest) return std::nullopt;
  const auto parts = parts_at(piece, {"with ", "in ", "into "});
  if (parts.size() != 2) return std::nullopt;
  std::vector<Read> reads;
  if (auto drink = read_drink_beside(context, parts.back())) {
    std::optional<Read> taken = supplement(context, without_stirring(parts.front()));
    if (!taken) return std::nullopt;
    reads.push_back(std::move(*taken));
    reads.push_back(std::move(*drink));
    return reads;
  }
  auto product = read_product(context, parts.back());
  auto drink = product ? read_drink_beside(context, parts.front()) : std::nullopt;
  if (!drink) return std::nullopt;
  reads.push_back(std::move(*drink));
  reads.push_back(std::move(*product));
  return reads;
}

std::vector<Read> read_supplement_piece(const FoodContext& context, const Piece& piece) {
  std::vector<Read> reads;
  for (const auto& part : parts_at(piece, {"and ", "plus ", "& ", "+ "})) {
    if (auto both = read_supplement_with(context, part, read_supplement_part)) {
      std::ranges::move(*both, std::back_inserter(reads));
    } else if (auto mixed = read_product_in_water(context, part)) {
      std::ranges::move(*mixed, std::back_inserter(reads));
    } else {
      reads.push_back(read_supplement_part(context, part));
    }
  }
  return reads;
}

std::vector<Read> read_food_piece(const FoodContext& context, const Piece& piece, FoodKind kind);

std::vector<Read> read_food_piece(const FoodContext& context, const Piece& piece, FoodKind kind);

/// "iced coffee with milk, large", "water with a pinch of salt 500ml", read with the size in front.
std::optional<std::vector<Read>> read_with_size_behind(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto turned = with_size_in_front(context, piece, kind);
  if (!turned) return std::nullopt;
  auto reads = read_food_piece(context, Piece{*turned, 0, turned->size()}, kind);
  if (reads.size() == 1) reads.front().serving.said = piece.text();
  return reads;
}

std::vector<Read> read_food_piece(const FoodContext& context, const Piece& piece, FoodKind kind) {
  if (auto mixed = read_product_in_water(context, piece)) return std::move(*mixed);
  if (auto each = read_each_so_much(context, piece, kind)) return std::move(*each);
  if (auto both = read_supplement_with(context, piece, read_supplement_or_nothing)) return std::move(*both);
  if (auto product = read_numbered_product(context, piece)) return {std::move(*product)};
  if (auto parts = read_first_measured(context, piece, kind)) return std::move(*parts);
  if (auto named = read_named_food(context, piece, kind)) return {std::move(*named)};
  if (auto counted = read_counted_behind(context, piece, kind)) return {std::move(*counted)};
  if (auto exchanged = read_exchanged_food(context, piece, kind)) return {std::move(*exchanged)};
  if (auto sized = read_with_size_behind(context, piece, kind)) return std::move(*sized);
  if (auto parts = read_parts(context, piece, kind)) return std::move(*parts);
  if (auto parts = read_each_part(context, piece, kind)) return std::move(*parts);
  if (auto parts = read_by_amounts(context, piece, kind)) return std::move(*parts);
  return {read_searched_food(context, piece, kind)};
}

/// "ibuprofen 400mg", "vitamin d 2000 iu": food is not counted in these units.
bool says_dose(const Piece& piece) {
  const std::string text = text::lowered(piece.text());
  for (const std::string_view unit : {"mg", "mcg", "µg", "μg", "iu", "meq", "mmol"}) {
    for (std::size_t at = text.find(unit); at != std::string::npos; at = text.find(unit, at + 1)) {
      const std::size_t before = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
      const std::size_t end = at + unit.size();
      if (before > 0 && text::is_digit(text[before - 1]) && (end == text.size() || !text::is_ascii_letter(text[end])))
        return true;
    }
  }
  return false;
}

/// A drink where that is all it names, else food.
std::vector<Read> read_food_or_drink(const FoodContext& context, const Piece& piece) {
  auto reads = read_food_piece(context, piece, FoodKind::Food);
  const auto is_drink = [&](const Read& read) { return context.is_known_drink(read.serving.ref); };
  if (std::ranges::all_of(reads, is_drink)) return read_food_piece(context, piece, FoodKind::Drink);
  for (Read& read : reads) {
    if (is_drink(read)) read.serving.kind = FoodKind::Drink;
  }
  return reads;
}

/// A piece of whatever kind it is: an element or a salt, else a drink where that is all it names, else food.
std::vector<Read> read_any_piece(const FoodContext& context, const Piece& piece) {
  if (auto supplement = read_supplement_or_nothing(context, piece)) return {std::move(*supplement)};
  std::vector<Read> several;
  for (const auto& part : parts_at(piece, {"and ", "plus ", "& ", "+ "})) {
    if (auto both = read_supplement_with(context, part, read_supplement_or_nothing)) {
      std::ranges::move(*both, std::back_inserter(several));
    } else if (auto supplement = read_supplement_or_nothing(context, part)) {
      several.push_back(std::move(*supplement));
    } else {
      several.clear();
      break;
    }
  }
  if (!several.empty()) return several;
  if (says_dose(piece)) {  // "2 eggs plus ibuprofen 400mg"
    std::vector<Read> reads;
    for (const auto& part : parts_at(piece, {"and ", "plus ", "& ", "+ "})) {
      std::ranges::move(says_dose(part) ? read_supplement_piece(context, part) : read_food_or_drink(context, part),
                        std::back_inserter(reads));
    }
    return reads;
  }
  return read_food_or_drink(context, piece);
}

std::string example_of(std::optional<FoodKind> kind) {
  if (kind == FoodKind::Drink) return "an amount and a drink, such as `500ml water`";
  if (kind == FoodKind::Food) return "food and amount, such as `2 eggs, 1 banana`";
  return "an amount and a supplement, such as `200mg magnesium`";
}

/// Whether it was said how much of it there was.
bool is_measured(const FoodContext& context, const foods::Serving& serving) {
  return std::ranges::any_of(text::words_of(serving.said), [&](const text::Word& word) {
    return text::is_digit(word.text.front()) || context.speaker().vocabulary().words("number").contains(word.text);
  });
}

/// "vodka soda, 1.5 oz vodka and 200 ml club soda": the drink's name before its parts is no drink more.
void leave_out_heading(const FoodContext& context, const Piece& first, FoodKind kind, ReadLine& whole) {
  if (whole.servings.size() < 3 || !whole.servings.front().ref.starts_with("dish:")) return;
  const Amount said = context.amount(first, kind);
  if (said.number_given || said.measure) return;
  const auto parts = context.catalogue().parts_of(whole.servings.front().ref);
  const bool all_parts =
      std::all_of(whole.servings.begin() + 1, whole.servings.end(), [&](const foods::Serving& serving) {
        return is_measured(context, serving) && std::ranges::any_of(parts, [&](const foods::DishPart& part) {
                 return part.ref == serving.ref || context.catalogue().are_exchanged(part.ref, serving.ref);
               });
      });
  if (!all_parts) return;
  const std::string dish = whole.servings.front().description;
  whole.servings.erase(whole.servings.begin());
  whole.servings.front().remarks.push_back(note("parts_of_dish", dish + " is counted by its parts"));
}

/// "burrito bowl with rice, beans and chicken": what a dish is said to be made of is in it already.
void leave_out_parts_said(const FoodContext& context, const Piece& first, ReadLine& whole) {
  constexpr std::size_t least_parts = 2;
  const auto links = parts_at_links(first);
  if (links.size() < 2 || !links[1].addition || whole.servings.size() <= least_parts) return;
  if (!whole.servings.front().ref.starts_with("dish:")) return;
  const auto parts = context.catalogue().parts_of(whole.servings.front().ref);
  const auto is_in_it = [&](const foods::Serving& serving) {
    const auto words = text::words_of(serving.said);
    return !is_measured(context, serving) && std::ranges::any_of(parts, [&](const foods::DishPart& part) {
      const auto food = context.catalogue().find(part.ref);
      return food && !words.empty() && foods::Finder::fits(food->name, words.back().text);
    });
  };
  whole.servings.erase(std::remove_if(whole.servings.begin() + 1, whole.servings.end(), is_in_it),
                       whole.servings.end());
  if (whole.servings.size() == 1) whole.servings.front().said = first.line;
}

/// "smoothie with banana, spinach and milk": what is in it, or what is beside it?
void refuse_unclear_parts(const FoodContext& context, const std::vector<Piece>& pieces, FoodKind kind) {
  auto parts = parts_at_links(pieces.front());
  if (parts.size() < 2 || !parts[1].addition) return;
  const auto words = text::words_of(parts.front().text());
  if (words.empty() || !context.speaker().vocabulary().words("made of").contains(words.back().text)) return;
  const std::size_t with = parts[1].offset;
  parts.insert(parts.end(), pieces.begin() + 1, pieces.end());
  const auto says_amount = [&](const Piece& part) {
    const Amount said = context.amount(part, kind);
    return said.number_given || said.measure;
  };
  if (parts.size() < 4 || std::any_of(parts.begin() + 1, parts.end(), says_amount)) return;
  throw InputError("what is in it, and how much?", std::string(pieces.front().line), with,
                   "its parts with their amounts, such as `1 banana, 1 cup spinach, 200 ml almond milk`");
}

void keep(Read read, ReadLine& whole) {
  if (read.left_out) return;
  if (!read.aside.empty()) whole.story += (whole.story.empty() ? "" : "; ") + read.aside;
  whole.servings.push_back(std::move(read.serving));
  if (read.answer) whole.answers.push_back(std::move(*read.answer));
}

ReadLine read_plain_line(const FoodContext& context, std::string_view line, std::optional<FoodKind> kind) {
  const auto pieces = pieces_of(context, line, kind.value_or(FoodKind::Food));
  if (pieces.empty()) throw InputError("nothing to log", std::string(line), line.size(), example_of(kind));
  if (!kind || *kind != FoodKind::Supplement) refuse_unclear_parts(context, pieces, kind.value_or(FoodKind::Food));
  ReadLine whole;
  for (const auto& piece : pieces) {
    refuse_signed_amount(piece);
    auto reads = !kind                           ? read_any_piece(context, piece)
                 : *kind == FoodKind::Supplement ? read_supplement_piece(context, piece)
                                                 : read_food_piece(context, piece, *kind);
    // As many entries as a line may make.
    if (whole.servings.size() + reads.size() > most_entries_at_once) refuse_more_entries(piece.line, piece.offset);
    for (auto& read : reads) keep(std::move(read), whole);
  }
  leave_out_parts_said(context, pieces.front(), whole);
  leave_out_heading(context, pieces.front(), kind.value_or(FoodKind::Food), whole);
  return whole;
}

}  // namespace

ReadLine read_intake_line(Speaker& speaker, std::string_view line, std::optional<FoodKind> kind) {
  const FoodContext context(speaker);
  PlainLine plain = plain_line(speaker.vocabulary(), context.units(), line,
                               [&](std::string_view name) { return context.finder().called(name).has_value(); });
  try {
    ReadLine read = read_plain_line(context, plain.text, kind);
    if (!plain.story.empty()) read.story += (read.story.empty() ? "" : "; ") + plain.story;
    return read;
  } catch (const InputError& error) {
    throw InputError(error.what(), error.input == plain.text ? std::string(line) : error.input, error.place,
                     error.valid);
  }
}

}  // namespace lytes::language
