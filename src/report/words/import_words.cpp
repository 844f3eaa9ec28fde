#include "words/import_words.hpp"

#include <fmt/format.h>

namespace lytes::report {

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

namespace {

std::string skipped_in_words(const ImportSkipped& skipped) {
  const bool more = skipped.rows > skipped.places.size();
  return fmt::format("{} left out: {} ({}{})", counted(skipped.rows, "row"), skipped.why,
                     fmt::join(skipped.places, ", "), more ? " ..." : "");
}

}  // namespace

std::vector<Remark> remarks_on(const ImportView& view) {
  std::vector<Remark> remarks = view.remarks;
  for (const ImportSkipped& skipped : view.skipped) remarks.push_back(note("rows_skipped", skipped_in_words(skipped)));
  if (view.old_signs > 0) {
    remarks.push_back(
        note("old_signs", fmt::format("{} that belongs in a doctor's hands {} told in texts of more than "
                                      "four weeks ago; {} kept, and not repeated here as news",
                                      view.old_signs == 1 ? "1 sign" : counted(view.old_signs, "sign"),
                                      view.old_signs == 1 ? "is" : "are", view.old_signs == 1 ? "it is" : "they are")));
  }
  if (!view.columns_not_read.empty()) {
    remarks.push_back(note("columns_not_read", fmt::format("columns left out because lytes does not know them: {} "
                                                           "('lytes import --help' lists those it does)",
                                                           fmt::join(view.columns_not_read, ", "))));
  }
  if (view.days_left_open > 0) {
    remarks.push_back(
        note("days_left_open",
             fmt::format("of {} with intake nobody said whether all was logged{}, so "
                         "they stay open and are not judged; --mark-days complete says it was",
                         counted(view.days_left_open, "day"), view.format == "daily" ? " (column status)" : "")));
  }
  return remarks;
}

}  // namespace lytes::report
