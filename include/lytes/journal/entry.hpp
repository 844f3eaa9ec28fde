#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::journal {

/// Drink, Food, Supplement and Total go with `Intake`. Total is a whole day's sum taken over from another app.
enum class EntryKind { Drink, Food, Supplement, Total, Spasm, Stress, Factor, Note, Medicine };

/// "drink", "food", ..., as in JSON, on the command line and in the journal.
std::string_view word(EntryKind kind);

/// The inverse of `word`.
std::optional<EntryKind> kind_named(std::string_view word);

constexpr bool is_intake(EntryKind kind) { return kind <= EntryKind::Total; }

struct Intake {
  std::optional<std::string> food;  ///< reference to what it was logged from: "usda:09040", "own:3"
  std::string description;          ///< "Bananas, raw"
  std::string amount;               ///< as echoed: "1 medium"
  std::optional<double> grams;
  quantity::Nutrients nutrients;  ///< the figures it was logged with; later corrections do not reach back

  bool operator==(const Intake&) const = default;
};

struct Spasm {
  std::string site;             ///< "calf left"
  std::optional<int> severity;  ///< 0 to 10
  std::optional<double> minutes;
  std::vector<std::string> flags;  ///< what came with it, such as "numbness"; kept in alphabetical order

  bool operator==(const Spasm&) const = default;
};

struct Stress {
  double rating;  ///< 0 to 10

  bool operator==(const Stress&) const = default;
};

struct Factor {
  std::string name;  ///< "sleep"
  std::optional<double> value;
  std::optional<std::string> unit;

  bool operator==(const Factor&) const = default;
};

/// What was taken as a medicine; it is no intake, and none of the day's sums holds it.
struct Medicine {
  std::string name;                 ///< as it was typed, in lower case: "ibuprofen"
  std::optional<std::string> dose;  ///< as it was typed: "400 mg", "2 tablets"

  bool operator==(const Medicine&) const = default;
};

/// The text is the entry's note.
struct Note {
  bool operator==(const Note&) const = default;
};

using What = std::variant<Intake, Spasm, Stress, Factor, Note, Medicine>;

/// One thing logged at one moment.
struct Entry {
  std::int64_t id = 0;    ///< given by the store, and never given again
  std::int64_t line = 0;  ///< id of the first entry of the same command line, given by the store
  EntryKind kind = EntryKind::Note;
  calendar::Moment when;
  std::optional<std::string> note;
  std::optional<std::string> import_key;  ///< names the imported row
  What what = Note{};                     ///< of the type that goes with `kind`

  bool operator==(const Entry&) const = default;
};

/// Import keys begin with this where the source knows the day and no time; what time the entry has then means nothing.
inline constexpr std::string_view day_only_key = "daily:";

/// Whether `what` holds the type that goes with `kind`.
bool is_consistent(const Entry& entry);

}  // namespace lytes::journal
