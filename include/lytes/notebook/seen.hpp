#pragma once

#include <string>
#include <vector>

#include "lytes/journal/seen_signs.hpp"

namespace lytes::notebook {

class Notebook;

/// Keeps, as one change, that a doctor has seen a sign.
/// @param words the sign as it is shown or in plain words, and the day behind it where it was not now
/// @throws NotFoundError "no_such_sign" where no open sign is called so, with those that are open
std::vector<journal::SeenSign> save_seen(Notebook& notebook, std::vector<std::string> words);

}  // namespace lytes::notebook
