#include "lytes/targets/profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::targets {
namespace {

constexpr std::string_view condition_prefix = "condition:";
constexpr std::string_view medicine_prefix = "medicine:";
constexpr std::string_view reviewed_prefix = "reviewed:";
constexpr std::string_view since_word = "since ";
constexpr std::string_view kidney_test_name = "kidney_test";
constexpr int earliest_birth_year = 1900;

/// One word a person may use, and the word that is stored for it.
struct Synonym {
  std::string_view said;
  std::string_view stored;
};

constexpr std::array sexes = {Synonym{"f", "female"}, Synonym{"female", "female"}, Synonym{"woman", "female"},
                              Synonym{"w", "female"}, Synonym{"m", "male"},        Synonym{"male", "male"},
                              Synonym{"man", "male"}};
constexpr std::array stages = {Synonym{"none", "none"},
                               Synonym{"no", "none"},
                               Synonym{"pregnant", "pregnant"},
                               Synonym{"pregnancy", "pregnant"},
                               Synonym{"lactating", "lactating"},
                               Synonym{"lactation", "lactating"},
                               Synonym{"breastfeeding", "lactating"},
                               Synonym{"breast feeding", "lactating"}};
constexpr std::array guidelines = {Synonym{"us", "us"},     Synonym{"usa", "us"},  Synonym{"nam", "us"},
                                   Synonym{"efsa", "efsa"}, Synonym{"eu", "efsa"}, Synonym{"europe", "efsa"}};
constexpr std::array fluid_bases = {Synonym{"total", "total"}, Synonym{"all", "total"}, Synonym{"drinks", "drinks"},
                                    Synonym{"drink", "drinks"}};
constexpr std::array health_words = {Synonym{"none", "none"},       Synonym{"nothing", "none"}, Synonym{"no", "none"},
                                     Synonym{"healthy", "none"},    Synonym{"good", "none"},    Synonym{"fine", "none"},
                                     Synonym{"no problems", "none"}};
constexpr std::array names = {Synonym{"sex", "sex"},
                              Synonym{"gender", "sex"},
                              Synonym{"birth year", "birth_year"},
                              Synonym{"year of birth", "birth_year"},
                              Synonym{"born", "birth_year"},
                              Synonym{"stage", "stage"},
                              Synonym{"guideline", "guideline"},
                              Synonym{"fluid basis", "fluid_basis"},
                              Synonym{"fluid", "fluid_basis"},
                              Synonym{"condition", "condition"},
                              Synonym{"medicine", "medicine"},
                              Synonym{"medication", "medicine"},
                              Synonym{"drug", "medicine"},
                              Synonym{"medicines", "medicine"},
                              Synonym{"conditions", "condition"},
                              Synonym{"reviewed", "reviewed"},
                              Synonym{"kidney test", "kidney_test"},
                              Synonym{"health", "health"}};

template <class Table>
std::string stored_word(const Table& table, std::string_view said, const std::string& problem,
                        const std::string& valid) {
  const std::string wanted = text::plain_words(said);
  const auto found = std::find_if(table.begin(), table.end(), [&](const Synonym& word) { return word.said == wanted; });
  if (found == table.end()) throw InputError(problem, std::string(said), 0, valid);
  return std::string(found->stored);
}

std::string name_of(std::string_view what) {
  return stored_word(
      names, what, "A profile holds no '" + std::string(what) + "'",
      "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, reviewed, kidney_test or health");
}

std::string birth_year_of(std::string_view value, int this_year) {
  std::string text = text::plain_words(value);
  // Plain words have lost what stood before the figures, which may have been a minus sign.
  if (value.find_first_not_of("0123456789 ") != std::string_view::npos) text.clear();
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc{} || end != text.data() + text.size() || year < earliest_birth_year || year > this_year) {
    throw InputError(
        "The year of birth is a year from " + std::to_string(earliest_birth_year) + " to " + std::to_string(this_year),
        std::string(value), 0, "1980");
  }
  return text;
}

void apply_about_health(Profile& profile, const ProfileFact& fact) {
  const std::string& value = *fact.value;
  const auto rest = [&](std::string_view prefix) { return fact.name.substr(prefix.size()); };
  if (fact.name == "health") {
    profile.said_to_be_healthy = value == "none";
  } else if (fact.name == kidney_test_name) {
    profile.kidney_test = value;
  } else if (fact.name.starts_with(reviewed_prefix)) {
    profile.reviewed.push_back({rest(reviewed_prefix), calendar::iso(fact.from)});
  } else if (is_about_health(fact.name)) {
    const bool condition = fact.name.starts_with(condition_prefix);
    const std::string what = rest(condition ? condition_prefix : medicine_prefix);
    (condition ? profile.conditions : profile.medicines).push_back(what);
    if (value.starts_with(since_word)) profile.since.push_back({what, value.substr(since_word.size())});
  }
}

void apply(Profile& profile, const ProfileFact& fact) {
  const std::string& name = fact.name;
  const std::string& value = *fact.value;
  if (name == "sex") {
    // A word that lytes never writes says nothing of the person.
    if (value == "female") profile.sex = Sex::Female;
    if (value == "male") profile.sex = Sex::Male;
  } else if (name == "birth_year") {
    int year = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), year);
    const bool whole = error == std::errc{} && end == value.data() + value.size();
    if (whole && year >= earliest_birth_year) profile.birth_year = year;
  } else if (name == "stage") {
    profile.stage = value == "pregnant" ? Stage::Pregnant : value == "lactating" ? Stage::Lactating : Stage::None;
  } else if (name == "guideline") {
    profile.guideline = value == "efsa" ? Guideline::Efsa : Guideline::Us;
  } else if (name == "fluid_basis") {
    profile.fluid_basis = value == "drinks" ? FluidBasis::Drinks : FluidBasis::Total;
  } else {
    apply_about_health(profile, fact);
  }
}

/// As names of conditions and medicines are kept; a hyphen between figures stays, for "1-0-1" is a dose.
std::string plain_name(std::string_view which) {
  std::string name;
  std::size_t begin = 0;
  for (std::size_t place = 1; place + 1 < which.size(); ++place) {
    if (which[place] != '-' || !text::is_digit(which[place - 1]) || !text::is_digit(which[place + 1])) continue;
    name += text::plain_words(which.substr(begin, place - begin)) + "-";
    begin = place + 1;
  }
  return name + text::plain_words(which.substr(begin));
}

/// Of statements in order of their days, the one that holds on `day`: the last not after it, or the first of all.
template <class Statement>
const Statement* holding(const std::vector<const Statement*>& statements, calendar::Day day) {
  const Statement* held = statements.empty() ? nullptr : statements.front();
  for (const Statement* statement : statements) {
    if (statement->from <= day) held = statement;
  }
  return held;
}

}  // namespace

std::optional<int> Profile::age_on(calendar::Day day) const {
  if (!birth_year) return std::nullopt;
  return static_cast<int>(std::chrono::year_month_day(day).year()) - *birth_year;
}

StatedFact read_fact(std::string_view what, std::string_view value, int this_year) {
  const std::string name = name_of(what);
  if (name == "sex") return {name, stored_word(sexes, value, "The sex is female or male", "female")};
  if (name == "birth_year") return {name, birth_year_of(value, this_year)};
  if (name == "stage") {
    return {name, stored_word(stages, value, "The stage is pregnant, lactating or none", "pregnant")};
  }
  if (name == "guideline") return {name, stored_word(guidelines, value, "The guideline is US or EFSA", "efsa")};
  if (name == "fluid_basis") {
    return {name, stored_word(fluid_bases, value, "The fluid basis is total water or drinks", "drinks")};
  }
  if (name == "health") {
    return {name, stored_word(health_words, value, "Of health only `none` is said; what there is has a name of its own",
                              "health=none, or condition=\"kidney disease\" medicine=lisinopril")};
  }
  if (name == kidney_test_name) return {name, std::string(value)};
  if (text::plain_words(value).empty()) {
    throw InputError("The " + name + " has no name", std::string(value), 0,
                     name == "condition" ? "kidney disease" : "lisinopril");
  }
  return {fact_name(name, value), "yes"};
}

namespace {

/// A year, a month or a day that is not after today, as it was said.
std::string read_date(std::string_view value, calendar::Day today, const std::string& example) {
  constexpr std::string_view first_day = "0000-01-01";
  std::string day(value);
  if (day.size() < first_day.size())
    day += first_day.substr(day.size());  // "2024" and "2024-03" begin with their first
  const auto begins = calendar::parse_iso_day(day);
  if (!begins || *begins > today) {
    throw InputError("This is no year, month or day that has been", std::string(value), 0, example);
  }
  return std::string(value);
}

}  // namespace

std::string read_kidney_test(std::string_view value, calendar::Day today) {
  return read_date(value, today, "kidney_test=2026-03");
}

std::string read_since(std::string_view value, calendar::Day today) { return read_date(value, today, "since=2024-03"); }

StatedFact with_beginning(StatedFact fact, const std::string& since) {
  fact.value = std::string(since_word) + since;
  return fact;
}

bool is_about_health(std::string_view fact_name) {
  return fact_name.starts_with(condition_prefix) || fact_name.starts_with(medicine_prefix);
}

bool is_review(std::string_view fact_name) { return fact_name.starts_with(reviewed_prefix); }

std::string named_in(std::string_view fact_name) { return std::string(fact_name.substr(fact_name.find(':') + 1)); }

std::string fact_name(std::string_view what, std::string_view which) {
  std::string name = name_of(what);
  if (name == "condition") return std::string(condition_prefix) + plain_name(which);
  if (name == "medicine") return std::string(medicine_prefix) + plain_name(which);
  if (name == "reviewed") return std::string(reviewed_prefix) + plain_name(which);
  return name;
}

Profile ProfileHistory::on(calendar::Day day) const {
  std::map<std::string_view, std::vector<const ProfileFact*>> by_name;
  for (const ProfileFact& fact : facts) by_name[fact.name].push_back(&fact);
  Profile profile;
  for (const auto& [name, statements] : by_name) {
    const ProfileFact* held = holding(statements, day);
    if (held->value) apply(profile, *held);
  }
  return profile;
}

std::optional<Guideline> ProfileHistory::only_guideline() const {
  std::optional<Guideline> only;
  for (const ProfileFact& fact : facts) {
    if (fact.name != "guideline") continue;
    Profile said;
    if (fact.value) apply(said, fact);
    if (only && *only != said.guideline) return std::nullopt;
    only = said.guideline;
  }
  return only.value_or(Profile{}.guideline);
}

std::optional<double> ProfileHistory::own_target(quantity::Nutrient nutrient, calendar::Day day) const {
  std::vector<const OwnTarget*> statements;
  for (const OwnTarget& target : own_targets) {
    if (target.nutrient == nutrient) statements.push_back(&target);
  }
  const OwnTarget* held = holding(statements, day);
  return held == nullptr ? std::nullopt : held->amount;
}

std::string_view word_for(Sex sex) { return sex == Sex::Female ? "female" : "male"; }

std::string_view word_for(Stage stage) {
  if (stage == Stage::Pregnant) return "pregnant";
  return stage == Stage::Lactating ? "lactating" : "none";
}

std::string_view word_for(Guideline guideline) { return guideline == Guideline::Us ? "us" : "efsa"; }

std::string_view word_for(FluidBasis basis) { return basis == FluidBasis::Total ? "total" : "drinks"; }

}  // namespace lytes::targets
