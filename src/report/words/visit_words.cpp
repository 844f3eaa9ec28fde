#include "words/visit_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "words/dates.hpp"
#include "words/evidence_words.hpp"
#include "words/import_words.hpp"
#include "words/visit_lists.hpp"

namespace lytes::report {

namespace {

using targets::Effect;
using timeline::CoursePart;

constexpr std::size_t most_conditions = 8;
constexpr std::size_t most_medicines = 15;
constexpr std::size_t most_signs = 7;
constexpr std::size_t most_sites = 5;
constexpr int week = 7;            // days, before anything is told as so many a week
constexpr int enough_spasms = 10;  // in all, before one half is set against the other

std::string days_count(int days) { return counted(static_cast<std::size_t>(days), "day"); }

std::string spasm_count(int spasms) { return counted(static_cast<std::size_t>(spasms), "spasm"); }

struct EffectWords {
  Effect effect;
  const char* words;
};

/// What is not among these changes nothing that a doctor would want to know.
constexpr std::array<EffectWords, 10> effect_words{{
    {Effect::HideGoals, "no goals"},
    {Effect::NoSodiumLimit, "no limit for sodium"},
    {Effect::KeepSteady, "water and salt kept as they are"},
    {Effect::DrinkToThirst, "thirst comes first"},
    {Effect::MayRaisePotassium, "can raise potassium"},
    {Effect::MayLowerPotassium, "can lower potassium"},
    {Effect::MayLowerMagnesium, "can lower magnesium"},
    {Effect::AskMagnesium, "magnesium tablets only after asking"},
    {Effect::MayGoWithCramps, "cramps known"},
    {Effect::OwnSpasmReason, "spasms known"},
}};

constexpr std::array<EffectWords, 3> without_goal{
    {{Effect::NoMoreFluid, "water"}, {Effect::NoMoreMagnesium, "magnesium"}, {Effect::NoMorePotassium, "potassium"}}};

/// "no goal for water and potassium"; empty where there is one for all.
std::string no_goal_words(const targets::Advice& advice) {
  std::vector<std::string> nutrients;
  for (const auto& [effect, words] : without_goal) {
    if (advice.has(effect)) nutrients.emplace_back(words);
  }
  return nutrients.empty() ? "" : "no goal for " + text::listed(nutrients);
}

std::string date_of(const std::vector<targets::Dated>& dated, const std::string& name) {
  const auto found = std::ranges::find(dated, name, &targets::Dated::name);
  return found == dated.end() ? "" : found->date;
}

/// "ACE inhibitor; can raise potassium", of each row of the table that speaks of it.
std::string what_it_changes(const std::string& name, const VisitView& view) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.emplace_back(part);
  };
  const std::string plain = text::plain_words(name);
  for (const auto& item : view.personal.items()) {
    if (text::plain_words(item.as_said) != plain) continue;
    if (!item.advice.has(Effect::NoChange) && text::plain_words(item.advice.name) != plain) add(item.advice.name);
    add(no_goal_words(item.advice));
    for (const auto& [effect, words] : effect_words) add(item.advice.has(effect) ? words : "");
  }
  for (const auto& unknown : view.personal.unknown()) {
    if (text::plain_words(unknown.as_said) == plain) add("not all of it is known to lytes");
  }
  const std::string asked = date_of(view.profile.reviewed, name);
  if (!asked.empty()) add("a doctor or pharmacist was asked about it, said on " + asked);
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string since_words(const std::string& name, const VisitView& view) {
  const std::string since = date_of(view.profile.since, name);
  return since.empty() ? "start not said" : "since " + since;
}

std::vector<VisitRow> health_rows(const std::vector<std::string>& names, std::size_t most, bool doses,
                                  const VisitView& view) {
  std::vector<VisitRow> rows;
  for (const auto& name : names) {
    if (rows.size() == most) break;
    std::string said = since_words(name, view);
    if (doses && std::ranges::none_of(name, text::is_digit)) said += ", dose not said";
    rows.push_back({user_name(name), {said, what_it_changes(name, view)}});
  }
  if (names.size() > most) {
    rows.push_back({fmt::format("and {} more", names.size() - most),
                    {"", few_names({names.begin() + static_cast<std::ptrdiff_t>(most), names.end()}, 6)}});
  }
  return rows;
}

bool said_to_be_healthy(const VisitView& view) { return view.profile.said_to_be_healthy; }

std::string figure(double value) { return fmt::format("{:.1f}", value); }

std::string rate_words(const CoursePart& part) {
  const auto a_week = part.per_week();
  if (!a_week) return "not known";
  const auto& rate = part.rate;
  const std::string on = rate.known_days == rate.days ? days_count(rate.days)
                                                      : fmt::format("{} of {}", rate.known_days, days_count(rate.days));
  return fmt::format("{}{} ({} on {})", part.known_enough() ? "" : "at least ", figure(*a_week), rate.spasms, on);
}

std::string middle_words(const timeline::Middle& middle) {
  if (!middle.median) return "not given";
  return fmt::format("{:g} (given for {})", *middle.median, middle.given);
}

std::string times_words(const timeline::SiteCount& site) {
  std::vector<std::string> parts;
  constexpr std::array<const char*, timeline::times_of_day> hours = {"0-6 h", "6-12 h", "12-18 h", "18-24 h"};
  for (std::size_t place = 0; place < hours.size(); ++place) {
    if (site.by_time[place] > 0) parts.push_back(fmt::format("{} {}", hours[place], site.by_time[place]));
  }
  if (site.timeless > 0) parts.push_back(fmt::format("time not known {}", site.timeless));
  return fmt::format("{}", fmt::join(parts, ", "));
}

int all_spasms(const VisitView& view) {
  return timeline::sum_of_sites(timeline::spasms_by_site(view.timeline, view.shown)).spasms;
}

}  // namespace

std::string user_name(std::string_view name) {
  constexpr std::size_t columns = 40;
  return text::shortened(text::printable(name), columns);
}

std::string few_names(const std::vector<std::string>& names, std::size_t most) {
  constexpr std::size_t columns = 30;  // in a sentence, where several stand
  std::vector<std::string> shown;
  for (const auto& name : names) {
    if (shown.size() == most) break;
    shown.push_back(text::shortened(text::printable(name), columns));
  }
  if (names.size() > most) shown.push_back(fmt::format("{} more", names.size() - most));
  return text::listed(shown);
}

std::string visit_title(const VisitView& view) { return "Spasms and intake, " + long_dates(view.shown); }

std::string about_visit(const VisitView& view) {
  return fmt::format(
      "For a doctor. From one person's own diary, made by lytes on {}. What was logged is what the person noticed and "
      "wrote down; nothing of it was measured. No diagnosis.",
      long_date(view.today));
}

std::string person_words(const VisitView& view) {
  std::vector<std::string> parts;
  const auto& profile = view.profile;
  parts.emplace_back(profile.sex ? targets::word_for(*profile.sex) : "sex not said");
  if (profile.birth_year && view.age) {
    parts.push_back(fmt::format("born {} ({} this year)", *profile.birth_year, *view.age));
  } else {
    parts.emplace_back("age not said");
  }
  if (profile.stage != targets::Stage::None) parts.emplace_back(targets::word_for(profile.stage));
  if (view.weight) {
    parts.push_back(fmt::format("weight {:g}{} (logged on {})", view.weight->value,
                                view.weight->unit ? " " + user_name(*view.weight->unit) : "",
                                long_date(view.weight->day)));
  } else {
    parts.emplace_back("weight not said");
  }
  return text::capitalised(fmt::format("{}", fmt::join(parts, ", "))) + ".";
}

std::vector<std::string> logging_sentences(const VisitView& view) {
  if (!view.diary) return {"Nothing is logged yet."};
  int closed = 0;
  int begun = 0;
  for (calendar::Day day = view.shown.from; day <= view.shown.to; day += std::chrono::days{1}) {
    const auto* row = view.timeline.row(day);
    if (row == nullptr) continue;
    if (row->intake_status == journal::DayStatus::Complete) {
      ++closed;
    } else if (row->intakes > 0) {
      ++begun;
    }
  }
  const int all = view.shown.length();
  const auto spasms = timeline::spasm_rate(view.timeline, view.shown);
  std::string text = fmt::format("{}: {}", long_dates(view.shown), days_count(all));
  if (view.diary->length() > all) text += fmt::format(" of a diary that goes back to {}", long_date(view.diary->from));
  std::vector<std::string> sentences = {text + "."};
  sentences.push_back(fmt::format(
      "Food and drink: {} closed as complete{}. Spasms: their number is known for {}. What was not logged on "
      "days that are not closed is not known, and is nowhere taken for zero.",
      days_count(closed), begun > 0 ? fmt::format(", {} logged in part", begun) : std::string(),
      days_count(spasms.known_days)));
  if (auto bias = logging_bias_sentence(view.evidence.logging_bias); !bias.empty())
    sentences.push_back(std::move(bias));
  return sentences;
}

std::vector<VisitRow> condition_rows(const VisitView& view) {
  return health_rows(view.profile.conditions, most_conditions, false, view);
}

std::vector<VisitRow> medicine_rows(const VisitView& view) {
  return health_rows(view.profile.medicines, most_medicines, true, view);
}

std::string_view no_conditions(const VisitView& view) {
  return said_to_be_healthy(view) ? "None, as the person says." : "Not said; that is not the same as none.";
}

std::string_view no_medicines(const VisitView& view) { return no_conditions(view); }

std::vector<const safety::OpenSign*> signs_to_show(const VisitView& view) {
  std::vector<const safety::OpenSign*> signs;
  for (const auto& sign : view.evidence.open_signs) {
    if (sign.sign.name != safety::crisis && signs.size() < most_signs) signs.push_back(&sign);
  }
  return signs;
}

std::string more_signs(const VisitView& view) {
  std::vector<std::string> names;
  for (const auto& sign : view.evidence.open_signs) {
    if (sign.sign.name != safety::crisis) names.push_back(sign.sign.in_a_sentence);
  }
  names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(signs_to_show(view).size()));
  return names.empty() ? "" : "Also open: " + few_names(names, 8) + ".";
}

std::string seen_sign_sentence(const safety::SeenToldSign& sign) {
  const auto& told = sign.told;
  std::string text = text::capitalised(told.sign.in_a_sentence);
  if (!told.places.empty()) text += " (" + few_names(told.places, 3) + ")";
  return text + fmt::format(", told {}on {}; marked as seen by a doctor on {}.",
                            told.times == 1 ? "" : fmt::format("{} times, last ", told.times), short_date(told.last),
                            short_date(sign.day));
}

namespace {

/// Two rates of counts that differ by more than 1.96 standard errors.
bool differ_beyond_chance(const timeline::SpasmRate& first, const timeline::SpasmRate& second) {
  if (first.known_days == 0 || second.known_days == 0) return false;
  const auto variance = [](const timeline::SpasmRate& rate) {
    return static_cast<double>(rate.spasms) / rate.known_days / rate.known_days;
  };
  const double difference = *second.per_day() - *first.per_day();
  return difference * difference > 1.96 * 1.96 * (variance(first) + variance(second));
}

}  // namespace

std::vector<std::string> course_sentences(const VisitView& view) {
  const auto all = timeline::course_of(view.timeline, view.shown);
  const auto a_week = all.per_week();
  if (!a_week) return {"Whether there were spasms in these days is not known."};
  const std::string counts = fmt::format("{} on the {} whose number is known", spasm_count(all.rate.spasms),
                                         all.rate.known_days == 1 ? "one day" : days_count(all.rate.known_days));
  if (all.rate.days < week) return {counts + "."};
  std::vector<std::string> sentences = {
      fmt::format("{}: {}{} a week.", counts, all.known_enough() ? "" : "at least ", figure(*a_week))};
  const auto& [first, second] = view.halves;
  if (!first.known_enough() || !second.known_enough() || first.rate.days < week) {
    sentences.emplace_back("Too few days are known to set the second half of them against the first.");
    return sentences;
  }
  if (all.rate.spasms < enough_spasms) {
    sentences.emplace_back("Too few spasms to set the second half of these days against the first.");
    return sentences;
  }
  const std::string before = figure(*first.per_week());
  const std::string after = figure(*second.per_week());
  const bool differ = differ_beyond_chance(first.rate, second.rate);
  sentences.push_back(before == after ? fmt::format("Both halves of these days had as many: {} a week.", after)
                      : !differ
                          ? fmt::format("Both halves of these days had about as many: {} and {} a week.", before, after)
                          : fmt::format("The second half of these days had {}: {} a week, after {} in the "
                                        "first.",
                                        *second.per_week() > *first.per_week() ? "more" : "fewer", after, before));
  return sentences;
}

std::vector<std::string> course_heads(const VisitView& view) {
  return {"Figure", "First half, " + short_dates(view.halves[0].days),
          "Second half, " + short_dates(view.halves[1].days)};
}

std::vector<VisitRow> course_rows(const VisitView& view) {
  const auto& [first, second] = view.halves;
  if (first.rate.days < week || first.rate.known_days + second.rate.known_days == 0) return {};
  std::vector<VisitRow> rows = {{"Spasms a week", {rate_words(first), rate_words(second)}}};
  const auto add = [&](const char* name, const timeline::Middle& before, const timeline::Middle& after) {
    if (before.given + after.given > 0) rows.push_back({name, {middle_words(before), middle_words(after)}});
  };
  add("Median severity of 10", first.severity, second.severity);
  add("Median minutes", first.minutes, second.minutes);
  return rows;
}

std::vector<VisitRow> site_rows(const VisitView& view) {
  const auto sites = timeline::spasms_by_site(view.timeline, view.shown);
  std::vector<VisitRow> rows;
  for (const auto& site : sites) {
    if (rows.size() == most_sites) break;
    std::string count = spasm_count(site.spasms);
    if (site.worst_severity) count += fmt::format(", worst {}/10", *site.worst_severity);
    rows.push_back({user_name(site.site), {count, times_words(site)}});
  }
  if (sites.size() > most_sites) {
    const auto rest = timeline::sum_of_sites(std::span(sites).subspan(most_sites));
    rows.push_back({counted(sites.size() - most_sites, "other site"), {spasm_count(rest.spasms), times_words(rest)}});
  }
  return rows;
}

std::string night_sentences(const VisitView& view) {
  const auto& nights = view.nights;
  if (!view.diary) return "";
  if (nights.spasms == 0 && nights.timeless == 0) return "Nights: no spasm between 23:00 and 06:00 was logged.";
  if (nights.spasms == 0 && nights.timeless == all_spasms(view)) {
    return fmt::format("Nights: not known; of {} only the day is known.", spasm_count(nights.timeless));
  }
  std::string text =
      fmt::format("Nights: {} in {} of {} (between 23:00 and 06:00, or said to have woken)", spasm_count(nights.spasms),
                  nights.broken, counted(static_cast<std::size_t>(nights.nights), "night"));
  std::vector<std::string> sites;
  for (const auto& site : nights.by_site) {
    if (sites.size() == 3) break;
    sites.push_back(fmt::format("{} {}", user_name(site.site), site.spasms));
  }
  if (!sites.empty()) text += ": " + text::listed(sites);
  text += nights.woke > 0 ? fmt::format("; {} said to have woken.",
                                        nights.woke == 1 ? "one is" : fmt::format("{} are", nights.woke))
                          : std::string("; of none is it said that it woke.");
  if (nights.timeless > 0) text += fmt::format(" Of {} the time is not known.", spasm_count(nights.timeless));
  return text;
}

}  // namespace lytes::report
