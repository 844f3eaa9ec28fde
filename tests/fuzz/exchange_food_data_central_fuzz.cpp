// Whatever lies in a download of FoodData Central, its foods are imported or it is refused, and imported once more they
// are the same. The tables stand one after the other, each behind a line with its name: "== food.csv".

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/exchange/food_data_central.hpp"
#include "lytes/foods/food_import.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

const std::filesystem::path& folder() {
  static const auto path = std::filesystem::temp_directory_path() / ("lytes-fuzz-" + std::to_string(getpid()));
  return path;
}

void lay_out(const std::string& tables) {
  std::filesystem::remove_all(folder());
  std::filesystem::create_directories(folder());
  std::istringstream lines(tables);
  std::ofstream table;
  for (std::string line; std::getline(lines, line);) {
    const bool heading = line.starts_with("== ") && line.ends_with(".csv") && line.find('/') == std::string::npos;
    if (heading && line.size() < 40 && line.find('\0') == std::string::npos) {
      table = std::ofstream(folder() / line.substr(3), std::ios::binary);
    } else {
      table << line << "\n";
    }
  }
}

/// Nothing where the download is refused.
std::optional<foods::ImportCounts> imported(const std::filesystem::path& file) {
  foods::FoodImport import(file);
  try {
    exchange::read_food_data_central(folder(), "", import);
  } catch (const InputError& error) {
    require(!std::string_view(error.what()).empty(), "a refusal says why");
    return std::nullopt;
  }
  const auto counts = import.finish();
  import.publish();
  return counts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  lay_out(std::string(reinterpret_cast<const char*>(bytes), size));
  const auto file = folder() / "imported.db";
  const auto first = imported(file);
  if (!first) {
    require(!std::filesystem::exists(file), "a refusal leaves nothing");
    return 0;
  }
  require(first->added == first->foods, "what is imported first is all there is");
  const auto again = imported(file);
  require(again.has_value(), "what was imported can be imported again");
  require(again->added == 0 && again->foods == first->foods, "importing again adds nothing");
  return 0;
}
