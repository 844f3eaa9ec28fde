#include "past_gap.hpp"

namespace lytes::cli {

calendar::Moment moment_past_gap(calendar::LocalTime local, const calendar::Reckoning& reckoning) {
  const auto reading = reckoning.zone.read(local);
  if (reading.times != calendar::LocalReading::Times::Never) return calendar::moment_at_local(local, reckoning);
  return calendar::moment_at(calendar::Instant(local.time_since_epoch()) - reading.first, reckoning);
}

}  // namespace lytes::cli
