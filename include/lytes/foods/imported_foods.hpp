#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/finder.hpp"
#include "lytes/foods/food.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::foods {

/// Foods that were imported out of a public table, up to millions, in a file of their own beside the journal: no part
/// of it, of its history or of its backups. What is logged of one keeps its figures.
///
/// The file is opened when it is first asked. Where there is none, every question is answered with nothing. All throw
/// StorageError when it cannot be read.
class ImportedFoods {
 public:
  /// The version of the file's tables that this program understands.
  static constexpr int version = 1;

  /// The file that belongs to a journal: "journal.foods.db" beside "journal.db".
  static std::filesystem::path file_beside(const std::filesystem::path& journal);

  /// @param file need not be there; an empty path is nowhere
  explicit ImportedFoods(std::filesystem::path file = {});
  ImportedFoods(const ImportedFoods&) = delete;
  ImportedFoods& operator=(const ImportedFoods&) = delete;
  ~ImportedFoods();

  const std::filesystem::path& path() const { return path_; }

  /// The open file; null where there is none.
  storage::ReadOnlyFile* file() const;

  std::size_t count() const;

  /// @param ref "fdc:" and the food's number in FoodData Central
  std::optional<Food> find(std::string_view ref) const;

  /// @param barcode as `read_barcode` gives it
  std::optional<Food> with_barcode(std::string_view barcode) const;

  /// Foods whose name and brand hold all of the words, best first.
  /// @param words as words_of makes them: letters, digits and percent signs
  /// @param last_is_prefix where no food has the last word, it may be the beginning of one
  /// @param most so many at most
  std::vector<Candidate> search(const std::vector<std::string>& words, bool last_is_prefix, std::size_t most) const;

 private:
  std::optional<Food> food_where(const char* condition, std::int64_t number) const;
  std::vector<Candidate> matching(const std::string& match, const std::vector<std::string>& words,
                                  std::size_t most) const;

  std::filesystem::path path_;
  mutable bool looked_ = false;
  mutable std::unique_ptr<storage::ReadOnlyFile> file_;
};

/// Whether a ref is that of an imported food.
bool is_imported(std::string_view ref);

}  // namespace lytes::foods
