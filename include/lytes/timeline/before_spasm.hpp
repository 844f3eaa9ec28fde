#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::journal {
class Store;
}

namespace lytes::timeline {

/// What is looked at in the hours before a spasm.
enum class Beforehand { Fluid, Magnesium, Potassium, Sodium, Caffeine, Alcohol, Stress, Sleep, Exertion };

inline constexpr std::size_t beforehand_count = static_cast<std::size_t>(Beforehand::Exertion) + 1;

struct BeforehandFacts {
  Beforehand what;
  std::string_view name;
  std::string_view unit;  ///< "ml", "mg", "g", "h"; empty for a rating from 0 to 10
  std::string_view field;
  std::optional<quantity::Nutrient> nutrient;  ///< empty for what is logged as a factor
};

/// One row for each, in their order.
inline constexpr auto beforehand_table = std::to_array<BeforehandFacts>({
    {Beforehand::Fluid, "fluid", "ml", "fluid_ml", quantity::Nutrient::Water},
    {Beforehand::Magnesium, "magnesium", "mg", "magnesium_mg", quantity::Nutrient::Magnesium},
    {Beforehand::Potassium, "potassium", "mg", "potassium_mg", quantity::Nutrient::Potassium},
    {Beforehand::Sodium, "sodium", "mg", "sodium_mg", quantity::Nutrient::Sodium},
    {Beforehand::Caffeine, "caffeine", "mg", "caffeine_mg", quantity::Nutrient::Caffeine},
    {Beforehand::Alcohol, "alcohol", "g", "alcohol_g", quantity::Nutrient::Alcohol},
    {Beforehand::Stress, "stress", "", "stress", std::nullopt},
    {Beforehand::Sleep, "sleep", "h", "sleep_h", std::nullopt},
    {Beforehand::Exertion, "exertion", "", "exertion", std::nullopt},
});
static_assert(quantity::detail::is_whole(beforehand_table, beforehand_count, [](const auto& row) { return row.what; }),
              "a row for each, in their order");

/// Over the 24 hours that end at some time of day: the sum of what was taken in, the mean of stress, the hours of
/// sleep, the highest rating of exertion.
struct BeforehandFigure {
  std::optional<double> before;  ///< empty where nothing of it was logged
  bool at_least = false;         ///< more than one in five things logged in these hours have no figure for it
  std::optional<double> usual;   ///< median of the same 24 hours of other days; empty with fewer than 7 of them
};

struct BeforeSpasm {
  calendar::Moment when{};
  std::string site;
  std::array<BeforehandFigure, beforehand_count> figures{};
  int usual_days = 0;  ///< of the 56 before, those whose 24 hours lie in closed days; what `usual` of intake rests on

  const BeforehandFigure& of(Beforehand what) const { return figures[static_cast<std::size_t>(what)]; }
};

/// The 24 hours before a moment, beside this person's usual ones up to the same time of day. A description: a few
/// coincidences prove nothing. Day totals have no hours, so where one lies in the way its intake is unknown.
BeforeSpasm before_moment(journal::Store& journal, const calendar::Moment& when, std::string site);

/// The same of the last spasms of these days whose time is known, the latest first.
std::vector<BeforeSpasm> before_last_spasms(journal::Store& journal, calendar::DayRange days, std::size_t count);

}  // namespace lytes::timeline
