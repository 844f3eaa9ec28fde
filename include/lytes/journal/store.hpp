#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::journal {

/// What was taken in, without the words: all that adding up days needs.
struct IntakeRow {
  calendar::Moment when;
  EntryKind kind;
  quantity::Nutrients nutrients;
};

/// A spasm, stress rating or factor with its time.
struct HappeningRow {
  calendar::Moment when;
  bool time_known;  ///< of a spasm: false where only its day is known; of the others not looked up
  What what;
};

/// The entries and day statuses of a journal.
///
/// Writing is done inside a `storage::Change`. Everything throws StorageError when the journal cannot be read or
/// written, and Damaged when it holds what lytes never writes. What writes texts throws InputError, before anything is
/// written, for one that is longer than `longest_text`.
class Store {
 public:
  /// @param journal must outlive the store
  explicit Store(storage::JournalFile& journal) : journal_(&journal) {}

  /// Adds what one command line logged; `id` and `line` of the entries are not looked at.
  /// @return their ids, in the same order
  /// @throws std::logic_error for an entry that is not consistent
  std::vector<std::int64_t> add(std::span<const Entry> line);

  /// Whether each of these was imported before: the journal has an entry with its `import_key`.
  std::vector<bool> holds(std::span<const Entry> entries);

  /// Adds those entries whose `import_key` the journal does not hold yet, each as a line of its own.
  /// @return how many were added
  std::size_t import(std::span<const Entry> entries);

  /// @throws NotFoundError "no_such_entry"
  Entry find(std::int64_t id);

  /// The entries of the days, by day and time.
  /// @param kinds only these; all when empty
  std::vector<Entry> list(calendar::DayRange days, std::span<const EntryKind> kinds = {});

  /// The entries of the days that have words or numbers a sign may be told with: all but food and drink without a note.
  std::vector<Entry> list_worded(calendar::DayRange days);

  /// The intakes of the days that lack a figure for water, magnesium or potassium, by day and time.
  std::vector<Entry> list_lacking(calendar::DayRange days);

  /// Puts the entry in place of the one with its id, which keeps its line.
  /// @throws NotFoundError "no_such_entry"
  /// @throws std::logic_error for an entry that is not consistent
  void update(const Entry& entry);

  /// @throws NotFoundError "no_such_entry"
  void remove(std::int64_t id);

  /// Of the twenty entries logged last, the newest that says the same as the first of a line that has such a one: of
  /// its kind, for a time at most two minutes away.
  std::optional<std::int64_t> last_similar(std::span<const Entry> line);
  std::optional<std::int64_t> last_similar(const Entry& entry) { return last_similar(std::span(&entry, 1)); }

  /// Every intake of the days, by day and time, without gathering them in memory.
  /// @throws StorageError Damaged, at the end, when the figures are not those that were logged (a flipped bit)
  void each_intake(calendar::DayRange days, const std::function<void(const IntakeRow&)>& visit);

  /// Every spasm, stress rating and factor of the days, by day and time, without gathering them in memory.
  void each_happening(calendar::DayRange days, const std::function<void(const HappeningRow&)>& visit);

  /// Both of these in one pass.
  void each_of_both(calendar::DayRange days, const std::function<void(const IntakeRow&)>& intake,
                    const std::function<void(const HappeningRow&)>& happening);

  /// The first and the last day that has an entry or a status; nothing for an empty journal.
  std::optional<calendar::DayRange> days();

  /// What the user said of each day, in order; days of which nothing was said are left out.
  std::vector<DaySaid> said(calendar::DayRange days);

  /// @param status nothing takes back what was said
  void say(calendar::Day day, Stream stream, std::optional<DayStatus> status);

 private:
  void visit_days(calendar::DayRange days, const std::function<void(const IntakeRow&)>* intake,
                  const std::function<void(const HappeningRow&)>* happening);

  storage::JournalFile* journal_;
};

}  // namespace lytes::journal
