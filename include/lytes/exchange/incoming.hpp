#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lytes/exchange/entries.hpp"
#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"

namespace lytes::exchange {

/// Rows that were not taken, for one reason.
struct Skipped {
  std::string why;  ///< "has no figure that lytes keeps"
  std::size_t rows = 0;
  std::vector<std::string> places;  ///< of the first few: "servings.csv:12"
};

/// A metric, activity or symptom of a file that may be a spasm.
struct SpasmCandidate {
  std::string name;
  std::size_t times = 0;
  std::string example;  ///< one row in a few words: "2024-01-09 Severe"
};

/// What a file of another program holds for the journal, before any of it is written.
///
/// Every entry carries an import key that names its place in the source, so that the same file again adds nothing. It
/// begins with the source ("cronometer.servings:", behind `journal::day_only_key` where there is no time), names the
/// day, what the row is about, and the how-manieth of such rows it is; or the source's own id of it.
struct Incoming {
  std::string title;  ///< what the file was read as: "Cronometer, servings"
  Entries entries;    ///< in no order
  std::vector<journal::DaySaid> said;
  std::size_t rows = 0;                       ///< that were read, those among them that were not taken
  std::size_t days = 0;                       ///< of which the file says something
  std::vector<std::string> columns_not_read;  ///< names that the format does not know, as they stand in the file
  std::vector<Skipped> skipped;
  std::vector<SpasmCandidate> spasm_candidates;  ///< empty where it was said which name is a spasm
  std::vector<Remark> remarks;                   ///< how scales, dates and sources were taken
};

/// The source that an import key names, as it is said and as `--prefer` takes it: "cronometer.servings",
/// "apple-health.WaterMinder", "daily"; "by hand" where there is no key.
std::string source_of(const journal::Entry& entry);

inline constexpr std::string_view by_hand = "by hand";

}  // namespace lytes::exchange
