#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "html/chart_scale.hpp"
#include "html/timeline_charts.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/sums.hpp"
#include "words/dates.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

constexpr int most_bars = 98;
constexpr double width = 360;
constexpr double left = 36;
constexpr double right = 356;

struct Substance {
  Nutrient nutrient;
  const char* name;
  const char* unit;
  double per_unit;
};

/// In the order of timeline::target_nutrients.
constexpr std::array<Substance, 3> substances = {{{Nutrient::Water, "Water", "l", 1000},
                                                  {Nutrient::Magnesium, "Magnesium", "mg", 1},
                                                  {Nutrient::Potassium, "Potassium", "mg", 1}}};

using timeline::BinnedIntake;
using timeline::IntakeBin;

int bin_length(int days) {
  if (days <= most_bars) return 1;
  return days <= 7 * most_bars ? 7 : 28;
}

/// A target that that the aims leave out is not drawn.
std::vector<IntakeBin> shown_bins(const timeline::Timeline& timeline, calendar::DayRange days, int length,
                                  const safety::Aims& aims) {
  auto bins = timeline::intake_bins(timeline, days, length);
  for (std::size_t i = 0; i < substances.size(); ++i) {
    if (aims.on(substances[i].nutrient) != safety::Aim::Nothing) continue;
    for (IntakeBin& bin : bins) bin.intake[i].target.reset();
  }
  return bins;
}

std::string figure_of(double amount, const Substance& substance) {
  return substance.per_unit > 1 ? fmt::format("{:.1f}", amount / substance.per_unit) : fmt::format("{:.0f}", amount);
}

class IntakeDrawing {
 public:
  IntakeDrawing(const std::vector<IntakeBin>& bins, int bin_days, const safety::Aims& aims)
      : bins_(bins),
        bin_days_(bin_days),
        aims_(aims),
        step_((right - left) / static_cast<double>(std::max<std::size_t>(bins.size(), 7))) {}

  std::string spasms(double top, double height) const {
    double most = 0;
    for (const auto& bin : bins_) most = std::max(most, bin.spasms.in_days(rate_days()).value_or(0));
    const auto ticks = round_ticks(std::max(most, 2.0), 2);
    const LinearScale y(0, ticks.back(), top + height, top);
    std::string svg =
        label(0, top - 10, bin_days_ == 1 ? "Spasms" : "Spasms a week", Anchor::Start, "t b") + axis(ticks, y, 1);
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      const auto rate = bins_[i].spasms.in_days(rate_days());
      if (!rate) continue;
      if (*rate == 0) {
        svg += circle(middle(i), y(0), std::min(1.2, step_ / 3), "zero");
        continue;
      }
      svg += line(middle(i), y(0), middle(i), y(*rate), "stem") +
             circle(middle(i), y(*rate), std::clamp(step_ / 2.4, 1.0, 3.0), "spasm");
    }
    return svg;
  }

  std::string panel(std::size_t which, double top, double height) const {
    const auto& substance = substances[which];
    double most = 0;
    std::optional<double> last_target;
    for (const auto& bin : bins_) {
      most = std::max({most, bin.intake[which].amount.value_or(0), bin.intake[which].target.value_or(0)});
      if (bin.intake[which].target) last_target = bin.intake[which].target;
    }
    const auto ticks = round_ticks(most / substance.per_unit, 3);
    const LinearScale y(0, ticks.back() * substance.per_unit, top + height, top);
    std::string svg =
        label(0, top - 10, fmt::format("{}, {} a day", substance.name, substance.unit), Anchor::Start, "t b");
    if (last_target) {
      const std::string words = fmt::format("{} {} {}", aims_.is_goal(substance.nutrient) ? "target" : "limit",
                                            figure_of(*last_target, substance), substance.unit);
      const double dash = right - 6.6 * static_cast<double>(words.size()) - 6;
      svg += line(dash - 18, top - 14, dash, top - 14, "target") + label(right, top - 10, words, Anchor::End);
    }
    svg += axis(ticks, y, substance.per_unit);
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      const BinnedIntake& bar = bins_[i].intake[which];
      if (!bar.amount) continue;
      const bool low = aims_.is_goal(substance.nutrient) && bar.below_target().value_or(false);
      const char* looks = !bar.complete ? "open" : low ? "low" : "enough";
      const double thick = std::max(step_ * 0.72, 0.8);
      svg += box(middle(i) - thick / 2, y(*bar.amount), thick, y(0) - y(*bar.amount), looks);
    }
    return svg + target_line(which, y);
  }

  /// Dates under the first, the last and some bars between.
  std::string dates(double baseline) const {
    if (bins_.empty()) return "";
    std::string svg;
    const std::size_t last = bins_.size() - 1;
    const std::size_t marks = std::min<std::size_t>(4, bins_.size());
    for (std::size_t mark = 0; mark < marks; ++mark) {
      const std::size_t i = marks == 1 ? 0 : mark * last / (marks - 1);
      const Anchor anchor = marks == 1 || (mark > 0 && mark + 1 < marks) ? Anchor::Middle
                            : mark == 0                                  ? Anchor::Start
                                                                         : Anchor::End;
      const double x = anchor == Anchor::Start ? middle(i) - step_ / 2
                       : anchor == Anchor::End ? middle(i) + step_ / 2
                                               : middle(i);
      svg += label(x, baseline, date(bins_[i].days.from), anchor, "t q");
    }
    return svg;
  }

 private:
  int rate_days() const { return bin_days_ == 1 ? 1 : 7; }
  double middle(std::size_t bin) const { return left + (static_cast<double>(bin) + 0.5) * step_; }

  /// A day and month; in a long range a month and year.
  std::string date(calendar::Day day) const {
    if (bin_days_ == 1) return short_date(day);
    const std::string words = long_date(day);
    return short_date(day).substr(short_date(day).find(' ') + 1) + words.substr(words.rfind(' '));
  }

  static std::string axis(const std::vector<double>& ticks, const LinearScale& y, double per_unit) {
    std::string svg;
    for (const double tick : ticks) {
      svg += line(left, y(tick * per_unit), right, y(tick * per_unit), tick == 0 ? "base" : "grid") +
             label(left - 5, y(tick * per_unit) + 3.5, quantity::format_number(tick), Anchor::End, "t q");
    }
    return svg;
  }

  std::string target_line(std::size_t which, const LinearScale& y) const {
    std::string svg;
    std::string points;
    const auto finish = [&] {
      if (!points.empty()) svg += polyline(points, "target");
      points.clear();
    };
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      const auto& target = bins_[i].intake[which].target;
      if (!target) {
        finish();
        continue;
      }
      const bool same_before = i > 0 && bins_[i - 1].intake[which].target == target;
      const bool same_after = i + 1 < bins_.size() && bins_[i + 1].intake[which].target == target;
      const std::string height = unit(y(*target));
      if (!same_before) points += unit(middle(i) - step_ / 2) + "," + height + " ";
      if (!same_after) points += unit(middle(i) + step_ / 2) + "," + height + " ";
    }
    finish();
    return svg;
  }

  const std::vector<IntakeBin>& bins_;
  int bin_days_;
  safety::Aims aims_;
  double step_;
};

std::string intake_words(const BinnedIntake& bar, const Substance& substance) {
  if (!bar.amount) return "not known";
  std::string words = (bar.complete ? "" : "≥ ") + figure_of(*bar.amount, substance);
  if (bar.target) words += " of " + figure_of(*bar.target, substance);
  return words;
}

std::string spasms_words(const IntakeBin& bin, int bin_days) {
  const auto rate = bin.spasms.in_days(bin_days == 1 ? 1 : 7);
  if (!rate) return "not known";
  return bin_days == 1 ? fmt::format("{:.0f}", *rate) : fmt::format("{:.1f}", *rate);
}

Table numbers(const std::vector<IntakeBin>& bins, int bin_days) {
  Table table;
  table.caption = bin_days == 1
                      ? "Each day; ≥ is said of days that are not closed"
                      : "Means of the complete days; ≥ where there is none and days that were begun are taken";
  table.head = {bin_days == 1 ? "Day" : "Days", "Water, l", "Magnesium, mg", "Potassium, mg",
                bin_days == 1 ? "Spasms" : "Spasms a week"};
  for (const auto& bin : bins) {
    std::vector<std::string> row = {bin_days == 1 ? calendar::iso(bin.days.from)
                                                  : calendar::iso(bin.days.from) + " to " + calendar::iso(bin.days.to)};
    for (std::size_t i = 0; i < substances.size(); ++i) row.push_back(intake_words(bin.intake[i], substances[i]));
    row.push_back(spasms_words(bin, bin_days));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string description(const std::vector<IntakeBin>& bins, calendar::DayRange days, int bin_days,
                        const safety::Aims& aims) {
  std::string words = fmt::format("Four panels over {}, {}: spasms, water, magnesium and potassium. ", long_dates(days),
                                  bin_days == 1   ? "a bar for each day"
                                  : bin_days == 7 ? "a bar for each week"
                                                  : "a bar for every four weeks");
  for (std::size_t i = 0; i < substances.size(); ++i) {
    const safety::Aim aim = aims.on(substances[i].nutrient);
    if (aim != safety::Aim::Goal) {
      words += fmt::format("{} is drawn {}. ", substances[i].name,
                           aim == safety::Aim::Limit ? "against the person's own limit" : "without a target");
      continue;
    }
    const auto short_of = timeline::bins_short(bins, i);
    words += fmt::format("{} is below its target on {} of {} complete {}. ", substances[i].name, short_of.below,
                         short_of.known, bin_days == 1 ? "days" : "bars");
  }
  words.pop_back();
  return words;
}

}  // namespace

Chart intake_chart(const timeline::Timeline& timeline, calendar::DayRange days, const safety::Aims& aims) {
  const int bin_days = bin_length(days.length());
  const auto bins = shown_bins(timeline, days, bin_days, aims);
  const IntakeDrawing drawing(bins, bin_days, aims);
  constexpr double spasms_height = 34;
  constexpr double panel_height = 58;
  constexpr double gap = 30;
  Chart chart{"intake",
              aims.any(safety::Aim::Goal) ? "Intake against target, and spasms" : "Intake and spasms",
              description(bins, days, bin_days, aims),
              "",
              width,
              0,
              "",
              numbers(bins, bin_days)};
  chart.key = std::string("<p class=\"key\">") +
              (bin_days == 1   ? "Each bar is a day."
               : bin_days == 7 ? "Each bar is the mean of a week."
                               : "Each bar is the mean of four weeks.") +
              (aims.any(safety::Aim::Limit)  ? " The dashed line is the target, or the limit;"
               : aims.any(safety::Aim::Goal) ? " The dashed line is the target;"
                                             : "") +
              " a hollow bar is \"at least so much\", from days that are not closed. "
              "No mark: not known.</p>";
  double top = 20;
  chart.drawing = drawing.spasms(top, spasms_height);
  top += spasms_height;
  for (std::size_t i = 0; i < substances.size(); ++i) {
    top += gap;
    chart.drawing += drawing.panel(i, top, panel_height);
    top += panel_height;
  }
  chart.drawing += drawing.dates(top + 14);
  chart.height = top + 20;
  return chart;
}

}  // namespace lytes::report
