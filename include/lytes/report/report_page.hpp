#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/before_spasm.hpp"
#include "lytes/timeline/sources.hpp"
#include "lytes/timeline/timeline.hpp"
#include "lytes/timeline/unknown_product.hpp"

namespace lytes::report {

/// What a week and a longer report are made from.
struct ReportView {
  const timeline::Timeline& timeline;  ///< holds at least the shown days and the 28 before them
  calendar::DayRange shown;            ///< the days that have a row; the evidence goes further back
  calendar::Day today;                 ///< days after it are not there yet
  const insight::Evidence& evidence;
  bool is_week = false;  ///< the shown days are a Monday to Sunday
  safety::Aims aims;
  std::vector<timeline::BeforeSpasm> before_last_spasms = {};  ///< empty where no goals are shown at all
  /// Best sources of water, magnesium and potassium, while there is no answer yet; empty afterwards.
  std::array<std::vector<timeline::Source>, 3> sources = {};
  std::optional<timeline::UnknownProduct> unknown =
      {};  ///< what costs the most days; see `timeline::costliest_unknown`
};

/// The page read on Sunday: the days, their spasms beside those of the four weeks before, the evidence so far, what was
/// searched beyond it, and what to do next. Up to five weeks have a row a day, longer ranges a row a month.
std::string report_page(const ReportView& view, const Style& style);

/// {"range":{"from":...,"to":...},"days":[...],"associations":[...],"lag_screen":[...],"red_flags":[],"cautions":[],...}
std::string report_json(const ReportView& view);

}  // namespace lytes::report
