#include "lytes/safety/over_days.hpp"

#include <algorithm>

#include "lytes/safety/cautions.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::safety {
namespace {

using timeline::DayRow;
using timeline::SpasmMark;

void add_sign(std::vector<OpenSign>& signs, const Sign& sign, calendar::Day day) {
  const auto place = std::ranges::find(signs, sign.name, [](const OpenSign& one) { return one.sign.name; });
  if (place == signs.end()) {
    signs.push_back({sign, 1, day});
  } else {
    ++place->spasms;
    place->last = std::max(place->last, day);
  }
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

}  // namespace

std::vector<OpenSign> open_signs(std::span<const DayRow> rows, const SignBook& book) {
  std::vector<OpenSign> signs;
  for (const DayRow& row : rows) {
    for (const SpasmMark& spasm : row.spasms) {
      for (const Sign* sign : signs_of({spasm.severity, spasm.minutes, spasm.flags}, book))
        add_sign(signs, *sign, row.day);
    }
  }
  std::ranges::sort(signs, [](const OpenSign& one, const OpenSign& other) {
    return one.sign.level != other.sign.level ? one.sign.level < other.sign.level : one.sign.name < other.sign.name;
  });
  return signs;
}

std::vector<DatedCaution> cautions_over(std::span<const DayRow> rows, const targets::TargetBook& targets,
                                        const targets::PersonalAdvice& personal) {
  std::vector<DatedCaution> found;
  for (const DayRow& row : rows) {
    for (Remark& caution : day_cautions(sums_of(row), targets.on(row.day), personal)) {
      add_caution(found, std::move(caution), row.day);
    }
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
