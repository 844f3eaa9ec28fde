// What is exported is what docs/lytes-export.schema.json says.

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "exchange/whole_diary.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using nlohmann::json;

namespace {

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  REQUIRE(type == "null");
  return value.is_null();
}

/// As much of JSON Schema as the document uses; what it does not know fails.
class Validator {
 public:
  std::vector<std::string> faults;

  bool check(const json& value, const json& schema, const std::string& place) {
    const std::size_t before = faults.size();
    for (const auto& [word, wanted] : schema.items()) check_word(value, schema, word, wanted, place);
    return faults.size() == before;
  }

 private:
  void fault(const std::string& place, const std::string& word) { faults.push_back(place + ": " + word); }

  void check_word(const json& value, const json& schema, const std::string& word, const json& wanted,
                  const std::string& place) {
    if (word == "$schema" || word == "title" || word == "description" || word == "then") return;
    if (word == "type") {
      const json types = wanted.is_array() ? wanted : json::array({wanted});
      if (std::none_of(types.begin(), types.end(), [&](const json& type) { return is_of_type(value, type); }))
        fault(place, word);
    } else if (word == "const") {
      if (value != wanted) fault(place, word);
    } else if (word == "enum") {
      if (std::find(wanted.begin(), wanted.end(), value) == wanted.end()) fault(place, word);
    } else if (word == "pattern") {
      if (value.is_string() && !std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>())))
        fault(place, word);
    } else if (word == "minimum" || word == "maximum" || word == "exclusiveMinimum") {
      check_bound(value, word, wanted, place);
    } else if (word == "allOf") {
      for (const json& one : wanted) check(value, one, place);
    } else if (word == "if") {
      if (Validator().check(value, wanted, place)) check(value, schema.at("then"), place);
    } else if (word == "items") {
      std::size_t at = 0;
      if (value.is_array()) {
        for (const json& one : value) check(one, wanted, place + "/" + std::to_string(at++));
      }
    } else {
      check_members(value, schema, word, wanted, place);
    }
  }

  void check_bound(const json& value, const std::string& word, const json& wanted, const std::string& place) {
    if (!value.is_number()) return;
    const double number = value.get<double>();
    const double bound = wanted.get<double>();
    if ((word == "maximum" && number > bound) || (word == "minimum" && number < bound) ||
        (word == "exclusiveMinimum" && number <= bound))
      fault(place, word);
  }

  void check_members(const json& value, const json& schema, const std::string& word, const json& wanted,
                     const std::string& place) {
    if (word == "required") {
      for (const json& name : wanted) {
        if (!value.contains(name.get<std::string>())) fault(place, "lacks " + name.get<std::string>());
      }
    } else if (word == "properties") {
      for (const auto& [name, member] : wanted.items()) {
        if (value.contains(name)) check(value.at(name), member, place + "/" + name);
      }
    } else if (word == "additionalProperties") {
      REQUIRE(wanted == false);
      for (const auto& [name, member] : value.items()) {
        if (!schema.at("properties").contains(name)) fault(place, "has " + name);
      }
    } else {
      FAIL("the validator does not know " << word);
    }
  }
};

}  // namespace

TEST_CASE("an export is what its schema says, whole and anonymous") {
  const json schema = json::parse(std::ifstream(LYTES_SOURCE_DIR "/docs/lytes-export.schema.json"));
  const storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  const auto exported = [&](const exchange::ExportWish& wish) {
    std::string text;
    exchange::export_json(file, wish, [&](std::string_view piece) { text += piece; });
    return json::parse(text);
  };
  const auto faults = [&](const json& document) {
    Validator validator;
    validator.check(document, schema, "");
    return validator.faults;
  };
  CHECK(faults(exported({})) == std::vector<std::string>{});
  {
    storage::Change change(file, "made", std::chrono::sys_seconds{});
    file.database().exec(exchange::testing::whole_diary);
    change.commit();
  }
  const json whole = exported({});
  CHECK(faults(whole) == std::vector<std::string>{});
  exchange::ExportWish wish;
  const auto any = [](std::string_view) { return true; };
  wish.anonymity = exchange::Anonymity{3, 2026, {any, any, any}};
  CHECK(faults(exported(wish)) == std::vector<std::string>{});

  json wrong = whole;
  wrong["entries"][0].erase("intake");
  wrong["entries"][2]["spasm"]["severity"] = 11;
  wrong["days"][0]["weather"] = "fine";
  CHECK(faults(wrong).size() == 3);
}
