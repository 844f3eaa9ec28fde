#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::foods {

/// The table that a food was published in; the earlier are offered first.
enum class FoodSource { Foundation = 1, StandardReference = 2, Survey = 3, Branded = 4 };

/// What a pack says beside the figures.
struct Label {
  std::string brand;
  std::optional<std::int64_t> barcode;  ///< as a number
  bool by_volume = false;               ///< the figures are for 100 ml, not for 100 g
  std::optional<double> serving;        ///< in g or ml
  std::string household;                ///< the serving in words: "2 cookies"
};

struct ImportCounts {
  std::int64_t read = 0;             ///< foods that the table has
  std::int64_t added = 0;            ///< of these, not there before
  std::int64_t updated = 0;          ///< there before, and as the table has them now
  std::int64_t without_figures = 0;  ///< left out, for they have none that is counted
  std::int64_t older = 0;            ///< left out for a newer row of the same barcode, or of the same name
  std::int64_t impossible = 0;       ///< figures of more than the food weighs, taken as unknown
  std::int64_t foods = 0;            ///< in the file now
  std::int64_t with_barcode = 0;     ///< of these

  bool operator==(const ImportCounts&) const = default;
};

/// Told how many foods have their words, and of how many.
using FinishProgress = std::function<void(std::int64_t done, std::int64_t all)>;

/// Makes a file of imported foods (see ImportedFoods): a new one that holds what the old one held, brought up to date.
///
/// Foods are known by their number. What is read of one takes the place of all that was known of it. Of several with
/// one barcode, or of one table with one name, the highest number is kept: a newer label gets a new number. Nothing is
/// held in memory, so that there may be millions; a file beside takes what is read, in any order, and goes with this
/// object. The old file stays as it is until `publish`, which puts the new one in its place in one step.
///
/// All throw StorageError.
class FoodImport {
 public:
  /// @param file that is to be made, or made anew; its folder must be there
  explicit FoodImport(const std::filesystem::path& file);
  FoodImport(const FoodImport&) = delete;
  FoodImport& operator=(const FoodImport&) = delete;
  ~FoodImport();

  void add(std::int64_t number, FoodSource source, std::string_view name);

  // Of foods that were not added before, the rest is left out.

  /// @param per_100 g or ml of the food, in the unit of the nutrient; what nothing can hold is taken as unknown
  void figure(std::int64_t number, quantity::Nutrient nutrient, double per_100);
  void portion(std::int64_t number, std::string_view name, double grams);
  void label(std::int64_t number, const Label& label);

  /// Puts together what was read and what was there before. To be called once.
  ImportCounts finish(const FinishProgress& progress = {});

  /// The file takes its place.
  void publish();

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace lytes::foods
