#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/exchange/import.hpp"

namespace lytes::exchange {

/// A part of what is said of a day, compared and replaced as a whole.
struct Part {
  enum class Of { Intake, Spasms, Stress, Factor, Note, Status };
  Of of = Of::Intake;
  std::string factor;  ///< its name; empty of all others

  auto operator<=>(const Part&) const = default;
};

/// @return the part that an entry belongs to
Part part_of(const journal::Entry& entry);

/// @return the part that a day's status of that stream belongs to
Part part_of(journal::Stream stream);

/// What one side has of a part. The entries are the caller's.
struct Held {
  std::vector<const journal::Entry*> entries;
  std::optional<journal::DayStatus> said;

  bool nothing() const { return entries.empty() && !said; }
};

using HeldParts = std::map<Part, Held>;

/// The entries and statuses of one day by part; both must outlive it.
HeldParts by_part(std::span<const journal::Entry> entries, std::span<const journal::DaySaid> said);

/// What a part of the file is to the journal.
struct Compared {
  bool differs = false;
  std::vector<const journal::Entry*> fresh;     ///< of the file: what the journal does not have
  std::vector<const journal::Entry*> outdated;  ///< of the journal: what makes room where the file's is taken instead
};

Compared compare(const Part& part, const Held& journal, const Held& file);

/// In which columns the two differ; at least one.
std::vector<Difference> differences(const Part& part, const Held& journal, const Held& file);

}  // namespace lytes::exchange
