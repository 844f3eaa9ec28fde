#include "lytes/language/food_line.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "dish_parts.hpp"
#include "eaten_share.hpp"
#include "food_context.hpp"
#include "in_all.hpp"
#include "joined_foods.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/rescale.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "piece.hpp"
#include "plain_line.hpp"
#include "reworded.hpp"
#include "run_on.hpp"
#include "translated.hpp"
#include "turned_piece.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;

/// "eggs -2", "magnesium −200mg", "aspirin +1": a sign before a number is not the end of a name.
void refuse_signed_amount(const Piece& piece) {
  const auto sign = quantity::signed_number_in(piece.text());
  if (!sign) return;
  throw InputError(sign->complaint("An amount"), std::string(piece.line), piece.offset + sign->place,
                   "the number alone, such as 2");
}

/// "300 mg in total" as "300 mg".
Piece without_in_total(const Piece& piece) {
  constexpr std::string_view in_total = " in total";
  const bool said = text::lowered(piece.text()).ends_with(in_total);
  return said ? piece.part(0, piece.length - in_total.size()) : piece;
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
         says_amount_alone(without_in_total(piece), kind, context.units()) ||
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

Read read_supplement_part(const FoodContext& context, const Piece& part) {
  if (auto product = read_product(context, part)) return std::move(*product);
  if (auto supplement = read_supplement(context, part)) return std::move(*supplement);
  if (auto named = read_named_food(context, part, FoodKind::Supplement)) return std::move(*named);
  if (auto medicine = read_medicine(context, part)) return std::move(*medicine);
  if (auto mended = read_misspelt_supplement(context, part)) return std::move(*mended);
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
  if (auto medicine = read_medicine(context, piece)) return medicine;
  return read_misspelt_supplement(context, piece);
}

/// "magnesium 200mg with a glass of water", "2 nuun tabs in 500ml water", "a glass of water with 1 stick lmnt": what is
/// taken and what it is taken in are both had.
/// @param supplement reads what is taken, or gives nothing
template <typename Reader>
std::optional<std::vector<Read>> read_supplement_with(const FoodContext& context, const Piece& piece,
                                                      const Reader& supplement) {
  constexpr std::size_t longest = 300;  // bytes; a longer piece says more than two things
  if (piece.length > longest) return std::nullopt;
  const auto parts = parts_at(piece, {"with ", "w/ ", "in ", "into "});
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
  if (auto parts = read_by_amounts(context, piece, kind)) return std::move(*parts);
  if (auto foods = read_run_on(context, piece, kind)) return std::move(*foods);
  if (auto parts = read_each_part(context, piece, kind)) return std::move(*parts);
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

void keep(Read read, ReadLine& whole) {
  if (read.left_out) return;
  if (!read.aside.empty()) whole.story += (whole.story.empty() ? "" : "; ") + read.aside;
  whole.servings.push_back(std::move(read.serving));
  if (read.answer) whole.answers.push_back(std::move(*read.answer));
}

/// "crispbread with cheese": what follows behind commas lies on it, too.
bool says_with(const Piece& first) {
  return std::ranges::any_of(parts_at_links(first), [](const Piece& part) { return part.addition; });
}

/// Whether a serving is what a share was said to be of: "the chips" of "fish and chips".
bool is_of(const foods::Serving& serving, const std::string& of) {
  return is_in_name(serving.said, of) || is_in_name(serving.description, of);
}

/// How much of a serving is left where so much of one thing in it was eaten: "the chips" of "fish and chips" are half
/// of them, as far as anybody can tell.
double left_of(const foods::Serving& serving, const EatenShare& share) {
  const bool one_of_two = !share.of.empty() && text::lowered(serving.said).find(" and ") != std::string::npos;
  return one_of_two ? (1 + share.eaten) / 2 : share.eaten;
}

/// Leaves of the servings what was had of them. A share of something that was not named stays words alone.
/// @param first the first serving of what stands before the share
void take_share(const EatenShare& share, std::size_t first, ReadLine& whole) {
  auto& servings = whole.servings;
  std::size_t begin = share.of_all ? 0 : first;
  if (!share.of.empty()) {
    begin = 0;
    const auto is_meant = [&](const foods::Serving& serving) { return is_of(serving, share.of); };
    if (std::ranges::none_of(servings, is_meant)) {
      whole.story += (whole.story.empty() ? "" : "; ") + share.words;
      return;
    }
  }
  for (std::size_t i = begin; i < servings.size();) {
    const double left = share.of.empty() || is_of(servings[i], share.of) ? left_of(servings[i], share) : 1;
    if (left == 0) {  // "none of the potato"
      servings.erase(servings.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    if (left < 1) {
      servings[i] = foods::part_of(servings[i], left);
      servings[i].said += ", " + share.words;
    }
    ++i;
  }
}

ReadLine read_plain_line(const FoodContext& context, std::string_view line, const std::vector<EatenShare>& shares,
                         std::optional<FoodKind> kind) {
  const auto pieces = pieces_of(context, line, kind.value_or(FoodKind::Food));
  if (pieces.empty()) throw InputError("nothing to log", std::string(line), line.size(), example_of(kind));
  if (!kind || *kind != FoodKind::Supplement) refuse_unclear_parts(context, pieces, kind.value_or(FoodKind::Food));
  ReadLine whole;
  auto share = shares.begin();
  const bool on_a_dish = says_with(pieces.front());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece piece = pieces[i];
    piece.topping = i > 0 && on_a_dish;
    const std::size_t first = whole.servings.size();
    refuse_signed_amount(piece);
    auto reads = !kind                           ? read_any_piece(context, piece)
                 : *kind == FoodKind::Supplement ? read_supplement_piece(context, piece)
                                                 : read_food_piece(context, piece, *kind);
    // As many entries as a line may make.
    if (whole.servings.size() + reads.size() > most_entries_at_once) refuse_more_entries(piece.line, piece.offset);
    for (auto& read : reads) keep(std::move(read), whole);
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].offset : line.size();
    for (; share != shares.end() && share->place < end; ++share) take_share(*share, first, whole);
  }
  leave_out_parts_said(context, pieces.front(), whole);
  leave_out_heading(context, pieces.front(), kind.value_or(FoodKind::Food), whole);
  return whole;
}

/// A refusal of words that were put otherwise on the way, shown in the line as it was typed: at the same word where it
/// stands there.
InputError shown_in(std::string_view line, const InputError& error) {
  const std::string_view said = error.input;
  const std::size_t place = std::min(error.place, said.size());
  const std::string_view word = said.substr(place, said.find(' ', place) - place);
  const std::size_t found = word.empty() ? line.size() : line.find(word);
  return InputError(error.what(), std::string(line), found == std::string_view::npos ? 0 : found, error.valid);
}

ReadLine read_english_line(const FoodContext& context, std::string_view line, std::optional<FoodKind> kind) {
  Speaker& speaker = context.speaker();
  const auto is_name = [&](std::string_view name) { return context.finder().called(name).has_value(); };
  const Reworded reworded(speaker.vocabulary(), line, is_name);
  const LineWithShares parted = shares_in(speaker.vocabulary(), reworded.text());
  const FoodNames names{is_name, [&](const std::string& word) { return context.catalogue().knows_word(word); }};
  PlainLine plain = plain_line(speaker.vocabulary(), context.units(), parted.text, names);
  try {
    ReadLine read = read_plain_line(context, plain.text, parted.shares, kind);
    if (!plain.story.empty()) read.story += (read.story.empty() ? "" : "; ") + plain.story;
    return read;
  } catch (const InputError& error) {
    if (error.input.empty()) throw;
    if (error.input != plain.text) throw shown_in(line, error);
    throw InputError(error.what(), std::string(line), reworded.place_in_line(error.place), error.valid);
  }
}

/// What was read of words that were put otherwise, said back in those that were typed.
ReadLine as_said(std::string_view line, ReadLine read) {
  if (read.servings.size() == 1) read.servings.front().said = line;
  return read;
}

}  // namespace

ReadLine read_intake_line(Speaker& speaker, std::string_view line, std::optional<FoodKind> kind) {
  const FoodContext context(speaker);
  const auto is_name = [&](std::string_view name) { return context.finder().called(name).has_value(); };
  if (const auto english = translated(speaker.vocabulary(), line, is_name)) {
    try {
      return as_said(line, read_english_line(context, *english, kind));
    } catch (const InputError& error) {
      throw shown_in(line, error);
    }
  }
  if (kind != FoodKind::Supplement) {
    if (const auto all = with_what_it_came_to(speaker.vocabulary(), line)) {
      try {
        return as_said(line, read_english_line(context, *all, kind));
      } catch (const InputError& error) {
        throw shown_in(line, error);
      }
    }
  }
  return read_english_line(context, line, kind);
}

}  // namespace lytes::language
