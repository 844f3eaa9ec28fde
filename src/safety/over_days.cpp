#include "lytes/safety/over_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "lytes/safety/cautions.hpp"
#include "lytes/safety/losses.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::safety {
namespace {

using timeline::DayRow;

void add_sign(std::vector<OpenSign>& signs, const Sign& sign, const ToldSign& told, calendar::Instant now) {
  auto open = std::ranges::find(signs, sign.name, [](const OpenSign& one) { return one.sign.name; });
  if (open == signs.end()) open = signs.insert(signs.end(), OpenSign{sign, 0, told.when.day});
  ++open->times;
  open->last = std::max(open->last, told.when.day);
  open->fresh = open->fresh || now - told.when.at <= fresh_for;
  open->without_place = open->without_place || told.place.empty();
  if (!told.place.empty() && std::ranges::find(open->places, told.place) == open->places.end())
    open->places.push_back(told.place);
}

/// When a doctor has seen what was told, the latest of several.
std::optional<calendar::Instant> when_seen(const ToldSign& told, Level level, std::span<const journal::SeenSign> seen) {
  std::optional<calendar::Instant> latest;
  for (const journal::SeenSign& one : seen) {
    if (one.sign != told.name || one.place != journal::seen_place(told.place)) continue;
    const bool silent =
        told.when.at <= one.at || (level != Level::Emergency && told.when.at <= one.at + silent_once_seen);
    if (silent) latest = std::max(latest, std::optional(one.at));
  }
  return latest;
}

/// Emergencies first, then what is urgent, then by name.
bool before(const OpenSign& one, const OpenSign& other) {
  return std::tie(one.sign.level, one.sign.when, one.sign.name) <
         std::tie(other.sign.level, other.sign.when, other.sign.name);
}

void add_caution(std::vector<DatedCaution>& found, Remark caution, std::optional<calendar::Day> day) {
  const auto place = std::find_if(found.begin(), found.end(), [&](const DatedCaution& one) {
    return one.caution.code == caution.code && (day || one.caution.message == caution.message);
  });
  if (place == found.end()) {
    found.push_back({std::move(caution), day, day ? 1 : 0});
  } else {
    place->caution = std::move(caution);
    place->last = day;
    ++place->days;
  }
}

/// The last five closed days, where on each next to nothing was taken in.
std::optional<DatedCaution> next_to_nothing(std::span<const DayRow> rows) {
  constexpr int closed_days = 5;
  constexpr double next_to_nothing_ml = 500;
  int days = 0;
  std::optional<calendar::Day> last;
  for (const DayRow& row : rows) {
    if (row.intake_status != journal::DayStatus::Complete) continue;
    const auto& taken = row.held_against_target(quantity::Nutrient::Water);
    const bool little = taken.known == taken.entries && taken.sum < next_to_nothing_ml && row.intakes > 0;
    days = little ? days + 1 : 0;
    last = row.day;
  }
  if (days < closed_days) return std::nullopt;
  return DatedCaution{
      {Level::Care, "next_to_nothing",
       fmt::format("On the last {} closed days next to nothing to drink is logged, under half a litre each. If it was "
                   "more, `lytes day partial` takes back that a day is closed. If that was all, please see a doctor "
                   "today: nobody can live on so little, and there is help.",
                   days)},
      last,
      days};
}

}  // namespace

std::vector<OpenSign> open_signs(std::span<const ToldSign> told, std::span<const journal::SeenSign> seen,
                                 calendar::Instant now, const SignBook& book) {
  std::vector<OpenSign> signs;
  for (const ToldSign& one : told) {
    const Sign* sign = book.find(one.name);
    if (sign != nullptr && sign->level <= Level::Soon && !when_seen(one, sign->level, seen))
      add_sign(signs, *sign, one, now);
  }
  std::ranges::sort(signs, before);
  return signs;
}

std::vector<SeenToldSign> told_and_seen(std::span<const ToldSign> told, std::span<const journal::SeenSign> seen,
                                        calendar::Instant now, const SignBook& book) {
  std::vector<OpenSign> signs;
  std::map<std::string, calendar::Instant> latest;
  for (const ToldSign& one : told) {
    const Sign* sign = book.find(one.name);
    if (sign == nullptr) continue;
    const auto at = when_seen(one, sign->level, seen);
    if (!at) continue;
    add_sign(signs, *sign, one, now);
    auto& known = latest.try_emplace(one.name, *at).first->second;
    known = std::max(known, *at);
  }
  std::ranges::sort(signs, before);
  std::vector<SeenToldSign> closed;
  for (OpenSign& sign : signs) {
    const calendar::Instant at = latest.at(sign.sign.name);
    closed.push_back({std::move(sign), at});
  }
  return closed;
}

std::vector<DatedCaution> cautions_over(std::span<const DayRow> rows, const targets::TargetBook& targets,
                                        const targets::PersonalAdvice& personal) {
  std::vector<DatedCaution> found;
  for (const DayRow& row : rows) {
    for (Remark& caution : day_cautions(sums_of(row), targets.on(row.day), personal)) {
      add_caution(found, std::move(caution), row.day);
    }
    if (row.factor("vomiting") != nullptr || row.factor("diarrhoea") != nullptr)
      add_caution(found, losing_fluid(personal), row.day);
  }
  if (auto little = next_to_nothing(rows)) {
    add_caution(found, std::move(little->caution), little->last);
    found.back().days = little->days;
  }
  using quantity::Nutrient;
  for (const Nutrient nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium}) {
    if (auto caution = instead_of_more(nutrient, personal)) {
      add_caution(found, std::move(*caution), std::nullopt);
    }
  }
  for (Remark& about : profile_notes(personal)) add_caution(found, std::move(about), std::nullopt);
  std::stable_sort(found.begin(), found.end(), [](const DatedCaution& one, const DatedCaution& other) {
    return one.caution.level < other.caution.level;
  });
  return found;
}

}  // namespace lytes::safety
