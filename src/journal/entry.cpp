#include "lytes/journal/entry.hpp"

#include <algorithm>
#include <array>

#include "lytes/journal/day_status.hpp"

namespace lytes::journal {
namespace {

constexpr std::array<std::string_view, 9> kind_words = {"drink",  "food",   "supplement", "total",   "spasm",
                                                        "stress", "factor", "note",       "medicine"};

}  // namespace

std::string_view word(EntryKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<EntryKind> kind_named(std::string_view word) {
  const auto* const found = std::find(kind_words.begin(), kind_words.end(), word);
  if (found == kind_words.end()) return std::nullopt;
  return static_cast<EntryKind>(found - kind_words.begin());
}

bool is_consistent(const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::Drink:
    case EntryKind::Food:
    case EntryKind::Supplement:
    case EntryKind::Total:
      return std::holds_alternative<Intake>(entry.what);
    case EntryKind::Spasm:
      return std::holds_alternative<Spasm>(entry.what);
    case EntryKind::Stress:
      return std::holds_alternative<Stress>(entry.what);
    case EntryKind::Factor:
      return std::holds_alternative<Factor>(entry.what);
    case EntryKind::Note:
      return std::holds_alternative<Note>(entry.what);
    case EntryKind::Medicine:
      return std::holds_alternative<Medicine>(entry.what);
  }
  return false;
}

std::string_view word(Stream stream) { return stream == Stream::Intake ? "intake" : "spasms"; }

std::string_view word(DayStatus status) {
  switch (status) {
    case DayStatus::Complete:
      return "complete";
    case DayStatus::Partial:
      return "partial";
    case DayStatus::None:
      break;
  }
  return "none";
}

}  // namespace lytes::journal
