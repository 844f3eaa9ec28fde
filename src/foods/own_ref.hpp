#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::foods {

/// "own:3"
std::string own_ref(std::int64_t id);

/// The inverse of `own_ref`.
std::optional<std::int64_t> own_id(std::string_view ref);

}  // namespace lytes::foods
