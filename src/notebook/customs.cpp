#include "lytes/notebook/customs.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lytes/text/words.hpp"

namespace lytes::notebook {

namespace {

using calendar::DateOrder;
using quantity::MeasureSystem;

enum class Country { Us, Uk, Other };

/// "en_GB.UTF-8"; nothing for "C", "C.UTF-8" and "POSIX", which are nobody's.
std::optional<Country> country_of_locale(std::string_view locale) {
  const std::size_t sign = locale.find('_');
  if (sign == std::string_view::npos) return std::nullopt;
  const std::string_view behind = locale.substr(sign + 1);
  const std::string_view country = behind.substr(0, std::min(behind.find_first_of(".@"), behind.size()));
  if (country.size() != 2) return std::nullopt;
  if (text::is_one_of(country, "US|PR|GU|VI|AS|MP")) return Country::Us;
  return text::is_one_of(country, "GB|IM|JE|GG") ? Country::Uk : Country::Other;
}

/// By the zones that the IANA database (zone.tab) lists for the US, the UK and its islands, with their old names.
std::optional<Country> country_of_zone(std::string_view zone) {
  constexpr std::string_view us =
      "America/New_York|America/Detroit|America/Chicago|America/Menominee|America/Denver|America/Boise|"
      "America/Phoenix|America/Los_Angeles|America/Anchorage|America/Juneau|America/Sitka|America/Metlakatla|"
      "America/Yakutat|America/Nome|America/Adak|America/Atka|America/Louisville|America/Indianapolis|"
      "America/Fort_Wayne|America/Knox_IN|America/Shiprock|America/Puerto_Rico|America/St_Thomas|Pacific/Honolulu|"
      "Pacific/Johnston|Pacific/Guam|Pacific/Saipan|Pacific/Pago_Pago|EST5EDT|CST6CDT|MST7MDT|PST8PDT|Navajo";
  constexpr std::string_view uk =
      "Europe/London|Europe/Belfast|Europe/Jersey|Europe/Guernsey|Europe/Isle_of_Man|GB|GB-Eire";
  for (const std::string_view states : {"US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/"}) {
    if (zone.starts_with(states)) return Country::Us;
  }
  if (text::is_one_of(zone, us)) return Country::Us;
  if (text::is_one_of(zone, uk)) return Country::Uk;
  const bool somewhere = zone.find('/') != std::string_view::npos && !zone.starts_with("Etc/");
  return somewhere ? std::optional(Country::Other) : std::nullopt;
}

std::optional<Country> country_for(const Locale& locale, std::string_view category, std::string_view zone) {
  if (locale.all.empty()) {
    if (const auto chosen = country_of_locale(category)) return chosen;
  }
  const auto spoken = country_of_locale(locale.all.empty() ? locale.lang : locale.all);
  const auto lived = country_of_zone(zone);
  if (!spoken || (spoken == Country::Us && lived)) return lived;
  return spoken;
}

}  // namespace

Customs customs_of(const Locale& locale, std::string_view zone) {
  Customs customs;
  if (const auto country = country_for(locale, locale.measurement, zone)) {
    constexpr std::array systems = {MeasureSystem::Us, MeasureSystem::Imperial, MeasureSystem::Metric};
    customs.measures = systems[static_cast<std::size_t>(*country)];
  }
  if (const auto country = country_for(locale, locale.time, zone))
    customs.date_order = *country == Country::Us ? DateOrder::MonthFirst : DateOrder::DayFirst;
  return customs;
}

}  // namespace lytes::notebook
