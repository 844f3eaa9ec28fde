// The yardstick of signs: tests/safety/sign_texts.csv has how people tell them, and what only sounds like one. It was
// written down before the vocabulary, and the vocabulary is to learn kinds, not these sentences.
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <set>

#include "cli/computer.hpp"
#include "lytes/csv/csv.hpp"

using namespace lytes;

namespace {

struct Share {
  int right = 0;
  int all = 0;

  double value() const { return static_cast<double>(right) / all; }
};

std::set<std::string> levels_of(cli::testing::Computer& computer, const csv::Row& row) {
  std::set<std::string> levels;
  for (const auto& warning :
       computer.json_of({"--json", "--yes", std::string(row["command"]), "--", std::string(row["text"])})
           .value("warnings", nlohmann::json::array()))
    levels.insert(warning["level"]);
  computer.lytes({"undo"});
  return levels;
}

bool is_right(const std::string& wanted, const std::set<std::string>& levels) {
  const bool emergency = levels.contains("emergency");
  if (wanted == "emergency") return emergency;
  return wanted == "soon" ? emergency || levels.contains("soon") : !emergency && !levels.contains("soon");
}

}  // namespace

TEST_CASE("at least 98 of 100 emergencies are found, and at most 2 of 100 harmless texts are flagged") {
  cli::testing::Computer computer;
  std::map<std::string, Share> shares;
  csv::read_file(std::string(LYTES_SOURCE_DIR) + "/tests/safety/sign_texts.csv", [&](const csv::Row& row) {
    const std::string wanted(row.required("level"));
    const auto levels = levels_of(computer, row);
    ++shares[wanted].all;
    if (is_right(wanted, levels)) {
      ++shares[wanted].right;
    } else {
      std::cout << "  " << wanted << ", but not so: " << row["command"] << " " << row["text"] << "\n";
    }
  });
  for (const auto& [wanted, share] : shares)
    std::cout << "signs, " << wanted << ": " << share.right << " of " << share.all << " right\n";
  CHECK(shares["emergency"].all + shares["soon"].all + shares["none"].all >= 150);
  CHECK(shares["emergency"].value() >= 0.98);
  CHECK(shares["soon"].value() >= 0.95);
  CHECK(shares["none"].value() >= 0.98);
}
