#include "supplement_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/errors.hpp"
#include "words.hpp"

namespace lytes::foods {

namespace {

using quantity::Nutrient;

Nutrient nutrient_of(std::string_view element) {
  if (element == "magnesium") return Nutrient::Magnesium;
  if (element == "potassium") return Nutrient::Potassium;
  return element == "sodium" ? Nutrient::Sodium : Nutrient::Calcium;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// A weight as a label would print it; below ten milligrams with decimals.
std::string mg_text(double mg) {
  return fmt::format("{} mg", mg >= 10 ? fmt::format("{:.0f}", mg) : quantity::format_number(mg));
}

/// No usual dose of an element reaches this; grams typed for milligrams do.
constexpr double unusual_element_mg(std::string_view element) {
  return element == "sodium" || element == "calcium" ? 3000 : 1000;
}

/// A pure compound: it holds its element and none of the others.
Serving pure(std::string ref, std::string description, std::string amount, std::string_view element, double element_mg,
             double grams) {
  Serving serving;
  serving.ref = std::move(ref);
  serving.description = std::move(description);
  serving.kind = Kind::Supplement;
  serving.amount = std::move(amount);
  serving.grams = grams;
  for (const auto nutrient : quantity::all_nutrients) serving.nutrients[nutrient] = 0;
  serving.nutrients[nutrient_of(element)] = element_mg;
  if (element_mg > unusual_element_mg(element)) {
    serving.remarks.push_back(
        {"unusual_amount", fmt::format("{} of {} is far more than a supplement holds; if it was a slip: lytes undo",
                                       mg_text(element_mg), element)});
  }
  return serving;
}

Serving as_salt(const Supplement& salt, double salt_mg) {
  const double element_mg = salt_mg * salt.share;
  return pure("supplement:" + salt.name,
              fmt::format("{} (salt {} = {} elemental {})", capitalised(salt.name), mg_text(salt_mg),
                          mg_text(element_mg), salt.element),
              mg_text(salt_mg), salt.element, element_mg, salt_mg / 1000);
}

Serving as_elemental(const Supplement& salt, double element_mg) {
  const double salt_mg = element_mg / salt.share;
  return pure("supplement:" + salt.name,
              fmt::format("{} (elemental {} {} = salt {})", capitalised(salt.name), salt.element, mg_text(element_mg),
                          mg_text(salt_mg)),
              mg_text(element_mg), salt.element, element_mg, salt_mg / 1000);
}

/// "magnesium as citrate", "magnesium (as magnesium citrate)", "magnesium from citrate".
struct ElementAsSalt {
  Supplement element;
  std::optional<Supplement> salt;
};

std::optional<ElementAsSalt> element_as_salt(const std::vector<Word>& words, const Catalogue& catalogue) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].text != "as" && words[i].text != "from") continue;
    const auto key = [&](std::size_t first, std::size_t last) {
      return key_of(
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
std::string supplement_key(const std::vector<Word>& words) {
  std::vector<Word> name;
  for (const auto& word : words) {
    constexpr std::array<std::string_view, 11> packing = {"tablet", "tab", "capsule",    "cap",  "pill", "sachet",
                                                          "powder", "of",  "supplement", "drop", "scoop"};
    if (std::ranges::find(packing, word.text) == packing.end()) name.push_back(word);
  }
  if (!name.empty() && name.front().text == "mg") name.front().text = "magnesium";
  if (!name.empty() && name.front().text == "k") name.front().text = "potassium";
  return key_of(name);
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
void tell_dose(const SupplementDose& dose, SupplementRead& read) {
  if (dose.unit_assumed) {
    read.serving.remarks.push_back(
        {"assumed_mg",
         fmt::format("{} is taken as {}", quantity::format_number(*dose.each_mg), mg_text(*dose.each_mg))});
  }
  if (dose.count != 1) {
    read.serving.remarks.push_back(
        {"several_doses", fmt::format("{} of {} each make {}", quantity::format_number(dose.count),
                                      mg_text(*dose.each_mg), mg_text(dose.count * *dose.each_mg))});
  }
}

/// A salt or an element whose milligrams are known: as the salt or as what it holds, by what was answered before.
SupplementRead by_weight(std::string_view phrase, const std::string& key, const Supplement& found, double mg,
                         const std::function<std::optional<std::string>(const std::string&)>& known,
                         const Asking& asking) {
  if (found.share >= 1) {
    return SupplementRead{pure("supplement:" + found.name, fmt::format("{} (elemental)", capitalised(found.name)),
                               mg_text(mg), found.element, mg, mg / 1000),
                          std::nullopt};
  }
  if (const auto answered = known(key)) {
    return SupplementRead{*answered == "elemental" ? as_elemental(found, mg) : as_salt(found, mg), std::nullopt};
  }
  if (asking.is_salt) {
    if (const auto is_salt = asking.is_salt(phrase, found, mg)) {
      return SupplementRead{*is_salt ? as_salt(found, mg) : as_elemental(found, mg),
                            Answer{Question::Salt, key, *is_salt ? "salt" : "elemental"}};
    }
  }
  SupplementRead read{as_salt(found, mg), std::nullopt};
  const auto salt_word = found.name.substr(found.name.find(' ') + 1);
  read.serving.remarks.push_back(
      {"salt_or_elemental",
       fmt::format("{} of {} taken as the weight of the salt; if the label means the element, write `{} {} as {}`",
                   mg_text(mg), found.name, mg_text(mg), found.element, salt_word)});
  return read;
}

}  // namespace

std::optional<SupplementRead> read_supplement(
    std::string_view phrase, const quantity::Amount& amount, const std::optional<SupplementDose>& dose,
    const Catalogue& catalogue, const std::function<std::optional<std::string>(const std::string&)>& known,
    const Asking& asking) {
  const auto words = words_of(amount.rest);
  if (const auto labelled = element_as_salt(words, catalogue)) {
    const double mg = milligrams(phrase, amount, labelled->element.name);
    if (labelled->salt) return SupplementRead{as_elemental(*labelled->salt, mg), std::nullopt};
    return SupplementRead{pure("supplement:" + labelled->element.name, capitalised(amount.rest), mg_text(mg),
                               labelled->element.element, mg, mg / 1000),
                          std::nullopt};
  }
  const std::string key = supplement_key(dose ? words_of(dose->name) : words);
  const auto found = catalogue.supplement(key);
  if (!found) return std::nullopt;
  const double mg = dose && dose->each_mg ? dose->count * *dose->each_mg : milligrams(phrase, amount, found->name);
  auto read = by_weight(phrase, key, *found, mg, known, asking);
  if (dose && dose->each_mg) tell_dose(*dose, read);
  return read;
}

}  // namespace lytes::foods
