#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collector.hpp"

namespace lytes::exchange {

/// Which of a file's metrics, activities or symptoms are spasms: what the reader was told, and what may be one.
class SpasmNames {
 public:
  explicit SpasmNames(Reading& reading);

  /// Whether something by this name is a spasm. Where nothing was said, it is none, and is remembered if its words may
  /// speak of one.
  bool is_spasm(std::string_view name, const std::string& example);

  /// What may be a spasm, where nothing was said of it; the most frequent first.
  std::vector<SpasmCandidate> candidates() const;

  /// @throws NotFoundError "no_such_spasm" for a name that was said and that the file does not have
  void require_all_found() const;

 private:
  bool may_be_one(std::string_view name) const;

  Reading& reading_;
  std::map<std::string, bool> said_;  ///< by the plain name, and whether it was found
  std::map<std::string, std::optional<SpasmCandidate>> seen_;
};

/// One spasm of a file.
struct SpasmRow {
  std::string name;  ///< "Leg cramp"
  std::optional<int> severity;
  std::optional<double> minutes = std::nullopt;
  std::string note = {};
};

/// Adds a spasm: its site is what its name says, or else its note.
void add_spasm(Collector& collector, std::string_view source, const When& when, std::string_view identity,
               const SpasmRow& row);

/// 0 to 10 for words such as "Mild", "moderate" or "Very severe", "none" and "not present" among them; nothing for
/// others.
std::optional<int> severity_in_words(const language::Vocabulary& vocabulary, std::string_view words);

}  // namespace lytes::exchange
