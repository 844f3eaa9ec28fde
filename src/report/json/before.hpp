#pragma once

#include "json/text.hpp"
#include "lytes/timeline/before_spasm.hpp"

namespace lytes::report {

Json before_spasm_json(const timeline::BeforeSpasm& before);

}  // namespace lytes::report
