// Every sentence about safety has an example that brings it up: safety_sentences.csv holds for each caution, dose,
// sign, rule over days and effect of the profile what was typed, and what is then said, word for word.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "cli/computer.hpp"
#include "lytes/csv/csv.hpp"

using namespace lytes;

namespace {

struct Example {
  std::string what;  ///< a remark's code, "sign NAME", "rule NAME" or "effect NAME"
  std::vector<std::string> commands;
  std::string level;
  std::string message;
};

std::vector<Example> examples() {
  std::vector<Example> all;
  csv::read_file(LYTES_SOURCE_DIR "/tests/cli/safety_sentences.csv", [&](const csv::Row& row) {
    Example one{std::string(row["what"]), {}, std::string(row["level"]), std::string(row["message"])};
    const std::string commands(row.required("commands"));
    for (std::size_t begin = 0; begin <= commands.size();) {
      const std::size_t end = std::min(commands.find(" ; ", begin), commands.size());
      one.commands.push_back(commands.substr(begin, end - begin));
      begin = end + 3;
    }
    all.push_back(std::move(one));
  });
  return all;
}

/// As a shell parts them; a quote begins only where a word or a value does.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char letter : command) {
    if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += letter;
    }
  }
  return words;
}

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::set<std::string> captured(const std::string& text, const char* pattern) {
  std::set<std::string> found;
  const std::regex regex(pattern);
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match)
    found.insert((*match)[1]);
  return found;
}

/// The codes of all remarks that the room of safety makes.
std::set<std::string> codes_in_the_source() {
  std::set<std::string> codes;
  for (const auto& file : std::filesystem::directory_iterator(LYTES_SOURCE_DIR "/src/safety")) {
    const std::string text = text_of(file.path());
    codes.merge(captured(text, R"~(evel(?:::\w+)?,\s*(?:std::string\(name_of\(nutrient\)\) \+ )?"(\w+)")~"));
    codes.merge(captured(text, R"~(note\(\s*"(\w+)")~"));
  }
  return codes;
}

std::set<std::string> names_in(const char* table, const char* column) {
  std::set<std::string> names;
  csv::read_file(std::string(LYTES_SOURCE_DIR "/vocabulary/") + table, [&](const csv::Row& row) {
    std::istringstream parts{std::string(row[column])};
    for (std::string part; std::getline(parts, part, ';');) names.insert(part);
  });
  return names;
}

}  // namespace

TEST_CASE("every caution, dose, sign, rule over days and effect of a profile has an example of its sentence") {
  std::set<std::string> shown;
  for (const Example& example : examples()) shown.insert(example.what);
  const auto codes = codes_in_the_source();
  CHECK(codes.size() >= 20);
  for (const std::string& code : codes) {
    CAPTURE(code);
    const bool answers_signs = code == "red_flag" || code == "red_flag_urgent";
    const bool has_example = std::ranges::any_of(
        shown, [&](const std::string& what) { return what == code || (code[0] == '_' && what.ends_with(code)); });
    CHECK((answers_signs || has_example));
  }
  for (const std::string& sign : names_in("signs.csv", "name")) CHECK(shown.contains("sign " + sign));
  for (const char* table : {"conditions.csv", "medicines.csv"})
    for (const std::string& effect : names_in(table, "effects")) CHECK(shown.contains("effect " + effect));
  const auto rules =
      captured(text_of(LYTES_SOURCE_DIR "/src/safety/day_rules.cpp"), R"~(push_back\(\s*\{"([a-z ]+)")~");
  CHECK(rules.size() == 4);
  for (const std::string& rule : rules) CHECK(shown.contains("rule " + rule));
}

TEST_CASE("each sentence about safety is said when its example is typed") {
  for (const Example& example : examples()) {
    cli::testing::Computer computer;
    nlohmann::json document;
    for (const std::string& command : example.commands) {
      auto words = words_of(command);
      words.insert(words.begin(), {"--json", "--yes"});
      document = computer.json_of(words);
    }
    bool said = false;
    for (const char* list : {"warnings", "cautions", "red_flags"}) {
      for (const auto& remark : document.value(list, nlohmann::json::array()))
        said = said || (remark["level"] == example.level && remark["message"] == example.message);
    }
    CAPTURE(example.what, example.commands.back(), document.dump(1));
    CHECK(said);
  }
}
