#include "safety.hpp"

#include <algorithm>

#include "lytes/targets/advice.hpp"
#include "lytes/targets/red_flags.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::insight {
namespace {

using timeline::DayAmount;
using timeline::DayRow;
using timeline::SpasmMark;

std::optional<double> known_sum(const DayAmount& amount) {
  return amount.known > 0 ? std::optional(amount.sum) : std::nullopt;
}

void add_flag(std::vector<RedFlag>& flags, const targets::RedFlag& sign, calendar::Day day) {
  const auto place =
      std::find_if(flags.begin(), flags.end(), [&](const RedFlag& one) { return one.name == sign.name; });
  if (place == flags.end()) {
    flags.push_back({std::string(sign.name), sign.level, 1, day});
  } else {
    ++place->spasms;
    place->last = std::max(place->last, day);
  }
}

void add_caution(std::vector<DatedCaution>& found, targets::Caution caution, std::optional<calendar::Day> day) {
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

std::vector<RedFlag> red_flags_of(Rows rows) {
  std::vector<RedFlag> flags;
  for (const DayRow& row : rows) {
    for (const SpasmMark& spasm : row.spasms) {
      for (const targets::RedFlag& sign :
           targets::flags_of(targets::signs_of(spasm.severity, spasm.minutes, spasm.flags)))
        add_flag(flags, sign, row.day);
    }
  }
  std::sort(flags.begin(), flags.end(), [](const RedFlag& one, const RedFlag& other) {
    return one.level != other.level ? one.level > other.level : one.name < other.name;
  });
  return flags;
}

std::vector<DatedCaution> cautions_of(Rows rows, const targets::TargetBook& targets,
                                      const targets::PersonalAdvice& personal) {
  std::vector<DatedCaution> found;
  for (const DayRow& row : rows) {
    const targets::CautionSums sums{known_sum(row.held_against_target(quantity::Nutrient::Water)),
                                    known_sum(row.amount(quantity::Nutrient::Magnesium)),
                                    known_sum(row.amount(quantity::Nutrient::Potassium)),
                                    known_sum(row.supplement_magnesium), known_sum(row.supplement_potassium)};
    for (targets::Caution& caution : targets::day_cautions(sums, targets.on(row.day), personal)) {
      add_caution(found, std::move(caution), row.day);
    }
  }
  for (const Exposure exposure : all_exposures) {
    if (auto caution = targets::instead_of_more(nutrient_of(exposure), personal)) {
      add_caution(found, std::move(*caution), std::nullopt);
    }
  }
  for (targets::Caution& note : targets::profile_notes(personal)) add_caution(found, std::move(note), std::nullopt);
  std::stable_sort(found.begin(), found.end(), [](const DatedCaution& one, const DatedCaution& other) {
    return one.caution.level > other.caution.level;
  });
  return found;
}

}  // namespace lytes::insight
