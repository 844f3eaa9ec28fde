#include "lytes/foods/serving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "counting.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::foods {

namespace {

using quantity::Dimension;
using quantity::Measure;
using quantity::MeasureSystem;

std::vector<std::string> texts(std::string_view phrase) {
  std::vector<std::string> words;
  for (auto& word : text::words_of(phrase)) words.push_back(std::move(word.text));
  return words;
}

bool holds_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::ranges::all_of(wanted, [&](const auto& word) { return std::ranges::find(words, word) != words.end(); });
}

/// "medium" of `medium (7" to 7-7/8" long)`, "cup" of "cup, sliced".
std::string_view head_of(std::string_view portion) {
  portion = portion.substr(0, std::min(portion.find('('), portion.find(',')));
  while (portion.ends_with(' ')) portion.remove_suffix(1);
  return portion;
}

/// How many of the unit a portion's name counts: 2 in "serving, 2 slices".
double count_in(const std::vector<std::string>& portion_words, const std::string& unit) {
  for (std::size_t i = 1; i < portion_words.size(); ++i) {
    const auto& before = portion_words[i - 1];
    const bool number = !before.empty() && before.size() < 3 && std::ranges::all_of(before, text::is_digit);
    if (portion_words[i] == unit && number && before != "0") return std::stod(before);
  }
  return 1;
}

/// The portion that is called just so; else one whose name holds all the words. Its weight is that of one.
std::optional<Portion> portion_called_exactly(const Food& food, const std::vector<std::string>& unit) {
  const auto wanted = [&](const Portion& portion, bool exactly) {
    const auto head = texts(head_of(portion.name));
    if (exactly) return head == unit;
    // A size that was not asked for makes it another portion: "egg" is not an "extra large egg".
    const auto all = texts(portion.name);
    const bool other_size = std::ranges::any_of(
        head, [&](const auto& word) { return is_size(word) && std::ranges::find(unit, word) == unit.end(); });
    return holds_all(all, unit) && !other_size;
  };
  for (const bool exactly : {true, false}) {
    if (food.usual && wanted(*food.usual, exactly)) return food.usual;
    for (const auto& portion : food.portions) {
      if (wanted(portion, exactly))
        return Portion{portion.name, portion.grams / count_in(texts(portion.name), unit.back())};
    }
  }
  return std::nullopt;
}

/// The same, also under words that mean nearly the same; a food that knows the word itself keeps its own meaning.
std::optional<Portion> portion_called(const Food& food, std::vector<std::string> unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> alike = {{{"slice", "piece"},
                                                                                    {"piece", "slice"},
                                                                                    {"wedge", "slice"},
                                                                                    {"rasher", "slice"},
                                                                                    {"strip", "slice"},
                                                                                    {"square", "piece"},
                                                                                    {"pack", "package"},
                                                                                    {"packet", "package"},
                                                                                    {"tin", "can"},
                                                                                    {"tub", "container"},
                                                                                    {"pot", "container"},
                                                                                    {"big", "large"}}};
  if (unit.empty()) return std::nullopt;
  std::ranges::replace(unit, std::string("big"), std::string("large"));
  if (auto found = portion_called_exactly(food, unit)) return found;
  for (const auto& [said, known] : alike) {
    if (unit.back() != said) continue;
    auto other = unit;
    other.back() = known;
    if (auto found = portion_called_exactly(food, other)) return found;
  }
  return std::nullopt;
}

struct Density {
  double grams_per_ml;
  bool assumed;
};

/// "1/2 cup" in "serving, 1/2 cup" where the portion itself is no measure.
std::optional<double> cups_in(std::string_view portion) {
  for (const auto& [words, cups] : std::to_array<std::pair<std::string_view, double>>(
           {{", 1/2 cup", 0.5}, {", 1 cup", 1}, {" (1/2 cup)", 0.5}, {" (1 cup)", 1}})) {
    if (portion.find(words) != std::string_view::npos) return cups;
  }
  return std::nullopt;
}

/// What one household measure of a food says of its density, and how well it says so.
struct Measured {
  int rank;
  double grams_per_ml;
};

/// The asked measure itself says it best, then one without a qualifier ("cup" before "cup, sliced"), then any, and last
/// a measure that is only mentioned.
std::optional<Measured> measured_by(const Portion& portion, Measure asked) {
  const auto head = head_of(portion.name);
  const auto measure = quantity::measure_named(head);
  if (measure && quantity::dimension_of(*measure) == Dimension::Volume) {
    const int rank = 2 + (*measure == asked ? 2 : 0) + (head.size() == portion.name.size() ? 1 : 0);
    return Measured{rank, portion.grams / quantity::base_units_in(*measure, MeasureSystem::Us)};
  }
  const auto cups = cups_in(portion.name);
  if (!cups) return std::nullopt;
  return Measured{1, portion.grams / *cups / quantity::base_units_in(Measure::Cup, MeasureSystem::Us)};
}

/// A cup of a dish is a vessel and no measure; a drink weighs about what its water does.
double density_of_mixed_drink(const Food& drink, const Catalogue& catalogue) {
  const auto vessel = drink.usual ? catalogue.container(drink.usual->name, drink.everyday_words) : std::nullopt;
  const double density = vessel && vessel->ml ? drink.usual->grams / *vessel->ml : 1;
  return density > 0.95 && density < 1.1 ? density : 1;
}

Density density_of(const Food& food, Measure asked, const Catalogue& catalogue) {
  if (food.basis.unit == "ml") return {1, false};
  if (food.ref.starts_with("dish:") && food.kind == FoodKind::Drink)
    return {density_of_mixed_drink(food, catalogue), false};
  std::optional<Measured> best;
  const auto consider = [&](const Portion& portion) {
    const auto found = measured_by(portion, asked);
    if (found && (!best || found->rank > best->rank)) best = found;
  };
  for (const auto& portion : food.portions) consider(portion);
  if (food.usual) consider(*food.usual);
  return best ? Density{best->grams_per_ml, false} : Density{1, true};
}

bool is_spoon(Measure measure) { return measure == Measure::Tablespoon || measure == Measure::Teaspoon; }

/// "slice" where a food usually comes by the slice.
std::vector<std::string> unit_of(const Food& food) { return texts(head_of(food.usual->name)); }

/// Whether a bare number counts pieces: eggs, crackers and slices of bread, not cups of rice or bowls of soup.
bool comes_in_pieces(const Food& food) {
  constexpr std::array<std::string_view, 8> heaps = {"serving", "bowl",    "plate",     "glass",
                                                     "handful", "portion", "container", "bottle"};
  if (food.each_grams) return true;
  if (!food.usual || quantity::measure_named(head_of(food.usual->name))) return false;
  return std::ranges::find(heaps, unit_of(food).back()) == heaps.end();
}

std::string units_that_would_do(const Food& food) {
  std::vector<std::string> units;
  const auto offer = [&](std::string unit) {
    if (std::ranges::find(units, unit) == units.end() && units.size() < 8) units.push_back(std::move(unit));
  };
  if (food.basis.unit != "g" && food.basis.unit != "ml") {
    offer(food.basis.unit);
  } else {
    if (food.usual) offer(std::string(head_of(food.usual->name)));
    for (const auto& portion : food.portions) offer(std::string(head_of(portion.name)));
    offer("g");
    offer("ml");
  }
  return fmt::format("{}", fmt::join(units, ", "));
}

bool is_counted(const Food& food) { return food.basis.unit != "g" && food.basis.unit != "ml"; }

/// Whether two words for one dose mean the same: a tablet is a pill, a sachet a stick.
bool is_same_packing(std::string_view left, std::string_view right) {
  constexpr std::array<std::string_view, 13> pieces = {"tablet", "tab",     "pill",        "caplet",  "capsule",
                                                       "cap",    "softgel", "gummy",       "lozenge", "dragee",
                                                       "chew",   "piece",   "effervescent"};
  constexpr std::array<std::string_view, 7> bags = {"stick", "sachet", "packet", "pack", "pouch", "bag", "sleeve"};
  const auto both = [&](const auto& words) {
    return std::ranges::find(words, left) != words.end() && std::ranges::find(words, right) != words.end();
  };
  return left == right || both(pieces) || both(bags);
}

/// How many of the basis unit one of `unit` is, of a food that is counted: a capsule, or a serving of four.
std::optional<double> pieces_in(const Food& food, const std::vector<std::string>& unit) {
  if (unit.empty() || texts(food.basis.unit) == unit) return 1;
  const std::string& word = unit.back();
  if (is_same_packing(food.basis.unit, word)) return 1;
  if (const auto portion = portion_called_exactly(food, {word})) return portion->grams;
  if (word == "serving" || word == "portion" || word == "dose") return food.basis.amount;
  return std::nullopt;
}

/// Nobody takes more of a product at once; a larger number is its strength.
constexpr double most_pieces = 12;

/// How many tablets weigh so much by their label: 600 mg are one where it says so of the salt, and 250 mg one that
/// holds 250 mg of a single element.
std::optional<double> pieces_of_strength(const Food& food, double mg) {
  if (!food.ref.starts_with("product:")) return std::nullopt;
  for (const Portion& portion : food.portions) {
    if (!portion.name.ends_with(" mg")) continue;
    const double pieces = mg / std::stod(portion.name) * portion.grams;
    if (std::abs(2 * pieces - std::round(2 * pieces)) < 0.02 && pieces > 0.4 && pieces <= most_pieces) return pieces;
  }
  const double magnesium = food.per_basis[quantity::Nutrient::Magnesium].value_or(0);
  const double potassium = food.per_basis[quantity::Nutrient::Potassium].value_or(0);
  if ((magnesium > 0) == (potassium > 0)) return std::nullopt;
  const double pieces = mg / (std::max(magnesium, potassium) / food.basis.amount);
  return pieces <= most_pieces ? std::optional(pieces) : std::nullopt;
}

/// More than this of one thing at a time is more likely a slip of the keys.
constexpr double unusual_grams = 3000;
constexpr double impossible_grams = 20'000;

/// Puts weight and figures together for one food.
class Scales {
 public:
  Scales(const Food& food, const Catalogue& catalogue, MeasureSystem system)
      : food_(food), catalogue_(catalogue), system_(system) {
    serving_.ref = food.ref;
    serving_.description = food.name;
    serving_.kind = food.kind;
  }

  Serving weigh(const Helping& helping) {
    const double number = helping.amount.number;
    if (helping.amount.measure) {
      const Measure measure = *helping.amount.measure;
      serving_.amount = quantity::format_amount(number, measure);
      const double size = number * quantity::base_units_in(measure, system_);
      quantity::dimension_of(measure) == Dimension::Mass ? by_weight(size) : by_volume(size, measure);
    } else if (!helping.unit.empty()) {
      by_unit(number, helping);
    } else {
      usual(number, helping.amount.number_given);
    }
    if (serving_.grams.value_or(0) > impossible_grams) {
      throw InputError("nobody has " + serving_.amount + " of " + food_.name + " at one go", {}, 0,
                       "an amount below 20 kg or 20 l");
    }
    if (serving_.grams.value_or(0) > unusual_grams)
      remark("unusual_amount", "that is a great deal of " + food_.name + "; if it was a slip: lytes undo");
    return std::move(serving_);
  }

 private:
  bool counted_by_piece() const { return is_counted(food_); }

  void scale(double basis_units) { serving_.nutrients = food_.per_basis.times(basis_units / food_.basis.amount); }

  void remark(std::string code, std::string message) {
    serving_.remarks.push_back(note(std::move(code), std::move(message)));
  }

  [[noreturn]] void refuse(const std::string& unit) const {
    throw InputError(fmt::format("no weight is known for \"{}\" of {}", unit, food_.name), {}, 0,
                     units_that_would_do(food_));
  }

  void by_strength(double mg) {
    const auto pieces = pieces_of_strength(food_, mg);
    if (serving_.amount.empty()) serving_.amount = quantity::format_amount(mg, Measure::Milligram);
    if (!pieces) refuse(serving_.amount);
    scale(*pieces);
  }

  void by_weight(double grams) {
    if (counted_by_piece()) return by_strength(grams * 1000);
    serving_.grams = grams;
    scale(grams);
    if (food_.basis.unit == "ml") remark("counted_as_water", food_.name + " is known by volume: 1 g counted as 1 ml");
  }

  void by_volume(double ml, Measure measure) {
    if (counted_by_piece()) refuse(serving_.amount);
    const bool its_cup =
        measure == Measure::Cup && food_.ref.starts_with("dish:") && food_.usual && food_.usual->name == "cup";
    if (its_cup) return by_weight_of(*food_.usual, ml / quantity::base_units_in(Measure::Cup, system_));
    const Density density = density_of(food_, measure, catalogue_);
    if (food_.basis.unit == "ml") {
      scale(ml);
      return;
    }
    serving_.grams = ml * density.grams_per_ml;
    scale(*serving_.grams);
    if (density.assumed) {
      remark("counted_as_water",
             "no weight by volume is known for " + food_.name + ": 1 ml counted as 1 g, as for water");
    }
  }

  void by_pieces(double number, const Helping& helping) {
    const auto pieces = pieces_in(food_, helping.unit);
    if (!pieces) refuse(helping.unit_as_typed);
    scale(number * *pieces);
  }

  void by_unit(double number, const Helping& helping) {
    serving_.amount = counted(number, helping.unit_as_typed);
    if (counted_by_piece()) return by_pieces(number, helping);
    if (food_.each_grams && helping.unit.size() == 1 &&
        (helping.unit.front() == "piece" || helping.unit.front() == "pc")) {
      return by_weight(number * *food_.each_grams);
    }
    const std::string word = helping.unit.back();
    if (const auto own = container_of_this(text::joined(sized(helping.unit)))) return hold(number, *own);
    if (const auto own = container_of_this(word)) return hold(number, *own);
    if (const auto portion = portion_called(food_, helping.unit)) return by_weight_of(*portion, number);
    if (const auto sized = container_of_size(helping.unit)) return hold(number, *sized);
    if (const auto any = catalogue_.container(word, {}); any && helping.unit.size() == 1) return hold(number, *any);
    if (food_.usual && means_usual(helping.unit)) return by_weight_of(*food_.usual, number);
    if (helping.unit.size() == 1 && is_size(helping.unit.front()) && by_size(number, helping)) return;
    if (helping.unit.size() > 1 && is_size(helping.unit.front())) {
      const std::vector<std::string> without_size(helping.unit.begin() + 1, helping.unit.end());
      if (const auto portion = portion_called(food_, without_size)) {
        remark("assumed_amount", fmt::format("no weight is known for \"{}\": taken as \"{}\"", helping.unit_as_typed,
                                             head_of(portion->name)));
        return by_weight_of(*portion, number);
      }
      if (const auto any = catalogue_.container(word, {}); any && without_size.size() == 1) {
        remark("assumed_amount",
               fmt::format("no weight is known for \"{}\": taken as \"{}\"", helping.unit_as_typed, word));
        return hold(number, *any);
      }
    }
    refuse(helping.unit_as_typed);
  }

  /// "a large latte", "a small ramen": the cup or bowl of that size, else the usual one. False where it is neither a
  /// drink nor a dish.
  bool by_size(double number, const Helping& helping) {
    const bool drink = food_.kind == FoodKind::Drink;
    constexpr std::array<std::string_view, 4> helpings = {"plate", "bowl", "serving", "cup"};
    const bool helped = food_.usual && std::ranges::find(helpings, head_of(food_.usual->name)) != helpings.end();
    if (!drink && !helped && !food_.ref.starts_with("dish:")) return false;
    const std::string vessel = drink || !food_.usual ? "size" : std::string(head_of(food_.usual->name));
    if (const auto sized = container_of_size({helping.unit.front(), vessel})) {
      hold(number, *sized);
      return true;
    }
    if (!food_.usual) return false;
    remark("assumed_amount", fmt::format("no weight is known for a {} {}: taken as 1 {}", helping.unit_as_typed,
                                         food_.name, head_of(food_.usual->name)));
    by_weight_of(*food_.usual, number);
    return true;
  }

  /// "a medium X" and "a piece of X" are the usual one where there is no other, and a plate or a box of a dish.
  bool means_usual(const std::vector<std::string>& unit) const {
    constexpr std::array<std::string_view, 6> words = {"medium", "serving", "portion", "piece", "helping", "whole"};
    constexpr std::array<std::string_view, 6> vessels = {"plate", "plateful", "box", "tray", "pack", "tin"};
    if (unit.size() != 1) return false;
    const bool dish = food_.ref.starts_with("dish:") && food_.kind == FoodKind::Food;
    return std::ranges::find(words, unit.front()) != words.end() ||
           (dish && std::ranges::find(vessels, unit.front()) != vessels.end());
  }

  std::optional<Container> container_of_this(const std::string& said) const {
    const std::string word = said == "tin" ? "can" : said;
    if (!food_.everyday_words.empty()) {
      if (auto found = catalogue_.container(word, food_.everyday_words)) {
        if (catalogue_.container(word, {}) != found) return found;
      }
    }
    return std::nullopt;
  }

  /// "a big bottle", "small glass"
  std::optional<Container> container_of_size(const std::vector<std::string>& unit) const {
    if (unit.size() != 2 || !is_size(unit.front())) return std::nullopt;
    return catalogue_.container(text::joined(sized(unit)), {});
  }

  /// With one word for all that is large.
  static std::vector<std::string> sized(std::vector<std::string> unit) {
    for (std::string_view large : {"big", "tall", "huge", "giant"}) {
      if (unit.front() == large) unit.front() = "large";
    }
    return unit;
  }

  void hold(double number, const Container& container) {
    container.grams ? by_weight(number * *container.grams) : by_volume(number * *container.ml, Measure::Millilitre);
  }

  /// The portions of what is known by volume are volumes.
  void by_weight_of(const Portion& portion, double number) {
    food_.basis.unit == "ml" ? scale(number * portion.grams) : by_weight(number * portion.grams);
  }

  void usual(double number, bool number_given) {
    if (counted_by_piece()) {
      const bool strength = number > most_pieces && food_.ref.starts_with("product:");  // "mag-ox 400"
      if (strength) return by_strength(number);
      serving_.amount = counted(number, food_.basis.unit);
      return scale(number);
    }
    if (number_given && food_.each_grams) {
      serving_.amount = quantity::format_number(number);
      return by_weight(number * *food_.each_grams);
    }
    if (food_.usual) {
      serving_.amount = counted(number, head_of(food_.usual->name));
      return by_weight_of(*food_.usual, number);
    }
    if (number_given) refuse(quantity::format_number(number));
    if (food_.kind == FoodKind::Drink) {
      if (const auto glass = catalogue_.container("glass", {})) {
        serving_.amount = "1 glass";
        remark("assumed_amount", "no amount given: taken as a glass");
        return hold(1, *glass);
      }
    }
    throw InputError("how much " + food_.name + " was it?", {}, 0, units_that_would_do(food_));
  }

  const Food& food_;
  const Catalogue& catalogue_;
  MeasureSystem system_;
  Serving serving_;
};

}  // namespace

bool comes_in(const Food& food, const std::vector<std::string>& unit, const Catalogue& catalogue) {
  if (unit.empty()) return true;
  if (is_counted(food)) return pieces_in(food, unit).has_value();
  const std::vector<std::string> without_size(unit.begin() + (unit.size() > 1 && is_size(unit.front()) ? 1 : 0),
                                              unit.end());
  return portion_called(food, unit) || portion_called(food, without_size) ||
         (unit.size() == 1 && catalogue.container(unit.front(), food.everyday_words)) ||
         (unit.size() == 1 && (unit.front() == "medium" || unit.front() == "piece" || unit.front() == "serving"));
}

bool comes_one_by_one(const Food& food) {
  return food.usual && !food.each_grams && comes_in_pieces(food) && food.kind == FoodKind::Food;
}

std::optional<std::vector<std::string>> whole_one(const Food& food, const std::vector<std::string>& name) {
  std::optional<std::vector<std::string>> found;
  for (const Portion& portion : food.portions) {
    const auto head = texts(head_of(portion.name));
    const bool is_its_end = head.size() == 1 && head.front().size() > 3 && name.size() == 1 &&
                            name.front().size() > head.front().size() && name.front().ends_with(head.front());
    if (head != name && !is_its_end) continue;
    if (found && food.usual) return texts(head_of(food.usual->name));  // "croissant, mini" and "croissant, large"
    found = head;
  }
  return found;
}

bool measures_first(const quantity::Amount& said, const Food& dish, const Food& first) {
  const bool drink = dish.kind == FoodKind::Drink && first.kind == FoodKind::Drink;
  if (said.measure) return is_spoon(*said.measure) || !drink;
  return !drink && comes_in_pieces(first) && !(dish.usual && first.usual && unit_of(dish) == unit_of(first));
}

Serving measure_out(const Food& food, const Helping& helping, const Catalogue& catalogue, MeasureSystem system) {
  return Scales(food, catalogue, system).weigh(helping);
}

void exchange_part(Serving& dish, const Food& part, double share, const Food* instead) {
  if (!dish.grams) return;
  const double grams = share * *dish.grams;
  for (const auto nutrient : quantity::all_nutrients) {
    auto& figure = dish.nutrients[nutrient];
    const auto& out = part.per_basis[nutrient];
    const auto in = instead ? instead->per_basis[nutrient] : std::optional(0.0);
    if (!figure || !out || !in) {
      figure.reset();
    } else {
      figure = std::max(0.0, *figure + (*in - *out) * grams / 100);
    }
  }
  if (!instead) dish.grams = *dish.grams - grams;
}

}  // namespace lytes::foods
