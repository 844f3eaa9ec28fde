#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "cli/computer.hpp"
#include "lytes/calendar/day.hpp"

using namespace lytes;
using Catch::Contains;
using cli::testing::Computer;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string verdict(const json& doctor, const std::string& check) {
  for (const auto& found : doctor.at("checks")) {
    if (found.at("check") == check) return found.at("verdict");
  }
  return "not checked";
}

void overwrite(const fs::path& file, std::streamoff from, std::size_t length) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(from);
  stream << std::string(length, '\x5a');
}

}  // namespace

TEST_CASE_METHOD(Computer, "doctor finds a journal in use sound, in words and in JSON") {
  REQUIRE(lytes({"drink", "500ml", "water"}) == 0);
  REQUIRE(lytes({"stress", "7"}) == 0);
  CHECK(complained.empty());
  CHECK(lytes({"doctor"}) == 0);
  CHECK_THAT(said, Contains("OK       totals: the one day adds up to what it holds: 1 intake and 0 spasms") &&
                       Contains("All is well."));
  const json doctor = json_of({"doctor", "--json"});
  CHECK(doctor.at("sound") == true);
  for (const char* check : {"file_permissions", "folder_permissions", "free_space", "log", "copies", "header", "schema",
                            "integrity", "foreign_keys", "history_rows", "history_size", "details", "days", "clock",
                            "totals", "catalogue", "last_backup"}) {
    INFO(check);
    CHECK(verdict(doctor, check) == "ok");
  }
}

TEST_CASE_METHOD(Computer, "doctor makes no journal where there is none") {
  CHECK(lytes({"doctor"}) == 0);
  CHECK_THAT(said, Contains("there is none yet"));
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE_METHOD(Computer, "the first write of a day leaves a backup, the second no other") {
  lytes({"drink", "500ml", "water"});
  lytes({"drink", "500ml", "water", "@", "8:30"});
  const auto count = [&] { return std::distance(fs::directory_iterator(folder / "backups"), {}); };
  CHECK(count() == 1);
  CHECK(fs::exists(folder / "backups/j.daily-2026-11-22.db"));
  now += std::chrono::days{1};
  lytes({"today"});
  CHECK(count() == 1);
  lytes({"stress", "3"});
  CHECK(count() == 2);
}

TEST_CASE_METHOD(Computer, "a backup without a name is dated, lies beside the journal, and is the user's alone") {
  lytes({"drink", "500ml", "water"});
  const json made = json_of({"backup", "--json"});
  const fs::path copy = made.at("backup").at("file").get<std::string>();
  CHECK(copy == folder / "backups/j.2026-11-22T110000.db");
  CHECK(made.at("backup").at("bytes") == fs::file_size(copy));
  struct stat found {};
  REQUIRE(::stat(copy.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0600U);
  CHECK(lytes({"backup", copy.string()}) == cli::Failed);
  CHECK_THAT(complained, Contains("already"));
}

TEST_CASE_METHOD(Computer, "there is nothing to back up before the first entry") {
  CHECK(lytes({"backup"}) == cli::NotFound);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE_METHOD(Computer, "restore goes back to a backup, and forth again") {
  lytes({"drink", "500ml", "water"});
  lytes({"backup", (folder / "copy.db").string()});
  lytes({"stress", "7"});
  const json restored = json_of({"restore", (folder / "copy.db").string(), "--json"}).at("restored");
  CHECK(json_of({"list", "--json"}).at("entries").size() == 1);
  CHECK(lytes({"restore", restored.at("replaced").get<std::string>()}) == 0);
  CHECK_THAT(said, Contains("was checked and is now the journal"));
  CHECK(json_of({"list", "--json"}).at("entries").size() == 2);
  CHECK(lytes({"restore", (folder / "nothing.db").string()}) == cli::Failed);
  CHECK_THAT(complained, Contains("Nothing was saved."));
}

TEST_CASE_METHOD(Computer, "a damaged journal is told with exit code 4, rescued and restored") {
  for (int cup = 0; cup < 40; ++cup) {
    now += std::chrono::minutes{5};
    REQUIRE(lytes({"drink", "1", "cup", "water", "--note", std::string(300, 'x')}) == 0);
  }
  const fs::path newest = folder / "newest.db";
  // Somewhere among the notes.
  overwrite(journal, static_cast<std::streamoff>(fs::file_size(journal)) - 3 * 4096, 3 * 4096);
  CHECK(lytes({"doctor"}) == cli::BadJournal);
  CHECK_THAT(said, Contains("DAMAGED") && Contains("lytes doctor --rescue FILE") && Contains("Something is damaged"));
  CHECK(json_of({"doctor", "--json"}).at("sound") == false);
  CHECK(lytes({"doctor", "--rescue", newest.string()}) == 0);
  CHECK_THAT(said, Contains("rows to") && Contains("left as it is"));
  CHECK(lytes({"doctor", "--rescue", newest.string()}) == cli::Failed);
  CHECK(lytes({"restore", newest.string()}) == 0);
  CHECK(lytes({"doctor"}) == 0);
  CHECK(lytes({"list"}) == 0);
}

TEST_CASE_METHOD(Computer, "a rescue that takes long tells on a terminal how far it is") {
  lytes({"drink", "500ml", "water"});
  lytes({"doctor", "--rescue", (folder / "quick.db").string()});
  CHECK(complained.empty());
  each_look_at_the_clock = std::chrono::seconds{1};
  lytes({"doctor", "--rescue", (folder / "no_terminal.db").string()});
  CHECK(complained.empty());
  terminal.shows_errors = true;
  CHECK(lytes({"doctor", "--rescue", (folder / "slow.db").string()}) == 0);
  CHECK_THAT(complained, Contains("Saving what can be read") && Contains("100 %"));
  CHECK(complained.back() == '\r');  // wiped when it is done
}

TEST_CASE_METHOD(Computer, "whatever lies in the journal's place, doctor says so and nothing breaks") {
  const std::string what = GENERATE("folder", "fifo", "text", "empty");
  INFO(what);
  if (what == "folder") fs::create_directory(journal);
  if (what == "fifo") REQUIRE(::mkfifo(journal.c_str(), 0600) == 0);
  if (what == "text") std::ofstream(journal) << "Dear diary";
  if (what == "empty") std::ofstream(journal) << "";
  for (const char* command : {"doctor", "today", "week", "backup", "undo", "list"}) {
    INFO(command);
    CHECK(lytes({command}) == cli::BadJournal);
    // No journal is damaged where there is none.
    if (what == "folder" || what == "fifo") CHECK_THAT(said + complained, !Contains("DAMAGED") && !Contains("chmod"));
  }
  CHECK(lytes({"drink", "500ml", "water"}) == cli::BadJournal);
  CHECK(fs::exists(fs::symlink_status(journal)));
}

TEST_CASE_METHOD(Computer, "permissions that let others read are told, and mended when asked for") {
  lytes({"stress", "7"});
  REQUIRE(::chmod(journal.c_str(), 0644) == 0);
  const json doctor = json_of({"doctor", "--json"});
  CHECK(verdict(doctor, "file_permissions") == "advice");
  CHECK(lytes({"doctor", "--mend"}) == 0);
  CHECK_THAT(said, Contains("mode 644") && Contains("The permissions are mended."));
  CHECK(verdict(json_of({"doctor", "--json"}), "file_permissions") == "ok");
}

TEST_CASE_METHOD(Computer, "a clock that was set back is noticed, and nothing is lost") {
  lytes({"drink", "500ml", "water"});
  now -= std::chrono::days{400};
  CHECK(lytes({"drink", "250ml", "water"}) == 0);
  const json doctor = json_of({"doctor", "--json"});
  CHECK(doctor.at("sound") == true);
  CHECK(verdict(doctor, "clock") == "advice");
  now += std::chrono::days{400};
  CHECK(json_of({"list", "500d", "--json"}).at("entries").size() == 2);
  CHECK(verdict(json_of({"doctor", "--json"}), "clock") == "ok");
}

TEST_CASE_METHOD(Computer, "a zone changed in the middle of the week moves no entry to another day") {
  lytes({"drink", "500ml", "water"});
  const auto before = json_of({"list", "--json"}).at("entries").at(0);
  now += std::chrono::hours{6};
  zone = "Pacific/Auckland";  // where it is already the next day
  CHECK(lytes({"drink", "250ml", "water"}) == 0);
  zone = "America/Los_Angeles";
  now += std::chrono::hours{3};
  CHECK(lytes({"drink", "100ml", "water"}) == 0);
  const auto entries = json_of({"list", "2026-11-01..2026-11-30", "--json"}).at("entries");
  std::map<int, std::string> days;
  for (const auto& entry : entries) days[entry.at("id")] = entry.at("day");
  CHECK(days == std::map<int, std::string>{{1, "2026-11-22"}, {2, "2026-11-23"}, {3, "2026-11-22"}});
  CHECK(std::find(entries.begin(), entries.end(), before) != entries.end());
  CHECK(json_of({"doctor", "--json"}).at("sound") == true);
}

TEST_CASE_METHOD(Computer, "doctor looks at the foods that were imported, where there are any") {
  std::ofstream(folder / "food.csv") << "fdc_id,data_type,description\n1,branded_food,ZIBBLE\n";
  std::ofstream(folder / "food_nutrient.csv") << "id,fdc_id,nutrient_id,amount\n1,1,1093,5\n";
  REQUIRE(lytes({"stress", "3"}) == 0);
  REQUIRE(lytes({"foods", "import", (folder / "food.csv").string()}) == 0);
  CHECK(lytes({"doctor"}) == 0);
  CHECK_THAT(said, Contains("imported foods: 1 imported foods are whole"));
  const fs::path file = folder / "j.foods.db";
  overwrite(file, 4096, static_cast<std::size_t>(fs::file_size(file)) - 4096);
  const json doctor = json_of({"doctor", "--json"});
  CHECK(verdict(doctor, "imported_foods") == "damaged");
  CHECK(verdict(doctor, "integrity") == "ok");
  fs::remove(file);
  CHECK(verdict(json_of({"doctor", "--json"}), "imported_foods") == "not checked");
}
