#include "food_context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "lytes/errors.hpp"
#include "lytes/foods/supplement.hpp"
#include "lytes/foods/unknown_figures.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "supplement_dose.hpp"

namespace lytes::language {

namespace {

using foods::Serving;
using foods::Supplement;

/// "magnesium as citrate", "magnesium (as magnesium citrate)", "magnesium from citrate".
struct ElementAsSalt {
  Supplement element;
  std::optional<Supplement> salt;
};

std::optional<ElementAsSalt> element_as_salt(const std::vector<text::Word>& words, const foods::Catalogue& catalogue) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].text != "as" && words[i].text != "from") continue;
    const auto key = [&](std::size_t first, std::size_t last) {
      return text::key_of(
          {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(last)});
    };
    const auto element = catalogue.supplement(key(0, i));
    if (!element || element->share < 1) return std::nullopt;
    auto salt = catalogue.supplement(key(i + 1, words.size()));
    if (!salt) salt = catalogue.supplement(element->name + " " + key(i + 1, words.size()));
    if (salt && salt->element != element->element) salt = std::nullopt;
    return ElementAsSalt{*element, salt};
  }
  return std::nullopt;
}

/// The name without what it comes in: "magnesium citrate" of "tablets of magnesium citrate".
std::string supplement_key(const std::vector<text::Word>& words) {
  std::vector<text::Word> name;
  for (const auto& word : words) {
    constexpr std::array<std::string_view, 24> packing = {
        "tablet",     "tab",   "capsule",   "cap",     "pill",    "sachet",   "powder",    "of",
        "supplement", "drop",  "scoop",     "softgel", "gummy",   "liquid",   "spray",     "effervescent",
        "chewable",   "stick", "elemental", "slow",    "release", "extended", "sustained", "er"};
    if (std::ranges::find(packing, word.text) == packing.end()) name.push_back(word);
  }
  if (!name.empty() && name.front().text == "mg") name.front().text = "magnesium";
  if (!name.empty() && name.front().text == "k") name.front().text = "potassium";
  return text::key_of(name);
}

double milligrams(std::string_view phrase, const quantity::Amount& amount, const std::string& name) {
  if (!amount.measure || quantity::dimension_of(*amount.measure) != quantity::Dimension::Mass) {
    throw InputError(
        "how many mg of " + name + " was it?", std::string(phrase), amount.rest_offset,
        "`400mg " + name +
            "`, or save the product once: `lytes foods add \"my tablets\" --per \"1 tablet\" --magnesium 100mg`");
  }
  return quantity::milligrams_in(amount.number, *amount.measure);
}

/// How a dose was understood that was not said as one weight.
void tell_dose(const SupplementDose& dose, Serving& serving) {
  if (dose.unit_assumed) {
    serving.remarks.push_back(
        note("assumed_mg",
             fmt::format("{} is taken as {}", quantity::format_number(*dose.each_mg), foods::mg_text(*dose.each_mg))));
  }
  if (dose.count != 1) {
    serving.remarks.push_back(
        note("several_doses", fmt::format("{} of {} each make {}", quantity::format_number(dose.count),
                                          foods::mg_text(*dose.each_mg), foods::mg_text(dose.count * *dose.each_mg))));
  }
}

/// How a weight that may be the salt's or the element's was taken, and how to write the other.
Remark salt_or_element(const Supplement& found, double mg, bool is_salt) {
  const std::string weight = foods::mg_text(mg);
  const auto salt_word = found.name.substr(found.name.find(' ') + 1);
  if (is_salt)
    return note(
        "salt_or_elemental",
        fmt::format("{0} of {1} taken as the weight of the salt; if the label means the element, write `{0} {2} "
                    "as {3}`",
                    weight, found.name, found.element, salt_word));
  return note(
      "salt_or_elemental",
      fmt::format("{0} taken as the {1} in it, which is what most labels of {2} mean; if the salt itself weighs "
                  "that, write `{0} {2} salt`",
                  weight, found.element, found.name));
}

/// A salt or an element whose milligrams are known: as the salt or as what it holds, by what was answered before.
/// @param each_mg of one tablet, where `mg` is of several
Read by_weight(const FoodContext& context, std::string_view phrase, const std::string& key, const Supplement& found,
               double mg, double each_mg) {
  if (found.share >= 1) return {foods::as_element(found, text::capitalised(found.name) + " (elemental)", mg), {}};
  if (const auto answered = context.speaker().answers().given(foods::Question::Salt, key))
    return {*answered == "elemental" ? foods::as_elemental(found, mg) : foods::as_salt(found, mg), {}};
  const bool likely = context.catalogue().weighs_the_salt(found, each_mg);
  if (const auto is_salt = context.speaker().is_salt(phrase, found, mg, likely)) {
    return {*is_salt ? foods::as_salt(found, mg) : foods::as_elemental(found, mg),
            foods::Answer{foods::Question::Salt, key, *is_salt ? "salt" : "elemental"}};
  }
  Read read{likely ? foods::as_salt(found, mg) : foods::as_elemental(found, mg), {}};
  read.serving.remarks.push_back(salt_or_element(found, mg, likely));
  return read;
}

/// A plain salt comes by the spoon; half a litre of "magnesia" is a water of that name. Powders of the others are
/// light, each in its own way, and liquids are thin.
bool is_spoonful(std::string_view phrase, const std::string& salt, const quantity::Amount& amount) {
  constexpr double most_ml = 60;
  const auto holds = [](std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
  };
  const bool dense = holds(salt, {"chloride", "sulfate", "sulphate", "epsom", "bicarbonate"});
  return dense && !holds(text::lowered(phrase), {"liquid", "drops", "spray"}) && amount.measure &&
         quantity::dimension_of(*amount.measure) == quantity::Dimension::Volume &&
         amount.number * quantity::base_units_in(*amount.measure) <= most_ml;
}

/// "1 tsp potassium chloride": a salt weighs in a spoon about what table salt does (6 g a teaspoon, USDA 02047).
Read by_spoon(const FoodContext& context, const Supplement& salt, const quantity::Amount& amount) {
  constexpr double mg_per_ml = 6000 / 4.92892;
  const double ml = amount.number * quantity::base_units_in(*amount.measure, context.speaker().measures());
  Read read{foods::as_salt(salt, ml * mg_per_ml), {}};
  read.serving.remarks.push_back(note(
      "spoon_of_salt",
      fmt::format("{} of {} are taken as {}, as of table salt", quantity::format_amount(amount.number, amount.measure),
                  salt.name, foods::mg_text(ml * mg_per_ml))));
  return read;
}

/// "20 mEq potassium chloride": prescriptions count the element, whatever its salt.
Read by_charge(const Supplement& found, const SupplementDose& dose) {
  const auto element = foods::element_called(found.element);
  const bool equivalents = dose.each_charge->unit == Charge::Unit::Milliequivalent;
  const double mg_each = element.mg_per_mmol / (equivalents ? element.valence : 1);
  const double mg = dose.count * dose.each_charge->number * mg_each;
  Read read{found.share >= 1 ? foods::as_element(found, text::capitalised(found.name) + " (elemental)", mg)
                             : foods::as_elemental(found, mg),
            {}};
  read.serving.remarks.push_back(
      note("counted_by_charge",
           fmt::format("{} {} of {} are {}", quantity::format_number(dose.count * dose.each_charge->number),
                       equivalents ? "mEq" : "mmol", found.element, foods::mg_text(mg))));
  return read;
}

/// "magnesium citrate salt", where the last word only says what was weighed; "epsom salt" is a name.
std::optional<Supplement> salt_said_so(const foods::Catalogue& catalogue, const std::string& key) {
  constexpr std::string_view word = " salt";
  if (!key.ends_with(word)) return std::nullopt;
  auto found = catalogue.supplement(key.substr(0, key.size() - word.size()));
  return found && found->share < 1 ? found : std::nullopt;
}

/// Empty when the words name neither an element nor a salt, so that something else may be meant.
/// @param amount the amount before or after the name, with the name in `rest`
/// @param dose the same however it was said, where `dose_in` could read it
/// @throws InputError when it is a salt or an element but no weight was given
std::optional<Read> element_or_salt(const FoodContext& context, std::string_view phrase, const quantity::Amount& amount,
                                    const std::optional<SupplementDose>& dose) {
  const auto words = text::words_of(amount.rest);
  if (const auto labelled = element_as_salt(words, context.catalogue())) {
    const double mg = milligrams(phrase, amount, labelled->element.name);
    if (labelled->salt) return Read{foods::as_elemental(*labelled->salt, mg), {}};
    return Read{foods::as_element(labelled->element, text::capitalised(amount.rest), mg), {}};
  }
  std::string key = supplement_key(dose ? text::words_of(dose->name) : words);
  auto found = context.catalogue().supplement(key);
  if (!found) {
    // "3 tbsp epsom salt": a spoon is a measure of amounts, not of doses.
    key = supplement_key(words);
    found = context.catalogue().supplement(key);
    if (found && is_spoonful(phrase, key, amount))
      return found->share < 1 ? std::optional(by_spoon(context, *found, amount)) : std::nullopt;
  }
  const auto salt = found ? std::nullopt : salt_said_so(context.catalogue(), key);
  if (salt) found = salt;
  if (!found) return std::nullopt;
  if (dose && dose->each_charge) return by_charge(*found, *dose);
  if (found->share < 1 && is_spoonful(phrase, key, amount)) return by_spoon(context, *found, amount);
  const bool by_tablet = dose && dose->each_mg;
  const double mg = by_tablet ? dose->count * *dose->each_mg : milligrams(phrase, amount, found->name);
  Read read{};
  if (salt)
    read = {foods::as_salt(*salt, mg), {}};
  else if (dose && dose->elemental && found->share < 1)
    read = {foods::as_elemental(*found, mg), {}};
  else
    read = by_weight(context, phrase, key, *found, mg, by_tablet ? *dose->each_mg : mg);
  if (dose && dose->each_mg) tell_dose(*dose, read.serving);
  return read;
}

/// "scoops" of "whey plus 2 scoops", unless the name holds it; empty where none is said.
std::string packing_in(const Piece& piece, std::string_view name) {
  const auto named = text::words_of(name);
  for (const auto& word : text::words_of(piece.text())) {
    constexpr std::array<std::string_view, 16> packings = {"tablet", "tab",   "capsule", "cap",    "pill",  "sachet",
                                                           "scoop",  "drop",  "stick",   "packet", "gummy", "softgel",
                                                           "dose",   "spray", "caplet",  "lozenge"};
    const bool is_packing = std::ranges::find(packings, word.text) != packings.end();
    if (is_packing && std::ranges::find(named, word.text, &text::Word::text) == named.end())
      return std::string(piece.text().substr(word.offset, word.length));
  }
  return {};
}

}  // namespace

std::optional<Read> read_supplement(const FoodContext& context, const Piece& piece) {
  const auto dose = piece.reading([&] { return dose_in(piece.text()); });
  quantity::Amount amount;
  try {
    amount = context.amount(piece, foods::FoodKind::Supplement);
  } catch (const InputError&) {
    if (!dose) throw;
    amount.rest = dose->name;
  }
  const auto own = context.finder().called(amount.rest);
  if (own && own->ref.starts_with("own:")) return std::nullopt;
  auto read = piece.reading([&] { return element_or_salt(context, piece.text(), amount, dose); });
  if (read) read->serving.said = piece.text();
  return read;
}

Read read_unknown_supplement(const FoodContext& context, const Piece& piece) {
  quantity::Amount amount;
  if (const auto dose = piece.reading([&] { return dose_in(piece.text()); })) {
    amount.rest = dose->name;
    amount.number = dose->count;
    amount.number_given = dose->count != 1 || dose->each_mg;
    if (dose->each_mg && !dose->unit_assumed) {
      amount.number *= *dose->each_mg;
      amount.measure = quantity::Measure::Milligram;
    }
  } else {
    amount = context.amount(piece, foods::FoodKind::Supplement);
  }
  if (amount.rest.empty()) {
    throw InputError("what was it?", std::string(piece.line), piece.offset + piece.length,
                     "an amount and a supplement, such as `200mg magnesium`");
  }
  Read read{};
  foods::Serving& serving = read.serving;
  serving.description = amount.rest;
  serving.kind = foods::FoodKind::Supplement;
  serving.said = piece.text();
  serving.nutrients[quantity::Nutrient::Water] = 0;  // whatever a pill holds, it is not water
  const auto& plain = context.speaker().vocabulary().words("mineral-free supplement");
  if (plain.contains(text::lowered(text::trimmed(piece.text())))) {  // "omega 3" is not three of them
    amount = {};
    amount.rest = text::trimmed(piece.text());
    serving.description = amount.rest;
  }
  serving.amount = amount.number_given ? quantity::format_amount(amount.number, amount.measure) : "1";
  const std::string packing = packing_in(piece, amount.rest);
  if (!amount.measure && !packing.empty()) serving.amount += " " + packing;
  if (holds_no_minerals(context.speaker().vocabulary(), piece.text())) {
    for (const auto nutrient : quantity::all_nutrients) serving.nutrients[nutrient] = 0;
    return read;
  }
  constexpr std::array wanted = {quantity::Nutrient::Magnesium, quantity::Nutrient::Potassium};
  serving.remarks.push_back(
      note("unknown_supplement",
           fmt::format(
               "what \"{}\" holds is not known, and never counts as none; to say it, for what is logged already too: "
               "{}, {}",
               amount.rest, foods::command_that_tells(amount.rest, "", serving.kind, serving.amount, wanted),
               foods::figures_of_the_label)));
  return read;
}

}  // namespace lytes::language
