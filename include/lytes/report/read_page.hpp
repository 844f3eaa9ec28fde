#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/notebook/notes_reading.hpp"
#include "lytes/remark.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// What became of notes, or would.
struct ReadView {
  std::string name;  ///< of the file, as it was said, or "standard input"
  bool dry_run = false;
  std::size_t read = 0;    ///< lines that are new
  std::size_t before = 0;  ///< lines that were read before
  std::vector<notebook::LeftLine> left;
  std::vector<journal::Entry> entries;  ///< by day
  std::vector<calendar::Day> no_spasms_on;
  std::vector<Remark> remarks;  ///< emergencies among them
};

/// Emergencies, what was logged day by day, what is to be said of it, the lines that were left as "notes.txt:7", and
/// how many there were of each.
std::string read_page(const ReadView& view, calendar::Day today, const Style& style);

/// {"read":{"name":...,"dry_run":...,"lines":{"read":...,"before":...,"left":...},"left":[{"line":7,"text":...,
///  "code":...,"message":...,"candidates":[...]}],"no_spasms_on":[...]},"entries":[...],"warnings":[...]}
std::string read_json(const ReadView& view);

}  // namespace lytes::report
