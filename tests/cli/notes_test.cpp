// Notes that grow, read again and again: in whatever steps they are read, the journal ends up with each line once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "cli/computer.hpp"

using namespace lytes;

namespace {

struct Reader : cli::testing::Computer {
  std::filesystem::path file = folder / "notes.txt";

  nlohmann::json read(const std::vector<std::string>& lines) {
    std::ofstream out(file);
    for (const auto& line : lines) out << line << "\n";
    out.close();
    return json_of({"read", file, "--json"}).at("read").at("lines");
  }

  /// What is logged, day by day, without the numbers that entries got.
  std::vector<std::string> logged() {
    std::vector<std::string> entries;
    const auto all = json_of({"list", "all", "--json"});
    for (auto entry : all.at("entries")) {
      entry.erase("id");
      entries.push_back(entry.dump());
    }
    std::ranges::sort(entries);
    return entries;
  }
};

const std::vector<std::string> whole = {"2026-11-19",       "8:30 coffee", "coffee",     "coffee",
                                        "2 eggs and toast", "stress 6",    "2026-11-20", "8:30 coffee",
                                        "coffee",           "no cramps",   "2026-11-21", "coffee",
                                        "calf 5/10",        "300ml water", "calf 5/10",  "tea at 17:00"};

bool is_heading(const std::string& line) { return line.starts_with("2026"); }

/// The notes with some of their lines not written yet, each day's heading among them.
std::vector<std::string> some_of(std::vector<bool>& written, std::mt19937& random) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (random() % 3 == 0) written[i] = true;
    if (written[i] || is_heading(whole[i])) lines.push_back(whole[i]);
  }
  return lines;
}

}  // namespace

TEST_CASE("however notes grow and however often they are read, each line is logged once") {
  Reader at_once;
  REQUIRE(at_once.read(whole).at("read") == 13);
  const auto expected = at_once.logged();
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Reader reader;
    std::vector<bool> written(whole.size(), false);
    for (int step = 0; step < 5; ++step) {
      const auto lines = some_of(written, random);
      reader.read(lines);
      if (random() % 2 == 0) CHECK(reader.read(lines).at("read") == 0);
    }
    reader.read(whole);
    CHECK(reader.read(whole).at("read") == 0);
    CHECK(reader.logged() == expected);
  }
}

TEST_CASE("the order of days in notes does not matter, nor do capitals, bullets and line ends") {
  Reader reader;
  reader.read({"2026-11-19", "8:30 coffee", "coffee", "2026-11-20", "coffee"});
  const auto again = reader.read({"## Fri 20 Nov:", "- Coffee\r", "19.11.", "* coffee", "* 8:30   COFFEE"});
  CHECK(again.at("read") == 0);
  CHECK(again.at("before") == 3);
}

TEST_CASE("what a line logged does not come back once it was edited, deleted or purged, and undo takes all back") {
  Reader reader;
  reader.read({"2026-11-19", "coffee", "2 eggs", "calf 5/10"});
  REQUIRE(reader.lytes({"delete", "1"}) == 0);
  REQUIRE(reader.lytes({"edit", "2", "amount=3", "at=2026-11-18 9:00"}) == 0);
  const auto before = reader.logged();
  CHECK(reader.read({"2026-11-19", "coffee", "2 eggs", "calf 5/10"}).at("read") == 0);
  CHECK(reader.logged() == before);
  REQUIRE(reader.lytes({"undo", "3"}) == 0);
  CHECK(reader.logged().empty());
  CHECK(reader.read({"2026-11-19", "coffee", "2 eggs", "calf 5/10"}).at("read") == 3);
  REQUIRE(reader.lytes({"delete", "4", "5", "6"}) == 0);
  REQUIRE(reader.lytes({"purge", "--yes"}) == 0);
  CHECK(reader.read({"2026-11-19", "coffee", "2 eggs", "calf 5/10"}).at("read") == 0);
}

TEST_CASE("a day that may be another one by now is asked for, and not logged twice") {
  using std::chrono::days;
  Reader reader;
  CHECK(reader.read({"coffee", "Friday", "tea", "19 Nov", "2 eggs"}).at("read") == 3);
  CHECK(reader.read({"coffee", "Friday", "tea", "19 Nov", "2 eggs"}).at("before") == 3);
  reader.now += days{1};
  CHECK(reader.read({"coffee", "Friday", "tea", "19 Nov", "2 eggs"}).at("left") == 1);
  reader.now += days{7};
  const auto later = reader.read({"coffee", "Friday", "tea", "19 Nov", "2 eggs"});
  CHECK(later.at("left") == 2);
  CHECK(later.at("before") == 1);
  // Dates say it: what was read then is known, what is new is read.
  const auto dated = reader.read({"2026-11-22", "coffee", "2026-11-20", "tea", "2026-11-27", "tea"});
  CHECK(dated.at("before") == 2);
  CHECK(dated.at("read") == 1);
}

TEST_CASE("what was drunk at no known time of a day is not told as drunk at once") {
  Reader reader;
  std::vector<std::string> lines = {"2026-11-21"};
  for (int cup = 0; cup < 12; ++cup) lines.emplace_back("300ml water");
  reader.read(lines);
  const auto codes = [&] {
    std::string all;
    const auto answer = nlohmann::json::parse(reader.said);
    for (const auto& warning : answer.at("warnings")) all += warning.at("code").get<std::string>() + " ";
    return all;
  };
  CHECK(codes().find("fluid_dose") == std::string::npos);
  lines.emplace_back("18:00 3 l water");
  lines.emplace_back("19:00 3 l water");
  reader.read(lines);
  CHECK(codes().find("fluid_dose") != std::string::npos);
}

TEST_CASE("cautions of many days are told once, with the last day and how many there are") {
  Reader reader;
  reader.read({"2026-11-19", "take 400mg magnesium", "2026-11-20", "take 400mg magnesium", "2026-11-21",
               "take 400mg magnesium"});
  std::vector<std::string> told;
  const auto answer = nlohmann::json::parse(reader.said);
  for (const auto& warning : answer.at("warnings")) {
    if (warning.at("code") == "magnesium_supplement_limit") told.push_back(warning.at("message"));
  }
  REQUIRE(told.size() == 1);
  CHECK(told.front().starts_with("On Sat 2026-11-21: That makes 400 mg"));
  CHECK(told.front().ends_with("2 more days of these notes are like it."));
}
