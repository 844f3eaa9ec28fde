#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "html/chart_scale.hpp"
#include "html/evidence_charts.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "words/exposure_names.hpp"

namespace lytes::report {

namespace {

constexpr double width = 360;
constexpr double left = 74;
constexpr double right = 266;

/// One estimate of one exposure.
struct Estimate {
  const char* name;
  double ratio;
  double lower;
  double upper;
  enum class Mark { Square, Circle } mark;
};

std::vector<Estimate> estimates(const insight::Association& association) {
  if (!association.enough_data() || !association.shown()) return {};
  const auto& effect = *association.shown();
  const auto& belief = effect.posterior;
  return {{"model", effect.ratio, effect.lower, effect.upper, Estimate::Mark::Square},
          {"sceptical", belief.ratio, belief.lower, belief.upper, Estimate::Mark::Circle}};
}

std::string in_digits(const Estimate& estimate) {
  return fmt::format("{} ({}–{})", ratio_digits(estimate.ratio), ratio_digits(estimate.lower),
                     ratio_digits(estimate.upper));
}

/// An interval with its mark; an arrow where it goes on beyond the axis.
std::string drawn(const Estimate& estimate, const LogScale& x, double y) {
  const double from = std::clamp(estimate.lower, x.from(), x.to());
  const double to = std::clamp(estimate.upper, x.from(), x.to());
  std::string svg = line(x(from), y, x(to), y, "interval");
  const auto arrow = [&](double end, double direction) {
    return polygon(fmt::format("{},{} {},{} {},{}", unit(end + 5 * direction), unit(y), unit(end), unit(y - 3.5),
                               unit(end), unit(y + 3.5)),
                   "mark");
  };
  if (estimate.lower < x.from()) svg += arrow(x(from), -1);
  if (estimate.upper > x.to()) svg += arrow(x(to), 1);
  if (!x.holds(estimate.ratio)) return svg;
  const double at = x(estimate.ratio);
  switch (estimate.mark) {
    case Estimate::Mark::Square:
      return svg + box(at - 4, y - 4, 8, 8, "mark");
    case Estimate::Mark::Circle:
      return svg + circle(at, y, 4, "hollow");
  }
  return svg;
}

std::vector<double> ticks_for(const insight::Evidence& evidence) {
  std::vector<double> limits;
  for (const auto& association : evidence.associations) {
    if (association.is_out_of_sight()) continue;
    for (const auto& estimate : estimates(association)) {
      limits.insert(limits.end(), {estimate.ratio, estimate.lower, estimate.upper});
    }
  }
  return ratio_ticks(limits);
}

/// Draws an exposure from `y` on, which moves to below it, and says it in the description and the table.
void add_exposure(const insight::Association& association, const LogScale& x, double& y, Chart& chart) {
  const std::string name = text::capitalised(word(association.exposure));
  const auto found = estimates(association);
  y += 12;
  chart.drawing += label(0, y, name, Anchor::Start, "t b");
  if (found.empty()) {
    chart.drawing += label(left + 6, y, "not enough yet", Anchor::Start, "t q");
    chart.table.rows.push_back({name, "not enough yet", "", ""});
    chart.description += name + ": not enough yet. ";
    y += 8;
    return;
  }
  for (const auto& estimate : found) {
    y += 15;
    chart.drawing += label(0, y + 3.5, estimate.name, Anchor::Start, "t q") + drawn(estimate, x, y) +
                     label(width, y + 3.5, in_digits(estimate), Anchor::End, "t");
    chart.table.rows.push_back({name + ", " + estimate.name, ratio_digits(estimate.ratio), ratio_digits(estimate.lower),
                                ratio_digits(estimate.upper)});
  }
  chart.description +=
      fmt::format("{}: {} times as many spasms, 95 % interval {} to {}. ", name, ratio_digits(found[0].ratio),
                  ratio_digits(found[0].lower), ratio_digits(found[0].upper));
  y += 8;
}

std::string axis(const std::vector<double>& ticks, const LogScale& x, double y) {
  std::string svg = line(x(1), 2, x(1), y + 4, "one") + line(left, y + 4, right, y + 4, "base");
  for (const double tick : ticks) {
    svg += line(x(tick), y + 4, x(tick), y + 8, "base") +
           label(x(tick), y + 19, tick < 1 ? fmt::format("1/{:.0f}", 1 / tick) : fmt::format("{:.0f}", tick),
                 Anchor::Middle, "t q");
  }
  return svg + label(x(1) - 6, y + 33, "← fewer", Anchor::End, "t q") +
         label(x(1) + 6, y + 33, "more →", Anchor::Start, "t q");
}

}  // namespace

Chart ratios_chart(const insight::Evidence& evidence) {
  Chart chart{
      "ratios",
      "More or fewer spasms",
      "",
      "<p class=\"key\">To the right of the line: more spasms the day after going short. Bars are 95 % intervals; "
      "one that crosses the line leaves both sides open.</p>",
      width,
      0,
      "",
      {"Rate ratios and 95 % intervals", {"Estimate", "Ratio", "From", "To"}, {}}};
  const auto ticks = ticks_for(evidence);
  const LogScale x(ticks.front(), ticks.back(), left, right);
  double y = 8;
  for (const auto& association : evidence.associations) {
    if (!association.is_out_of_sight()) add_exposure(association, x, y, chart);
  }
  chart.description.pop_back();
  chart.drawing = axis(ticks, x, y) + chart.drawing;
  chart.height = y + 38;
  return chart;
}

}  // namespace lytes::report
