#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::language {
class Vocabulary;
}
namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::safety {

/// How soon a sign is to be seen by a doctor.
enum class When { Now, Today, ThisWeek, NextVisit };

/// What belongs in a doctor's hands; vocabulary/signs.csv has them with their sources.
struct Sign {
  std::string name;           ///< as stored and shown: "numbness", "loss of bladder or bowel control"
  Level level;                ///< Emergency or Soon
  When when;                  ///< Now for an emergency
  std::string in_a_sentence;  ///< "very severe pain" for "severe"
  std::string reason;         ///< of an emergency: why it cannot wait, a whole sentence
};

/// Every sign, the emergencies first.
class SignBook {
 public:
  SignBook() = default;
  explicit SignBook(std::vector<Sign> signs) : signs_(std::move(signs)) {}

  const std::vector<Sign>& all() const { return signs_; }
  /// Null for a name that is none.
  const Sign* find(std::string_view name) const;

 private:
  std::vector<Sign> signs_;
};

/// @throws StorageError when the catalogue cannot be read
SignBook load_signs(storage::ReadOnlyFile& catalogue);

/// A spasm of this severity or more that lasts longer than `severe_beyond_minutes` is severe by itself. 7 and more of
/// 10 is called severe (Serlin et al., Pain 1995;61:277), but a short cramp of the calf is often given a 9 and is over.
inline constexpr int severe_from = 8;
inline constexpr double severe_beyond_minutes = 30.0;

/// Length from which a spasm counts as lasting beyond a few days: three days.
inline constexpr double lasting_from_minutes = 3.0 * 24.0 * 60.0;

/// The sign that is answered in words of its own and is never shown in a page to share.
inline constexpr std::string_view crisis = "thoughts of suicide";

/// A sign as it was told.
struct ToldSign {
  std::string name;
  std::string place;  ///< on the body: where it was felt, else the site of the spasm; empty where none was said
  calendar::Moment when;
};

/// The signs that entries tell: those kept with a spasm, those that the numbers of a spasm say, and those that the
/// words of a note, a stress rating, a factor or any entry's note speak of. Entries of one line are read together.
///
/// Words are read again each time rather than stored with the entry, so that a journal of an earlier version, an edit
/// and an import are all heard, a word that the vocabulary learns later included, and nothing has to be migrated. Four
/// weeks of texts take a few milliseconds.
/// @throws StorageError when the catalogue cannot be read
std::vector<ToldSign> told_signs(std::span<const journal::Entry> entries, const language::Vocabulary& vocabulary);

/// What the profile makes of new spasms: with cancer, steroids or weak bones one of the back is for a doctor to see.
/// New is one at a site that had none in the 28 days before.
/// @param spasms by time; those of the 28 days before `from` are looked at for what is new alone
/// @param profile conditions and medicines as they stand in it
std::vector<ToldSign> told_by_profile(std::span<const journal::Entry> spasms, calendar::Day from,
                                      const std::vector<std::string>& profile, const language::Vocabulary& vocabulary);

/// Where to call for somebody who thinks of ending their life, in a sentence.
std::string crisis_help();

/// What signs call for: at most one remark for the emergencies, with the reasons, one for thoughts of suicide, and one
/// for the others, each naming its signs. A condition in the profile that asks for a doctor sooner is named in the same
/// breath.
std::vector<Remark> remarks_on(std::span<const ToldSign> told, const SignBook& book,
                               const targets::PersonalAdvice& personal);

}  // namespace lytes::safety
