#include "lytes/report/report_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/text/width.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/sums.hpp"
#include "terminal/days_table.hpp"
#include "terminal/evidence_page.hpp"
#include "terminal/signs_part.hpp"
#include "words/first_weeks_words.hpp"
#include "words/unknown_words.hpp"

namespace lytes::report {

namespace {

constexpr int most_days_with_a_row = 35;

/// "3 on 6 days; the day left is not known"
std::string spasms_over(const timeline::SpasmRate& rate) {
  if (rate.known_days == 0) return "not known";
  std::string text = fmt::format("{} on {} known day{}", rate.spasms, rate.known_days, rate.known_days == 1 ? "" : "s");
  if (rate.known_days < rate.days) text += fmt::format(" of {}", rate.days);
  return text;
}

std::string spasm_part(const timeline::Timeline& timeline, calendar::DayRange shown, calendar::DayRange so_far,
                       const Style& style) {
  const auto spasms = timeline::spasm_week(timeline, shown);
  const auto now = timeline::spasm_rate(timeline, so_far);
  std::string text = "Spasms: " + spasms_over(now) + ".";
  if (spasms.before.known_days > 0) {
    text += fmt::format(" The four weeks before: {} ({:.1f} a week).", spasms_over(spasms.before),
                        7 * *spasms.before.per_day());
  }
  text = text::wrapped(text, style.width) + "\n";
  if (!spasms.by_site.empty()) {
    const bool any_timeless = timeline::sum_of_sites(spasms.by_site).timeless > 0;
    const auto number = [](int count) { return count > 0 ? fmt::format("{}", count) : std::string("."); };
    text += fmt::format("  {:<28}{:>6} {:>8} {:>10} {:>8}{}\n", "where and when", "night", "morning", "afternoon",
                        "evening", any_timeless ? "  not known" : "");
    for (const auto& site : spasms.by_site) {
      text += "  " + text::padded(text::shortened(text::printable(site.site), 27), 28) +
              fmt::format("{:>6} {:>8} {:>10} {:>8}", number(site.by_time[0]), number(site.by_time[1]),
                          number(site.by_time[2]), number(site.by_time[3]));
      text += any_timeless ? fmt::format(" {:>10}\n", number(site.timeless)) : "\n";
    }
  }
  return text;
}

std::string first_weeks_part(const ReportView& view, const Style& style) {
  if (!is_before_first_answer(view.evidence)) return "";
  const auto sentences = first_weeks_sentences(view);
  if (sentences.empty()) return "";
  std::string text = "\n" + bold("What there is so far", style) + "\n";
  for (const auto& sentence : sentences) text += "  " + text::wrapped(sentence, style.width - 2, 2) + "\n";
  return text;
}

}  // namespace

std::string report_page(const ReportView& view, const Style& style) {
  const calendar::DayRange so_far{view.shown.from, std::min(view.shown.to, view.today)};
  const std::string title = fmt::format("{} {} to {}", view.is_week ? "Week of" : "Report on",
                                        calendar::iso(view.shown.from), calendar::iso(view.shown.to));
  std::string text = bold(title, style) + "\n\n" + signs_for_a_doctor(view.evidence.open_signs, style);
  text += so_far.length() <= most_days_with_a_row
              ? days_table(view.timeline, so_far, view.aims, style)
              : months_table(timeline::month_sums(view.timeline, so_far), view.aims);
  if (view.unknown) text += "\n" + text::wrapped(unknown_product_sentence(*view.unknown), style.width) + "\n";
  text += "\n" + spasm_part(view.timeline, view.shown, so_far, style);
  text += first_weeks_part(view, style) + evidence_page(view.evidence, style);
  return in_style(text, style);
}

}  // namespace lytes::report
