// Of one thing no page speaks as of several.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>

#include "cli/computer.hpp"

using lytes::cli::testing::Computer;

namespace {

/// "1 days", "the 1 day", "a 8-day", but not "0.1 days" and "21 days".
std::string wrong_count_in(const std::string& text) {
  static const std::regex wrong(
      "(^|[^0-9.,])(1 (days|nights|weeks|months|hours|spasms|entries|items|lines|intakes|changes|foods|times|notes|"
      "others|places|signs|closed days|known days)\\b|the 1 day\\b|\\ba (8|11|18)[ -](day|hour|week))");
  std::smatch found;
  return std::regex_search(text, found, wrong) ? found.str() : "";
}

std::string whole(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a wrong count is found") {
  CHECK(wrong_count_in("3 spasms on the 1 days") == " 1 days");
  CHECK(wrong_count_in("2 spasms on the 1 day") != "");
  CHECK(wrong_count_in("a 8-day search") != "");
  CHECK(wrong_count_in("1 day, 21 days, 0.1 days, an 8-day search") == "");
}

TEST_CASE_METHOD(Computer, "of one entry of each kind on one day every page speaks as of one") {
  zone = "Europe/Berlin";
  REQUIRE(lytes({"drink", "300ml", "water"}) == 0);
  REQUIRE(lytes({"spasm", "left", "calf", "6/10", "5m"}) == 0);
  REQUIRE(lytes({"stress", "6"}) == 0);
  REQUIRE(lytes({"take", "200mg", "magnesium"}) == 0);
  REQUIRE(lytes({"eat", "xylophones", "--keep-unknown"}) == 0);
  for (const bool closed : {false, true}) {
    if (closed) REQUIRE(lytes({"day", "done"}) == 0);
    const std::string page = (folder / "page.html").string();
    const std::vector<std::vector<std::string>> pages = {{},
                                                         {"today"},
                                                         {"day"},
                                                         {"week"},
                                                         {"report", "today"},
                                                         {"report", "month"},
                                                         {"list"},
                                                         {"show", "1"},
                                                         {"history"},
                                                         {"doctor"},
                                                         {"profile"},
                                                         {"targets"},
                                                         {"foods", "list"},
                                                         {"report", "--for-doctor"},
                                                         {"week", "--html", page},
                                                         {"report", "--for-doctor", "--html", page}};
    for (const auto& words : pages) {
      std::string command = "lytes";
      for (const auto& word : words) command += " " + word;
      lytes(words);
      const std::string text = said + complained + (command.find("--html") == std::string::npos ? "" : whole(page));
      INFO(command << "\n" << text.substr(0, 4000));
      CHECK(wrong_count_in(text).empty());
      std::filesystem::remove(page);
    }
  }
}
