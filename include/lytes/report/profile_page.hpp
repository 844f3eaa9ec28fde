#pragma once

#include <optional>
#include <string>

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

}  // namespace lytes::report
