#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/errors.hpp"
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
};

/// What becomes of the days in conflict; Open while nobody has said.
enum class ConflictRule { Open, Keep, Replace };

/// What an import added, or would add.
struct ImportView {
  std::string format;
  bool dry_run = false;
  std::size_t days = 0;                    ///< of which the file says something
  std::array<std::size_t, 8> added{};      ///< entries, in the order of journal::EntryKind
  std::array<std::size_t, 8> taken_out{};  ///< entries of the journal that made room for the file's
  std::size_t there_already = 0;           ///< entries of the file that the journal holds with the same figures
  std::size_t days_said = 0;               ///< day statuses that were not there before
  std::size_t days_left_open = 0;          ///< with intake of which the file does not say whether it is all
  std::vector<std::string> columns_not_read;
  std::vector<ImportConflict> conflicts;  ///< by day
  bool conflicts_shown = false;           ///< the page need not show them again, after a question
  ConflictRule rule = ConflictRule::Open;
};

std::string import_page(const ImportView& view, const Style& style);

/// The days in conflict with both figures, at most ten of them: "2026-11-14  fluid_ml 2000 -> 2500, spasms 3 -> 5".
std::string conflict_lines(std::span<const ImportConflict> conflicts, const Style& style);

/// {"import":{"format":...,"dry_run":...,"days":...,"added":{"total":...,...},"taken_out":{...},"there_already":...,
///  "days_said":...,"conflicts":[{"day":...,"differences":[{"column":...,"journal":2000.0,"file":2500.0}]}],
///  "conflict_rule":"keep"},"warnings":[...]}; the rule is null while nobody has said.
std::string import_json(const ImportView& view);

/// An import that was refused for its conflicts:
/// {"error":{"code":"import_conflicts",...,"conflicts":[...],"saved":false}}
std::string import_refused_json(const InputError& error, std::span<const ImportConflict> conflicts);

}  // namespace lytes::report
