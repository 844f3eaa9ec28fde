#include "json/association.hpp"

#include <cmath>

#include "json/figures.hpp"
#include "words/evidence_words.hpp"

namespace lytes::report {

namespace {

using insight::Association;
using stats::JointEffect;

Json side(const stats::EventsOverDays& days) {
  return Json{{"days", static_cast<int>(days.days)}, {"spasms", static_cast<int>(days.events)}};
}

Json estimate(const stats::Estimate& estimate) {
  return Json::array({exact(estimate.value), exact(estimate.lower), exact(estimate.upper)});
}

Json posterior_json(const stats::Posterior& posterior) {
  return Json{{"ratio", exact(posterior.ratio)},
              {"ci95", interval(posterior.lower, posterior.upper)},
              {"probability_above_1", exact(posterior.probability_above_1)}};
}

/// Figures of a fit, under the names that docs/statistics.md gives them; each null without one.
void add_effect(Json& json, const std::optional<JointEffect>& effect) {
  const auto put = [&](const char* name, auto&& figure) { json[name] = effect ? figure(*effect) : Json(nullptr); };
  put("log_ratio", [](const JointEffect& one) { return exact(one.log_ratio); });
  put("ratio", [](const JointEffect& one) { return exact(one.ratio); });
  put("se_model", [](const JointEffect& one) { return exact(one.model_error); });
  put("se_dispersed", [](const JointEffect& one) { return exact(one.dispersed_error); });
  put("shift_spread", [](const JointEffect& one) { return exact(one.shift.spread); });
  put("shifts", [](const JointEffect& one) { return Json(one.shift.shifts); });
  put("p_shift", [](const JointEffect& one) { return exact(one.shift.p); });
  put("score", [](const JointEffect& one) { return exact(one.shift.observed); });
  put("se_newey_west", [](const JointEffect& one) { return exact(one.persistent_error); });
  put("se", [](const JointEffect& one) { return exact(one.error); });
  put("df", [](const JointEffect& one) { return exact(one.degrees_of_freedom); });
  put("ci95", [](const JointEffect& one) { return interval(one.lower, one.upper); });
  put("p", [](const JointEffect& one) { return exact(one.p); });
  put("vif", [](const JointEffect& one) { return exact(one.vif); });
  put("posterior", [](const JointEffect& one) { return posterior_json(one.posterior); });
  put("bayes_factor", [](const JointEffect& one) { return exact(one.posterior.bayes_factor); });
  put("always_valid_ci95",
      [](const JointEffect& one) { return interval(one.always_valid.lower, one.always_valid.upper); });
  put("extra_per_week", [](const JointEffect& one) { return estimate(one.extra_per_week); });
  put("attributable_share", [](const JointEffect& one) { return estimate(one.attributable_share); });
}

Json week_json(const Association& association) {
  if (!association.week) return nullptr;
  Json json = Json::object();
  add_effect(json, association.week);
  return json;
}

/// The question that a page speaks of, and its figures.
Json shown_json(const Association& association) {
  if (!association.enough_data() || !association.shown()) return nullptr;
  const bool week = association.question == insight::Question::WeekBefore;
  return Json{{"question", week ? "week" : "day"},
              {"extra_per_week", estimate(association.shown()->extra_per_week)},
              {"attributable_share", estimate(association.shown()->attributable_share)}};
}

Json unknown_json(const insight::NextDayUnknown& unknown) {
  return Json{{"after_short", unknown.after_short},
              {"of_short", unknown.of_short},
              {"after_enough", unknown.after_enough},
              {"of_enough", unknown.of_enough},
              {"p", exact(unknown.p)}};
}

Json lead_json(const insight::LeadCheck& lead) {
  return Json{{"p_shift", exact(lead.p_shift)}, {"p_holm", exact(lead.p_holm)}, {"flagged", lead.flagged}};
}

Json tipping_json(const std::optional<insight::TippingPoint>& tipping) {
  if (!tipping) return nullptr;
  return Json{{"unknown_days", tipping->unknown_days},
              {"spasms_per_unknown_day", exact(tipping->spasms_per_unknown_day)},
              {"usual", exact(tipping->usual)}};
}

Json looks_json(const Association& association) {
  Json looks = Json::array();
  for (const insight::Look& look : association.looks) {
    looks.push_back({{"days", look.days},
                     {"probability_above_1", exact(look.probability_above_1)},
                     {"bayes_factor", exact(look.bayes_factor)}});
  }
  return looks;
}

Json days_needed_json(const std::optional<insight::DaysNeeded>& days) {
  if (!days) return nullptr;
  return Json{{"1.5", exact(days->for_1_5)}, {"2", exact(days->for_2)}};
}

Json lacks_json(const Association& association) {
  Json lacks = Json::array();
  for (const insight::Shortage& shortage : association.shortages) lacks.push_back(insight::word(shortage.lack));
  return lacks;
}

Json reasons_json(const Association& association) {
  Json sentences = Json::array();
  if (association.enough_data()) sentences.push_back(verdict_sentence(association));
  for (const auto& reason : association.reasons) {
    if (auto sentence = reason_sentence(association, reason); !sentence.empty()) sentences.push_back(sentence);
  }
  return sentences;
}

Json reason_codes_json(const Association& association) {
  Json codes = Json::array();
  for (const auto& reason : association.reasons) {
    codes.push_back({{"code", insight::code(reason.code)}, {"have", exact(reason.have)}, {"need", exact(reason.need)}});
  }
  return codes;
}

Json left_out_json(const insight::LeftOut& left) {
  return Json{{"not_closed", left.not_closed},
              {"possibly_partial", left.possibly_partial},
              {"figures_unknown", left.figures_unknown},
              {"no_target", left.no_target},
              {"spasms_unknown", left.spasms_unknown}};
}

/// The exposure beside the calendar alone, and the days apart. For exploring.
Json alone_json(const Association& association) {
  const stats::Effect& effect = association.alone;
  const auto& described = association.described;
  const bool full = effect.calendar == stats::CalendarForm::WeekdaysAndSpline;
  Json json{{"lag_days", 1},
            {"pairs", effect.pairs},
            {"deficient", side(effect.exposed)},
            {"sufficient", side(effect.unexposed)},
            {"described", described ? Json{{"rate_ratio", exact(described->ratio)},
                                           {"mid_p_ci95", interval(described->lower, described->upper)}}
                                    : Json(nullptr)}};
  const bool ok = effect.status == stats::Status::Ok;
  json["rate_ratio"] = ok ? exact(effect.ratio) : Json(nullptr);
  json["ci95"] = ok ? interval(effect.lower, effect.upper) : Json(nullptr);
  json["p"] = ok ? exact(effect.p) : Json(nullptr);
  json["model"] = ok ? Json{{"log_rate_ratio", exact(effect.log_ratio)},
                            {"standard_error", exact(effect.error)},
                            {"degrees_of_freedom", exact(effect.degrees_of_freedom)},
                            {"dispersion", exact(effect.dispersion)},
                            {"vif", exact(effect.vif)},
                            {"p_shift", exact(effect.shift.p)},
                            {"shift_spread", exact(effect.shift.spread)},
                            {"calendar", full ? "weekdays_and_spline" : "weekend_and_trend"},
                            {"coefficients", effect.coefficients}}
                     : Json(nullptr);
  return json;
}

Json trial_json(const std::optional<insight::TrialRule>& trial) {
  if (!trial) return nullptr;
  return {{"state", insight::word(trial->state)},
          {"ended", calendar::iso(trial->ended)},
          {"until", calendar::iso(trial->until)},
          {"ratio", trial->ratio ? estimate(*trial->ratio) : Json(nullptr)}};
}

Json told_json(const Association& association) {
  const bool enough = association.enough_data();
  Json json{{"exposure", insight::word(association.exposure)},
            {"grade", insight::word(association.grade)},
            {"lacks", lacks_json(association)},
            {"reasons", reasons_json(association)},
            {"reason_codes", reason_codes_json(association)},
            {"shown", shown_json(association)},
            {"short", side(association.arms.exposed)},
            {"enough", side(association.arms.unexposed)},
            {"next_day_unknown", unknown_json(association.next_day_unknown)},
            {"lead", lead_json(association.lead)}};
  add_effect(json, association.effect);
  json["p_holm"] = exact(association.p_holm);
  json["week"] = week_json(association);
  json["tipping"] = tipping_json(association.tipping);
  json["looks"] = looks_json(association);
  json["held_day"] = enough ? Json(association.held_day) : Json(nullptr);
  json["held_week"] = enough ? Json(association.held_week) : Json(nullptr);
  json["held_hint"] = enough ? Json(association.held_hint) : Json(nullptr);
  json["capped"] = enough ? Json(association.capped) : Json(nullptr);
  json["quarters_agree"] = association.quarters_agree ? Json(*association.quarters_agree) : Json(nullptr);
  json["days_needed"] = enough ? days_needed_json(association.days_needed) : Json(nullptr);
  json["more_closed_days"] = association.more_days ? Json(association.more_days->closed_days) : Json(nullptr);
  json["left_out"] = left_out_json(association.left_out);
  json["evalue"] = enough
                       ? Json{{"ratio", exact(association.evalue)}, {"interval", exact(association.evalue_of_interval)}}
                       : Json(nullptr);
  json["trial"] = trial_json(association.trial);
  json["alone"] = alone_json(association);
  json["withheld"] = false;
  return json;
}

/// As any other, with nothing in it but that it is withheld.
Json withheld_json(const Association& association) {
  Json json = told_json({});
  for (auto& [key, value] : json.items()) {
    if (key != "exposure") value = nullptr;
  }
  json["exposure"] = insight::word(association.exposure);
  json["reasons"] = Json::array({withheld_sentence(association)});
  json["reason_codes"] = Json::array();
  json["withheld"] = true;
  return json;
}

}  // namespace

Json association_json(const Association& association) {
  return association.withheld ? withheld_json(association) : told_json(association);
}

}  // namespace lytes::report
