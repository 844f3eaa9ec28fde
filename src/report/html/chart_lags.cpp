#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "html/chart_scale.hpp"
#include "html/evidence_charts.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "words/exposure_names.hpp"

namespace lytes::report {

namespace {

using insight::ScreenedQuestion;

constexpr double width = 360;
constexpr double left = 36;
constexpr double right = 356;
constexpr double panel_height = 46;
constexpr double gap = 26;

std::string place(const ScreenedQuestion& question) {
  return question.is_window() ? fmt::format("{}–{}", question.first_lag, question.last_lag)
                              : fmt::format("{}", question.first_lag);
}

std::string place_in_words(const ScreenedQuestion& question) {
  if (question.is_window()) return fmt::format("mean of {} to {} days before", question.first_lag, question.last_lag);
  if (question.first_lag == 0) return "the same day";
  return question.first_lag == 1 ? "the day before" : fmt::format("{} days before", question.first_lag);
}

bool stands_out(const ScreenedQuestion& question) { return question.p_max_t && *question.p_max_t <= 0.05; }

std::string panel(const std::vector<const ScreenedQuestion*>& questions, double reach, double top) {
  const LinearScale y(-reach, reach, top + panel_height, top);
  const double step = (right - left) / static_cast<double>(questions.size());
  std::string svg = label(0, top - 8, text::capitalised(word(questions.front()->exposure)), Anchor::Start, "t b");
  for (const double tick : {-reach, 0.0, reach}) {
    svg += line(left, y(tick), right, y(tick), tick == 0 ? "base" : "grid") +
           label(left - 5, y(tick) + 3.5,
                 tick > 0   ? fmt::format("+{:.0f}", tick)
                 : tick < 0 ? fmt::format("−{:.0f}", -tick)
                            : "0",
                 Anchor::End, "t q");
  }
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto& question = *questions[i];
    const double x = left + (static_cast<double>(i) + 0.5) * step;
    const double height = y(std::clamp(question.t, -reach, reach));
    svg += line(x, y(0), x, height, "stem") + circle(x, height, 3.6, stands_out(question) ? "spasm" : "hollow");
  }
  return svg;
}

/// The days before, beneath the last panel.
std::string places(const std::vector<const ScreenedQuestion*>& questions, double baseline) {
  const double step = (right - left) / static_cast<double>(questions.size());
  std::string svg;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    svg += label(left + (static_cast<double>(i) + 0.5) * step, baseline, place(*questions[i]), Anchor::Middle, "t q");
  }
  return svg;
}

std::vector<std::string> table_row(const ScreenedQuestion& question) {
  return {text::capitalised(word(question.exposure)) + ", " + place_in_words(question),
          fmt::format("{}", question.pairs), fmt::format("{:+.2f}", question.t),
          question.p_shift ? p_digits(*question.p_shift) : "too short",
          question.p_max_t ? p_digits(*question.p_max_t) : "too short"};
}

std::string description(const insight::LagProfile& lags) {
  const auto standing_out = std::ranges::count_if(lags.questions, stands_out);
  std::vector<std::string> names;
  for (const auto& question : lags.questions) {
    if (names.empty() || names.back() != word(question.exposure)) names.emplace_back(word(question.exposure));
  }
  return fmt::format(
      "For {}, a statistic for going short 0 to 7 days before a spasm and on average over "
      "1 to 3 and 1 to 7 days. {} of {} stand out after paying for the whole search.",
      text::listed(names), standing_out == 0 ? std::string("None") : fmt::format("{}", standing_out),
      lags.questions.size());
}

}  // namespace

Chart lags_chart(const insight::LagProfile& lags) {
  Chart chart{
      "lags",
      "How many days before",
      "",
      "<p class=\"key\">Above the line: more spasms that many days after going short. Numbers beneath are days; "
      "1–3 and 1–7 are means over those days. A filled mark stands out even after paying for the search; each by "
      "itself, so what "
      "went short on the same days shows in all.</p>",
      width,
      0,
      "",
      {"Search over days before (exploratory)",
       {"Shortfall", "Pairs of days", "Statistic", "p alone", "p for the whole search"},
       {}}};
  double most = 3;
  for (const auto& question : lags.questions) {
    most = std::max(most, std::abs(question.t));
    chart.table.rows.push_back(table_row(question));
  }
  const double reach = std::ceil(most);
  double top = 18;
  std::vector<const ScreenedQuestion*> last;
  for (const auto exposure : insight::all_exposures) {
    std::vector<const ScreenedQuestion*> questions;
    for (const auto& question : lags.questions) {
      if (question.exposure == exposure) questions.push_back(&question);
    }
    if (questions.empty()) continue;
    chart.drawing += panel(questions, reach, top);
    top += panel_height + gap;
    last = questions;
  }
  chart.drawing += places(last, top - gap + 14);
  chart.height = top - gap + 20;
  chart.description = description(lags);
  return chart;
}

}  // namespace lytes::report
