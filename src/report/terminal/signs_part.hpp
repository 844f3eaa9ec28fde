#pragma once

#include <span>
#include <string>

#include "lytes/report/style.hpp"
#include "lytes/safety/over_days.hpp"

namespace lytes::report {

/// The open signs for the head of a page, emergencies first and apart from all else; empty where there are none. For
/// the one who types alone: it holds what a page to share leaves out.
std::string open_signs_part(std::span<const safety::OpenSign> signs, const Style& style);

/// The same for a page to share, under a heading.
std::string signs_for_a_doctor(std::span<const safety::OpenSign> signs, const Style& style);

}  // namespace lytes::report
