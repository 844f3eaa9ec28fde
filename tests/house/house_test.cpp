// The rooms stand as ARCHITECTURE.md says: every #include is read, and one that goes up the floors, or reaches for a
// library that its room has no business with, fails.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path source = LYTES_SOURCE_DIR;

struct House {
  std::map<std::string, int> floor_of;                 ///< from the table in ARCHITECTURE.md
  std::map<std::string, std::set<std::string>> links;  ///< from CMakeLists.txt
};

/// One source file of a room.
struct File {
  std::string name;  ///< for the message
  std::string room;  ///< empty for what all rooms stand on
  bool is_public;    ///< lies under include/
  std::string text;
};

/// A library that is not for everyone.
struct Library {
  std::string headers;        ///< how its headers' names begin
  std::set<std::string> who;  ///< rooms, or single files, that may include it; empty: none
};

const std::vector<Library> libraries = {
    {"ctime", {"calendar"}},
    {"SQLiteCpp/", {"storage", "foods", "targets", "journal", "language", "safety"}},
    {"sqlite3.h", {"storage", "foods", "targets", "journal"}},
    {"Eigen/", {"stats"}},
    {"unsupported/Eigen/", {"stats"}},
    {"boost/", {"stats"}},
    {"nlohmann/", {"report", "exchange"}},
    {"csv.h", {"csv"}},
    {"expat.h", {"exchange"}},
    {"zlib.h", {"archive"}},
    {"utf8proc.h", {"text"}},
    {"histedit.h", {"program"}},
    {"cctype", {}},
    {"CLI/", {"src/command/command_line.cpp"}},
    {"iostream", {"program"}},
};

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Matches point into the text.
std::vector<std::smatch> matches(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()};
}
std::vector<std::smatch> matches(std::string&& text, const std::regex& pattern) = delete;

House read_house(const std::string& architecture, const std::string& cmake) {
  House house;
  static const std::regex row(R"(\|\s*(\d+)\s*\|\s*`(\w+)`\s*\|)");
  for (const auto& match : matches(architecture, row)) house.floor_of[match[2]] = std::stoi(match[1]);
  static const std::regex declaration(R"(lytes_room\((\w+)((?:[^)U]|U(?!SES))*))");
  for (const auto& match : matches(cmake, declaration)) {
    std::set<std::string>& below = house.links[match[1]];
    std::istringstream words(match[2]);
    for (std::string word; words >> word;) {
      if (word == "DEPENDS") continue;
      below.insert(word);
    }
  }
  return house;
}

std::string first_folder(const std::string& path) { return path.substr(0, path.find('/')); }

// What is wrong with the room that an include "lytes/<room>/..." names; empty when nothing is.
std::string wrong_room(const House& house, const File& file, const std::string& other) {
  const bool ground = fs::path(other).extension() == ".hpp";  // lies in include/lytes itself
  if (other == file.room || ground) return {};
  const auto floor = house.floor_of.find(other);
  if (floor == house.floor_of.end()) return "is no room of the house";
  if (file.room.empty()) return "is above the ground that all rooms stand on";
  if (floor->second >= house.floor_of.at(file.room)) return "is not below";
  if (house.links.at(file.room).count(other) == 0) return "is not linked in CMakeLists.txt";
  return {};
}

std::string wrong_library(const File& file, const std::string& header) {
  for (const Library& library : libraries) {
    if (header.rfind(library.headers, 0) != 0) continue;
    if (file.is_public) return "is kept out of include/";
    if (library.who.count(file.room) == 0 && library.who.count(file.name) == 0) return "is not for this room";
  }
  return {};
}

/// Every include that breaks the rules, told in a line.
std::vector<std::string> breaches(const House& house, const File& file) {
  static const std::regex include(R"(^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])", std::regex::multiline);
  std::vector<std::string> found;
  for (const auto& match : matches(file.text, include)) {
    const std::string header = match[1];
    std::string wrong;
    if (header.find("..") != std::string::npos) {
      wrong = "climbs out of its folder";
    } else if (header.rfind("lytes/", 0) == 0) {
      wrong = wrong_room(house, file, first_folder(header.substr(6)));
    } else {
      wrong = wrong_library(file, header);
    }
    if (!wrong.empty()) found.push_back(file.name + ": " + header + " " + wrong);
  }
  return found;
}

bool is_cpp(const fs::path& path) { return path.extension() == ".hpp" || path.extension() == ".cpp"; }

/// The files under `root`, whose first folder is their room. Programs that lie in src/ itself belong to no room.
std::vector<File> files_under(const fs::path& root, bool is_public) {
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || !is_cpp(entry.path())) continue;
    const std::string inside = fs::relative(entry.path(), root).generic_string();
    const bool in_room = inside.find('/') != std::string::npos;
    if (!in_room && !is_public) continue;
    files.push_back({fs::relative(entry.path(), source).generic_string(), in_room ? first_folder(inside) : "",
                     is_public, contents(entry.path())});
  }
  return files;
}

std::vector<File> all_files() {
  std::vector<File> files = files_under(source / "include" / "lytes", true);
  const std::vector<File> private_files = files_under(source / "src", false);
  files.insert(files.end(), private_files.begin(), private_files.end());
  return files;
}

const House& house() {
  static const House house = read_house(contents(source / "ARCHITECTURE.md"), contents(source / "CMakeLists.txt"));
  return house;
}

}  // namespace

TEST_CASE("no room includes a room that is not below it, nor a library that is not its own") {
  std::string found;
  for (const File& file : all_files()) {
    for (const std::string& breach : breaches(house(), file)) found += breach + "\n";
  }
  CHECK(found == "");
}

TEST_CASE("the map in ARCHITECTURE.md and the links in CMakeLists.txt name the same rooms") {
  std::set<std::string> mapped, linked;
  for (const auto& [room, floor] : house().floor_of) mapped.insert(room);
  for (const auto& [room, below] : house().links) linked.insert(room);
  CHECK(mapped == linked);
  CHECK(mapped.size() >= 12);
}

TEST_CASE("a room links what it includes and nothing else") {
  std::map<std::string, std::set<std::string>> included;
  static const std::regex include(R"(#include "lytes/(\w+)/)");
  for (const File& file : all_files()) {
    for (const auto& match : matches(file.text, include)) included[file.room].insert(match[1]);
  }
  for (const auto& [room, below] : house().links) {
    for (const std::string& other : below) {
      INFO(room << " links " << other);
      CHECK(included[room].count(other) == 1);
    }
  }
}

TEST_CASE("every link goes down") {
  for (const auto& [room, below] : house().links) {
    for (const std::string& other : below) {
      INFO(room << " links " << other);
      CHECK(house().floor_of.at(other) < house().floor_of.at(room));
    }
  }
}

TEST_CASE("every folder of sources is a room of the map") {
  for (const File& file : all_files()) {
    INFO(file.name);
    CHECK((file.room.empty() || house().floor_of.count(file.room) == 1));
  }
}

TEST_CASE("every header is guarded by pragma once") {
  for (const File& file : all_files()) {
    if (file.name.ends_with(".hpp") && file.text.find("#pragma once") == std::string::npos) FAIL_CHECK(file.name);
  }
}

namespace {

/// What only some may do, told by the words for it in the code.
struct Privilege {
  std::string what;
  std::regex words;
  std::set<std::string> who;  ///< rooms, or single files
};

const std::vector<Privilege>& privileges() {
  static const std::vector<Privilege> all = {
      {"folds case or looks at letters by itself",
       std::regex(R"(\b(tolower|toupper|isalpha|isalnum|isspace|isdigit|towlower)\b|(<=|>=) '[azAZ09]')"),
       {"text"}},
      {"decodes UTF-8", std::regex(R"(utf8proc|& 0x[CEF]0)"), {"text"}},
      {"looks at the environment",
       std::regex(R"(\b(getenv|isatty|getpwuid|std::cin|std::cout|std::cerr)\b)"),
       {"src/program/run_program.cpp", "src/calendar/zone.cpp"}},
      {"looks at the clock", std::regex(R"(system_clock::now|\btime\(nullptr\))"), {"src/program/run_program.cpp"}},
  };
  return all;
}

std::string without_comments(const std::string& text) {
  static const std::regex comment(R"(//[^\n]*)");
  return std::regex_replace(text, comment, "");
}

/// The privileges that a file takes without having them.
std::vector<std::string> taken_privileges(const File& file) {
  std::vector<std::string> taken;
  const std::string code = without_comments(file.text);
  for (const Privilege& privilege : privileges()) {
    const bool allowed = privilege.who.count(file.room) == 1 || privilege.who.count(file.name) == 1;
    if (!allowed && std::regex_search(code, privilege.words)) taken.push_back(file.name + ": " + privilege.what);
  }
  return taken;
}

/// The tables of the journal by the migrations that make them, and the rooms whose stores own them.
const std::map<std::string, std::set<std::string>> table_owners = {
    {"journal",
     {"entry", "intake", "spasm", "spasm_flag", "stress", "factor", "medicine", "day_status", "read_line", "kept_trial",
      "kept_draw", "trial", "trial_coin"}},
    {"targets", {"profile_fact", "own_target"}},
    {"foods", {"own_food", "own_portion", "remembered_answer", "recipe", "recipe_item"}},
    {"storage", {"setting", "change"}},
};

/// Tables that the SQL of a file names though another room owns them.
std::vector<std::string> foreign_tables(const File& file) {
  static const std::regex statement(R"((?:FROM|INTO|UPDATE|JOIN) ([a-z_]+))");
  std::vector<std::string> found;
  const std::string code = without_comments(file.text);
  for (const auto& match : matches(code, statement)) {
    for (const auto& [room, tables] : table_owners) {
      if (room != file.room && tables.count(match[1]) == 1) found.push_back(file.name + ": " + match[1].str());
    }
  }
  return found;
}

}  // namespace

TEST_CASE("only text folds and decodes, and only the program itself and the zones look at the environment") {
  std::string found;
  for (const File& file : all_files()) {
    for (const std::string& taken : taken_privileges(file)) found += taken + "\n";
  }
  CHECK(found == "");
  CHECK(taken_privileges({"f", "foods", false, "std::tolower(c)"}).size() == 1);
  CHECK(taken_privileges({"f", "foods", false, "c >= 'a'"}).size() == 1);
  CHECK(taken_privileges({"f", "report", false, "(byte & 0xC0U) == 0x80U"}).size() == 1);
  CHECK(taken_privileges({"f", "language", false, "std::getenv(name)"}).size() == 1);
  CHECK(taken_privileges({"f", "text", false, "std::tolower(c)"}).empty());
}

TEST_CASE("a table is named by the store that owns it alone, and every table of the journal has one") {
  std::string found;
  for (const File& file : all_files()) {
    for (const std::string& table : foreign_tables(file)) found += table + "\n";
  }
  CHECK(found == "");
  CHECK(foreign_tables({"f", "cli", false, "\"SELECT id FROM entry\""}).size() == 1);
  static const std::regex made(R"(CREATE TABLE ([a-z_]+))");
  for (const auto& file : fs::directory_iterator(source / "migrations")) {
    const std::string migration = contents(file.path());
    for (const auto& match : matches(migration, made)) {
      INFO(match[1].str());
      CHECK(std::ranges::any_of(table_owners, [&](const auto& owner) { return owner.second.count(match[1]) == 1; }));
    }
  }
}

namespace {

constexpr std::size_t most_lines_of_a_file = 500;
constexpr std::size_t most_lines_of_a_function = 60;

/// Files and functions that do not fit a sitting and a screen. In formatted code a body at the left margin ends with
/// the next brace there.
std::vector<std::string> too_long(const File& file) {
  std::vector<std::string> found;
  static const std::regex no_function("^(namespace|struct|class|enum|union|extern)\\b");
  std::istringstream lines(file.text);
  std::size_t count = 0;
  std::size_t begin = 0;
  std::string what;
  for (std::string line; std::getline(lines, line);) {
    ++count;
    if (line.starts_with('}')) {
      if (begin > 0 && count - begin - 1 > most_lines_of_a_function) found.push_back(file.name + ": " + what);
      begin = 0;
    } else if (line.ends_with(" {") && !line.ends_with("= {") && line.front() != ' ' &&
               !std::regex_search(line, no_function)) {
      begin = count;
      what = line;
    }
  }
  if (count > most_lines_of_a_file) found.push_back(file.name);
  return found;
}

}  // namespace

TEST_CASE("no function is longer than a screen, and no file than a sitting") {
  std::vector<File> files = all_files();
  for (const char* folder : {"tests", "bench"}) {
    for (File& file : files_under(source / folder, true)) files.push_back(std::move(file));
  }
  std::string found;
  for (const File& file : files) {
    for (const std::string& one : too_long(file)) found += one + "\n";
  }
  CHECK(found == "");
  std::string lines;
  for (std::size_t i = 0; i < most_lines_of_a_function; ++i) lines += "  f();\n";
  CHECK(too_long({"f", "foods", false, "void g() {\n" + lines + "}\n"}).empty());
  CHECK(too_long({"f", "foods", false, "void g() {\n" + lines + "  f();\n}\n"}).size() == 1);
  CHECK(too_long({"f", "foods", false, std::string(most_lines_of_a_file + 1, '\n')}).size() == 1);
}

TEST_CASE("this test would notice each kind of breach") {
  const House small =
      read_house("| 0 | `quantity` | x |\n| 0 | `calendar` | x |\n| 1 | `foods` | x |\n| 2 | `journal` | x |\n",
                 "lytes_room(quantity USES fmt::fmt)\nlytes_room(calendar)\n"
                 "lytes_room(foods DEPENDS quantity USES SQLiteCpp)\nlytes_room(journal DEPENDS foods)\n");
  const auto caught = [&](const std::string& room, bool is_public, const std::string& text) {
    return breaches(small, {"file", room, is_public, text}).size() == 1;
  };
  CHECK(caught("foods", false, "#include \"lytes/journal/entry.hpp\"\n"));     // up
  CHECK(caught("quantity", false, "#include \"lytes/calendar/day.hpp\"\n"));   // sideways
  CHECK(caught("foods", false, "#include \"lytes/calendar/day.hpp\"\n"));      // down, but not linked
  CHECK(caught("foods", false, "#include \"lytes/kitchen/pot.hpp\"\n"));       // nowhere
  CHECK(caught("", true, "#include \"lytes/quantity/units.hpp\"\n"));          // from the ground
  CHECK(caught("foods", false, "#include \"../journal/store.hpp\"\n"));        // round the back
  CHECK(caught("foods", false, "int x;\n  # include <ctime>\n"));              // local times outside calendar
  CHECK(caught("quantity", false, "#include <SQLiteCpp/Database.h>\n"));       // SQL outside the stores
  CHECK(caught("foods", true, "#include <SQLiteCpp/Database.h>\n"));           // heavy in a public header
  CHECK(caught("journal", false, "#include \"lytes/quantity/units.hpp\"\n"));  // linked only by way of foods
  CHECK_FALSE(caught("foods", false, "#include <SQLiteCpp/Database.h>\n#include \"lytes/errors.hpp\"\n"));
  CHECK_FALSE(caught("calendar", false, "#include <ctime>\n#include \"lytes/calendar/day.hpp\"\n"));
}
