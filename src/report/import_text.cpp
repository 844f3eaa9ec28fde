#include "lytes/report/import_text.hpp"

#include <fmt/format.h>

#include <numeric>

#include "entry_json.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::report {

namespace {

std::string_view noun(journal::Kind kind) {
  switch (kind) {
    case journal::Kind::Total:
      return "day total";
    case journal::Kind::Stress:
      return "stress rating";
    default:
      return journal::word(kind);
  }
}

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

/// "280 day totals, 306 stress ratings and 97 spasms"
std::string added_words(const ImportView& view) {
  std::vector<std::string> parts;
  for (std::size_t kind = 0; kind < view.added.size(); ++kind) {
    if (view.added[kind] > 0) parts.push_back(counted(view.added[kind], noun(static_cast<journal::Kind>(kind))));
  }
  std::string text;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    text += (part == 0 ? "" : part + 1 == parts.size() ? " and " : ", ") + parts[part];
  }
  return text.empty() ? "nothing" : text;
}

std::vector<Warning> warnings_of(const ImportView& view) {
  std::vector<Warning> warnings;
  if (!view.columns_not_read.empty()) {
    warnings.push_back({"columns_not_read", fmt::format("columns left out because lytes does not know them: {} "
                                                        "('lytes import --help' lists those it does)",
                                                        fmt::join(view.columns_not_read, ", "))});
  }
  if (view.days_left_open > 0) {
    warnings.push_back({"days_left_open", fmt::format("of {} with intake the file does not say whether all was logged "
                                                      "(column status), so they stay open and are not judged",
                                                      counted(view.days_left_open, "day"))});
  }
  return warnings;
}

}  // namespace

std::string import_page(const ImportView& view, const Style& style) {
  const bool nothing_new = std::accumulate(view.added.begin(), view.added.end(), view.days_said) == 0;
  std::string text = fmt::format("{} in the file. ", counted(view.days, "day"));
  text += fmt::format("{}: {}.", view.dry_run ? "Would be added" : "Added", added_words(view));
  if (view.there_already > 0) {
    text += fmt::format(" From an earlier import {} already there and stay{} as before.",
                        view.there_already == 1 ? "1 entry is" : fmt::format("{} entries are", view.there_already),
                        view.there_already == 1 ? "s" : "");
  }
  text = wrapped(text, style.width) + "\n" + warning_lines(warnings_of(view), style);
  if (view.dry_run) return text + "Nothing was saved.\n";
  return text + (nothing_new ? "" : "To take it all back: lytes undo\n");
}

std::string import_json(const ImportView& view) {
  Json added = Json::object();
  for (std::size_t kind = 0; kind < view.added.size(); ++kind) {
    if (view.added[kind] > 0) added[std::string(journal::word(static_cast<journal::Kind>(kind)))] = view.added[kind];
  }
  return text_of(Json{{"import",
                       {{"format", view.format},
                        {"dry_run", view.dry_run},
                        {"days", view.days},
                        {"added", std::move(added)},
                        {"there_already", view.there_already},
                        {"days_said", view.days_said}}},
                      {"warnings", warnings_json(warnings_of(view))}});
}

}  // namespace lytes::report
