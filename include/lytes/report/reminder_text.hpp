#pragma once

#include <filesystem>
#include <string>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// What became of a reminder, or what there is.
struct ReminderView {
  enum class What { None, Shown, Written, Removed };

  What what = What::None;
  std::string at;               ///< "21:00"
  std::filesystem::path timer;  ///< the file that says so
  bool runs = true;             ///< whether systemd knows of it now, and not only from the next login on
};

std::string reminder_text(const ReminderView& view, const Style& style);
std::string reminder_json(const ReminderView& view);
/// Of a line for a crontab.
std::string cron_json(const std::string& line);

}  // namespace lytes::report
