#include "json/day.hpp"
#include "json/evidence.hpp"
#include "lytes/report/report_page.hpp"
#include "lytes/timeline/summary.hpp"

namespace lytes::report {

namespace {

Json rate_json(const timeline::SpasmRate& rate) {
  return Json{{"spasms", rate.spasms}, {"known_days", rate.known_days}, {"days", rate.days}};
}

}  // namespace

std::string report_json(const ReportView& view) {
  Json days = Json::array();
  for (calendar::Day day = view.shown.from; day <= view.shown.to; day += std::chrono::days(1)) {
    if (const auto* row = view.timeline.row(day)) days.push_back(day_row_json(*row, view.aims));
  }
  Json json{{"range", {{"from", calendar::iso(view.shown.from)}, {"to", calendar::iso(view.shown.to)}}},
            {"days", std::move(days)}};
  const auto spasms = timeline::spasm_week(view.timeline, view.shown);
  json["spasms"] = {{view.is_week ? "this_week" : "in_range", rate_json(spasms.this_week)},
                    {"four_weeks_before", rate_json(spasms.before)}};
  add_evidence_json(json, view.evidence);
  return text_of(json);
}

}  // namespace lytes::report
