#include "lytes/calendar/zone.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "lytes/calendar/zone_data.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

namespace {

namespace fs = std::filesystem;

constexpr const char* usual_folder = "/usr/share/zoneinfo/";
constexpr const char* utc = "UTC";

/// Where the C library looks for zones: TZDIR, if that says anything.
std::string zoneinfo_folder() {
  const char* const said = std::getenv("TZDIR");
  return said && *said != '\0' ? std::string(said) + "/" : usual_folder;
}

bool is_utc(std::string_view name) {
  return name.empty() || name == utc || name == "UTC0" || name == "Etc/UTC" || name == "Z";
}

/// The C library takes an unknown zone for UTC without a word, and any file that it is pointed at.
bool is_in_database(const std::string& name) {
  if (name.starts_with('/') || name.find("..") != std::string::npos) return false;
  std::ifstream file(zoneinfo_folder() + name, std::ios::binary);
  char magic[4] = {};
  return file.read(magic, sizeof magic) && std::string_view(magic, sizeof magic) == "TZif";
}

std::string find_zone(const std::string& name) {
  if (is_utc(name)) return utc;
  if (is_in_database(name)) return name;
  throw InputError("There is no time zone \"" + name + "\" in this system's zone database", name, 0,
                   "a name such as Europe/Berlin or America/New_York");
}

/// What /etc/localtime points at, or what /etc/timezone says.
std::string system_zone() {
  std::error_code ignored;
  const std::string target = fs::read_symlink("/etc/localtime", ignored).string();
  const std::string_view folder = "zoneinfo/";
  std::string name;
  if (const auto at = target.rfind(folder); at != std::string::npos) {
    name = target.substr(at + folder.size());
  } else {
    std::ifstream("/etc/timezone") >> name;
  }
  // Where zones are looked for elsewhere, one that is not there is a slip; otherwise the system has none: UTC.
  if (zoneinfo_folder() != usual_folder) return find_zone(name);
  return is_utc(name) || !is_in_database(name) ? utc : name;
}

// TZ may carry a colon or the whole path of a zone's file.
std::string zone_of_variable(std::string_view tz) {
  if (tz.starts_with(':')) tz.remove_prefix(1);
  if (tz == "/etc/localtime") return system_zone();
  const std::string folder = zoneinfo_folder();
  if (tz.starts_with(folder)) tz.remove_prefix(folder.size());
  return find_zone(std::string(tz));
}

/// Makes the C library's one zone this one; it reads the zone's file only when that is a change.
void make_current(const std::string& name) {
  static std::string current;
  if (name == current) return;
  if (setenv("TZ", name.c_str(), 1) != 0) throw std::bad_alloc();
  tzset();
  current = name;
}

}  // namespace

Zone Zone::named(std::string_view iana_name) {
  if (iana_name.empty()) throw InputError("A time zone needs a name", {}, 0, "Europe/Berlin");
  Zone zone{std::string(iana_name)};
  zone.name_ = find_zone(*zone.setting_);
  return zone;
}

Zone Zone::local(std::optional<std::string> tz_variable) { return Zone(std::move(tz_variable)); }

const std::string& Zone::name() const {
  if (name_.empty()) name_ = setting_ ? zone_of_variable(*setting_) : system_zone();
  return name_;
}

Offset Zone::offset_at(Instant instant) const {
  if (name() == utc) return Offset(0);
  make_current(name());
  const std::time_t seconds = instant.time_since_epoch().count();
  std::tm local{};
  if (!localtime_r(&seconds, &local)) throw std::out_of_range("an instant beyond all years");
  return Offset(local.tm_gmtoff);
}

std::optional<ClockChange> Zone::change_between(Instant from, Instant to) const {
  const Offset before = offset_at(from);
  const Offset after = offset_at(to);
  if (before == after) return std::nullopt;
  while (to - from > std::chrono::seconds(1)) {
    const Instant middle = from + (to - from) / 2;
    (offset_at(middle) == before ? from : to) = middle;
  }
  return ClockChange{to, before, offset_at(to)};
}

LocalReading Zone::read(LocalTime local) const {
  // No offset is as large as a day, so the instant that shows this local time lies between these two.
  const Instant as_utc(local.time_since_epoch());
  const auto change = change_between(as_utc - std::chrono::days(1), as_utc + std::chrono::days(1));
  if (!change) {
    const Offset only = offset_at(as_utc);
    return {LocalReading::Times::Once, only, only, {}};
  }
  const bool fits_before = as_utc - change->before < change->at;
  const bool fits_after = as_utc - change->after >= change->at;
  if (fits_before && fits_after) return {LocalReading::Times::Twice, change->before, change->after, {}};
  if (!fits_before && !fits_after) return {LocalReading::Times::Never, change->before, change->after, change->at};
  const Offset only = fits_before ? change->before : change->after;
  return {LocalReading::Times::Once, only, only, {}};
}

std::string zone_data_version() {
  std::ifstream rules(zoneinfo_folder() + "tzdata.zi");
  std::string sign;
  std::string word;
  std::string version;
  rules >> sign >> word >> version;
  return sign == "#" && word == "version" ? version : "";
}

}  // namespace lytes::calendar
