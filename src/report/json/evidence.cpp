#include "json/evidence.hpp"

#include <cmath>

#include "words/evidence_words.hpp"

namespace lytes::report {

namespace {

using insight::Association;

/// Infinite and undefined figures are null.
Json exact(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json exact(const std::optional<double>& value) { return value ? exact(*value) : Json(nullptr); }

Json interval(double lower, double upper) { return Json::array({exact(lower), exact(upper)}); }

Json estimate(const stats::Effect& effect) {
  if (effect.status != stats::Status::Ok) return nullptr;
  return Json{
      {"rate_ratio", exact(effect.ratio)}, {"ci95", interval(effect.lower, effect.upper)}, {"p", exact(effect.p)}};
}

Json side(const stats::EventsOverDays& days) {
  return Json{{"days", static_cast<int>(days.days)}, {"spasms", static_cast<int>(days.events)}};
}

Json adjusted_json(const Association& association) {
  if (!association.adjusted) return nullptr;
  const auto& adjusted = *association.adjusted;
  Json json = estimate(adjusted.effect);
  json["pairs"] = adjusted.effect.pairs;
  json["probability_above_1"] = exact(adjusted.posterior.probability_above_1);
  Json beside = Json::array();
  for (const auto exposure : adjusted.other_exposures) beside.push_back(insight::word(exposure));
  for (const auto factor : adjusted.factors) beside.push_back(insight::word(factor));
  json["beside"] = std::move(beside);
  json["differs"] = adjusted.differs;
  return json;
}

Json posterior_json(const std::optional<stats::Posterior>& posterior) {
  if (!posterior) return nullptr;
  return Json{{"rate_ratio", exact(posterior->ratio)},
              {"ci95", interval(posterior->lower, posterior->upper)},
              {"probability_above_1", exact(posterior->probability_above_1)},
              {"bayes_factor", exact(posterior->bayes_factor)}};
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

Json days_needed_json(const std::optional<insight::DaysNeeded>& days) {
  if (!days) return nullptr;
  return Json{{"rr_1_5", exact(days->in_all_for_1_5)},
              {"rr_2", exact(days->in_all_for_2)},
              {"still_rr_1_5", exact(days->still_for_1_5)},
              {"still_rr_2", exact(days->still_for_2)}};
}

/// What a statistician asks for next. Null without enough data, like all that comes of the fit.
Json model_json(const Association& association) {
  if (!association.enough_data()) return nullptr;
  const auto& effect = association.effect;
  const bool full = effect.calendar == stats::CalendarForm::WeekdaysAndSpline;
  return Json{{"log_rate_ratio", exact(effect.log_ratio)},
              {"standard_error", exact(effect.error)},
              {"degrees_of_freedom", exact(effect.degrees_of_freedom)},
              {"dispersion", exact(effect.dispersion)},
              {"vif", exact(effect.vif)},
              {"p_shift", exact(effect.shift.p)},
              {"shift_spread", exact(effect.shift.spread)},
              {"calendar", full ? "weekdays_and_spline" : "weekend_and_trend"},
              {"coefficients", effect.coefficients}};
}

Json left_out_json(const insight::LeftOut& left) {
  return Json{{"not_closed", left.not_closed},
              {"possibly_partial", left.possibly_partial},
              {"figures_unknown", left.figures_unknown},
              {"no_target", left.no_target},
              {"spasms_unknown", left.spasms_unknown}};
}

/// The days apart, taken as independent: for description, and therefore without a p.
Json described_json(const std::optional<stats::RateRatio>& described) {
  if (!described) return nullptr;
  return Json{{"rate_ratio", exact(described->ratio)}, {"mid_p_ci95", interval(described->lower, described->upper)}};
}

/// As any other, with nothing in it.
Json withheld_json(const Association& association) {
  Json json{{"exposure", insight::word(association.exposure)}, {"lag_days", association.lag_days}};
  for (const char* key :
       {"pairs", "deficient", "sufficient", "rate_ratio", "ci95", "p", "p_holm", "adjusted", "posterior", "grade"}) {
    json[key] = nullptr;
  }
  json["reasons"] = Json::array({withheld_sentence(association)});
  json["reason_codes"] = Json::array();
  for (const char* key : {"lead_check", "days_needed", "more_closed_days", "left_out", "with_possibly_partial_days",
                          "always_valid_ci95", "evalue", "described", "model"}) {
    json[key] = nullptr;
  }
  json["withheld"] = true;
  return json;
}

Json association_json(const Association& association) {
  if (association.withheld) return withheld_json(association);
  const auto& effect = association.effect;
  const bool enough = association.enough_data();
  Json json{{"exposure", insight::word(association.exposure)},
            {"lag_days", association.lag_days},
            {"pairs", effect.pairs},
            {"deficient", side(effect.exposed)},
            {"sufficient", side(effect.unexposed)},
            {"rate_ratio", enough ? exact(effect.ratio) : Json(nullptr)},
            {"ci95", enough ? interval(effect.lower, effect.upper) : Json(nullptr)},
            {"p", enough ? exact(effect.p) : Json(nullptr)},
            {"p_holm", exact(association.p_holm)},
            {"adjusted", adjusted_json(association)},
            {"posterior", posterior_json(association.posterior)},
            {"grade", insight::word(association.grade)},
            {"reasons", reasons_json(association)},
            {"reason_codes", reason_codes_json(association)}};
  const bool lead_known = effect.status == stats::Status::Ok && effect.lead.shifts > 0;
  json["lead_check"] = {
      {"p", lead_known ? exact(association.lead.p) : Json(nullptr)},
      {"flag", association.lead.flag},
      {"survives_history", association.lead.flag && enough ? Json(association.lead.survives_history) : Json(nullptr)}};
  json["days_needed"] = days_needed_json(association.days_needed);
  json["more_closed_days"] = association.more_days ? Json(association.more_days->closed_days) : Json(nullptr);
  json["left_out"] = left_out_json(association.left_out);
  json["with_possibly_partial_days"] =
      association.with_possibly_partial ? estimate(*association.with_possibly_partial) : Json(nullptr);
  json["always_valid_ci95"] = association.always_valid
                                  ? interval(association.always_valid->lower, association.always_valid->upper)
                                  : Json(nullptr);
  json["evalue"] = enough
                       ? Json{{"ratio", exact(association.evalue)}, {"interval", exact(association.evalue_of_interval)}}
                       : Json(nullptr);
  json["described"] = described_json(enough ? association.described : std::nullopt);
  json["model"] = model_json(association);
  json["withheld"] = false;
  return json;
}

Json lag_screen_json(const insight::LagProfile& lags) {
  Json screen = Json::array();
  for (const auto& question : lags.questions) {
    const bool window = question.is_window();
    screen.push_back({{"exposure", insight::word(question.exposure)},
                      {"lag_days", window ? Json(nullptr) : Json(question.first_lag)},
                      {"window_days", window ? Json::array({question.first_lag, question.last_lag}) : Json(nullptr)},
                      {"pairs", question.pairs},
                      {"t", exact(question.t)},
                      {"p_shift", exact(question.p_shift)},
                      {"p_max_t", exact(question.p_max_t)}});
  }
  return screen;
}

Json factors_json(const std::vector<insight::FactorAssociation>& factors) {
  Json json = Json::array();
  for (const auto& factor : factors) {
    const bool ok = factor.status == stats::Status::Ok;
    json.push_back({{"factor", insight::word(factor.factor)},
                    {"step", insight::step(factor.factor)},
                    {"lag_days", factor.lag_days},
                    {"pairs", factor.pairs},
                    {"spasms", static_cast<int>(factor.spasms)},
                    {"rate_ratio", ok ? exact(factor.ratio) : Json(nullptr)},
                    {"ci95", ok ? interval(factor.lower, factor.upper) : Json(nullptr)},
                    {"p_max_t", exact(factor.p_max_t)}});
  }
  return json;
}

Json open_days_json(const insight::OpenDays& open) {
  return Json{{"open_with_spasms", open.open_with_spasms},
              {"days_with_spasms", open.days_with_spasms},
              {"open_others", open.open_others},
              {"other_days", open.other_days},
              {"ratio", open.ratio ? exact(open.ratio->ratio) : Json(nullptr)},
              {"ci95", open.ratio ? interval(open.ratio->lower, open.ratio->upper) : Json(nullptr)},
              {"differs", open.differs}};
}

Json day_or_null(const std::optional<calendar::Day>& day) { return day ? Json(calendar::iso(*day)) : Json(nullptr); }

Json since_json(const std::optional<insight::SinceLastWeek>& since) {
  if (!since) return nullptr;
  Json grades = Json::array();
  for (const auto& change : since->grades) {
    grades.push_back({{"exposure", insight::word(change.exposure)},
                      {"before", insight::word(change.before)},
                      {"now", insight::word(change.now)}});
  }
  return Json{{"more_pairs", since->more_pairs}, {"more_spasms", since->more_spasms}, {"grades", std::move(grades)}};
}

}  // namespace

Json red_flags_json(std::span<const safety::OpenSign> signs) {
  Json flags = Json::array();
  for (const auto& flag : signs) {
    flags.push_back({{"flag", flag.sign.name},
                     {"level", word_for(flag.sign.level)},
                     {"message", red_flag_sentence(flag)},
                     {"places", flag.places},
                     {"times", flag.times},
                     {"last", calendar::iso(flag.last)}});
  }
  return flags;
}

Json associations_json(const insight::Evidence& evidence) {
  Json json = Json::array();
  for (const auto& association : evidence.associations) json.push_back(association_json(association));
  return json;
}

void add_evidence_json(Json& page, const insight::Evidence& evidence) {
  const auto& range = evidence.range;
  page["evidence"] = {{"from", range ? Json(calendar::iso(range->from)) : Json(nullptr)},
                      {"to", range ? Json(calendar::iso(range->to)) : Json(nullptr)},
                      {"days", range ? range->length() : 0},
                      {"closed_days", evidence.closed_days},
                      {"days_with_known_spasms", evidence.spasm_days_known},
                      {"spasms", evidence.spasms}};
  page["associations"] = associations_json(evidence);
  page["lag_screen"] = lag_screen_json(evidence.lags);
  page["factors"] = factors_json(evidence.factors);
  page["logging_bias"] = {{"suspected", evidence.logging_bias.suspected()},
                          {"on_spasm_days", open_days_json(evidence.logging_bias.on_spasm_days)},
                          {"after_spasm_days", open_days_json(evidence.logging_bias.after_spasm_days)}};
  page["possibly_partial"] = Json::array();
  for (const auto day : evidence.possibly_partial) page["possibly_partial"].push_back(calendar::iso(day));
  page["red_flags"] = red_flags_json(evidence.open_signs);
  page["cautions"] = Json::array();
  for (const auto& dated : evidence.cautions) {
    page["cautions"].push_back({{"code", dated.caution.code},
                                {"level", word_for(dated.caution.level)},
                                {"message", dated.caution.message},
                                {"last", day_or_null(dated.last)},
                                {"days", dated.days}});
  }
  page["since_last_week"] = since_json(evidence.since_last_week);
  const auto& step = evidence.next_step;
  page["next_step"] = {{"code", insight::code(step.kind)},
                       {"exposure", step.exposure ? Json(insight::word(*step.exposure)) : Json(nullptr)},
                       {"count", step.count},
                       {"message", next_step_sentences(evidence)}};
  page["what_this_can_tell"] = what_this_can_tell();
}

}  // namespace lytes::report
