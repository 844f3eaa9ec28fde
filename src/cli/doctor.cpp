// doctor: is the journal as it should be, and what to do if not
#include <algorithm>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/progress.hpp"
#include "lytes/console/session.hpp"
#include "lytes/notebook/examination.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/rescue.hpp"

namespace lytes::cli {

namespace {

using storage::Finding;
using Verdict = Finding::Verdict;
using Findings = std::vector<Finding>;

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
    if (!session.agrees("Take these permissions away from others? [y/N] ")) return;
  }
  storage::mend_permissions(session.journal_path());
  if (!session.options.json) session.say("The permissions are mended.\n");
}

storage::Rescued rescued_to(Session& session, const std::string& copy) {
  console::Progress progress(session);
  return notebook::rescue(session, copy, [&](double share) { progress.show("Saving what can be read", share); });
}

void rescue(Session& session, const std::string& copy) {
  const storage::Rescued rescued = rescued_to(session, copy);
  session.answer(report::rescued_json, report::rescued_page, copy, rescued);
}

struct Typed {
  std::string rescue;
  bool mend = false;
};

void run_doctor(Session& session, const Typed& typed) {
  if (!typed.rescue.empty()) return rescue(session, typed.rescue);
  const Findings findings = notebook::examine(session);
  const bool sound = std::ranges::all_of(findings, [](const auto& one) { return one.verdict == Verdict::Sound; });
  if (sound && session.keeps_quiet()) return;
  session.answer(report::doctor_json, report::doctor_page, findings);
  if (std::ranges::any_of(findings, [](const Finding& finding) { return finding.verdict == Verdict::Damaged; })) {
    session.exit_code = BadJournal;
  }
  mend(session, findings, typed.mend);
}

}  // namespace

void declare_doctor(Command& program) {
  auto& command = program.add("doctor", "Whether the journal is as it should be, and what to do if not");
  auto& typed = command.runs(run_doctor);
  command.option("--rescue FILE", typed.rescue, "Copy what can be read of a damaged journal to this new file");
  command.option("--mend", typed.mend, "Take permissions on the journal away from others, without asking");
}

}  // namespace lytes::cli
