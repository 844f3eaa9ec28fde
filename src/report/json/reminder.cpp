#include "json/text.hpp"
#include "lytes/report/reminder_text.hpp"

namespace lytes::report {

std::string reminder_json(const ReminderView& view) {
  const bool is_set = view.what == ReminderView::What::Shown || view.what == ReminderView::What::Written;
  return text_of(Json{{"reminder", is_set ? Json{{"at", view.at}, {"timer", view.timer.string()}} : Json(nullptr)}});
}

std::string cron_json(const std::string& line) { return text_of(Json{{"reminder", {{"cron", line}}}}); }

}  // namespace lytes::report
