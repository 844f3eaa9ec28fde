#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::language {
class Vocabulary;
}

namespace lytes::exchange {

/// What anybody may write, and what is therefore told of nobody.
struct CommonWords {
  std::function<bool(std::string_view)> factor;     ///< the name of a factor that lytes knows
  std::function<bool(std::string_view)> body_word;  ///< a word for a place on the body
  std::function<bool(std::string_view)> sign;       ///< a sign that lytes knows
};

/// How a diary is made one that nobody is known by: see docs/formats.md.
struct Anonymity {
  int weeks_earlier;  ///< by so many are all days and times moved; told nowhere
  int this_year;      ///< for ages
  CommonWords words;
};

/// The words are those that lytes knows; chance says by how many weeks days are moved, two years at most.
/// @param vocabulary outlives it
Anonymity anonymity(const language::Vocabulary& vocabulary, calendar::Day today);

/// Which part of a journal is to go into an export.
struct ExportWish {
  calendar::DayRange days{calendar::earliest_day, calendar::latest_day};
  std::optional<Anonymity> anonymity;

  bool all_days() const { return days.from == calendar::earliest_day && days.to == calendar::latest_day; }
};

/// Takes the text piece by piece.
using Sink = std::function<void(std::string_view)>;

/// The whole journal but its history, in the shape of docs/lytes-export.schema.json: what `import_whole` brings into an
/// empty journal gives the same bytes again.
/// @throws StorageError
void export_json(storage::JournalFile& journal, const ExportWish& wish, const Sink& sink);

struct ExportedFile {
  std::string name;
  std::string text;
};

/// Tables for spreadsheets and statistics, with one more that says what their columns are.
/// @throws StorageError
std::vector<ExportedFile> export_csv(storage::JournalFile& journal, const ExportWish& wish);

/// One row a day, as `read_daily_diary` reads it. Where not all of a sum is known it is what is known.
/// @throws StorageError
std::string export_daily(storage::JournalFile& journal, const ExportWish& wish);

/// One row a day in the shape of Cronometer's daily summary.
/// @throws StorageError
std::string export_cronometer(storage::JournalFile& journal, const ExportWish& wish);

/// What an import of a whole journal came to.
struct WholeImported {
  struct Count {
    std::string_view key;  ///< "entries", "foods", ... as in the document
    std::size_t added = 0;
    std::size_t there_already = 0;
    std::size_t differing = 0;  ///< replaced where that was wanted, else left as they are
  };
  std::vector<Count> counts;
  std::vector<std::string> differing;  ///< the first of them, where they stand in the file
};

/// Brings in what `export_json` wrote, inside a storage::Change: entries by the id that is their own everywhere, foods
/// by their names, all else by what it is about. What the journal has otherwise stays.
/// @param replace what differs is taken from the file
/// @param name stands for the file in messages
/// @throws InputError with the place for what no export holds; StorageError
WholeImported import_whole(storage::JournalFile& journal, std::string_view text, const std::string& name, bool replace);

/// Whether a file that begins so is such a document.
bool is_whole_document(std::string_view beginning);

}  // namespace lytes::exchange
