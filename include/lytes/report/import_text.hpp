#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/remark.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// A figure of a day: nothing where it is unknown.
using ImportFigure = std::variant<std::monostate, double, std::string>;

/// A column under which the journal has another figure than the file.
struct ImportDifference {
  std::string column;
  ImportFigure journal;
  ImportFigure file;
};

/// A day of which the journal holds something else than the file.
struct ImportConflict {
  calendar::Day day;
  std::vector<ImportDifference> differences;
  std::vector<std::string> sources = {};  ///< that the journal has it from
};

/// Entries in the order of journal::EntryKind.
using ImportCounts = std::array<std::size_t, static_cast<std::size_t>(journal::EntryKind::Medicine) + 1>;

/// What became, or would become, of one day of the file.
struct ImportedDayView {
  calendar::Day day;
  ImportCounts added{};
  std::size_t taken_out = 0;
  std::size_t there_already = 0;
  bool kept = false;
  quantity::Nutrients added_figures;
};

/// Rows that were not taken, for one reason.
struct ImportSkipped {
  std::string why;
  std::size_t rows = 0;
  std::vector<std::string> places;  ///< of the first few
};

/// What becomes of the days in conflict; Open while nobody has said.
enum class ConflictRule { Open, Keep, Replace };

/// What an import added, or would add.
struct ImportView {
  std::string format;
  std::string title;        ///< what the file was read as: "Cronometer, servings"
  bool recognised = false;  ///< the format was not typed but told by the file's looks
  std::size_t rows = 0;     ///< that were read
  bool dry_run = false;
  std::size_t days = 0;  ///< of which the file says something
  ImportCounts added{};
  ImportCounts taken_out{};        ///< entries of the journal that made room for the file's
  std::size_t there_already = 0;   ///< entries of the file that the journal holds with the same figures
  std::size_t days_said = 0;       ///< day statuses that were not there before
  std::size_t days_left_open = 0;  ///< with intake of which the file does not say whether it is all
  std::vector<std::string> columns_not_read;
  std::vector<ImportConflict> conflicts;  ///< by day
  bool conflicts_shown = false;           ///< the page need not show them again, after a question
  ConflictRule rule = ConflictRule::Open;
  std::vector<ImportSkipped> skipped;
  std::vector<ImportedDayView> by_day;  ///< told of a dry run
  std::size_t old_signs = 0;            ///< told in texts of more than four weeks ago, and no news
  std::vector<Remark> remarks;          ///< how the file was taken, and what its last days call for
};

std::string import_page(const ImportView& view, const Style& style);

/// The days in conflict with both figures, at most ten of them: "2026-11-14  fluid_ml 2000 -> 2500, spasms 3 -> 5".
std::string conflict_lines(std::span<const ImportConflict> conflicts, const Style& style);

/// {"import":{"format":...,"title":...,"dry_run":...,"rows":...,"days":...,"added":{"total":...,...},"taken_out":{...},"there_already":...,
///  "days_said":...,"skipped":[{"why":...,"rows":...,"places":["servings.csv:12"]}],"old_signs":...,
///  "conflicts":[{"day":...,"differences":[{"column":...,"journal":2000.0,"file":2500.0}],"sources":["by hand"]}],
///  "conflict_rule":"keep","by_day":[{"day":...,"added":{...},"taken_out":...,"there_already":...,"kept":...,
///  "water_ml":...,...}]},"warnings":[...]}; the rule is null while nobody has said, and by_day stands there for a dry
///  run.
std::string import_json(const ImportView& view);

/// How far the reading of a file has come, on one line of `style.width` columns at most: "servings.csv  [####      ] 43
/// %".
std::string progress_line(const std::string& name, double share, const Style& style);

/// An import that was refused for its conflicts:
/// {"error":{"code":"import_conflicts",...,"conflicts":[...],"saved":false}}
std::string import_refused_json(const InputError& error, std::span<const ImportConflict> conflicts);

}  // namespace lytes::report
