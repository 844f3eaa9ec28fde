// Whatever is written after drink, eat and take, it is read as servings with sensible figures or refused with a place
// in the line.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/food_line.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

bool is_sensible(const std::optional<double>& amount) { return !amount || (std::isfinite(*amount) && *amount >= 0); }

void check(const language::ReadLine& line) {
  require(!line.servings.empty(), "a line that is read is a serving at least");
  for (const auto& serving : line.servings) {
    require(!serving.description.empty() && !serving.amount.empty(), "a serving is told whole");
    for (const auto nutrient : quantity::all_nutrients)
      require(
          nutrient == quantity::Nutrient::Water || !serving.ref.empty() || serving.nutrients[nutrient].value_or(0) == 0,
          "of what is not known no figure is known, but that what is no mineral holds none");
    require(is_sensible(serving.grams), "a weight is finite and not negative");
    for (const auto nutrient : quantity::all_nutrients)
      require(is_sensible(serving.nutrients[nutrient]), "a figure is finite and not negative");
  }
}

template <typename Read>
void read_or_refuse(const std::string& text, Read read) {
  try {
    check(read());
  } catch (const InputError& error) {
    require(error.input.empty() || error.input == text, "a refusal shows the line");
    require(error.place <= error.input.size(), "a refusal points into the line");
  } catch (const NotFoundError& error) {
    require(!error.code.empty(), "what is not found has a code");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static language::testing::PlainSpeaker speaker(
      [](std::string_view, const std::vector<foods::Candidate>& candidates) -> language::Choice {
        require(!candidates.empty(), "a question has answers");
        return {candidates.size() - 1, false};
      });
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  for (const auto kind : {foods::FoodKind::Drink, foods::FoodKind::Food, foods::FoodKind::Supplement})
    read_or_refuse(text, [&] { return language::read_intake_line(speaker, text, kind); });
  return 0;
}
