#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/moment.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/reference.hpp"

namespace lytes::report {

struct ProfileView {
  const targets::Profile& profile;
  const targets::PersonalAdvice& personal;
  std::string day_start;
  std::string measures;
  std::string date_order;
  std::optional<int> age;
};

std::string profile_page(const ProfileView& view, const Style& style);
std::string profile_json(const ProfileView& view);

/// The targets in force, and what both guidelines say.
struct TargetsView {
  const targets::DayTargets& in_force;
  targets::DayTargets us;
  targets::DayTargets efsa;
  targets::Guideline guideline;
  safety::Aims aims;
};

std::string targets_page(const TargetsView& view, const Style& style);
std::string targets_json(const TargetsView& view);

/// With which measures and order of dates a journal is begun, and how to change that; a remark.
std::string customs_line(quantity::MeasureSystem measures, calendar::DateOrder dates);

}  // namespace lytes::report
