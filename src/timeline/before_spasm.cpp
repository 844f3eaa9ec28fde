#include "lytes/timeline/before_spasm.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <variant>

#include "lytes/journal/store.hpp"

namespace lytes::timeline {
namespace {

using calendar::Day;
using calendar::Instant;
using std::chrono::hours;

constexpr int compared_days = 56;
constexpr std::size_t least_windows = 7;
constexpr hours window{24};
/// As for whole days: one in five without a figure does not matter.
constexpr int unknown_share_that_matters = 5;

/// Something logged that one of the figures is made of.
struct Logged {
  Instant at;
  Day day;
  std::optional<double> value;
};

/// Everything that happened over some days, by what it counts for.
class Past {
 public:
  Past(journal::Store& journal, calendar::DayRange days) {
    journal.each_intake(days, [&](const journal::IntakeRow& intake) { add(intake); });
    journal.each_happening(days, [&](const journal::HappeningRow& happening) { add(happening); });
    for (const journal::DaySaid& said : journal.said(days)) {
      if (said.stream == journal::Stream::Intake && said.status == journal::DayStatus::Complete) {
        closed_.insert(said.day);
      }
    }
    for (auto& series : logged_) std::ranges::stable_sort(series, {}, &Logged::at);
  }

  /// Whether both days that these hours touch were closed, and logged item by item.
  bool whole(Day last) const {
    const auto is_whole = [&](Day day) { return closed_.contains(day) && !totals_.contains(day); };
    return is_whole(last) && is_whole(last - std::chrono::days{1});
  }
  bool any_total(Day last) const { return totals_.contains(last) || totals_.contains(last - std::chrono::days{1}); }

  /// Over the 24 hours before; of sleep, which is told of a night and logged at any time, over the day so named.
  BeforehandFigure over(Beforehand what, Instant end, Day day) const {
    BeforehandFigure figure;
    const auto& series = logged_[static_cast<std::size_t>(what)];
    int count = 0;
    int unknown = 0;
    const bool by_day = what == Beforehand::Sleep;
    for (auto one = std::ranges::lower_bound(series, end - window, {}, &Logged::at);
         one != series.end() && (by_day ? one->day <= day : one->at < end); ++one) {
      if (by_day && one->day != day) continue;
      if (!one->value) {
        ++unknown;
        continue;
      }
      const double before = figure.before.value_or(0);
      figure.before = what == Beforehand::Exertion ? std::max(before, *one->value) : before + *one->value;
      ++count;
    }
    figure.at_least = unknown_share_that_matters * unknown > count + unknown;
    if (what == Beforehand::Stress && count > 0) *figure.before /= count;
    return figure;
  }

 private:
  std::vector<Logged>& of(Beforehand what) { return logged_[static_cast<std::size_t>(what)]; }

  void add(const journal::IntakeRow& intake) {
    if (intake.kind == journal::EntryKind::Total) totals_.insert(intake.when.day);
    for (const BeforehandFacts& facts : beforehand_table) {
      if (facts.nutrient)
        of(facts.what).push_back({intake.when.at, intake.when.day, intake.nutrients[*facts.nutrient]});
    }
  }

  void add(const journal::HappeningRow& happening) {
    if (const auto* stress = std::get_if<journal::Stress>(&happening.what)) {
      of(Beforehand::Stress).push_back({happening.when.at, happening.when.day, stress->rating});
    } else if (const auto* factor = std::get_if<journal::Factor>(&happening.what)) {
      const bool sleep = factor->name == "sleep" && factor->unit == "h";
      const bool exertion = factor->name == "exertion" && !factor->unit;
      if (sleep || exertion) {
        of(sleep ? Beforehand::Sleep : Beforehand::Exertion)
            .push_back({happening.when.at, happening.when.day, factor->value});
      }
    }
  }

  std::array<std::vector<Logged>, beforehand_count> logged_;
  std::set<Day> closed_;
  std::set<Day> totals_;
};

std::optional<double> median(std::vector<double> values) {
  if (values.size() < least_windows) return std::nullopt;
  std::ranges::sort(values);
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

std::optional<double> usual(const Past& past, const BeforehandFacts& facts, const calendar::Moment& when) {
  std::vector<double> values;
  for (int back = 1; back <= compared_days; ++back) {
    const std::chrono::days days{back};
    if (facts.nutrient && !past.whole(when.day - days)) continue;
    const BeforehandFigure figure = past.over(facts.what, when.at - days, when.day - days);
    // On a whole day nothing logged is nothing taken; what has no figure cannot be compared.
    if (facts.nutrient && !figure.at_least) values.push_back(figure.before.value_or(0));
    if (!facts.nutrient && figure.before) values.push_back(*figure.before);
  }
  return median(std::move(values));
}

BeforeSpasm before(const Past& past, const calendar::Moment& when, std::string site) {
  BeforeSpasm found{when, std::move(site), {}, 0};
  for (const BeforehandFacts& facts : beforehand_table) {
    BeforehandFigure& figure = found.figures[static_cast<std::size_t>(facts.what)];
    if (facts.nutrient && past.any_total(when.day)) continue;
    figure = past.over(facts.what, when.at, when.day);
    figure.usual = usual(past, facts, when);
  }
  for (int back = 1; back <= compared_days; ++back) {
    if (past.whole(when.day - std::chrono::days{back})) ++found.usual_days;
  }
  return found;
}

calendar::DayRange days_behind(Day first, Day last) { return {first - std::chrono::days{compared_days + 1}, last}; }

}  // namespace

BeforeSpasm before_moment(journal::Store& journal, const calendar::Moment& when, std::string site) {
  return before(Past(journal, days_behind(when.day, when.day)), when, std::move(site));
}

std::vector<BeforeSpasm> before_last_spasms(journal::Store& journal, calendar::DayRange days, std::size_t count) {
  struct Spasm {
    calendar::Moment when;
    std::string site;
  };
  std::vector<Spasm> last;
  journal.each_happening(days, [&](const journal::HappeningRow& happening) {
    const auto* spasm = std::get_if<journal::Spasm>(&happening.what);
    if (!spasm || !happening.time_known) return;
    last.push_back({happening.when, spasm->site});
    if (last.size() > count) last.erase(last.begin());
  });
  if (last.empty()) return {};
  const Past past(journal, days_behind(last.front().when.day, last.back().when.day));
  std::vector<BeforeSpasm> found;
  for (auto spasm = last.rbegin(); spasm != last.rend(); ++spasm) {
    found.push_back(before(past, spasm->when, spasm->site));
  }
  return found;
}

}  // namespace lytes::timeline
