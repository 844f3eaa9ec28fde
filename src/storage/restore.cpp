#include "lytes/storage/restore.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "image.hpp"
#include "journal_path.hpp"
#include "logs.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/new_file.hpp"
#include "migrations.hpp"
#include "opening.hpp"
#include "soundness.hpp"
#include "sqlite_errors.hpp"
#include "transaction.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

/// A name beside the journal that nothing has yet.
fs::path name_for_replaced(const fs::path& journal, std::chrono::local_seconds now) {
  // backups/journal.2026-11-22T101500.db -> 2026-11-22T101500; a journal's name need not end in .db, nor in anything
  const std::string name_of_backup = backup_name(journal, now).filename().string();
  const std::string stamp =
      name_of_backup.substr(journal.stem().string().size() + 1, std::string_view("2026-11-22T101500").size());
  for (int attempt = 1;; ++attempt) {
    fs::path name = journal.parent_path() / fmt::format("{}.replaced-{}{}{}", journal.stem().string(), stamp,
                                                        attempt == 1 ? "" : fmt::format("-{}", attempt),
                                                        journal.extension().string());
    if (!fs::exists(fs::symlink_status(name))) return name;
  }
}

/// @throws StorageError Damaged
void require_sound(const fs::path& backup, SQLite::Database& database) {
  if (const auto trouble = first_journal_damage(database)) {
    throw StorageError(Kind::Damaged, fmt::format("{} is damaged ({})", backup.string(), *trouble),
                       "Restore another backup, or save what can be read: lytes --db FILE doctor --rescue NEW.");
  }
  if (const std::string extra = compare_schema(database).extra; !extra.empty()) {
    throw StorageError(Kind::Damaged,
                       fmt::format("{} holds more than a journal of lytes does: {}", backup.string(), extra),
                       "If you do not know where that comes from, do not trust the file. Entries alone are copied by: "
                       "lytes --db FILE doctor --rescue NEW.");
  }
}

struct Prepared {
  Image image;
  int from_version;
  std::vector<std::string> remarks;
};

/// What is to take the journal's place: the backup brought up to date, in memory, and then checked as it will be read.
Prepared prepare(const fs::path& backup) {
  const AsItStands from = open_as_it_stands(backup, Access::Read, migrations());
  // A backup stays as it is, a log that waits beside it too.
  sqlite3_db_config(from.database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  try {
    const auto newest = open_in_memory();
    copy_pages(*from.database, *newest);
    migrate(*newest, migrations());
    Prepared prepared{image_of(*newest), from.version, {}};
    if (!from.set_aside.empty()) prepared.remarks.push_back(set_aside_in_words(backup, from.set_aside));
    require_sound(backup, *open_image(prepared.image));
    return prepared;
  } catch (...) {
    rethrow_as_storage_error(backup, from.database->getHandle());
  }
}

Image bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw_system_error(fmt::format("cannot copy {}", file.string()), EIO);
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

/// Gives a file a second name; where that cannot be done, a copy under it. So the journal's own name is never without
/// a file.
void keep_as(const fs::path& file, const fs::path& name, bool held) {
  if (::link(file.c_str(), name.c_str()) == 0) return;
  if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP && errno != EMLINK) {
    throw_system_error(fmt::format("cannot keep {} as {}", file.string(), name.string()), errno);
  }
  // Opening a file that SQLite holds, and closing it, would drop the lock.
  const Image bytes = held ? image_of_file(file) : bytes_of(file);
  if (!write_new(name, bytes))
    throw_system_error(fmt::format("cannot keep {} as {}", file.string(), name.string()), EEXIST);
}

/// What has been moved so far, put back unless all goes well.
class Moves {
 public:
  Moves() = default;
  Moves(const Moves&) = delete;
  Moves& operator=(const Moves&) = delete;
  ~Moves() {
    for (auto move = moves_.rbegin(); move != moves_.rend(); ++move) {
      std::error_code ignored;
      if (move->to_be_removed) {
        fs::remove(move->to, ignored);
      } else {
        fs::rename(move->to, move->from, ignored);
      }
    }
  }

  void keep(const fs::path& file, const fs::path& name, bool held) {
    keep_as(file, name, held);
    moves_.push_back({file, name, true});
  }
  void move(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) throw_system_error(fmt::format("cannot put {} aside", from.string()), error.value());
    moves_.push_back({from, to, false});
  }
  void stand() { moves_.clear(); }

 private:
  struct Move {
    fs::path from;
    fs::path to;
    bool to_be_removed;
  };

  std::vector<Move> moves_;
};

/// Puts the new journal in the place of the old one, which keeps its bytes under the name `aside`, its logs with it.
/// @param held whether the old one is held through SQLite
void exchange(const fs::path& journal, const fs::path& aside, bool held, std::span<const std::byte> image) {
  Moves moves;
  const bool is_file = fs::is_regular_file(fs::symlink_status(journal));
  if (is_file) {
    moves.keep(journal, aside, held);
  } else {
    moves.move(journal, aside);  // a folder, say: nothing can take its place in one step
  }
  for (const char* ending : log_endings) {
    const fs::path log = journal.string() + ending;
    if (fs::exists(fs::symlink_status(log))) moves.move(log, aside.string() + ending);
  }
  try {
    if (is_file) {
      write_over(journal, image);
    } else if (!write_new(journal, image)) {
      throw StorageError(Kind::Failed, fmt::format("another program has just made {}", journal.string()), "Try again.");
    }
  } catch (const StorageError& error) {
    if (error.saved == Saved::Yes) moves.stand();  // the new journal is in place
    throw;
  }
  moves.stand();
}

/// The journal in place, held so that nobody else writes to it; nothing when it is damaged, newer, or no journal.
class Held {
 public:
  explicit Held(const fs::path& journal) {
    try {
      journal_.emplace(JournalFile::open(journal, Access::Write));
      journal_->guarded([&] { transaction_.emplace(journal_->database()); });
      if (!journal_->is_in_place()) throw replaced_meanwhile(journal);
    } catch (const StorageError& error) {
      if (error.kind != Kind::Damaged && error.kind != Kind::TooNew) throw;
      journal_.reset();
    }
  }

  bool is_held() const { return transaction_.has_value(); }
  std::vector<std::string> take_remarks() { return journal_ ? journal_->take_remarks() : std::vector<std::string>(); }

 private:
  std::optional<JournalFile> journal_;
  std::optional<Transaction> transaction_;
};

struct Paths {
  fs::path source;
  fs::path target;
};

Paths paths_of(const fs::path& backup, const fs::path& journal, Access access, Folder folder) {
  const fs::path source = fs::absolute(backup);
  if (!is_journal_there(source)) {
    throw StorageError(Kind::Failed, fmt::format("there is no file {}", source.string()), "Look at the path.");
  }
  const fs::path target = resolve_journal_path(journal, access, folder).value_or(journal);
  std::error_code ignored;
  if (fs::equivalent(source, target, ignored)) {
    throw StorageError(Kind::Failed, fmt::format("{} is the journal itself", source.string()), "Name a backup.");
  }
  return {source, target};
}

}  // namespace

Restored would_restore(const fs::path& backup, const fs::path& journal, Folder folder, std::chrono::local_seconds now) {
  const auto [source, target] = paths_of(backup, journal, Access::Read, folder);
  try {
    Prepared prepared = prepare(source);
    Restored restored{target, std::nullopt, std::move(prepared.remarks), prepared.from_version};
    if (fs::exists(fs::symlink_status(target))) restored.replaced = name_for_replaced(target, now);
    return restored;
  } catch (...) {
    rethrow_as_storage_error(source, nullptr);
  }
}

Restored restore(const fs::path& backup, const fs::path& journal, Folder folder, std::chrono::local_seconds now) {
  const auto [source, target] = paths_of(backup, journal, Access::Write, folder);
  try {
    Prepared prepared = prepare(source);
    Restored restored{target, std::nullopt, std::move(prepared.remarks), prepared.from_version};
    if (fs::exists(fs::symlink_status(target))) {
      Held held(target);
      for (std::string& remark : held.take_remarks()) restored.remarks.push_back(std::move(remark));
      restored.replaced = name_for_replaced(target, now);
      exchange(target, *restored.replaced, held.is_held(), prepared.image);
      return restored;
    }
    if (const auto logs = set_aside_logs(target); !logs.empty()) {
      restored.remarks.push_back(set_aside_in_words(target, logs));
    }
    if (!write_new(target, prepared.image)) {
      throw StorageError(Kind::Failed, fmt::format("another program has just made {}", target.string()), "Try again.");
    }
    return restored;
  } catch (...) {
    rethrow_as_storage_error(target, nullptr);
  }
}

}  // namespace lytes::storage
