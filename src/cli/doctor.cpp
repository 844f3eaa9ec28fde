// doctor: is the journal as it should be, and what to do if not
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "command.hpp"
#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/notebook/examination.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/rescue.hpp"
#include "session.hpp"

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
  RescueProgress progress(session.context());
  return notebook::rescue(session, copy, [&](double share) { progress(share); });
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
