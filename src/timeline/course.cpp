#include "lytes/timeline/course.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

#include "known_rows.hpp"

namespace lytes::timeline {
namespace {

using calendar::DayRange;
using std::chrono::days;

Middle middle_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  const double median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  return {median, static_cast<int>(values.size())};
}

void add_figure(LoggedFactor& factor, double value) {
  factor.least = factor.valued == 0 ? value : std::min(factor.least, value);
  factor.most = factor.valued == 0 ? value : std::max(factor.most, value);
  factor.sum += value;
  ++factor.valued;
}

void add_day(LoggedFactor& factor, const std::optional<double>& value) {
  ++factor.days;
  if (value) add_figure(factor, *value);
}

/// A day without any is a day with a figure, and none on which it was.
void add_amount(LoggedFactor& factor, const std::optional<double>& amount) {
  if (!amount) return;
  add_figure(factor, *amount);
  if (*amount > 0) ++factor.days;
}

constexpr std::string_view weight_name = "weight";

LoggedFactor& named(std::vector<LoggedFactor>& factors, const DayFactor& one) {
  const auto found = std::ranges::find_if(
      factors, [&](const LoggedFactor& factor) { return factor.name == one.name && factor.unit == one.unit; });
  if (found != factors.end()) return *found;
  factors.push_back({one.name, one.unit});
  return factors.back();
}

}  // namespace

std::optional<double> CoursePart::per_week() const {
  constexpr double week = 7;
  if (rate.known_days == 0) return std::nullopt;
  return week * rate.spasms / (known_enough() ? rate.known_days : rate.days);
}

CoursePart course_of(const Timeline& timeline, DayRange range) {
  std::vector<double> severities;
  std::vector<double> minutes;
  for (const DayRow* row : known_rows(timeline, range)) {
    if (!row->spasm_count()) continue;  // set aside, so its spasms are not among the counted either
    for (const SpasmMark& spasm : row->spasms) {
      if (spasm.severity) severities.push_back(*spasm.severity);
      if (spasm.minutes) minutes.push_back(*spasm.minutes);
    }
  }
  return {range, spasm_rate(timeline, range), middle_of(std::move(severities)), middle_of(std::move(minutes))};
}

std::array<CoursePart, 2> course_by_halves(const Timeline& timeline, DayRange range) {
  const calendar::Day second = range.from + days{range.length() / 2};
  return {course_of(timeline, {range.from, second - days{1}}), course_of(timeline, {second, range.to})};
}

std::vector<CoursePart> course_by_length(const Timeline& timeline, DayRange range, int length) {
  std::vector<CoursePart> parts;
  for (calendar::Day to = range.to; to >= range.from;) {
    calendar::Day from = std::max(range.from, to - days{length - 1});
    if (2 * (from - range.from).count() < length) from = range.from;
    parts.push_back(course_of(timeline, {from, to}));
    to = from - days{1};
  }
  std::ranges::reverse(parts);
  return parts;
}

std::vector<LoggedFactor> logged_factors(const Timeline& timeline, DayRange range) {
  LoggedFactor stress{"stress", std::nullopt};
  LoggedFactor caffeine{"caffeine", "mg"};
  LoggedFactor alcohol{"alcohol", "g"};
  std::vector<LoggedFactor> others;
  for (const DayRow* row : known_rows(timeline, range)) {
    if (const auto rating = row->stress.mean()) add_day(stress, rating);
    add_amount(caffeine, row->total(quantity::Nutrient::Caffeine));
    add_amount(alcohol, row->alcohol_g());
    for (const DayFactor& factor : row->factors) {
      if (factor.name == "alcohol" && row->alcohol_g()) continue;  // counted already, in grams
      if (factor.name == weight_name) continue;
      add_day(named(others, factor), factor.value);
    }
  }
  std::ranges::stable_sort(others, std::ranges::greater{}, &LoggedFactor::days);
  std::vector<LoggedFactor> all;
  for (LoggedFactor* first : {&stress, &caffeine, &alcohol}) {
    if (first->valued > 0) all.push_back(std::move(*first));
  }
  std::ranges::move(others, std::back_inserter(all));
  return all;
}

std::optional<SaidWeight> last_weight(std::span<const journal::Entry> entries) {
  std::optional<SaidWeight> found;
  for (const journal::Entry& entry : entries) {
    const auto* factor = std::get_if<journal::Factor>(&entry.what);
    if (factor == nullptr || factor->name != weight_name || !factor->value) continue;
    found = SaidWeight{*factor->value, factor->unit, entry.when.day};
  }
  return found;
}

}  // namespace lytes::timeline
