#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lytes/calendar/day.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::journal {

/// How the day of a line of notes was said. Only a date is the same day whenever the notes are read.
enum class DaySaidBy { Date, DayOfYear, Weekday, Nothing };

/// A line of notes that was read.
struct ReadLine {
  std::int64_t hash;  ///< of its words
  calendar::Day day;
  int occurrence = 1;  ///< from 1: the same words again on that day are another line
  DaySaidBy said_by = DaySaidBy::Date;
};

/// Which lines of notes the journal has read. Writing is done inside a `storage::Change`.
/// Everything throws StorageError when the journal cannot be read or written.
class ReadLines {
 public:
  /// @param journal must outlive this object
  explicit ReadLines(storage::JournalFile& journal) : journal_(journal) {}

  /// Whether each of these was read before, by what it says, its day and its occurrence.
  std::vector<bool> hold(std::span<const ReadLine> lines);

  /// The days on which such words were read with their day said in the same way, oldest first.
  std::vector<calendar::Day> days_of(std::int64_t hash, DaySaidBy said_by);

  void add(std::span<const ReadLine> lines);

 private:
  storage::JournalFile& journal_;
};

}  // namespace lytes::journal
