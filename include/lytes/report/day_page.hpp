#pragma once

#include <optional>
#include <span>
#include <string>

#include "lytes/insight/trial_day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/journal/seen_signs.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/safety/over_days.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::report {

/// One day with its entries.
struct DayView {
  const timeline::DayRow& row;
  std::span<const journal::Entry> entries;
  calendar::Day today;
  safety::Aims aims;
  std::span<const safety::OpenSign> open_signs;   ///< on the page of today
  std::optional<insight::CoinOfToday> coin = {};  ///< of an experiment under way, on the page of today
};

/// Where the day stands on water, magnesium and potassium, as every write says it:
/// "today  water 1.2 of 2.2 l  [######----] LOW    Mg 140 of 320 mg LOW (known for 7 of 9 items)    K ..."
/// Wrapped between nutrients where the line is full.
std::string standing_line(const timeline::DayRow& row, calendar::Day today, const safety::Aims& aims,
                          const Style& style);

/// The day at a glance: each nutrient against its target, what is unknown, stress, spasms, entries, status.
std::string day_page(const DayView& view, const Style& style);
std::string day_json(const DayView& view);
/// The same in one line, for a prompt or a reminder: what there is of each, spasms, and whether the day is open.
std::string day_short(const DayView& view, const Style& style);

/// Whether more is to be said of the day: it was neither closed nor set aside nor kept as partly logged.
bool is_open(const timeline::DayRow& row);

/// After `seen`: what is silent now, at which places, and for how long.
std::string seen_lines(std::span<const journal::SeenSign> seen, const Style& style);
std::string seen_json(std::span<const journal::SeenSign> seen);

/// What someone sees who has not logged anything yet.
std::string greeting(const Style& style);

}  // namespace lytes::report
