#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/resolver.hpp"
#include "lytes/quantity/amount.hpp"
#include "supplement_dose.hpp"

namespace lytes::foods {

struct SupplementRead {
  Serving serving;
  std::optional<Answer> answer;
};

/// An element or a salt by weight; empty when the words name neither, so that something else may be meant.
///
/// @param amount the amount before or after the name, with the name in `rest`
/// @param dose the same however it was said, where `dose_in` could read it
/// @param known what was answered before for these words, "salt" or "elemental"
/// @throws InputError when it is a salt or an element but no weight was given
std::optional<SupplementRead> read_supplement(
    std::string_view phrase, const quantity::Amount& amount, const std::optional<SupplementDose>& dose,
    const Catalogue& catalogue, const std::function<std::optional<std::string>(const std::string& words)>& known,
    const Asking& asking);

}  // namespace lytes::foods
