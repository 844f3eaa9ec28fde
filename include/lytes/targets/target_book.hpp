#pragma once

#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/targets/profile.hpp"
#include "lytes/targets/reference.hpp"

namespace lytes::targets {

/// The targets of any day. Works out once on which days they change, so that asking for thousands of days costs a
/// search among a handful of spans and no query.
class TargetBook {
 public:
  TargetBook(std::vector<ReferenceIntake> references, ProfileHistory history);

  /// Own numbers first, then the reference figures for the person as of that day. An own number for water is taken
  /// as it stands, whatever the fluid basis. Valid as long as the book.
  const DayTargets& on(calendar::Day day) const { return span_of(day).targets; }

  /// The person as of that day. Valid as long as the book.
  const Profile& profile_on(calendar::Day day) const { return span_of(day).profile; }

 private:
  struct Span {
    calendar::Day from;
    Profile profile;
    DayTargets targets;
  };

  const Span& span_of(calendar::Day day) const;

  std::vector<ReferenceIntake> references_;
  ProfileHistory history_;
  std::vector<Span> spans_;  ///< by day; the first reaches back without end
};

}  // namespace lytes::targets
