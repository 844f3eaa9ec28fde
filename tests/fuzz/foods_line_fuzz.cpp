// Whatever is written after drink, eat and take, it is read as servings with sensible figures or refused with a place
// in the line.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/resolver.hpp"
#include "lytes/storage/read_only_file.hpp"

using namespace lytes;

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

bool is_sensible(const std::optional<double>& amount) { return !amount || (std::isfinite(*amount) && *amount >= 0); }

void check(const foods::ReadLine& line) {
  require(!line.servings.empty(), "a line that is read is a serving at least");
  for (const auto& serving : line.servings) {
    require(!serving.description.empty() && !serving.amount.empty(), "a serving is told whole");
    for (const auto nutrient : quantity::all_nutrients)
      require(nutrient == quantity::Nutrient::Water || !serving.ref.empty() || !serving.nutrients[nutrient],
              "of what is not known no figure is known");
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
  static storage::ReadOnlyFile file =
      storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, foods::Catalogue::version);
  static const foods::Catalogue catalogue(file);
  foods::Asking asking;
  asking.food = [](std::string_view, const std::vector<foods::Candidate>& candidates) -> foods::Choice {
    require(!candidates.empty(), "a question has answers");
    return {candidates.size() - 1, false};
  };
  const foods::Resolver resolver(catalogue, nullptr, quantity::MeasureSystem::Us, asking);
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  read_or_refuse(text, [&] { return resolver.read(text, foods::Kind::Drink); });
  read_or_refuse(text, [&] { return resolver.read(text, foods::Kind::Food); });
  read_or_refuse(text, [&] { return resolver.read_supplements(text); });
  return 0;
}
