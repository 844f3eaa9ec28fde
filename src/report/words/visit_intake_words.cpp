#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/report/entry_text.hpp"
#include "lytes/text/letters.hpp"
#include "words/dates.hpp"
#include "words/import_words.hpp"
#include "words/visit_lists.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using safety::Aim;
using safety::IntakeCourse;

constexpr std::size_t most_products = 7;
constexpr std::size_t most_factors = 9;
constexpr std::size_t most_reasons = 2;

std::string days_count(int days) { return counted(static_cast<std::size_t>(days), "day"); }

std::string_view basis_words(const targets::Target& target) {
  return target.basis == "yours" ? std::string_view("own number") : std::string_view(target.basis);
}

std::string held_words(const IntakeCourse& course) {
  const std::string because = course.because.empty() ? "" : "because of " + few_names(course.because, most_reasons);
  if (!course.held_against) {
    const bool salt = course.nutrient == Nutrient::Sodium;
    const std::string none = salt ? "no limit" : course.aim == Aim::Goal ? "no goal known" : "no goal";
    return because.empty() ? none : none + ", " + because;
  }
  const bool limit = course.aim == Aim::Limit || course.nutrient == Nutrient::Sodium;
  std::string text =
      fmt::format("{} {} ({})", limit ? "at most" : "goal",
                  nutrient_amount(course.nutrient, course.held_against->amount), basis_words(*course.held_against));
  return because.empty() ? text : text + ", " + because;
}

/// "2.2" of "2.2 l"
std::string figure_alone(Nutrient nutrient, double amount) {
  const std::string text = nutrient_amount(nutrient, amount);
  return text.substr(0, text.find(' '));
}

std::string mean_words(const IntakeCourse& course) {
  const auto mean = course.mean();
  if (!mean) return "not known: no closed day with its figures";
  if (course.closed_days == 1) return nutrient_amount(course.nutrient, *mean) + " on the one closed day";
  return fmt::format("{} ({} to {}; {} closed days)", nutrient_amount(course.nutrient, *mean),
                     figure_alone(course.nutrient, course.least), figure_alone(course.nutrient, course.most),
                     course.closed_days);
}

std::string days_words(const IntakeCourse& course) {
  if (!course.held_against) return course.nutrient == Nutrient::Sodium ? "" : "for a doctor to say";
  if (course.aim == Aim::Limit || course.nutrient == Nutrient::Sodium) {
    if (course.judged == 0) return "";
    return fmt::format("above it on {} of {}", course.above, days_count(course.judged));
  }
  if (course.judged == 0) return "";  // nor is the mean known, which is said beside it
  std::string text = fmt::format("below it on {} of {}", course.below, days_count(course.judged));
  if (course.low > 0) text += fmt::format(", under 80 % of it on {}", course.low);
  return text;
}

VisitRow supplement_row(const IntakeCourse& course) {
  const auto& taken = *course.supplements;
  const std::string mean = nutrient_amount(course.nutrient, taken.sum / taken.days);
  const std::string most = nutrient_amount(course.nutrient, taken.most);
  return {
      fmt::format("{} supplements", text::capitalised(quantity::facts_of(course.nutrient).name)),
      {"", fmt::format("{} on {} with any; most {}", mean, days_count(taken.days), most),
       taken.days_above > 0 ? fmt::format("above the limit for supplements on {}", days_count(taken.days_above)) : ""}};
}

/// "Mg 200 mg, K 98 mg a day with it": what it makes on the days on which it was taken.
std::string sums_words(const timeline::TakenProduct& product) {
  if (product.is_medicine) return "a medicine";
  constexpr std::array shown = {Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Sodium, Nutrient::Calcium};
  std::vector<std::string> parts;
  bool any_known = false;
  for (const auto nutrient : shown) {
    const auto& sum = product.sum[nutrient];
    any_known = any_known || sum;
    if (!sum || *sum <= 0) continue;
    const auto& facts = quantity::facts_of(nutrient);
    parts.push_back(fmt::format("{} {}", facts.symbol, amount_text(*sum / product.days, facts.unit)));
  }
  if (!any_known) return "Mg and K not known";
  return parts.empty() ? "none of magnesium, potassium, sodium or calcium"
                       : fmt::format("{} a day with it", fmt::join(parts, ", "));
}

std::string times_words(const timeline::TakenProduct& product, int all_days) {
  const std::string times = product.times == product.days ? "" : fmt::format("{} times ", product.times);
  return fmt::format("{}on {} of {}, last on {}", times, product.days, days_count(all_days), short_date(product.last));
}

std::string factor_figure(double value) {
  const bool whole = std::abs(value) >= 20 || value == std::floor(value);
  return whole ? fmt::format("{:.0f}", value) : fmt::format("{:.1f}", value);
}

VisitRow factor_row(const timeline::LoggedFactor& factor) {
  const bool of_intake = factor.name == "caffeine" || factor.name == "alcohol";
  const std::string days = of_intake ? fmt::format("on {} of {} known", factor.days, days_count(factor.valued))
                                     : fmt::format("on {}", days_count(factor.days));
  std::string figures = "no figure given";
  if (const auto mean = factor.mean()) {
    figures = "mean " + factor_figure(*mean);
    if (factor.most > factor.least) {
      figures += fmt::format(", {} to {}", factor_figure(factor.least), factor_figure(factor.most));
    }
    if (factor.unit) figures += " " + user_name(*factor.unit);
    if (!of_intake && factor.valued < factor.days) figures += fmt::format(" (given for {})", factor.valued);
  }
  return {text::capitalised(user_name(factor.name)), {days, figures}};
}

}  // namespace

std::string nutrient_amount(Nutrient nutrient, double amount) {
  return nutrient == Nutrient::Water ? fmt::format("{:.1f} l", amount / 1000) : fmt::format("{:.0f} mg", amount);
}

std::vector<VisitRow> intake_rows(const VisitView& view) {
  std::vector<VisitRow> rows;
  for (const auto& course : view.intake) {
    rows.push_back({text::capitalised(quantity::facts_of(course.nutrient).name),
                    {held_words(course), mean_words(course), days_words(course)}});
    if (course.supplements && course.supplements->days > 0) rows.push_back(supplement_row(course));
  }
  return rows;
}

std::string about_intake(const VisitView& view) {
  std::string text =
      "A day, from food, drink and supplements together; means are of days closed as complete, with nearly all figures "
      "known.";
  text += view.fluid_basis == targets::FluidBasis::Drinks ? " Water is that of drinks alone."
                                                          : " Water counts what is in food.";
  const bool any_goal = std::ranges::any_of(view.intake, [](const IntakeCourse& one) {
    return one.held_against && one.aim == Aim::Goal && one.nutrient != Nutrient::Sodium;
  });
  if (any_goal) {
    text += view.general_adult
                ? " Goals are those for adults in general."
                : fmt::format(" Goals follow {}, where no own number is said.",
                              view.profile.guideline == targets::Guideline::Us ? "the US reference intakes" : "EFSA");
  }
  return text;
}

std::vector<VisitRow> taken_rows(const VisitView& view) {
  std::vector<VisitRow> rows;
  for (const auto& product : view.taken) {
    if (rows.size() == most_products) break;
    std::string dose = product.amount.empty() ? "amount not said" : user_name(product.amount);
    if (product.other_amounts > 0)
      dose += fmt::format(" and {}", counted(static_cast<std::size_t>(product.other_amounts), "other amount"));
    rows.push_back({user_name(product.name), {dose, times_words(product, view.shown.length()), sums_words(product)}});
  }
  if (view.taken.size() > most_products) {
    std::vector<std::string> names;
    for (std::size_t place = most_products; place < view.taken.size(); ++place) names.push_back(view.taken[place].name);
    rows.push_back({fmt::format("and {} more", names.size()), {"", "less often", few_names(names, 4)}});
  }
  return rows;
}

std::vector<VisitRow> factor_rows(const VisitView& view) {
  std::vector<VisitRow> rows;
  for (const auto& factor : view.factors) {
    if (rows.size() == most_factors) break;
    rows.push_back(factor_row(factor));
  }
  if (view.factors.size() > most_factors) {
    std::vector<std::string> names;
    for (std::size_t place = most_factors; place < view.factors.size(); ++place)
      names.push_back(view.factors[place].name);
    rows.push_back({fmt::format("and {} more", names.size()), {"less often", few_names(names, 4)}});
  }
  return rows;
}

}  // namespace lytes::report
