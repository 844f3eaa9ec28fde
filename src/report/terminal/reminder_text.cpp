#include "lytes/report/reminder_text.hpp"

#include <fmt/format.h>

#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

std::string words(const ReminderView& view) {
  using What = ReminderView::What;
  switch (view.what) {
    case What::None:
      return "No reminder is set: lytes remind 21:00";
    case What::Removed:
      return "The reminder is taken away.";
    case What::Shown:
      return fmt::format("Every day at {} you are shown how the day stands. To take it away: lytes remind off",
                         view.at);
    case What::Written:
      break;
  }
  const char* begins = view.runs ? ""
                                 : " It begins with your next login; at once: systemctl --user daemon-reload, then "
                                   "systemctl --user start lytes-remind.timer.";
  return fmt::format("Every day at {} you will be shown how the day stands.{} To take it away: lytes remind off",
                     view.at, begins);
}

}  // namespace

std::string reminder_text(const ReminderView& view, const Style& style) {
  const bool told = view.what == ReminderView::What::Shown;
  const std::string file = told ? "It stands in " + text::printable(view.timer.string()) + "\n" : "";
  return in_style(text::wrapped(words(view), style.width) + "\n" + file, style);
}

}  // namespace lytes::report
