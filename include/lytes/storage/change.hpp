#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace lytes::storage {

class JournalFile;

/// The one door for writes: all that one command line changes, in one transaction, recorded so that it can be undone.
///
/// Every table is watched but the history and those named "kept_...". Without `commit` the journal stays as it was.
///
///     Change change(journal, "drink 500ml water", now);
///     store.add(...);
///     change.commit();
class Change {
 public:
  /// Waits for other writers and then holds the journal for writing until `commit` or destruction.
  /// @param command the command line as typed, for `history`
  /// @throws StorageError Locked when another program writes for more than five seconds; Failed when the path leads to
  ///   another file by now
  /// @throws std::logic_error for a journal opened for reading
  Change(JournalFile& journal, std::string command, std::chrono::sys_seconds at);
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  ~Change();

  /// Keeps what was written, durably, together with its record. What had been undone can then no longer be redone,
  /// and the oldest records beyond the bound (setting `history_limit_mb`) are dropped, but never this one.
  /// @return the number of the change in the history; nothing when nothing was changed
  /// @throws StorageError the journal stays as it was, unless the error's `saved` says otherwise: where a disk fails at
  ///   the last step, the journal itself is asked whether the change is in it
  std::optional<std::int64_t> commit();

 private:
  struct Recording;

  JournalFile& journal_;
  std::string command_;
  std::chrono::sys_seconds at_;
  std::unique_ptr<Recording> recording_;
};

}  // namespace lytes::storage
