#pragma once

#include <vector>

#include "lytes/targets/profile.hpp"
#include "lytes/targets/reference.hpp"

namespace lytes::targets {

/// The figures that can concern a person of whom this was said, whatever the day: every logged line holds a day against
/// them, and nobody needs all that are published.
/// @throws StorageError as `load_reference_intakes`
std::vector<ReferenceIntake> references_about(const ProfileHistory& history, storage::ReadOnlyFile& catalogue);

}  // namespace lytes::targets
