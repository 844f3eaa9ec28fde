#include "whole/anonymous.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/language/vocabulary.hpp"
#include "lytes/storage/table.hpp"
#include "lytes/text/words.hpp"

namespace lytes::exchange {
namespace {

/// @return whether it is a day
bool move_day(Json& row, const char* column, const Anonymity& anonymity) {
  const auto day = calendar::parse_iso_day(row[column].get<std::string>());
  if (day) row[column] = calendar::iso(moved(*day, anonymity));
  return day.has_value();
}

template <std::size_t Count>
bool is_one_of(const Json& value, const std::array<std::string_view, Count>& words) {
  return value.is_string() && std::ranges::find(words, value.get_ref<const std::string&>()) != words.end();
}

/// What it was logged from, by the number in public tables, and how much in grams; the words may be the user's own.
void strip_intake(Json& intake, const std::string& kind) {
  const bool usda = intake["food"].is_string() && intake["food"].get_ref<const std::string&>().starts_with("usda:");
  if (!usda) intake["food"] = nullptr;
  intake["description"] = kind;
  intake["amount"] = intake["grams"].is_number() ? fmt::format("{:.0f} g", intake["grams"].get<double>()) : "";
}

void strip_spasm(Json& row, const CommonWords& words) {
  const auto site = text::parted_at_blanks(row["spasm"]["site"].get<std::string>());
  if (!std::ranges::all_of(site, words.body_word)) row["spasm"]["site"] = "unspecified";
  if (!row.contains("flags")) return;
  Json flags = Json::array();
  for (const Json& flag : row["flags"]) {
    if (words.sign(flag.get<std::string>())) flags.push_back(flag);
  }
  if (flags.empty()) {
    row.erase("flags");
  } else {
    row["flags"] = std::move(flags);
  }
}

bool strip_entry(Json& row, const Anonymity& anonymity) {
  const auto kind = row["kind"].get<std::string>();
  if (kind == "note" || !move_day(row, "day", anonymity)) return false;
  for (const char* column : {"note", "import_key", "uuid", "line"}) row[column] = nullptr;
  // The clock on the wall, as of no place on earth.
  constexpr std::int64_t week = 7 * 86'400;
  row["at_utc"] =
      row["at_utc"].get<std::int64_t>() + row["utc_offset_s"].get<std::int64_t>() - anonymity.weeks_earlier * week;
  row["utc_offset_s"] = 0;
  if (row.contains("intake")) strip_intake(row["intake"], kind);
  if (row.contains("spasm")) strip_spasm(row, anonymity.words);
  if (row.contains("factor")) return anonymity.words.factor(row["factor"]["name"].get<std::string>());
  if (row.contains("medicine")) row["medicine"] = {{"name", "medicine"}, {"dose", nullptr}};
  return true;
}

}  // namespace

calendar::Day moved(calendar::Day day, const Anonymity& anonymity) {
  return std::max(day - std::chrono::weeks{anonymity.weeks_earlier}, calendar::earliest_day);
}

std::string age_band(int birth_year, int this_year) {
  const int age = this_year - birth_year;
  if (age < 20) return "under 20";
  if (age >= 90) return "90 or more";
  return fmt::format("{}-{}", age / 10 * 10, age / 10 * 10 + 9);
}

bool make_anonymous(const WholeTable& what, const Anonymity& anonymity, Json& row) {
  constexpr std::array<std::string_view, 2> harmless_settings = {"day_start", "measures"};
  constexpr std::array<std::string_view, 4> harmless_facts = {"sex", "stage", "guideline", "fluid_basis"};
  if (what.key == "entries") return strip_entry(row, anonymity);
  if (what.key == "days") return move_day(row, "day", anonymity);
  if (what.key == "targets") return move_day(row, "from_day", anonymity);
  if (what.key == "settings") return is_one_of(row["name"], harmless_settings);
  return what.key == "profile" && is_one_of(row["name"], harmless_facts) && move_day(row, "from_day", anonymity);
}

Anonymity anonymity(const language::Vocabulary& words, calendar::Day today) {
  constexpr std::uint64_t most_weeks = 104;
  Anonymity hidden;
  hidden.weeks_earlier = 1 + static_cast<int>(storage::random_number() % most_weeks);
  hidden.this_year = static_cast<int>(std::chrono::year_month_day(today).year());
  hidden.words.factor = [&words](std::string_view name) { return words.factors().find(name) != nullptr; };
  hidden.words.body_word = [&words](std::string_view word) {
    return words.body_parts().kind_of(word) != language::BodyWord::None;
  };
  hidden.words.sign = [&words](std::string_view sign) {
    return std::ranges::find(words.sign_names(), sign) != words.sign_names().end();
  };
  return hidden;
}

}  // namespace lytes::exchange
