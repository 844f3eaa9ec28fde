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

/// What is no goal for this person is null, whoever says it; an own limit stays.
Json all_targets_json(const DayTargets& targets, const safety::Aims& aims, bool in_force) {
  Json json = Json::object();
  for (const auto& field : fields) {
    const auto& target = targets.*field.target;
    const bool of_supplements = field.target == &DayTargets::magnesium_supplement_limit;
    const safety::Aim aim = target ? aims.on(target->nutrient) : safety::Aim::Goal;
    const bool shown = aim == safety::Aim::Goal || (aim == safety::Aim::Limit && in_force && !of_supplements);
    json[field.key] = shown ? target_json(target) : Json(nullptr);
    if (shown && target && aim == safety::Aim::Limit) json[field.key]["limit"] = true;
  }
  return json;
}

Json dates_json(const std::vector<targets::Dated>& dated) {
  Json json = Json::object();
  for (const auto& one : dated) json[one.name] = one.date;
  return json;
}

Json effects_json(const targets::Advice& advice) {
  Json effects = Json::array();
  for (const auto effect : advice.effects) effects.push_back(targets::word_for(effect));
  return effects;
}

}  // namespace

std::string profile_json(const ProfileView& view) {
  const auto& profile = view.profile;
  Json advice = Json::array();
  for (const auto& item : view.personal.items()) {
    advice.push_back({{"said", item.as_said},
                      {"name", item.advice.name},
                      {"effects", effects_json(item.advice)},
                      {"reviewed", item.reviewed},
                      {"says", item.advice.says},
                      {"source", item.advice.source}});
  }
  Json unknown = Json::array();
  for (const auto& item : view.personal.unknown())
    unknown.push_back({{"said", item.as_said}, {"perhaps", item.perhaps}, {"reviewed", item.reviewed}});
  return text_of(Json{{"profile",
                       {{"sex", profile.sex ? Json(targets::word_for(*profile.sex)) : Json(nullptr)},
                        {"birth_year", profile.birth_year ? Json(*profile.birth_year) : Json(nullptr)},
                        {"age", view.age ? Json(*view.age) : Json(nullptr)},
                        {"stage", targets::word_for(profile.stage)},
                        {"guideline", targets::word_for(profile.guideline)},
                        {"fluid_basis", targets::word_for(profile.fluid_basis)},
                        {"conditions", profile.conditions},
                        {"medicines", profile.medicines},
                        {"since", dates_json(profile.since)},
                        {"reviewed", dates_json(profile.reviewed)},
                        {"kidney_test", profile.kidney_test ? Json(*profile.kidney_test) : Json(nullptr)},
                        {"health", profile.said_to_be_healthy ? Json("none") : Json(nullptr)},
                        {"day_start", view.day_start},
                        {"measures", view.measures},
                        {"date_order", view.date_order == "unsaid" ? Json(nullptr) : Json(view.date_order)}}},
                      {"ask_first", view.personal.ask_first()},
                      {"advice", std::move(advice)},
                      {"without_advice", std::move(unknown)}});
}

std::string targets_json(const TargetsView& view) {
  return text_of(Json{{"targets", all_targets_json(view.in_force, view.aims, true)},
                      {"guideline", targets::word_for(view.guideline)},
                      {"fluid_basis", targets::word_for(view.in_force.fluid_basis)},
                      {"general_adult", view.in_force.general_adult},
                      {"us", all_targets_json(view.us, view.aims, false)},
                      {"efsa", all_targets_json(view.efsa, view.aims, false)}});
}

}  // namespace lytes::report
