// report: any stretch of days, with the evidence up to its end
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/notebook/report_days.hpp"
#include "report_view.hpp"
#include "visit.hpp"

namespace lytes::cli {

namespace {

struct ReportOptions {
  std::string from;
  std::string to;
  std::optional<std::string> html_file;
  bool for_doctor = false;
};

void run(Session& session, const ReportOptions& options) {
  std::optional<calendar::Day> last;
  if (!options.to.empty()) last = calendar::parse_day(options.to, session.reckoning());
  calendar::DayRange shown =
      options.for_doctor ? notebook::days_for_a_doctor(session, last) : notebook::whole_diary(session);
  if (!options.from.empty()) shown.from = calendar::parse_day(options.from, session.reckoning());
  if (last) shown.to = *last;
  if (shown.from > shown.to) {
    throw InputError("the report would end before it begins", "", 0,
                     "--from " + calendar::iso(shown.to) + " --to " + calendar::iso(shown.from));
  }
  if (options.for_doctor) {
    show_visit(session, shown, options.html_file);
  } else {
    show_report(session, shown, false, options.html_file);
  }
}

}  // namespace

void declare_report(Command& program) {
  auto& command = program.add("report", "All days or some of them, and what goes together up to the last one");
  auto& options = command.runs(run);
  command.option("--from DAY", options.from, "First day to show; the diary's first if left out");
  command.option("--to DAY", options.to, "Last day to show, and the last that the evidence may know");
  command.option("--html FILE", options.html_file, "Also write it as a page to look at, print or take along");
  command.option("--for-doctor", options.for_doctor,
                 "Two pages at most for a doctor: signs, medicines, the course of the spasms, intake, questions; "
                 "the last 13 weeks of the diary unless --from says otherwise");
}

}  // namespace lytes::cli
