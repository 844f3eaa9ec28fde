#include <algorithm>

#include "json/text.hpp"
#include "lytes/report/doctor_page.hpp"

namespace lytes::report {

namespace {

using storage::Finding;
using Verdict = Finding::Verdict;

const char* word(Verdict verdict) {
  return verdict == Verdict::Sound ? "ok" : verdict == Verdict::Advice ? "advice" : "damaged";
}

Json names_in(const std::vector<std::filesystem::path>& files) {
  Json names = Json::array();
  for (const auto& file : files) names.push_back(file.string());
  return names;
}

}  // namespace

std::string doctor_json(std::span<const Finding> findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json advice = nullptr;
    if (!finding.what_to_do.empty()) advice = finding.what_to_do;
    list.push_back(
        {{"check", finding.check}, {"verdict", word(finding.verdict)}, {"message", finding.said}, {"advice", advice}});
  }
  const bool sound = std::ranges::find(findings, Verdict::Damaged, &Finding::verdict) == findings.end();
  return text_of(Json{{"sound", sound}, {"checks", std::move(list)}});
}

std::string backup_json(const std::filesystem::path& copy, std::uint64_t bytes) {
  return text_of(Json{{"backup", {{"file", copy.string()}, {"bytes", bytes}}}});
}

std::string restored_json(const std::filesystem::path& backup, const storage::Restored& restored, bool dry_run) {
  Json replaced = nullptr;
  if (restored.replaced) replaced = restored.replaced->string();
  return text_of(Json{{"dry_run", dry_run},
                      {"restored",
                       {{"journal", restored.journal.string()},
                        {"from", backup.string()},
                        {"replaced", std::move(replaced)},
                        {"schema_of_backup", restored.from_version}}}});
}

std::string rescued_json(const std::filesystem::path& copy, const storage::Rescued& rescued) {
  Json tables = Json::array();
  for (const auto& table : rescued.tables) {
    tables.push_back({{"table", table.name}, {"saved", table.saved}, {"lost", table.lost}});
  }
  return text_of(Json{{"rescued",
                       {{"file", copy.string()},
                        {"saved", rescued.saved()},
                        {"lost", rescued.lost()},
                        {"tables", std::move(tables)}}}});
}

std::string purged_json(const storage::Purged& purged, const storage::Copies& copies) {
  Json files = names_in(copies.backups);
  for (const auto* more : {&copies.kept, &copies.hidden}) {
    for (const auto& file : *more) files.push_back(file.string());
  }
  return text_of(Json{{"purged",
                       {{"changes", purged.changes},
                        {"bytes_before", purged.bytes_before},
                        {"bytes_after", purged.bytes_after},
                        {"may_still_hold_it", std::move(files)}}}});
}

}  // namespace lytes::report
