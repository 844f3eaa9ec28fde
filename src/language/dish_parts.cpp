#include "dish_parts.hpp"

#include <algorithm>

#include "joined_foods.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

using foods::FoodKind;
using quantity::Amount;

namespace {

/// Whether it was said how much of it there was.
bool is_measured(const FoodContext& context, const foods::Serving& serving) {
  return std::ranges::any_of(text::words_of(serving.said), [&](const text::Word& word) {
    return text::is_digit(word.text.front()) || context.speaker().vocabulary().words("number").contains(word.text);
  });
}

/// Whether a list holds the last word that was said of a dish with that of a food: "omelette eggs".
bool joins(const WordSet& list, const foods::Serving& dish, const foods::Serving& food) {
  const auto last = [](const foods::Serving& serving) {
    const auto words = text::words_of(serving.said);
    return words.empty() ? std::string() : words.back().text;
  };
  return list.contains(last(dish) + " " + last(food));
}

/// Whether so much of the dish is told by its parts that it is no dish beside them: "omelette of 3 eggs", "sandwich
/// with 2 slices of bread and 40g ham".
bool is_told_by_parts(const FoodContext& context, const std::vector<foods::Serving>& servings) {
  const foods::Serving& dish = servings.front();
  const Vocabulary& vocabulary = context.speaker().vocabulary();
  const auto begin = servings.begin() + 1;
  const auto is_main_part = [&](const foods::Serving& serving) {
    const bool whole = joins(vocabulary.words("dish of one part"), dish, serving);
    const bool with_others = servings.size() > 2 && joins(vocabulary.words("dish and its main part"), dish, serving);
    return (whole || with_others) && is_measured(context, serving);
  };
  if (std::any_of(begin, servings.end(), is_main_part)) return true;
  if (!dish.ref.starts_with("dish:")) return false;
  const auto parts = context.catalogue().parts_of(dish.ref);
  const auto measured_parts = std::count_if(begin, servings.end(), [&](const foods::Serving& serving) {
    return is_measured(context, serving) && std::ranges::any_of(parts, [&](const foods::DishPart& part) {
             return part.ref == serving.ref || context.catalogue().are_exchanged(part.ref, serving.ref);
           });
  });
  constexpr std::ptrdiff_t enough_parts = 2;  // "overnight oats 50g oats 200ml soy milk blueberries"
  return measured_parts >= enough_parts;
}

/// "Oil, olive" of "Oil, olive, salad or cooking": what a food is, without what it is for.
std::string what_it_is(const std::string& name) {
  const std::size_t first = name.find(',');
  return first == std::string::npos ? name : name.substr(0, name.find(',', first + 1));
}

}  // namespace

void leave_out_heading(const FoodContext& context, const Piece& first, FoodKind kind, ReadLine& whole) {
  if (whole.servings.size() < 2) return;
  const Amount said = amount_before(first, kind);
  if (said.number_given || said.measure || !is_told_by_parts(context, whole.servings)) return;
  const std::string dish = whole.servings.front().said;
  whole.servings.erase(whole.servings.begin());
  whole.servings.front().remarks.push_back(note("parts_of_dish", dish + " is counted by its parts"));
}

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
      return food && !words.empty() && foods::Finder::fits(what_it_is(food->name), words.back().text);
    });
  };
  whole.servings.erase(std::remove_if(whole.servings.begin() + 1, whole.servings.end(), is_in_it),
                       whole.servings.end());
  if (whole.servings.size() == 1) whole.servings.front().said = first.line;
}

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

bool is_part_of_dish(const FoodContext& context, const foods::Serving& dish, const Piece& part) {
  const auto words = text::words_of(part.text());
  if (words.empty()) return false;
  const std::string& food = words.back().text;
  const auto holds = [](std::string_view name, std::string_view word) {
    return std::ranges::any_of(text::words_of(name), [&](const text::Word& each) { return each.text == word; });
  };
  const bool meat = context.speaker().vocabulary().words("meat").contains(food);
  if (meat && holds(dish.description, "meat")) return true;
  if (!dish.ref.starts_with("dish:")) return false;
  const auto parts = context.catalogue().parts_of(dish.ref);
  return std::ranges::any_of(parts, [&](const foods::DishPart& each) {
    const auto found = context.catalogue().find(each.ref);
    return found && found->kind == FoodKind::Food && is_in_name(what_it_is(found->name), part.text());
  });
}

}  // namespace lytes::language
