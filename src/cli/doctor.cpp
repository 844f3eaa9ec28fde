// doctor: is the journal as it should be, and what to do if not
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <optional>
#include <ostream>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/one_moment.hpp"
#include "lytes/storage/rescue.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/soundness.hpp"
#include "lytes/timeline/check.hpp"
#include "lytes/timeline/timeline.hpp"
#include "session.hpp"

namespace lytes::cli {

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

Finding check_totals(Session& session) {
  const auto days = session.store().days();
  if (!days) return {"totals", Verdict::Sound, "nothing is logged yet", ""};
  const auto timeline = timeline::build(session.store(), session.targets(), *days);
  return timeline::check_totals(timeline, journal::plain_sums(session.journal(), *days));
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

Finding check_catalogue(Session& session) {
  auto& file = session.catalogue_file();
  if (const auto trouble = storage::first_damage(file)) {
    return {"catalogue", Verdict::Damaged, fmt::format("{}: {}", file.path().string(), *trouble),
            "Install lytes again."};
  }
  return {"catalogue", Verdict::Sound,
          fmt::format("the food catalogue is whole, its version {}", foods::Catalogue::version), ""};
}

Finding check_last_backup(Session& session, calendar::Day today) {
  constexpr std::chrono::days long_ago{14};
  const auto last = storage::last_backup(session.journal_path());
  if (!last) return {"last_backup", Verdict::Advice, "there is none yet", "Make one: lytes backup."};
  const std::string said = fmt::format("{}, the newest of {}", last->file.filename().string(), last->count);
  if (today - last->day > long_ago) return {"last_backup", Verdict::Advice, said, "Make a newer one: lytes backup."};
  return {"last_backup", Verdict::Sound, said, ""};
}

/// @throws StorageError Failed when the journal may not be read at all
Findings examine(Session& session) {
  const auto path = session.journal_path();
  std::error_code ignored;
  Findings findings;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) {
    findings.push_back({"journal", Verdict::Advice, fmt::format("there is none yet: {}", path.string()), ""});
    check(findings, "catalogue", [&] { return check_catalogue(session); });
    return findings;
  }
  // A folder, a link, a pipe: not a journal that is damaged, but no place for one.
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ignored))) session.journal();
  const calendar::Moment now = session.now_without_journal();
  append(findings, storage::examine_file(path));
  try {
    auto& journal = session.journal();
    // Of one moment, so that what others write meanwhile looks like no damage.
    std::optional<storage::OneMoment> one_moment;
    journal.guarded([&] { one_moment.emplace(journal.database()); });
    append(findings, storage::examine(journal));
    append(findings, journal::examine_entries(journal, now.at));
    check(findings, "totals", [&] { return check_totals(session); });
    check(findings, "settings", [&] { return check_settings(journal); });
  } catch (const StorageError& error) {
    if (error.kind == StorageError::Kind::Failed || error.kind == StorageError::Kind::Locked) throw;
    findings.push_back({"opening", Verdict::Damaged, error.what(), error.what_to_do});
  }
  check(findings, "catalogue", [&] { return check_catalogue(session); });
  check(findings, "last_backup", [&] { return check_last_backup(session, now.day); });
  return findings;
}

bool has_open_permissions(const Findings& findings) {
  return std::ranges::any_of(findings, [](const Finding& finding) {
    return finding.verdict == Verdict::Advice &&
           (finding.check == "file_permissions" || finding.check == "folder_permissions");
  });
}

void mend(Session& session, const Findings& findings, bool unasked) {
  if (!has_open_permissions(findings)) return;
  if (!unasked) {
    if (!session.context().terminal.can_ask || session.options.json) return;
    const auto answer = session.ask("Take these permissions away from others? [y/N] ");
    if (!answer || (*answer != "y" && *answer != "yes")) return;
  }
  storage::mend_permissions(session.journal_path());
  if (!session.options.json) session.say("The permissions are mended.\n");
}

/// Tells on a terminal how far a rescue is, once it takes long.
class RescueProgress {
 public:
  explicit RescueProgress(const Context& context) : context_(context), last_(context.clock()) {}
  RescueProgress(const RescueProgress&) = delete;
  RescueProgress& operator=(const RescueProgress&) = delete;
  ~RescueProgress() {
    if (told_) context_.err << "\n";
  }

  void operator()(double share) {
    constexpr std::chrono::seconds long_time{2};
    const calendar::Instant now = context_.clock();
    // The first time after two seconds, then every second.
    if (!context_.terminal.shows_errors || now - last_ <= (told_ ? std::chrono::seconds{0} : long_time)) return;
    context_.err << fmt::format("\rSaving what can be read: {:3.0f} %", share * 100) << std::flush;
    last_ = now;
    told_ = true;
  }

 private:
  const Context& context_;
  calendar::Instant last_;
  bool told_ = false;
};

storage::Rescued rescued_to(Session& session, const std::string& copy) {
  storage::Knowledge knowledge{journal::traces_of_entries(), {}};
  for (const auto conditions : {journal::conditions_of_entries(), targets::conditions_of_profile()}) {
    knowledge.conditions.insert(knowledge.conditions.end(), conditions.begin(), conditions.end());
  }
  RescueProgress progress(session.context());
  return storage::rescue(session.journal_path(), copy, knowledge, journal::reconcile_entries,
                         [&](double share) { progress(share); });
}

void rescue(Session& session, const std::string& copy) {
  const storage::Rescued rescued = rescued_to(session, copy);
  session.say(session.options.json ? report::rescued_json(copy, rescued)
                                   : report::rescued_page(copy, rescued, session.style()));
}

struct Typed {
  std::string rescue;
  bool mend = false;
};

void run_doctor(Session& session, const Typed& typed) {
  if (!typed.rescue.empty()) return rescue(session, typed.rescue);
  const Findings findings = examine(session);
  session.say(session.options.json ? report::doctor_json(findings) : report::doctor_page(findings, session.style()));
  if (std::ranges::any_of(findings, [](const Finding& finding) { return finding.verdict == Verdict::Damaged; })) {
    session.exit_code = BadJournal;
  }
  mend(session, findings, typed.mend);
}

}  // namespace

void declare_doctor(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand("doctor", "Whether the journal is as it should be, and what to do if not");
  command->add_option("--rescue", typed->rescue, "Copy what can be read of a damaged journal to this new file")
      ->type_name("FILE");
  command->add_flag("--mend", typed->mend, "Take permissions on the journal away from others, without asking");
  command->callback([&session, typed] { run_doctor(session, *typed); });
}

}  // namespace lytes::cli
