#include "whole/tables.hpp"

#include <array>

namespace lytes::exchange {
namespace {

constexpr auto food_parts = std::to_array<PartTable>({{"portions", "own_portion", "own_food_id", true},
                                                      {"recipe", "recipe", "own_food_id", false},
                                                      {"items", "recipe_item", "own_food_id", true}});

constexpr auto entry_parts = std::to_array<PartTable>({{"intake", "intake", "entry_id", false},
                                                       {"spasm", "spasm", "entry_id", false},
                                                       {"flags", "spasm_flag", "entry_id", true},
                                                       {"stress", "stress", "entry_id", false},
                                                       {"factor", "factor", "entry_id", false},
                                                       {"medicine", "medicine", "entry_id", false}});

constexpr auto tables = std::to_array<WholeTable>({{"settings", "setting", KnownBy::Key, "", {}},
                                                   {"profile", "profile_fact", KnownBy::Key, "", {}},
                                                   {"targets", "own_target", KnownBy::Key, "", {}},
                                                   {"foods", "own_food", KnownBy::Name, "", food_parts},
                                                   {"answers", "remembered_answer", KnownBy::Key, "", {}},
                                                   {"days", "day_status", KnownBy::Key, "day", {}},
                                                   {"read_lines", "read_line", KnownBy::Key, "day", {}},
                                                   {"entries", "entry", KnownBy::Uuid, "day", entry_parts},
                                                   {"trial_seeds", "kept_trial", KnownBy::Key, "", {}},
                                                   {"trial_draws", "kept_draw", KnownBy::Key, "day", {}},
                                                   {"trials", "trial", KnownBy::Key, "", {}},
                                                   {"trial_coins", "trial_coin", KnownBy::Key, "day", {}}});

}  // namespace

std::span<const WholeTable> whole_tables() { return tables; }

}  // namespace lytes::exchange
