// While an import waits for an answer the journal may change under it.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "cli/computer.hpp"

using namespace lytes;

namespace {

/// Imports what the journal has otherwise, and answers after doing something.
struct Importer : cli::testing::Computer {
  std::filesystem::path file = folder / "d.csv";

  Importer() {
    write("date,stress\n2026-11-14,6\n2026-11-15,4\n");
    REQUIRE(lytes({"import", "daily", file}) == 0);
    write("date,stress\n2026-11-14,2\n2026-11-15,4\n");
  }

  void write(const std::string& text) const { std::ofstream(file) << text; }

  int import_and_answer(const std::string& typed, const std::function<void()>& before) {
    return answer({"import", "daily", file}, typed, before);
  }

  std::string entries() {
    lytes({"list", "all"});
    return said;
  }
};

}  // namespace

TEST_CASE("the answer to an import is for the days that were shown, and for no others") {
  Importer importer;
  std::string meanwhile;
  const int code = importer.import_and_answer("2\n", [&] {
    REQUIRE(importer.lytes({"edit", "2", "rating=9"}) == 0);
    meanwhile = importer.entries();
  });
  CHECK(code == cli::Failed);
  CHECK(importer.complained.find("were changed in the journal meanwhile") != std::string::npos);
  CHECK(importer.complained.find("Nothing was saved.") != std::string::npos);
  CHECK(importer.entries() == meanwhile);
}

TEST_CASE("what changes meanwhile on other days is no obstacle to an import") {
  Importer importer;
  CHECK(importer.import_and_answer("2\n", [&] { REQUIRE(importer.lytes({"stress", "9"}) == 0); }) == cli::Done);
  CHECK(importer.entries().find("2/10") != std::string::npos);
  CHECK(importer.entries().find("9/10") != std::string::npos);
}
