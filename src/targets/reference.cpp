#include "lytes/targets/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "lytes/targets/references_about.hpp"

namespace lytes::targets {
namespace {

using quantity::Nutrient;

/// The age that stands in for an unknown one: of adults in general.
constexpr int adult_age = 31;

StorageError damaged(const std::string& what) {
  return {StorageError::Kind::Damaged, "The catalogue's reference intakes hold " + what, "Install lytes again."};
}

Guideline read_guideline(std::string_view word) {
  if (word == "us") return Guideline::Us;
  if (word == "efsa") return Guideline::Efsa;
  throw damaged("the unknown guideline '" + std::string(word) + "'");
}

std::optional<Sex> read_sex(std::string_view word) {
  if (word == "f") return Sex::Female;
  if (word == "m") return Sex::Male;
  if (word == "any") return std::nullopt;
  throw damaged("the unknown sex '" + std::string(word) + "'");
}

Stage read_stage(std::string_view word) {
  if (word == "none") return Stage::None;
  if (word == "pregnant") return Stage::Pregnant;
  if (word == "lactating") return Stage::Lactating;
  throw damaged("the unknown stage '" + std::string(word) + "'");
}

Meaning read_meaning(std::string_view word) {
  if (word == "target") return Meaning::Target;
  if (word == "limit") return Meaning::Limit;
  if (word == "supplement_limit") return Meaning::SupplementLimit;
  throw damaged("the unknown meaning '" + std::string(word) + "'");
}

/// "water", "magnesium" or with the unit, "water_ml".
Nutrient read_nutrient(std::string_view word) {
  for (const Nutrient nutrient : quantity::all_nutrients) {
    const std::string_view field = quantity::field_name(nutrient);
    if (word == field || word == field.substr(0, field.rfind('_'))) return nutrient;
  }
  throw damaged("the unknown nutrient '" + std::string(word) + "'");
}

/// How many ml (water), g (alcohol) or mg (the rest) are in one of `unit`.
double unit_size(Nutrient nutrient, std::string_view unit) {
  if (nutrient == Nutrient::Water) {
    if (unit == "ml" || unit == "g") return 1;
    if (unit == "l") return 1000;
  } else {
    const double in_mg = unit == "mg" ? 1 : unit == "g" ? 1000 : 0;
    if (in_mg > 0) return nutrient == Nutrient::Alcohol ? in_mg / 1000 : in_mg;
  }
  throw damaged("the unit '" + std::string(unit) + "'");
}

double years_off(const ReferenceIntake& row, int age) {
  if (age < row.from_years) return row.from_years - age;
  if (row.below_years && age >= *row.below_years) return age - *row.below_years + 1;
  return 0;
}

struct Person {
  Guideline guideline;
  std::optional<Sex> sex;
  Stage stage;
  int age;
};

/// The figure for exactly this sex and stage: of the age group the person is in, or with `nearest` of the closest.
const ReferenceIntake* find_row(const std::vector<ReferenceIntake>& references, const Person& person, Nutrient nutrient,
                                Meaning meaning, bool nearest) {
  const ReferenceIntake* best = nullptr;
  double best_off = std::numeric_limits<double>::infinity();
  for (const ReferenceIntake& row : references) {
    if (row.guideline != person.guideline || row.nutrient != nutrient || row.meaning != meaning) continue;
    if (row.stage != person.stage || row.sex != person.sex) continue;
    const double off = years_off(row, person.age);
    if (off >= best_off || (off > 0 && !nearest)) continue;
    best = &row;
    best_off = off;
  }
  return best;
}

std::optional<Target> find(const std::vector<ReferenceIntake>& references, Person person, Nutrient nutrient,
                           Meaning meaning) {
  const ReferenceIntake* row = nullptr;
  if (person.stage != Stage::None) {
    person.sex = Sex::Female;
    row = find_row(references, person, nutrient, meaning, true);
    person.stage = Stage::None;
  }
  if (row == nullptr) row = find_row(references, person, nutrient, meaning, false);
  if (row == nullptr) {
    person.sex.reset();
    row = find_row(references, person, nutrient, meaning, false);
  }
  if (row == nullptr) return std::nullopt;
  return Target{nutrient, row->amount, row->basis, row->source};
}

/// @param which ends the statement; ?1 is the guideline
std::vector<ReferenceIntake> load(storage::ReadOnlyFile& catalogue, const std::string& which,
                                  std::optional<Guideline> guideline) {
  return catalogue.guarded([&] {
    std::vector<ReferenceIntake> references;
    const std::string sql =
        "SELECT guideline, sex, stage, from_years, below_years, nutrient, meaning, amount, unit, basis, source "
        "FROM reference_intake" +
        which;
    storage::RowCursor rows(catalogue.database(), sql.c_str());
    if (guideline) rows.bind(1, std::string(word_for(*guideline)));
    while (rows.step()) {
      ReferenceIntake row{};
      row.guideline = read_guideline(rows.text(0));
      row.sex = read_sex(rows.text(1));
      row.stage = read_stage(rows.text(2));
      row.from_years = rows.real(3);
      row.below_years = rows.known_real(4);
      row.nutrient = read_nutrient(rows.text(5));
      row.meaning = read_meaning(rows.text(6));
      row.amount = rows.real(7) * unit_size(row.nutrient, rows.text(8));
      row.basis = rows.text(9);
      row.source = rows.text(10);
      references.push_back(std::move(row));
    }
    return references;
  });
}

}  // namespace

std::vector<ReferenceIntake> load_reference_intakes(storage::ReadOnlyFile& catalogue, std::optional<Guideline> only) {
  return load(catalogue, only ? " WHERE guideline = ?1" : "", only);
}

std::vector<ReferenceIntake> references_about(const ProfileHistory& history, storage::ReadOnlyFile& catalogue) {
  const auto says = [&](std::string_view name) {
    return std::ranges::find(history.facts, name, &ProfileFact::name) != history.facts.end();
  };
  const auto guideline = history.only_guideline();
  std::string which = guideline ? " WHERE guideline = ?1" : " WHERE true";
  if (!says("stage")) which += " AND stage = 'none'";
  if (!says("stage") && !says("sex")) which += " AND sex = 'any'";
  if (!says("stage") && !says("birth_year"))
    which += fmt::format(" AND from_years <= {0} AND ifnull(below_years > {0}, 1)", adult_age);
  return load(catalogue, which, guideline);
}

const Target* DayTargets::to_reach(Nutrient nutrient) const {
  const auto held = [](const std::optional<Target>& target) { return target ? &*target : nullptr; };
  switch (nutrient) {
    case Nutrient::Water:
      return held(water);
    case Nutrient::Magnesium:
      return held(magnesium);
    case Nutrient::Potassium:
      return held(potassium);
    case Nutrient::Sodium:
      return held(sodium);
    default:
      return nullptr;
  }
}

const Target* DayTargets::not_to_pass(Nutrient nutrient) const {
  return nutrient == Nutrient::Sodium && sodium_limit ? &*sodium_limit : nullptr;
}

double drinks_share_of_water(Guideline guideline, Stage stage, std::optional<int> age) {
  if (guideline == Guideline::Efsa) return 0.80;
  if (stage == Stage::Pregnant) return 0.77;
  if (stage == Stage::Lactating) return 0.82;
  const int years = age.value_or(adult_age);
  if (years < 4) return 0.71;
  if (years < 9) return 0.70;
  if (years < 14) return 0.75;
  return years < 19 ? 0.80 : 0.81;
}

DayTargets reference_targets(const std::vector<ReferenceIntake>& references, const Profile& profile,
                             std::optional<int> age) {
  const Person person{profile.guideline, profile.sex, profile.stage, age.value_or(adult_age)};
  const auto figure = [&](Nutrient nutrient, Meaning meaning) { return find(references, person, nutrient, meaning); };
  DayTargets targets;
  targets.water = figure(Nutrient::Water, Meaning::Target);
  targets.magnesium = figure(Nutrient::Magnesium, Meaning::Target);
  targets.potassium = figure(Nutrient::Potassium, Meaning::Target);
  targets.sodium = figure(Nutrient::Sodium, Meaning::Target);
  targets.sodium_limit = figure(Nutrient::Sodium, Meaning::Limit);
  targets.magnesium_supplement_limit = figure(Nutrient::Magnesium, Meaning::SupplementLimit);
  targets.fluid_basis = profile.fluid_basis;
  if (targets.water && profile.fluid_basis == FluidBasis::Drinks) {
    targets.water->amount *= drinks_share_of_water(profile.guideline, profile.stage, age);
  }
  const bool sex_known = profile.sex.has_value() || profile.stage != Stage::None;
  targets.general_adult = !sex_known || !age;
  return targets;
}

DayTargets by_guideline(const std::vector<ReferenceIntake>& references, Guideline guideline, Profile profile,
                        calendar::Day day) {
  profile.guideline = guideline;
  return reference_targets(references, profile, profile.age_on(day));
}

}  // namespace lytes::targets
