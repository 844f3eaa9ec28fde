#pragma once

#include <optional>
#include <span>
#include <vector>

namespace lytes::stats {

/// A p-value, or nothing where no test could be made. What is absent stays absent and does not count
/// towards the size of the family, as in R's p.adjust.
using MaybeP = std::optional<double>;

/// Holm's step-down adjustment: keeps the chance of any false alarm in the family.
/// Holm, Scand J Stat 1979; checked against R p.adjust(method = "holm").
/// @throws std::invalid_argument for a p outside [0, 1]
std::vector<MaybeP> holm(std::span<const MaybeP> p);

/// Benjamini and Hochberg's step-up adjustment: keeps the expected share of false alarms.
/// Benjamini & Hochberg, JRSS B 1995; checked against R p.adjust(method = "BH").
/// @throws std::invalid_argument for a p outside [0, 1]
std::vector<MaybeP> benjamini_hochberg(std::span<const MaybeP> p);

}  // namespace lytes::stats
