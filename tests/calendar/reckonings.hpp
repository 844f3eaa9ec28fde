#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

/// A reckoning in `zone` whose clock shows `now`, "2026-11-22 10:00".
inline Reckoning reckoning_at(const std::string& now, const std::string& zone = "Europe/Berlin",
                              std::chrono::minutes day_start = std::chrono::minutes(240)) {
  const Zone there = Zone::named(zone);
  return {there, parse_instant(now, there), day_start};
}

inline Day day(const std::string& text) { return parse_iso_day(text).value(); }

inline std::string said(const std::string& text, const Reckoning& reckoning) {
  return iso(parse_moment(text, reckoning).moment);
}

/// The error of `read`, which must be an InputError that points into `text` and names something valid.
template <typename Read>
InputError error_of(const std::string& text, Read read) {
  INFO('"' << text << '"');
  try {
    read();
  } catch (const InputError& error) {
    CHECK(error.input == text);
    CHECK(error.place <= text.size());
    CHECK_FALSE(error.valid.empty());
    return error;
  }
  FAIL("nothing was refused");
  throw std::logic_error("unreachable");
}

}  // namespace lytes::calendar
