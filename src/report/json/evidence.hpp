#pragma once

#include <span>

#include "json/text.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::report {

/// [{"flag":"numbness","level":"soon","message":"...","places":["left calf"],"times":1,"last":"2026-11-22"}]
Json red_flags_json(std::span<const safety::OpenSign> signs);

/// The three associations as they may be told, in their order.
Json associations_json(const insight::Evidence& evidence);

/// Adds everything that the evidence says to a page's JSON: "associations", "lag_screen", "red_flags", ...
///
/// Figures of the estimates are given as they are, unrounded, so that another program can check them.
void add_evidence_json(Json& page, const insight::Evidence& evidence);

}  // namespace lytes::report
