#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/insight/visit_questions.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/intake_course.hpp"
#include "lytes/safety/nights.hpp"
#include "lytes/safety/over_days.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/timeline/course.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/taken.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// What a page for a doctor is made from.
struct VisitView {
  const targets::Profile& profile;
  std::optional<int> age;
  const targets::PersonalAdvice& personal;
  std::optional<timeline::SaidWeight> weight;

  const timeline::Timeline& timeline;
  std::optional<calendar::DayRange> diary;  ///< up to the last shown day; empty for an empty one
  calendar::DayRange shown;                 ///< all of them begun
  calendar::Day today;

  std::span<const safety::SeenToldSign> seen_signs;  ///< the open ones stand with the evidence
  std::array<timeline::CoursePart, 2> halves;        ///< of the shown days
  safety::Nights nights;
  std::array<safety::IntakeCourse, 4> intake;
  bool general_adult = false;  ///< the goals are those of adults in general
  targets::FluidBasis fluid_basis = targets::FluidBasis::Total;
  std::vector<timeline::TakenProduct> taken;
  std::vector<timeline::LoggedFactor> factors;
  const insight::Evidence& evidence;  ///< of all days up to the last shown one
  std::vector<insight::VisitQuestion> questions;
};

/// Who it is, what was heard, how the spasms went, what was taken in, and what is worth asking: for a doctor who has a
/// few minutes. Thoughts of suicide are never on it, nor any name of a file.
std::string visit_page(const VisitView& view, const Style& style);

/// The same as one HTML file that needs nothing else; at most two A4 sheets when printed.
std::string visit_html(const VisitView& view);

/// {"for_doctor":{"range":...,"person":...,"conditions":[...],"medicines":[...],"logging":...,"signs":[...],
///  "spasms":...,"intake":[...],"taken":[...],"factors":[...],"associations":[...],"questions":[...]}}
std::string visit_json(const VisitView& view);

}  // namespace lytes::report
