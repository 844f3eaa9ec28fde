// The exports with one row a day.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "daily_columns.hpp"
#include "lytes/csv/cells.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/storage/journal_file.hpp"
#include "whole/anonymous.hpp"

namespace lytes::exchange {
namespace {

using journal::DayStatus;
using journal::Stream;
using quantity::Nutrient;

/// A factor's unit, or none for a rating; the values of one day.
struct Values {
  std::optional<std::string> unit;
  std::vector<double> all;
};

/// What a journal says of one day, added up.
struct DaySums {
  quantity::Nutrients known;  ///< sums of what is known
  std::map<Stream, DayStatus> said;
  std::vector<double> stress;
  std::map<std::string, Values> factors;
  std::size_t spasms = 0;
};

using Days = std::map<calendar::Day, DaySums>;

void add_factor(DaySums& day, const journal::Factor& factor) {
  if (!factor.value) return;
  Values& values = day.factors[factor.name];
  if (values.all.empty()) values.unit = factor.unit;
  if (values.unit == factor.unit) values.all.push_back(*factor.value);
}

void add_entry(DaySums& day, const journal::Entry& entry) {
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) {
    for (const Nutrient nutrient : quantity::all_nutrients) {
      const auto& amount = intake->nutrients[nutrient];
      if (amount) day.known[nutrient] = day.known[nutrient].value_or(0) + *amount;
    }
  } else if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) {
    day.stress.push_back(stress->rating);
  } else if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) {
    add_factor(day, *factor);
  } else if (entry.kind == journal::EntryKind::Spasm) {
    ++day.spasms;
  }
}

Days days_of(storage::JournalFile& journal, const ExportWish& wish) {
  Days days;
  journal::Store store(journal);
  for (const journal::Entry& entry : store.list(wish.days)) add_entry(days[entry.when.day], entry);
  for (const journal::DaySaid& said : store.said(wish.days)) days[said.day].said[said.stream] = said.status;
  return days;
}

std::string cell(std::optional<double> number) { return number ? quantity::format_number(*number) : ""; }

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

std::optional<double> mean(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return sum(values) / static_cast<double>(values.size());
}

/// Hours and units add up, ratings do not.
std::optional<double> value_of(const DaySums& day, const std::string& factor, const std::optional<std::string>& unit) {
  const auto found = day.factors.find(factor);
  if (found == day.factors.end() || found->second.unit != unit) return std::nullopt;
  return unit ? sum(found->second.all) : mean(found->second.all);
}

bool is_complete(const DaySums& day, Stream stream) {
  const auto said = day.said.find(stream);
  return said != day.said.end() && said->second == DayStatus::Complete;
}

bool has_column(const std::string& factor) {
  return std::ranges::any_of(factor_columns, [&](const FactorColumn& column) { return factor == column.factor; });
}

/// The factors that the format has no column for and that are ratings as it takes them, each with its column.
std::map<std::string, std::string> own_factors(const Days& days) {
  std::map<std::string, std::string> columns;
  std::set<std::string> unfit;
  for (const auto& [label, day] : days) {
    for (const auto& [name, values] : day.factors) {
      const bool fits = !values.unit && std::ranges::all_of(values.all, [](double v) { return v >= 0 && v <= 10; });
      if (!fits || name.find('_') != std::string::npos) unfit.insert(name);
      if (has_column(name)) continue;
      std::string column = "f_" + name;
      std::ranges::replace(column, ' ', '_');
      columns.emplace(name, std::move(column));
    }
  }
  for (const std::string& name : unfit) columns.erase(name);
  return columns;
}

std::string day_cell(calendar::Day day, const ExportWish& wish) {
  return calendar::iso(wish.anonymity ? moved(day, *wish.anonymity) : day);
}

}  // namespace

std::string export_daily(storage::JournalFile& journal, const ExportWish& wish) {
  const Days days = days_of(journal, wish);
  auto own = own_factors(days);
  if (wish.anonymity) {
    std::erase_if(own, [&](const auto& factor) { return !wish.anonymity->words.factor(factor.first); });
  }
  std::vector<std::string> header = {"date", "status", "stress", "spasms"};
  for (const NutrientColumn& column : nutrient_columns) header.emplace_back(column.name);
  for (const FactorColumn& column : factor_columns) header.emplace_back(column.name);
  for (const auto& [factor, column] : own) header.push_back(column);
  std::string text = csv::row_of(header);
  for (const auto& [label, day] : days) {
    const auto said = day.said.find(Stream::Intake);
    std::vector<std::string> cells = {
        day_cell(label, wish), said == day.said.end() ? "" : std::string(journal::word(said->second)),
        cell(mean(day.stress)), is_complete(day, Stream::Spasms) ? std::to_string(day.spasms) : ""};
    for (const NutrientColumn& column : nutrient_columns) cells.push_back(cell(day.known[column.nutrient]));
    for (const FactorColumn& column : factor_columns) {
      const auto unit = column.unit ? std::optional<std::string>(column.unit) : std::nullopt;
      cells.push_back(cell(value_of(day, column.factor, unit)));
    }
    for (const auto& [factor, column] : own) cells.push_back(cell(value_of(day, factor, std::nullopt)));
    text += csv::row_of(cells);
  }
  return text;
}

std::string export_cronometer(storage::JournalFile& journal, const ExportWish& wish) {
  struct Column {
    const char* name;
    Nutrient nutrient;
  };
  constexpr std::array columns = {
      Column{"Alcohol (g)", Nutrient::Alcohol},      Column{"Caffeine (mg)", Nutrient::Caffeine},
      Column{"Water (g)", Nutrient::Water},          Column{"Calcium (mg)", Nutrient::Calcium},
      Column{"Magnesium (mg)", Nutrient::Magnesium}, Column{"Potassium (mg)", Nutrient::Potassium},
      Column{"Sodium (mg)", Nutrient::Sodium}};
  std::vector<std::string> header = {"Date"};
  for (const Column& column : columns) header.emplace_back(column.name);
  header.emplace_back("Completed");
  std::string text = csv::row_of(header);
  for (const auto& [label, day] : days_of(journal, wish)) {
    std::vector<std::string> cells = {day_cell(label, wish)};
    for (const Column& column : columns) {
      const auto& amount = day.known[column.nutrient];
      cells.push_back(amount ? fmt::format("{:.2f}", *amount) : "");
    }
    cells.emplace_back(is_complete(day, Stream::Intake) ? "true" : "false");
    text += csv::row_of(cells);
  }
  return text;
}

}  // namespace lytes::exchange
