#include "lytes/console/progress.hpp"

#include <ostream>

#include "lytes/console/session.hpp"
#include "lytes/report/import_text.hpp"
#include "lytes/text/width.hpp"

namespace lytes::console {

Progress::Progress(Session& session) : session_(session), began_(session.context().clock()) {}

Progress::~Progress() { wipe(); }

void Progress::show(const std::string& name, double share) {
  if (!session_.context().terminal.shows_errors || session_.options.json) return;
  const calendar::Instant now = session_.context().clock();
  if (now - began_ <= std::chrono::seconds(1) || now == shown_) return;
  shown_ = now;
  const std::string line = report::progress_line(name, share, session_.style());
  wipe();
  length_ = text::display_width(line);
  session_.context().err << line << std::flush;
}

void Progress::show(const std::string& name, std::uint64_t done, std::uint64_t all) {
  if (all > 0) show(name, static_cast<double>(done) / static_cast<double>(all));
}

void Progress::wipe() const {
  if (length_ > 0) session_.context().err << '\r' << std::string(length_, ' ') << '\r' << std::flush;
}

}  // namespace lytes::console
