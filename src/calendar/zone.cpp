#include "lytes/calendar/zone.hpp"

#include <date/tz.h>

#include <stdexcept>

#include "lytes/errors.hpp"

// Without it the library links all the same and answers nonsense.
static_assert(USE_OS_TZDB == 1, "date::date-tz must be linked with USE_OS_TZDB=1");

namespace lytes::calendar {

namespace {

constexpr std::string_view zoneinfo_folder = "/usr/share/zoneinfo/";

bool is_utc(std::string_view name) {
  return name.empty() || name == "UTC" || name == "UTC0" || name == "Etc/UTC" || name == "Z";
}

const date::time_zone* find_zone(const std::string& name) {
  if (is_utc(name)) return nullptr;
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw InputError("There is no time zone \"" + name + "\" in this system's zone database", name, 0,
                     "a name such as Europe/Berlin or America/New_York");
  }
}

const date::time_zone* system_zone() {
  try {
    const date::time_zone* zone = date::current_zone();
    return is_utc(zone->name()) ? nullptr : zone;
  } catch (const std::runtime_error&) {
    return nullptr;  // neither /etc/localtime nor /etc/timezone: POSIX says UTC
  }
}

// TZ may carry a colon or the whole path of a zone's file.
const date::time_zone* zone_of_variable(std::string_view tz) {
  if (tz.starts_with(':')) tz.remove_prefix(1);
  if (tz == "/etc/localtime") return system_zone();
  if (tz.starts_with(zoneinfo_folder)) tz.remove_prefix(zoneinfo_folder.size());
  return find_zone(std::string(tz));
}

OffsetPeriod period_of(const date::sys_info& info) {
  return {Instant(info.begin.time_since_epoch()), Instant(info.end.time_since_epoch()), info.offset};
}

constexpr OffsetPeriod always_utc{Instant::min(), Instant::max(), std::chrono::seconds(0)};

}  // namespace

Zone Zone::named(std::string_view iana_name) {
  if (iana_name.empty()) throw InputError("A time zone needs a name", {}, 0, "Europe/Berlin");
  Zone zone{std::string(iana_name)};
  zone.zone_ = find_zone(*zone.setting_);
  zone.loaded_ = true;
  return zone;
}

Zone Zone::local(std::optional<std::string> tz_variable) { return Zone(std::move(tz_variable)); }

const date::time_zone* Zone::zone() const {
  if (!loaded_) {
    zone_ = setting_ ? zone_of_variable(*setting_) : system_zone();
    loaded_ = true;
  }
  return zone_;
}

std::string Zone::name() const { return zone() ? zone()->name() : "UTC"; }

OffsetPeriod Zone::period_at(Instant instant) const {
  if (!zone()) return always_utc;
  return period_of(zone()->get_info(date::sys_seconds(instant.time_since_epoch())));
}

LocalReading Zone::read(LocalTime local) const {
  if (!zone()) return {LocalReading::Times::Once, always_utc, always_utc};
  const date::local_info info = zone()->get_info(date::local_seconds(local.time_since_epoch()));
  const OffsetPeriod first = period_of(info.first);
  switch (info.result) {
    case date::local_info::nonexistent:
      return {LocalReading::Times::Never, first, period_of(info.second)};
    case date::local_info::ambiguous:
      return {LocalReading::Times::Twice, first, period_of(info.second)};
    default:
      return {LocalReading::Times::Once, first, first};
  }
}

}  // namespace lytes::calendar
