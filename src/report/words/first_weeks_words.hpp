#pragma once

#include <string>
#include <vector>

#include "lytes/report/report_page.hpp"

namespace lytes::report {

/// Whether nothing can be compared yet, of what may be told: then a page shows what there is instead.
bool is_before_first_answer(const insight::Evidence& evidence);

/// What a diary shows before anything can be compared: averages beside the targets, their best sources in this person's
/// own food and what of it would close a gap (only of what is a goal), what is missing most often.
std::vector<std::string> first_weeks_sentences(const ReportView& view);

/// How far it is to the first answer about each: "Magnesium: at least 14 more closed days; so far 3 days short of it
/// and 9 with enough, 5 spasms."
std::vector<std::string> way_to_go_sentences(const insight::Evidence& evidence);

}  // namespace lytes::report
