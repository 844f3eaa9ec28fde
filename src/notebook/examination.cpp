#include "lytes/notebook/examination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/stats/fair_coin.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/one_moment.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/soundness.hpp"
#include "lytes/timeline/check.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::notebook {

namespace {

using storage::Finding;
using Verdict = Finding::Verdict;
using Findings = std::vector<Finding>;

void append(Findings& findings, Findings more) { std::ranges::move(more, std::back_inserter(findings)); }

/// Damage that a check meets is a finding too; a disk that fails or want of memory is not.
void check(Findings& findings, const char* name, const std::function<Finding()>& look) {
  try {
    findings.push_back(look());
  } catch (const StorageError& error) {
    if (error.kind != StorageError::Kind::Damaged) throw;
    findings.push_back({name, Verdict::Damaged, error.what(), error.what_to_do});
  }
}

Finding check_totals(Notebook& notebook) {
  const auto days = notebook.store().days();
  if (!days) return {"totals", Verdict::Sound, "nothing is logged yet", ""};
  const auto timeline = timeline::build(notebook.store(), notebook.targets(), *days);
  return timeline::check_totals(timeline, journal::plain_sums(notebook.journal(), *days));
}

/// Each coin must be what its experiment's seed gives for its day.
Finding check_coins(Notebook& notebook) {
  int coins = 0;
  for (const auto& trial : journal::Trials(notebook.journal()).all()) {
    for (const auto& coin : trial.coins) {
      ++coins;
      const bool heads = trial.seed.empty() || stats::is_heads(trial.seed, calendar::iso(coin.day));
      if (heads == (coin.side == journal::CoinSide::Target) || trial.seed.empty()) continue;
      return {"coins", Verdict::Damaged,
              fmt::format("the coin of {} is not the one that its seed gives", calendar::iso(coin.day)),
              "Restore a sound backup ('lytes restore FILE')."};
    }
  }
  return {"coins", Verdict::Sound, fmt::format("{} coins are as their seeds give them", coins), ""};
}

Finding check_settings(storage::JournalFile& journal) {
  const auto trouble = [&](const char* name, auto&& parse) -> std::string {
    const auto value = storage::setting(journal, name);
    try {
      if (value) parse(*value);
      return "";
    } catch (const InputError&) {
      return fmt::format("the impossible {} \"{}\"", name, *value);
    }
  };
  for (const std::string& wrong :
       {trouble("day_start", [](const auto& text) { return calendar::parse_clock(text); }),
        trouble("date_order", [](const auto& text) { return calendar::parse_date_order(text); }),
        trouble("measures", [](const auto& text) { return quantity::parse_system(text); })}) {
    if (!wrong.empty()) return {"settings", Verdict::Damaged, wrong, "Set it anew: lytes profile set NAME=VALUE."};
  }
  return {"settings", Verdict::Sound, "each is one that lytes knows", ""};
}

Finding check_catalogue(Notebook& notebook) {
  auto& file = notebook.catalogue_file();
  if (const auto trouble = storage::first_damage(file)) {
    return {"catalogue", Verdict::Damaged, fmt::format("{}: {}", file.path().string(), *trouble),
            "Install lytes again."};
  }
  return {"catalogue", Verdict::Sound,
          fmt::format("the food catalogue is whole, its version {}", foods::Catalogue::version), ""};
}

/// Whether there is a file of imported foods; one that cannot be opened is one, too.
bool has_imported_foods(Notebook& notebook) {
  std::error_code ignored;
  const auto& file = notebook.imported_foods().path();
  return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

Finding check_imported_foods(Notebook& notebook) {
  const foods::ImportedFoods& foods = notebook.imported_foods();
  if (const auto trouble = storage::first_damage(*foods.file())) {
    return {"imported_foods", Verdict::Damaged, fmt::format("{}: {}", foods.path().string(), *trouble),
            "Import them anew (lytes foods import), or delete the file: no diary needs it."};
  }
  return {"imported_foods", Verdict::Sound, fmt::format("{} imported foods are whole", foods.count()), ""};
}

Finding check_last_backup(Notebook& notebook, calendar::Day today) {
  constexpr std::chrono::days long_ago{14};
  const auto last = storage::last_backup(notebook.journal_path());
  if (!last) return {"last_backup", Verdict::Advice, "there is none yet", "Make one: lytes backup."};
  const std::string said = fmt::format("{}, the newest of {}", last->file.filename().string(), last->count);
  if (today - last->day > long_ago) return {"last_backup", Verdict::Advice, said, "Make a newer one: lytes backup."};
  return {"last_backup", Verdict::Sound, said, ""};
}

}  // namespace

Findings examine(Notebook& notebook) {
  const auto path = notebook.journal_path();
  std::error_code ignored;
  Findings findings;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) {
    findings.push_back({"journal", Verdict::Advice, fmt::format("there is none yet: {}", path.string()), ""});
    check(findings, "catalogue", [&] { return check_catalogue(notebook); });
    if (has_imported_foods(notebook)) check(findings, "imported_foods", [&] { return check_imported_foods(notebook); });
    return findings;
  }
  // A folder, a link, a pipe: not a journal that is damaged, but no place for one.
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ignored))) notebook.journal();
  const calendar::Moment now = notebook.now_without_journal();
  append(findings, storage::examine_file(path));
  try {
    auto& journal = notebook.journal();
    // Of one moment, so that what others write meanwhile looks like no damage.
    std::optional<storage::OneMoment> one_moment;
    journal.guarded([&] { one_moment.emplace(journal.database()); });
    append(findings, storage::examine(journal));
    append(findings, journal::examine_entries(journal, now.at));
    check(findings, "totals", [&] { return check_totals(notebook); });
    check(findings, "settings", [&] { return check_settings(journal); });
    if (journal::Trials(journal).any()) check(findings, "coins", [&] { return check_coins(notebook); });
  } catch (const StorageError& error) {
    if (error.kind == StorageError::Kind::Failed || error.kind == StorageError::Kind::Locked) throw;
    findings.push_back({"opening", Verdict::Damaged, error.what(), error.what_to_do});
  }
  check(findings, "catalogue", [&] { return check_catalogue(notebook); });
  if (has_imported_foods(notebook)) check(findings, "imported_foods", [&] { return check_imported_foods(notebook); });
  check(findings, "last_backup", [&] { return check_last_backup(notebook, now.day); });
  return findings;
}

storage::Rescued rescue(Notebook& notebook, const std::filesystem::path& copy,
                        const std::function<void(double)>& progress) {
  storage::Knowledge knowledge{journal::traces_of_entries(), {}};
  for (const auto conditions : {journal::conditions_of_entries(), targets::conditions_of_profile()}) {
    knowledge.conditions.insert(knowledge.conditions.end(), conditions.begin(), conditions.end());
  }
  return storage::rescue(notebook.journal_path(), copy, knowledge, journal::reconcile_entries, progress);
}

}  // namespace lytes::notebook
