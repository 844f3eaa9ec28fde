#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lytes/targets/profile.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::targets {

class PhraseReader;

/// What a condition or a medicine changes in what lytes says. vocabulary/conditions.csv and medicines.csv name them in
/// the same words (`word_for`).
enum class Effect {
  NoMoreFluid,        ///< no goal for fluid; an own number is a limit
  NoMorePotassium,    ///< no goal for potassium; an own number is a limit; doses warn
  NoMoreMagnesium,    ///< no goal for magnesium; an own number is a limit; doses warn
  MayRaisePotassium,  ///< no goal for potassium and, by itself, no limit either: fruit is never too much; doses warn
  AskMagnesium,       ///< magnesium in food is free, tablets of it are to be asked about
  AskFirst,           ///< goals stand, but nothing is suggested before a doctor or pharmacist was asked
  KeepSteady,         ///< fluid and salt are to be kept as they are, neither cut down nor pushed
  DrinkToThirst,      ///< whatever else holds fluid back, thirst comes first
  HideGoals,          ///< no goal of any kind is shown
  NoSodiumLimit,      ///< salt is needed: no limit is shown
  MayLowerMagnesium,
  MayLowerPotassium,
  MayGoWithCramps,
  SeeDoctorSooner,
  OwnSpasmReason,  ///< by itself a reason for spasms that no intake explains
  // With vomiting or diarrhoea:
  CallWhenLosing,       ///< the doctor or team is to be called the same day
  KidneysWhenLosing,    ///< strains the kidneys of somebody who dries out
  SugarWhenLosing,      ///< sugar goes astray
  StrongerWhenLosing,   ///< acts more strongly as fluid and salts are lost
  EmergencyWhenLosing,  ///< vomiting is an emergency
  IsNsaid,              ///< a painkiller of the kind of ibuprofen
  AskNsaid,             ///< such a painkiller is to be asked about
  IsQuinine,
  AskQuinine,  ///< quinine is to be asked about before any more
  NoChange     ///< known, and nothing follows from it
};

/// Only the year of birth is known: in the year of the 18th birthday somebody may still be 17.
bool may_be_under_18(std::optional<int> age);

/// "no_more_fluid", "ask_first", ...: as in the tables and in JSON.
std::string_view word_for(Effect effect);

struct Advice {
  enum class Kind { Condition, Medicine };

  Kind kind;
  std::string name;  ///< "kidney disease", "ACE inhibitor"
  std::vector<Effect> effects;
  std::string says;  ///< one sentence, calm
  std::string source;

  bool has(Effect effect) const;
};

/// The catalogue's table of conditions and medicines.
class AdviceBook {
 public:
  struct Alias {
    std::string alias;   ///< as people write it
    std::string phrase;  ///< as text::words_and_figures_of compares it
    std::string name;    ///< of the advice
  };

  /// As they are compared.
  struct SmallWords {
    std::vector<std::string> fillers;  ///< words around a phrase that mean nothing by themselves: "i", "have"
    std::vector<std::string> joints;   ///< words that part two things: "and", "with"
    std::vector<std::string> others;   ///< further words of the tables whose phrases were left out
  };

  AdviceBook(std::vector<Advice> advice, std::vector<Alias> aliases, const SmallWords& small_words);

  /// @return null if no row has this name
  const Advice* find(std::string_view name) const;

  struct Reading {
    std::vector<const Advice*> about;  ///< each once; empty where nothing is known
    bool whole = false;                ///< false: something may be meant besides that nobody here knows
  };

  /// What applies to words as people type them, whether it is a condition or a medicine: with a stage or a dose before
  /// or behind, in another order, with a slip of spelling ("hypo" and "hyper" are never taken for each other), among
  /// other words. A doubtful slip is taken for all that it may be, so that the stricter holds.
  Reading read(std::string_view words) const;

  /// Whether the words say that there is nothing of it: "no heart disease", "not pregnant", "diabetes: none", or that
  /// there is nothing at all: "none". A condition that is named by what is missing is one: "no colon".
  bool is_denied(std::string_view words) const;

  /// Names that begin like the words, for a slip of the pen.
  std::vector<std::string> names_like(std::string_view words) const;

  const std::vector<Advice>& all() const { return advice_; }

 private:
  std::vector<Advice> advice_;
  std::vector<Alias> aliases_;
  std::shared_ptr<const PhraseReader> reader_;
};

/// @throws StorageError (Damaged) if a row of the catalogue cannot be understood
AdviceBook load_advice(storage::ReadOnlyFile& catalogue);

/// As much of the table as may be about these texts, which reads them as the whole table does: the few rows that share
/// a word with them where all their words are known, and the whole table where one may be a slip of any other.
/// @throws StorageError (Damaged) if a row of the catalogue cannot be understood
AdviceBook load_advice_about(storage::ReadOnlyFile& catalogue, const std::vector<std::string>& texts);

/// The advice for one person: that of each condition and medicine in the profile, and what age, pregnancy and
/// breastfeeding ask for.
class PersonalAdvice {
 public:
  struct Item {
    std::string as_said;  ///< the person's word: "lisinopril"; the table's spelling if it is the table's name
    Advice advice;
    bool reviewed = false;  ///< a doctor or pharmacist was asked about it; lifts `AskFirst` and nothing else
  };

  /// Somebody of whom nothing is known but that there is nothing.
  PersonalAdvice() = default;

  /// @param age in years, by year; empty where it was not said
  /// @param book may be null where the profile holds neither conditions nor medicines
  PersonalAdvice(const Profile& profile, std::optional<int> age, const AdviceBook* book);

  bool has(Effect effect) const { return !because_of(effect).empty(); }

  /// The person's own words for what has this effect, for "because of kidney disease and lisinopril". `AskFirst` only
  /// of what was not reviewed.
  std::vector<std::string> because_of(Effect effect) const;

  const std::vector<Item>& items() const { return items_; }

  /// Why a doctor, midwife or pharmacist is to be asked before anything is suggested: items that say so, and age,
  /// pregnancy and breastfeeding from the profile's own fields. Empty: nobody needs to be asked.
  std::vector<std::string> ask_first() const;

  /// Those of `ask_first` that are no item: "an age under 18", "pregnancy".
  const std::vector<std::string>& ask_first_by_person() const { return by_person_; }

  struct Unknown {
    std::string as_said;
    std::vector<std::string> perhaps;  ///< names that begin alike
    bool reviewed = false;
  };
  /// What may change the advice in a way that nobody here knows.
  const std::vector<Unknown>& unknown() const { return unknown_; }

  /// Those of them that nobody was asked about: reason enough to suggest nothing.
  std::vector<std::string> unknown_unreviewed() const;

  /// Whether conditions and medicines were said, or that there are none. An empty profile is not a healthy one.
  bool health_was_asked() const { return health_was_asked_; }

 private:
  void add(const std::string& said, bool reviewed, const AdviceBook& book);

  std::vector<Item> items_;
  std::vector<Unknown> unknown_;
  std::vector<std::string> by_person_;
  bool health_was_asked_ = true;
};

}  // namespace lytes::targets
