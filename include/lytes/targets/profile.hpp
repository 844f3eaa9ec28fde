#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::targets {

enum class Sex { Female, Male };
enum class Stage { None, Pregnant, Lactating };
enum class Guideline { Us, Efsa };

/// What the day's water is: all of it, food's moisture included, or drinks alone.
/// Drinks alone is for people who log drinks but not food; the target is then the drinks' share of it.
enum class FluidBasis { Total, Drinks };

/// A condition or medicine of the profile, and a date that was said of it.
struct Dated {
  std::string name;  ///< as it stands among the conditions or medicines
  std::string date;  ///< "2024", "2024-03" or "2024-03-15"

  bool operator==(const Dated&) const = default;
};

/// The person as of one day. Everything may be unsaid; what is not said changes nothing.
struct Profile {
  std::optional<Sex> sex;
  std::optional<int> birth_year;
  Stage stage = Stage::None;
  Guideline guideline = Guideline::Us;
  FluidBasis fluid_basis = FluidBasis::Total;
  std::vector<std::string> conditions;  ///< in the person's own word, alphabetically
  std::vector<std::string> medicines;   ///< likewise, with its dose: "lisinopril 10 mg", not its class
  std::vector<Dated> since;             ///< when one of them began, of those of which that was said
  std::vector<Dated> reviewed;          ///< those that a doctor or pharmacist was asked about, and when that was said
  std::optional<std::string> kidney_test;  ///< when a blood test of the kidneys was in order: "2026", "2026-03", ...
  bool said_to_be_healthy = false;         ///< "health=none": there is nothing of that kind

  /// Whether conditions and medicines were said, or that there are none.
  bool health_was_asked() const { return said_to_be_healthy || !conditions.empty() || !medicines.empty(); }

  /// Age in years, by year: the age that is reached in the calendar year of `day`. Only the year of birth is
  /// kept, so a person moves to the next age group on 1 January, at most a year early.
  std::optional<int> age_on(calendar::Day day) const;

  bool operator==(const Profile&) const = default;
};

/// Something said of the person, checked and in the words that are stored: {"sex", "female"},
/// {"birth_year", "1980"}, {"stage", "pregnant"}, {"guideline", "efsa"}, {"fluid_basis", "drinks"},
/// {"condition:kidney disease", "yes"}, {"medicine:ramipril 5 mg", "since 2024-03"}, {"reviewed:ramipril 5 mg", "yes"},
/// {"kidney_test", "2026-03"}, {"health", "none"}.
struct StatedFact {
  std::string name;
  std::string value;
};

/// Reads what a person says of themselves: ("sex", "f"), ("born", "1980"), ("stage", "breastfeeding"),
/// ("guideline", "EU"), ("fluid basis", "drinks"), ("condition", "heart failure"), ("medicine", "lisinopril"),
/// ("reviewed", "lisinopril"), ("health", "none").
/// A condition or medicine is kept whether there is advice about it or not; see PersonalAdvice::unknown.
/// @param this_year a later year of birth is refused
/// @throws InputError if `what` is none of these or `value` does not fit it
StatedFact read_fact(std::string_view what, std::string_view value, int this_year);

/// When a condition or a medicine began, as it is stored: a year, a month or a day that is not after today.
/// @throws InputError for anything else
std::string read_since(std::string_view value, calendar::Day today);

/// When a blood test of the kidneys was in order, as it is stored: a year, a month or a day that is not after today.
/// @throws InputError for anything else
std::string read_kidney_test(std::string_view value, calendar::Day today);

/// The same fact with the day, month or year from which it has been so.
/// @param fact a condition or medicine
StatedFact with_beginning(StatedFact fact, const std::string& since);

/// Whether this is the fact of a condition or a medicine.
bool is_about_health(std::string_view fact_name);

/// Whether this is the fact that somebody was asked about a condition or medicine.
bool is_review(std::string_view fact_name);

/// The condition or medicine that such a fact names: "ramipril 5 mg".
std::string named_in(std::string_view fact_name);

/// The name under which ("condition", "Kidney disease") is stored, without looking at a value: for ending a fact.
/// @throws InputError if `what` is not a thing a profile holds
std::string fact_name(std::string_view what, std::string_view which = {});

/// One stored statement. It holds from its day until the next one of the same name.
struct ProfileFact {
  std::string name;
  calendar::Day from;
  std::optional<std::string> value;  ///< empty: from this day on nothing is said
};

/// A clinician's own number. For water, magnesium and potassium what to reach; for sodium the most to take.
struct OwnTarget {
  quantity::Nutrient nutrient;
  calendar::Day from;
  std::optional<double> amount;  ///< ml or mg a day; empty: from this day on the reference intake again
};

/// All that was ever said, each name in order of its days.
///
/// Days before a name's first statement take that first statement: someone who sets up a profile after a month of
/// logging wants that month judged by it too. (Where the first must not reach back, an empty one is stored before it.)
struct ProfileHistory {
  std::vector<ProfileFact> facts;
  std::vector<OwnTarget> own_targets;

  Profile on(calendar::Day day) const;
  /// The guideline of every day; empty where it was changed.
  std::optional<Guideline> only_guideline() const;
  std::optional<double> own_target(quantity::Nutrient nutrient, calendar::Day day) const;
};

std::string_view word_for(Sex sex);
std::string_view word_for(Stage stage);
std::string_view word_for(Guideline guideline);
std::string_view word_for(FluidBasis basis);

}  // namespace lytes::targets
