#pragma once

#include <map>
#include <optional>
#include <string>

#include "collector.hpp"
#include "lytes/foods/food.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::exchange {

/// A row of food, drink or a supplement.
struct IntakeRow {
  std::string name;
  std::string amount;    ///< as the file has it: "1.00 cup, cut pieces"; may be empty
  std::string group;     ///< of the day: "Breakfast", "Supplements"
  std::string category;  ///< of the food: "Beverages"; may be empty
  quantity::Nutrients nutrients;
};

/// Makes intakes of a file's rows: what each is, and what is known of a supplement beside what the file says.
class IntakeRows {
 public:
  explicit IntakeRows(Reading& reading) : reading_(reading) {}

  /// A supplement is what the group, the category or the product table calls so. Of one the figures that the file
  /// leaves blank and that the table knows as none are none; what a label does not say stays unknown. Where the file
  /// has no figure at all, the table's are taken.
  std::pair<journal::EntryKind, journal::Intake> made_of(const IntakeRow& row);

 private:
  struct Known {
    foods::FoodKind kind = foods::FoodKind::Food;
    std::optional<std::string> ref;
    quantity::Nutrients figures;
  };
  const Known& known(const IntakeRow& row, bool said_supplement, const std::string& amount);

  Reading& reading_;
  std::map<std::string, Known> known_;
};

}  // namespace lytes::exchange
