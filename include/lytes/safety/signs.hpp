#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::safety {

/// A sign beside a spasm that belongs in a doctor's hands; vocabulary/signs.csv has them with their sources.
struct Sign {
  std::string name;           ///< as stored and shown: "numbness", "loss of bladder or bowel control"
  Level level;                ///< Emergency or Soon
  std::string in_a_sentence;  ///< "very severe pain" for "severe"
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

/// Severity from which a spasm counts as severe by itself. On the usual 0-10 scale 7 and more is called severe
/// (Serlin et al., Pain 1995;61:277), but a short calf cramp is often given a 7 or 8; 9 and 10 are what people keep
/// for the worst, and only these are sent to a doctor.
inline constexpr int severe_from = 9;

/// Length from which a spasm counts as lasting beyond a few days: three days.
inline constexpr double lasting_from_minutes = 3.0 * 24.0 * 60.0;

/// One spasm, or several at once, as far as signs go.
struct SpasmSigns {
  std::optional<int> severity;
  std::optional<double> minutes;
  std::vector<std::string> names;  ///< that were said; names that this program does not know are passed over
};

/// The spasms of a line as one: the worst severity, the longest, and the signs of all.
SpasmSigns together(std::span<const journal::Entry> entries);

/// The signs that were said and those that the numbers say, each once, in the order of the book.
std::vector<const Sign*> signs_of(const SpasmSigns& spasm, const SignBook& book);

/// What a spasm's signs call for: at most one remark for the emergencies, then at most one for the others, each naming
/// its signs. A condition in the profile that asks for a doctor sooner is named in the same breath.
std::vector<Remark> remarks_on_spasm(const SpasmSigns& spasm, const SignBook& book,
                                     const targets::PersonalAdvice& personal);

}  // namespace lytes::safety
