#include "json/evidence.hpp"

#include <fmt/format.h>

#include "json/association.hpp"
#include "json/figures.hpp"
#include "words/evidence_words.hpp"

namespace lytes::report {

namespace {

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
  return Json{{"more_closed_days", since->more_closed_days},
              {"more_spasms", since->more_spasms},
              {"grades", std::move(grades)}};
}

std::string column_name(const stats::ModelColumn& column, const insight::Evidence& evidence) {
  switch (column.kind) {
    case stats::ColumnKind::Calendar:
      return fmt::format("calendar_{}", column.place);
    case stats::ColumnKind::RecentCounts:
      return "recent";
    case stats::ColumnKind::EventYesterday:
      return "yesterday";
    case stats::ColumnKind::Factor:
      return evidence.factor_names[column.place];
    case stats::ColumnKind::FactorUnknown:
      return evidence.factor_names[column.place] + "_unknown";
    case stats::ColumnKind::ExposureUnknown:
      return fmt::format("{}_unknown", insight::word(insight::all_exposures[column.place]));
    case stats::ColumnKind::Exposure:
      return std::string(insight::word(insight::all_exposures[column.place]));
  }
  return "";
}

Json model_json(const insight::Evidence& evidence) {
  const stats::JointModel& model = evidence.model;
  const bool full = model.calendar == stats::CalendarForm::WeekdaysAndSpline;
  Json factors = Json::array();
  for (std::size_t place = 0; place < model.factors.size(); ++place) {
    factors.push_back({{"name", evidence.factor_names[place]},
                       {"known_share", exact(model.factors[place].known_share)},
                       {"status", stats::word(model.factors[place].use)}});
  }
  const bool fitted = !model.columns.empty();
  Json columns = Json::array();
  for (const auto& column : model.columns) columns.push_back(column_name(column, evidence));
  return Json{{"days", model.days},
              {"rows", model.rows},
              {"spasms", static_cast<int>(model.events)},
              {"calendar", !fitted ? Json(nullptr) : Json(full ? "weekdays_and_spline" : "weekend_and_trend")},
              {"columns", std::move(columns)},
              {"factors", std::move(factors)},
              {"dispersion", exact(model.dispersion)},
              {"lags", fitted ? Json(model.lags) : Json(nullptr)}};
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
  page["model"] = model_json(evidence);
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
