#include "json/entry.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/report/import_text.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

Json by_kind_json(const ImportCounts& entries) {
  Json counts = Json::object();
  for (std::size_t kind = 0; kind < entries.size(); ++kind) {
    if (entries[kind] > 0) counts[std::string(journal::word(static_cast<journal::EntryKind>(kind)))] = entries[kind];
  }
  return counts;
}

Json figure_json(const ImportFigure& value) {
  if (const auto* number = std::get_if<double>(&value)) return figure(*number, 3);
  if (const auto* words = std::get_if<std::string>(&value)) return *words;
  return nullptr;
}

Json conflicts_json(std::span<const ImportConflict> conflicts) {
  Json days = Json::array();
  for (const ImportConflict& conflict : conflicts) {
    Json differences = Json::array();
    for (const ImportDifference& difference : conflict.differences) {
      differences.push_back({{"column", difference.column},
                             {"journal", figure_json(difference.journal)},
                             {"file", figure_json(difference.file)}});
    }
    days.push_back(
        {{"day", calendar::iso(conflict.day)}, {"differences", std::move(differences)}, {"sources", conflict.sources}});
  }
  return days;
}

Json skipped_json(std::span<const ImportSkipped> skipped) {
  Json reasons = Json::array();
  for (const auto& [why, rows, places] : skipped) reasons.push_back({{"why", why}, {"rows", rows}, {"places", places}});
  return reasons;
}

Json by_day_json(std::span<const ImportedDayView> by_day) {
  Json days = Json::array();
  for (const ImportedDayView& one : by_day) {
    Json day = {{"day", calendar::iso(one.day)},
                {"added", by_kind_json(one.added)},
                {"taken_out", one.taken_out},
                {"there_already", one.there_already},
                {"kept", one.kept}};
    for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
      const auto& value = one.added_figures[nutrient];
      day[std::string(quantity::field_name(nutrient))] = value ? figure(*value, 3) : Json(nullptr);
    }
    days.push_back(std::move(day));
  }
  return days;
}

Json rule_json(ConflictRule rule) {
  if (rule == ConflictRule::Open) return nullptr;
  return rule == ConflictRule::Keep ? "keep" : "replace";
}

}  // namespace

std::string import_json(const ImportView& view) {
  Json import = {{"format", view.format},
                 {"title", view.title},
                 {"dry_run", view.dry_run},
                 {"rows", view.rows},
                 {"days", view.days},
                 {"added", by_kind_json(view.added)},
                 {"taken_out", by_kind_json(view.taken_out)},
                 {"there_already", view.there_already},
                 {"days_said", view.days_said},
                 {"skipped", skipped_json(view.skipped)},
                 {"old_signs", view.old_signs},
                 {"conflicts", conflicts_json(view.conflicts)},
                 {"conflict_rule", rule_json(view.rule)}};
  if (view.dry_run) import["by_day"] = by_day_json(view.by_day);
  return text_of(Json{{"import", std::move(import)}, {"warnings", remarks_json(remarks_on(view))}});
}

std::string import_refused_json(const InputError& error, std::span<const ImportConflict> conflicts) {
  return text_of(Json{{"error",
                       {{"code", "import_conflicts"},
                        {"message", error.what()},
                        {"valid", error.valid},
                        {"conflicts", conflicts_json(conflicts)},
                        {"saved", false}}}});
}

}  // namespace lytes::report
