#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::storage {
class JournalFile;
struct RowChange;
}  // namespace lytes::storage

namespace lytes::journal {

/// What a coin says of the day: reach the target, or leave the day as it is.
enum class CoinSide { Target, Usual };

/// "target", "usual"
std::string_view word(CoinSide side);

/// What an experiment was planned by, and what was fixed before its first coin. Shares are from 0 to 1.
struct TrialTerms {
  quantity::Nutrient nutrient = quantity::Nutrient::Water;  ///< water, magnesium or potassium
  calendar::Day from{};                                     ///< its first day
  int planned_days = 0;                                     ///< 28 to 365
  std::chrono::minutes draw_from{};                         ///< of the clock, before which no coin is drawn
  double ratio = 2;                                         ///< that it is to find
  double rate = 0;                                          ///< spasms a day before
  double dispersion = 1;                                    ///< variance of the daily counts over their mean
  double short_share = 0;
  double waiting_share = 0;  ///< of days still short at `draw_from`
  double waiting_ends_short = 1;
  double obeyed = 0.85;
  double known = 0.9;

  calendar::Day last_day() const { return from + std::chrono::days{planned_days - 1}; }

  bool operator==(const TrialTerms&) const = default;
};

struct DrawnCoin {
  calendar::Day day;
  CoinSide side;
  bool left_out = false;                 ///< undone: its day is in no sum, and is never drawn for again
  std::optional<bool> obeyed_said = {};  ///< by the person, where the log tells otherwise or nothing

  bool operator==(const DrawnCoin&) const = default;
};

/// How an experiment ended before its last day.
struct TrialEnd {
  calendar::Day day;
  std::string by;  ///< `ended_by_person`, `ended_by_evidence`, or what safety had against going on, as a code

  bool operator==(const TrialEnd&) const = default;
};

inline constexpr std::string_view ended_by_person = "person";
inline constexpr std::string_view ended_by_evidence = "evidence";

struct Trial {
  std::int64_t id = 0;
  TrialTerms terms;
  std::string seed;              ///< 32 hexadecimal digits, which tell the coins to come; empty where a rescue lost it
  std::vector<DrawnCoin> coins;  ///< by day
  std::optional<TrialEnd> end;

  bool operator==(const Trial&) const = default;
};

/// The experiments of a journal. What was drawn, the seed it was drawn by, and that an experiment was ended, stand
/// outside of the history: undo takes a coin out of the sums, and cannot make a way for another.
///
/// Writing is done inside a `storage::Change`. Everything throws StorageError when the journal cannot be read or
/// written, and Damaged when it holds what lytes never writes.
class Trials {
 public:
  /// @param journal must outlive this object
  explicit Trials(storage::JournalFile& journal) : journal_(journal) {}

  /// Whether there is, or was, any; cheap.
  bool any();

  /// All of them, oldest first.
  std::vector<Trial> all();

  /// The newest; empty where there is none.
  std::optional<Trial> latest();

  /// Whether a coin was ever drawn for the day, of whatever experiment, also if it was undone since.
  bool was_drawn_for(calendar::Day day);

  /// Begins an experiment. One that was begun and taken back, and not ended, gives its seed to the next, so that
  /// beginning again is no way to other coins.
  /// @param fresh_seed 32 hexadecimal digits
  /// @return its id
  std::int64_t begin(const TrialTerms& terms, const std::string& fresh_seed);

  /// Keeps what was drawn for a day.
  /// @throws std::logic_error for a day for which there was a coin already
  void add_coin(std::int64_t trial, calendar::Day day, CoinSide side);

  /// Whether the day was done as its coin said; nothing takes back what was said.
  /// @throws NotFoundError "no_coin" where no coin of that day counts
  void say_obeyed(calendar::Day day, std::optional<bool> obeyed);

  /// Whether rows that a change wrote belong to an experiment that is over for good, so that it is not taken back.
  bool are_of_an_ended_one(const std::vector<storage::RowChange>& rows);

  /// For good: undo does not begin it again. What it was already ended by stands.
  void end(std::int64_t trial, const TrialEnd& end);

 private:
  storage::JournalFile& journal_;
};

}  // namespace lytes::journal
