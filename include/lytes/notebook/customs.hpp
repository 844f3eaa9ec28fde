#pragma once

#include <string>
#include <string_view>

#include "lytes/calendar/moment.hpp"
#include "lytes/quantity/units.hpp"

namespace lytes::notebook {

/// What the environment says of the language and country, each as it stands there; empty where it says nothing.
struct Locale {
  std::string all;          ///< LC_ALL, which stands above the others
  std::string measurement;  ///< LC_MEASUREMENT
  std::string time;         ///< LC_TIME
  std::string lang;         ///< LANG, where a category is not set for itself
};

/// What is usual where somebody lives, until they say otherwise.
struct Customs {
  quantity::MeasureSystem measures = quantity::MeasureSystem::Us;
  calendar::DateOrder date_order = calendar::DateOrder::Unsaid;
};

/// From the locale and the zone. A category that was set for itself, such as LC_MEASUREMENT, counts first; then the
/// language's country, unless that is the US while the zone is elsewhere, for en_US is what systems come with and
/// clocks are set to where one is; then the zone. Where neither says anything, as with C and UTC, so does this, and
/// measures are those that the food tables are written in.
Customs customs_of(const Locale& locale, std::string_view zone);

}  // namespace lytes::notebook
