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

/// What one side has of a part.
struct Held {
  std::vector<journal::Entry> entries;
  std::optional<journal::DayStatus> said;

  bool nothing() const { return entries.empty() && !said; }
};

using HeldParts = std::map<Part, Held>;

/// The entries and statuses of each day by part.
std::map<calendar::Day, HeldParts> by_day(std::span<const journal::Entry> entries,
                                          std::span<const journal::DaySaid> said);

/// Whether the journal has what the file brings, with the same figures.
bool holds(const Part& part, const Held& journal, const Held& file);

/// In which columns the two differ, when the journal does not hold what the file brings.
std::vector<Difference> differences(const Part& part, const Held& journal, const Held& file);

}  // namespace lytes::exchange
