#include "own_ref.hpp"

#include <charconv>

namespace lytes::foods {

namespace {

constexpr std::string_view prefix = "own:";

}  // namespace

std::string own_ref(std::int64_t id) { return std::string(prefix) + std::to_string(id); }

std::optional<std::int64_t> own_id(std::string_view ref) {
  if (!ref.starts_with(prefix)) return std::nullopt;
  ref.remove_prefix(prefix.size());
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(ref.data(), ref.data() + ref.size(), id);
  if (error != std::errc{} || end != ref.data() + ref.size()) return std::nullopt;
  return id;
}

}  // namespace lytes::foods
