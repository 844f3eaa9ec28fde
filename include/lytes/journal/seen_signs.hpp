#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/zone.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::journal {

/// That a doctor has seen a sign.
struct SeenSign {
  std::string sign;
  std::string place;  ///< as `seen_place` gives it; empty where the sign had none
  calendar::Instant at;

  bool operator==(const SeenSign&) const = default;
};

/// A place on the body as it is kept with what was seen: without the signs that part the rows of that list.
std::string seen_place(std::string_view place);

/// What was seen, oldest first. It stands in one setting of the journal, so that it travels with it, is undone like
/// everything else and needs no table; rows that lytes never writes are passed over.
/// @throws StorageError
std::vector<SeenSign> seen_signs(storage::JournalFile& journal);

/// Adds to it, inside a `storage::Change`. What is older than the newest by more than `kept_for` goes: nothing asks for
/// it any more.
/// @throws StorageError
void add_seen_signs(storage::JournalFile& journal, std::span<const SeenSign> seen, std::chrono::days kept_for);

}  // namespace lytes::journal
