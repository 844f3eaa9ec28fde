#include "json/text.hpp"
#include "lytes/report/profile_page.hpp"

namespace lytes::report {

namespace {

using targets::DayTargets;
using targets::Target;

struct Field {
  const char* key;
  std::optional<Target> DayTargets::*target;
};

const Field fields[] = {{"water_ml", &DayTargets::water},
                        {"magnesium_mg", &DayTargets::magnesium},
                        {"potassium_mg", &DayTargets::potassium},
                        {"sodium_mg", &DayTargets::sodium},
                        {"sodium_limit_mg", &DayTargets::sodium_limit},
                        {"magnesium_supplement_limit_mg", &DayTargets::magnesium_supplement_limit}};

Json target_json(const std::optional<Target>& target) {
  if (!target) return nullptr;
  return Json{{"amount", figure(target->amount)}, {"basis", target->basis}, {"source", target->source}};
}

Json all_targets_json(const DayTargets& targets) {
  Json json = Json::object();
  for (const auto& field : fields) json[field.key] = target_json(targets.*field.target);
  return json;
}

}  // namespace

std::string profile_json(const ProfileView& view) {
  const auto& profile = view.profile;
  Json advice = Json::array();
  for (const auto& item : view.personal.items()) {
    advice.push_back({{"said", item.as_said},
                      {"name", item.advice.name},
                      {"says", item.advice.says},
                      {"source", item.advice.source}});
  }
  Json unknown = Json::array();
  for (const auto& item : view.personal.unknown())
    unknown.push_back({{"said", item.as_said}, {"perhaps", item.perhaps}});
  return text_of(Json{{"profile",
                       {{"sex", profile.sex ? Json(targets::word_for(*profile.sex)) : Json(nullptr)},
                        {"birth_year", profile.birth_year ? Json(*profile.birth_year) : Json(nullptr)},
                        {"age", view.age ? Json(*view.age) : Json(nullptr)},
                        {"stage", targets::word_for(profile.stage)},
                        {"guideline", targets::word_for(profile.guideline)},
                        {"fluid_basis", targets::word_for(profile.fluid_basis)},
                        {"conditions", profile.conditions},
                        {"medicines", profile.medicines},
                        {"day_start", view.day_start},
                        {"measures", view.measures}}},
                      {"advice", std::move(advice)},
                      {"without_advice", std::move(unknown)}});
}

std::string targets_json(const TargetsView& view) {
  return text_of(Json{{"targets", all_targets_json(view.in_force)},
                      {"guideline", targets::word_for(view.guideline)},
                      {"fluid_basis", targets::word_for(view.in_force.fluid_basis)},
                      {"general_adult", view.in_force.general_adult},
                      {"us", all_targets_json(view.us)},
                      {"efsa", all_targets_json(view.efsa)}});
}

}  // namespace lytes::report
