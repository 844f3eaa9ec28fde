#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lytes/targets/profile.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::targets {

/// What a condition or a medicine changes in what lytes says.
enum class Effect {
  NoMorePotassium,        ///< never suggest more potassium
  NoMoreFluid,            ///< never suggest drinking more
  NoMagnesiumSupplement,  ///< never suggest magnesium, and say so when a supplement is taken
  MayLowerMagnesium,
  MayLowerPotassium,
  MayRaisePotassium,  ///< never suggest more potassium either
  MayGoWithCramps,
  SeeDoctorSooner,
  OwnSpasmReason  ///< by itself a reason for spasms that no intake explains
};

struct Advice {
  enum class Kind { Condition, Medicine };

  Kind kind;
  std::string name;  ///< "kidney disease", "ACE inhibitor"
  std::vector<Effect> effects;
  std::string says;
  std::string source;
};

/// The catalogue's table of conditions and medicines, found by name or alias whatever the case.
class AdviceBook {
 public:
  struct Alias {
    std::string alias;
    std::string name;
  };

  AdviceBook(std::vector<Advice> advice, std::vector<Alias> aliases)
      : advice_(std::move(advice)), aliases_(std::move(aliases)) {}

  /// @return null if the words are not known as a condition (or medicine)
  const Advice* find(Advice::Kind kind, std::string_view words) const;

  /// What applies to words as people write them: a dose or stage behind the name is not looked at ("lisinopril 10 mg"),
  /// and a combination is each of its parts ("lisinopril/hydrochlorothiazide"). Empty where nothing is known.
  std::vector<const Advice*> all_about(Advice::Kind kind, std::string_view words) const;

  /// Names that begin like the words, for a slip of the pen.
  std::vector<std::string> names_like(Advice::Kind kind, std::string_view words) const;

  const std::vector<Advice>& all() const { return advice_; }

 private:
  std::vector<Advice> advice_;
  std::vector<Alias> aliases_;
};

/// @throws StorageError (Damaged) if a row of the catalogue cannot be understood
AdviceBook load_advice(storage::ReadOnlyFile& catalogue);

/// The advice for one person: that of each condition and medicine in the profile.
class PersonalAdvice {
 public:
  struct Item {
    std::string as_said;  ///< the person's word: "lisinopril"; the table's spelling if it is the table's name
    Advice advice;
  };

  PersonalAdvice() = default;

  /// What the book does not know has no advice; it is kept in `unknown`.
  PersonalAdvice(const Profile& profile, const AdviceBook& book);

  bool has(Effect effect) const;

  /// The person's own words for what has this effect, for "because of kidney disease and lisinopril".
  std::vector<std::string> because_of(Effect effect) const;

  const std::vector<Item>& items() const { return items_; }

  struct Unknown {
    std::string as_said;
    std::vector<std::string> perhaps;  ///< names that begin alike
  };
  /// What may change the advice in a way that nobody here knows: reason enough to suggest nothing without asking.
  const std::vector<Unknown>& unknown() const { return unknown_; }

 private:
  std::vector<Item> items_;
  std::vector<Unknown> unknown_;
};

}  // namespace lytes::targets
