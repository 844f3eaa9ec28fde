#include <fmt/format.h>

#include "lytes/report/profile_page.hpp"

namespace lytes::report {

std::string customs_line(quantity::MeasureSystem measures, calendar::DateOrder dates) {
  using quantity::MeasureSystem;
  const char* cups = measures == MeasureSystem::Us         ? "US ones (a pint is 473 ml)"
                     : measures == MeasureSystem::Imperial ? "British ones (a pint is 568 ml)"
                                                           : "metric ones (a cup is 250 ml)";
  std::string order;
  std::string other_order;
  if (dates != calendar::DateOrder::Unsaid) {
    const bool month_first = dates == calendar::DateOrder::MonthFirst;
    order = month_first ? ", and 3/4 is 4 March" : ", and 3/4 is 3 April";
    other_order = month_first ? " date_order=day_first" : " date_order=month_first";
  }
  return fmt::format("by your locale and zone, cups and pints are {}{}. To change it: lytes profile set measures={}{}",
                     cups, order, measures == MeasureSystem::Us ? "metric" : "us", other_order);
}

}  // namespace lytes::report
