#include "json/before.hpp"
#include "json/day.hpp"
#include "json/evidence.hpp"
#include "lytes/report/report_page.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/sums.hpp"
#include "words/unknown_words.hpp"

namespace lytes::report {

namespace {

Json rate_json(const timeline::SpasmRate& rate) {
  return Json{{"spasms", rate.spasms}, {"known_days", rate.known_days}, {"days", rate.days}};
}

/// Null once there is an answer.
Json sources_json(const ReportView& view) {
  Json json = Json::object();
  bool any = false;
  for (std::size_t place = 0; place < view.sources.size(); ++place) {
    Json sources = Json::array();
    for (const auto& source : view.sources[place]) {
      sources.push_back({{"name", source.name}, {"sum", figure(source.sum)}, {"times", source.times}});
      any = true;
    }
    json[std::string(quantity::field_name(timeline::target_nutrients[place]))] = std::move(sources);
  }
  return any ? json : Json(nullptr);
}

Json unknown_json(const timeline::UnknownProduct& product) {
  Json nutrients = Json::array();
  for (const auto nutrient : product.nutrients) nutrients.push_back(quantity::facts_of(nutrient).name);
  return Json{{"name", product.name},
              {"days", product.days},
              {"nutrients", std::move(nutrients)},
              {"command", command_for(product)}};
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
  json["before_last_spasms"] = Json::array();
  for (const auto& before : view.before_last_spasms) json["before_last_spasms"].push_back(before_spasm_json(before));
  json["best_sources"] = sources_json(view);
  json["unknown_product"] = view.unknown ? unknown_json(*view.unknown) : Json(nullptr);
  add_evidence_json(json, view.evidence);
  return text_of(json);
}

}  // namespace lytes::report
