#include "json/day.hpp"

#include "json/entry.hpp"
#include "json/evidence.hpp"
#include "lytes/report/day_page.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

/// What is known of a day; null where nothing is.
Json sum(const timeline::DayAmount& amount) { return amount.known > 0 ? figure(amount.sum) : Json(nullptr); }

std::string field(Nutrient nutrient) { return std::string(quantity::field_name(nutrient)); }

}  // namespace

Json day_row_json(const timeline::DayRow& row, const safety::Aims& aims) {
  Json intake = Json::object();
  Json known = Json::object();
  for (const auto nutrient : quantity::all_nutrients) {
    intake[field(nutrient)] = sum(row.amount(nutrient));
    known[field(nutrient)] = row.amount(nutrient).known;
  }
  intake["water_from_drinks_ml"] = sum(row.drunk);
  intake["supplement_magnesium_mg"] = sum(row.supplement_magnesium);
  Json factors = Json::object();
  for (const auto& factor : row.factors) {
    factors[factor.unit ? factor.name + " " + *factor.unit : factor.name] = figure(factor.value, 3);
  }
  const auto deficient = [&](Nutrient nutrient) {
    const auto is = row.deficient(nutrient);
    return is && aims.is_goal(nutrient) ? Json(*is) : Json(nullptr);
  };
  const auto target = [&](Nutrient nutrient) {
    return aims.is_goal(nutrient) ? figure(row.target(nutrient)) : Json(nullptr);
  };
  const auto spasms = row.spasm_count();
  const auto worst = row.worst_severity();
  return Json{{"day", calendar::iso(row.day)},
              {"intake_status", journal::word(row.intake_status)},
              {"spasm_status", journal::word(row.spasm_status)},
              {"set_aside", row.set_aside()},
              {"intake", std::move(intake)},
              {"items", row.intakes},
              {"items_known", std::move(known)},
              {"targets",
               {{"water_ml", target(Nutrient::Water)},
                {"magnesium_mg", target(Nutrient::Magnesium)},
                {"potassium_mg", target(Nutrient::Potassium)},
                {"sodium_limit_mg", figure(row.targets.sodium_limit_mg)},
                {"fluid_basis", targets::word_for(row.targets.fluid_basis)},
                {"general_adult", row.targets.general_adult}}},
              {"deficient",
               {{"water", deficient(Nutrient::Water)},
                {"magnesium", deficient(Nutrient::Magnesium)},
                {"potassium", deficient(Nutrient::Potassium)}}},
              {"stress_mean", figure(row.stress.mean(), 2)},
              {"stress_max", row.stress.count > 0 ? figure(row.stress.max, 2) : Json(nullptr)},
              {"factors", std::move(factors)},
              {"spasms", spasms ? Json(*spasms) : Json(nullptr)},
              {"worst_severity", worst ? Json(*worst) : Json(nullptr)}};
}

std::string seen_json(std::span<const journal::SeenSign> seen) {
  Json signs = Json::array();
  for (const auto& one : seen)
    signs.push_back({{"flag", one.sign}, {"place", one.place.empty() ? Json() : Json(one.place)}});
  return text_of(Json{{"seen", std::move(signs)}, {"silent_days", safety::silent_once_seen.count()}});
}

std::string day_json(const DayView& view) {
  Json entries = Json::array();
  for (const auto& entry : view.entries) entries.push_back(entry_json(entry));
  Json json = day_row_json(view.row, view.aims);
  json["entries"] = std::move(entries);
  json["red_flags"] = red_flags_json(view.open_signs);
  if (view.coin) {
    json["trial"] = {{"exposure", insight::word(view.coin->exposure)},
                     {"coin", view.coin->coin ? Json(journal::word(*view.coin->coin)) : Json(nullptr)},
                     {"answer", insight::word(view.coin->answer)}};
  }
  return text_of(json);
}

}  // namespace lytes::report
