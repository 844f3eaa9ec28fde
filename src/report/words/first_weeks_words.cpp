#include "words/first_weeks_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "lytes/timeline/sums.hpp"
#include "words/association_words.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using timeline::Source;

/// A gap that takes more of a food than this is not closed with it.
constexpr double most_helpings = 3;

/// What holds alcohol or much salt is no advice. A helping with more than 480 mg of sodium must say so on US labels
/// that praise it (21 CFR 101.13(h)).
bool may_be_advised(const Source& source) {
  constexpr double most_alcohol_g = 0.5;
  constexpr double most_sodium_mg = 480;
  return source.alcohol / source.times <= most_alcohol_g && source.sodium / source.times <= most_sodium_mg;
}

/// "Oats, cooked" of "Oats, cooked, with water, without salt".
std::string short_name(const std::string& name) {
  const std::size_t first = name.find(',');
  const std::size_t second = first == std::string::npos ? first : name.find(',', first + 1);
  return "\"" + text::printable(name.substr(0, second)) + "\"";
}

std::string from_sources(const std::vector<Source>& sources) {
  if (sources.empty()) return "";
  std::vector<std::string> names;
  for (const Source& source : sources) names.push_back(short_name(source.name));
  return fmt::format(" Of food and drink, most of it came from {}.", text::listed(names));
}

/// What closes the gap with one helping, of the person's own best sources, or else with the fewest.
std::string closing(Nutrient nutrient, double gap, std::vector<Source> sources) {
  std::erase_if(sources, [](const Source& source) { return !may_be_advised(source); });
  auto best = std::ranges::find_if(sources, [gap](const Source& source) { return source.each() >= gap; });
  if (best == sources.end()) best = std::ranges::max_element(sources, {}, &Source::each);
  if (best == sources.end() || gap > most_helpings * best->each()) return "";
  const double helpings = std::ceil(gap / best->each());
  return fmt::format(" {} of {} a day ({} each) would close the gap of {}.",
                     helpings == 1 ? "One more helping" : fmt::format("{:.0f} more helpings", helpings),
                     short_name(best->name), nutrient_amount(nutrient, best->each()), nutrient_amount(nutrient, gap));
}

std::string average_sentence(const ReportView& view, std::size_t place) {
  const Nutrient nutrient = timeline::target_nutrients[place];
  const std::vector<Source>& sources = view.sources[place];
  const timeline::IntakeSum& intake = view.evidence.intake[place];
  const auto mean = intake.mean();
  if (!mean) return "";
  const auto* last = view.timeline.row(view.evidence.range->to);
  const double target = view.aims.is_goal(nutrient) && last ? last->target(nutrient).value_or(0) : 0;
  std::string text =
      fmt::format("{}: {} a day on {} closed {}", text::capitalised(quantity::facts_of(nutrient).name),
                  nutrient_amount(nutrient, *mean), intake.complete_days, intake.complete_days == 1 ? "day" : "days");
  if (target > 0) text += fmt::format("; the target is {}", nutrient_amount(nutrient, target));
  text += "." + from_sources(sources);
  if (*mean < target) text += closing(nutrient, target - *mean, sources);
  return text;
}

std::string missing_sentence(const insight::Evidence& evidence) {
  const auto told = std::ranges::find_if(evidence.associations, [](const auto& one) { return !one.is_out_of_sight(); });
  if (told == evidence.associations.end()) return "";
  const insight::LeftOut& left = told->left_out;
  const std::array<std::pair<int, std::string_view>, 4> missing = {
      {{left.not_closed, "that the day was closed (`lytes day done` in the evening)"},
       {left.spasms_unknown, "whether there was a spasm the next day (`lytes spasm none` when there was none)"},
       {left.figures_unknown, "a figure for what was eaten (`lytes foods add` gives one)"},
       {left.possibly_partial, "part of the day: it was closed and looks half logged"}}};
  const auto most = std::ranges::max_element(missing, {}, &std::pair<int, std::string_view>::first);
  if (most->first == 0) return "";
  return fmt::format("Missing most often, on {} of {} days: {}.", most->first, evidence.range->length(), most->second);
}

/// "at least 14 more closed days; so far ..."
std::string way_to_go(const insight::Association& one, int diary_days) {
  std::string way = days_needed_sentence(one, diary_days);
  constexpr std::string_view not_yet = "Not enough yet: ";
  if (way.starts_with(not_yet)) way.erase(0, not_yet.size());
  if (way.empty()) way = "how long cannot be said yet.";
  way.pop_back();
  if (one.arms.days() == 0) return way;
  return way + fmt::format(
                   "; so far {:.0f} days short of it and {:.0f} with enough that can be compared, with {:.0f} and "
                   "{:.0f} spasms the next day",
                   one.arms.exposed.days, one.arms.unexposed.days, one.arms.exposed.events, one.arms.unexposed.events);
}

}  // namespace

bool is_before_first_answer(const insight::Evidence& evidence) {
  return evidence.range && evidence.any_told() && std::ranges::none_of(evidence.associations, [](const auto& one) {
           return !one.withheld && one.enough_data();
         });
}

std::vector<std::string> first_weeks_sentences(const ReportView& view) {
  std::vector<std::string> sentences;
  for (std::size_t place = 0; place < timeline::target_nutrients.size(); ++place) {
    auto sentence = average_sentence(view, place);
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
  if (auto missing = missing_sentence(view.evidence); !missing.empty()) sentences.push_back(std::move(missing));
  return sentences;
}

std::vector<std::string> way_to_go_sentences(const insight::Evidence& evidence) {
  std::vector<std::pair<std::string, std::vector<std::string>>> ways;  // and of what each is said
  for (const auto& one : evidence.associations) {
    if (one.is_out_of_sight()) continue;
    const std::string way = way_to_go(one, evidence.range->length());
    const auto same = std::ranges::find(ways, way, &std::pair<std::string, std::vector<std::string>>::first);
    auto& names = same == ways.end() ? ways.emplace_back(way, std::vector<std::string>{}).second : same->second;
    names.emplace_back(word(one.exposure));
  }
  std::vector<std::string> sentences;
  for (const auto& [way, names] : ways) {
    sentences.push_back(fmt::format("{}: {}.", text::capitalised(text::listed(names)), way));
  }
  return sentences;
}

}  // namespace lytes::report
