#include "json/evidence.hpp"
#include "json/text.hpp"
#include "lytes/report/visit_page.hpp"
#include "lytes/text/words.hpp"
#include "words/evidence_words.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

Json range_json(calendar::DayRange days) {
  return {{"from", calendar::iso(days.from)}, {"to", calendar::iso(days.to)}};
}

Json person_json(const VisitView& view) {
  const auto& profile = view.profile;
  Json json{{"sex", profile.sex ? Json(targets::word_for(*profile.sex)) : Json(nullptr)},
            {"birth_year", profile.birth_year ? Json(*profile.birth_year) : Json(nullptr)},
            {"age", view.age ? Json(*view.age) : Json(nullptr)},
            {"stage", targets::word_for(profile.stage)},
            {"weight", nullptr}};
  if (view.weight) {
    json["weight"] = {{"value", figure(view.weight->value)},
                      {"unit", view.weight->unit ? Json(*view.weight->unit) : Json(nullptr)},
                      {"day", calendar::iso(view.weight->day)}};
  }
  return json;
}

Json date_json(const std::vector<targets::Dated>& dated, const std::string& name) {
  for (const auto& one : dated) {
    if (one.name == name) return one.date;
  }
  return nullptr;
}

Json health_json(const std::vector<std::string>& names, const VisitView& view) {
  Json json = Json::array();
  for (const auto& name : names) {
    Json known = Json::array();
    for (const auto& item : view.personal.items()) {
      if (text::plain_words(item.as_said) == text::plain_words(name)) known.push_back(item.advice.name);
    }
    json.push_back({{"said", name},
                    {"since", date_json(view.profile.since, name)},
                    {"reviewed", date_json(view.profile.reviewed, name)},
                    {"known_as", std::move(known)}});
  }
  return json;
}

Json logging_json(const VisitView& view) {
  int closed = 0;
  for (calendar::Day day = view.shown.from; day <= view.shown.to; day += std::chrono::days{1}) {
    const auto* row = view.timeline.row(day);
    closed += row != nullptr && row->intake_status == journal::DayStatus::Complete ? 1 : 0;
  }
  return {{"days", view.shown.length()},
          {"closed_days", closed},
          {"days_with_known_spasms", timeline::spasm_rate(view.timeline, view.shown).known_days},
          {"diary", view.diary ? range_json(*view.diary) : Json(nullptr)}};
}

Json signs_json(const VisitView& view) {
  std::vector<safety::OpenSign> open;
  for (const auto& sign : view.evidence.open_signs) {
    if (sign.sign.name != safety::crisis) open.push_back(sign);
  }
  Json signs = red_flags_json(open);
  for (auto& sign : signs) sign["seen"] = nullptr;
  for (const auto& sign : view.seen_signs) {
    if (sign.told.sign.name == safety::crisis) continue;
    Json json = red_flags_json({&sign.told, 1}).front();
    json["message"] = seen_sign_sentence(sign);
    json["seen"] = calendar::iso(sign.day);
    signs.push_back(std::move(json));
  }
  return signs;
}

Json middle_json(const timeline::Middle& middle) {
  return {{"median", figure(middle.median)}, {"given", middle.given}};
}

Json part_json(const timeline::CoursePart& part) {
  return {{"from", calendar::iso(part.days.from)},
          {"to", calendar::iso(part.days.to)},
          {"spasms", part.rate.spasms},
          {"known_days", part.rate.known_days},
          {"a_week", figure(part.per_week(), 2)},
          {"at_least", !part.known_enough()},
          {"severity", middle_json(part.severity)},
          {"minutes", middle_json(part.minutes)}};
}

Json spasms_json(const VisitView& view) {
  Json weeks = Json::array();
  for (const auto& part : timeline::course_by_length(view.timeline, view.shown, 7)) weeks.push_back(part_json(part));
  Json sites = Json::array();
  for (const auto& site : timeline::spasms_by_site(view.timeline, view.shown)) {
    sites.push_back({{"site", site.site},
                     {"spasms", site.spasms},
                     {"worst_severity", site.worst_severity ? Json(*site.worst_severity) : Json(nullptr)}});
  }
  const auto& nights = view.nights;
  return {
      {"halves", Json::array({part_json(view.halves[0]), part_json(view.halves[1])})},
      {"weeks", std::move(weeks)},
      {"sites", std::move(sites)},
      {"nights", {{"broken", nights.broken}, {"of", nights.nights}, {"spasms", nights.spasms}, {"woke", nights.woke}}}};
}

std::string_view word_for(safety::Aim aim) {
  if (aim == safety::Aim::Goal) return "goal";
  return aim == safety::Aim::Limit ? "limit" : "nothing";
}

Json supplements_json(const safety::IntakeCourse& course) {
  if (!course.supplements) return nullptr;
  const auto& taken = *course.supplements;
  return {{"days", taken.days},
          {"mean", taken.days > 0 ? figure(taken.sum / taken.days) : Json(nullptr)},
          {"most", taken.days > 0 ? figure(taken.most) : Json(nullptr)},
          {"days_above_limit", taken.days_above}};
}

Json intake_json(const VisitView& view) {
  Json json = Json::array();
  for (const auto& course : view.intake) {
    const bool salt = course.nutrient == Nutrient::Sodium;  // its goal is to keep within a limit
    const bool goal = course.held_against && course.aim == safety::Aim::Goal && !salt;
    const bool limit = course.held_against && !goal;
    const bool known = course.closed_days > 0;
    const Json amount = course.held_against ? figure(course.held_against->amount) : Json(nullptr);
    json.push_back({{"nutrient", quantity::field_name(course.nutrient)},
                    {"aim", salt && limit ? "limit" : word_for(course.aim)},
                    {"goal", goal ? amount : Json(nullptr)},
                    {"limit", limit ? amount : Json(nullptr)},
                    {"basis", course.held_against ? Json(course.held_against->basis) : Json(nullptr)},
                    {"because", course.because},
                    {"closed_days", course.closed_days},
                    {"mean", figure(course.mean())},
                    {"least", known ? figure(course.least) : Json(nullptr)},
                    {"most", known ? figure(course.most) : Json(nullptr)},
                    {"days_below_goal", goal ? Json(course.below) : Json(nullptr)},
                    {"days_below_80_percent", goal ? Json(course.low) : Json(nullptr)},
                    {"days_judged", goal ? Json(course.judged) : Json(nullptr)},
                    {"days_above_limit", limit ? Json(course.above) : Json(nullptr)},
                    {"supplements", supplements_json(course)}});
  }
  return json;
}

Json taken_json(const VisitView& view) {
  Json json = Json::array();
  for (const auto& product : view.taken) {
    Json sums = Json::object();
    for (const auto nutrient : quantity::all_nutrients) {
      const auto& sum = product.sum[nutrient];
      sums[std::string(quantity::field_name(nutrient))] = sum ? figure(*sum / product.days) : Json(nullptr);
    }
    json.push_back({{"name", product.name},
                    {"amount", product.amount},
                    {"other_amounts", product.other_amounts},
                    {"times", product.times},
                    {"days", product.days},
                    {"first", calendar::iso(product.first)},
                    {"last", calendar::iso(product.last)},
                    {"medicine", product.is_medicine},
                    {"a_day_with_it", std::move(sums)}});
  }
  return json;
}

Json factors_json(const VisitView& view) {
  Json json = Json::array();
  for (const auto& factor : view.factors) {
    const bool known = factor.valued > 0;
    json.push_back({{"name", factor.name},
                    {"unit", factor.unit ? Json(*factor.unit) : Json(nullptr)},
                    {"days", factor.days},
                    {"days_with_figure", factor.valued},
                    {"mean", figure(factor.mean())},
                    {"least", known ? figure(factor.least) : Json(nullptr)},
                    {"most", known ? figure(factor.most) : Json(nullptr)}});
  }
  return json;
}

Json questions_json(const VisitView& view) {
  Json json = Json::array();
  for (const auto& question : view.questions) {
    json.push_back({{"code", insight::code(question.kind)}, {"message", question_sentence(question)}});
  }
  return json;
}

}  // namespace

std::string visit_json(const VisitView& view) {
  return text_of(Json{{"for_doctor",
                       {{"range", range_json(view.shown)},
                        {"person", person_json(view)},
                        {"health", view.profile.said_to_be_healthy ? Json("none") : Json(nullptr)},
                        {"conditions", health_json(view.profile.conditions, view)},
                        {"medicines", health_json(view.profile.medicines, view)},
                        {"logging", logging_json(view)},
                        {"signs", signs_json(view)},
                        {"spasms", spasms_json(view)},
                        {"intake", intake_json(view)},
                        {"general_adult", view.general_adult},
                        {"taken", taken_json(view)},
                        {"factors", factors_json(view)},
                        {"associations", associations_json(view.evidence)},
                        {"questions", questions_json(view)},
                        {"what_this_can_tell", what_this_can_tell()}}}});
}

}  // namespace lytes::report
