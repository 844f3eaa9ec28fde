#pragma once

#include <string>

#include "lytes/language/drafts.hpp"

namespace lytes::language {

/// The product of a barcode, the user's own before those that were imported, with the words that stand beside it: how
/// much of it, and when. Without an amount its usual portion is meant.
/// @param barcode as it was typed or scanned
/// @throws InputError for a barcode that is none, and with the place in the words for what is no amount
/// @throws NotFoundError "unknown_barcode", with the command that makes it known
Drafts draft_barcode(Speaker& speaker, const std::string& barcode, const Words& words, foods::FoodKind kind,
                     const std::string& note);

/// The same product as a food.
foods::Food food_with_barcode(Speaker& speaker, const std::string& barcode);

}  // namespace lytes::language
