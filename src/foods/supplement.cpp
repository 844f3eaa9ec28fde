#include "lytes/foods/supplement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::foods {

namespace {

using quantity::Nutrient;

Nutrient nutrient_of(std::string_view element) {
  if (element == "magnesium") return Nutrient::Magnesium;
  if (element == "potassium") return Nutrient::Potassium;
  return element == "sodium" ? Nutrient::Sodium : Nutrient::Calcium;
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
  serving.kind = FoodKind::Supplement;
  serving.amount = std::move(amount);
  serving.grams = grams;
  for (const auto nutrient : quantity::all_nutrients) serving.nutrients[nutrient] = 0;
  serving.nutrients[nutrient_of(element)] = element_mg;
  if (element_mg > unusual_element_mg(element)) {
    serving.remarks.push_back(
        note("unusual_amount", fmt::format("{} of {} is far more than a supplement holds; if it was a slip: lytes undo",
                                           mg_text(element_mg), element)));
  }
  return serving;
}

}  // namespace

std::string mg_text(double mg) {
  return fmt::format("{} mg", mg >= 10 ? fmt::format("{:.0f}", mg) : quantity::format_number(mg));
}

Element element_called(std::string_view name) {
  constexpr auto elements = std::to_array<Element>(
      {{"magnesium", 24.305, 2}, {"potassium", 39.098, 1}, {"sodium", 22.990, 1}, {"calcium", 40.078, 2}});
  return *std::ranges::find(elements, name, &Element::name);  // the catalogue holds no others
}

Serving as_element(const Supplement& element, std::string description, double mg) {
  return pure("supplement:" + element.name, std::move(description), mg_text(mg), element.element, mg, mg / 1000);
}

Serving as_salt(const Supplement& salt, double salt_mg) {
  const double element_mg = salt_mg * salt.share;
  return pure("supplement:" + salt.name,
              fmt::format("{} (salt {} = {} elemental {})", text::capitalised(salt.name), mg_text(salt_mg),
                          mg_text(element_mg), salt.element),
              mg_text(salt_mg), salt.element, element_mg, salt_mg / 1000);
}

Serving as_elemental(const Supplement& salt, double element_mg) {
  const double salt_mg = element_mg / salt.share;
  return pure("supplement:" + salt.name,
              fmt::format("{} (elemental {} {} = salt {})", text::capitalised(salt.name), salt.element,
                          mg_text(element_mg), mg_text(salt_mg)),
              mg_text(element_mg), salt.element, element_mg, salt_mg / 1000);
}

}  // namespace lytes::foods
