#pragma once

#include "looks.hpp"

namespace lytes::insight {

/// What an exposure's grade rests on, at one look.
struct Verdict {
  Grounds grounds;
  Question question = Question::DayBefore;  ///< the one that the verdict rests on, or would
  NextDayUnknown next_day_unknown;
  std::optional<bool> quarters_agree;      ///< looked at only where it may be strong
  std::optional<bool> partial_days_agree;  ///< the same; empty also where there are none

  Grade grade() const { return insight::grade(grounds); }
};

/// Whether it is strong is looked at today only: of an earlier week it is asked whether it was moderate.
Verdict verdict(Looks& looks, std::size_t weeks_back, std::size_t exposure);

/// Spasms that the unknown days would need; empty where the interval holds 1, or no such day is unknown.
std::optional<TippingPoint> tipping_point(const stats::JointEffect& effect, const NextDayUnknown& unknown,
                                          const stats::JointData& data, std::size_t exposure);

}  // namespace lytes::insight
