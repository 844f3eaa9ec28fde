#pragma once

#include <span>

namespace lytes::storage {
struct RowCondition;
}

namespace lytes::targets {

/// What the schema leaves open of the profile and of own targets, for storage::rescue.
std::span<const storage::RowCondition> conditions_of_profile();

}  // namespace lytes::targets
