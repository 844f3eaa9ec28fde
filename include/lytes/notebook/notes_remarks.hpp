#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/remark.hpp"

namespace lytes::notebook {

class Notebook;

// What many lines call for, gathered: each once, with the days that call for it. Doses and cautions are told of the
// last seven days and signs of the last four weeks, as `week` and `today` would; what is older is no news.

/// What is too much, at once or with what is logged around it, to be asked for before the lines are saved. Of entries
/// that have a day and no time nobody can say how fast something was drunk.
std::vector<Remark> doses_in_notes(Notebook& notebook, std::span<const language::Drafts> lines);

/// A dose of one line that a doctor is to hear of, with what is logged around it. It is not saved, so what it says to
/// do holds no undo.
std::optional<Remark> grave_dose_in(Notebook& notebook, const language::Drafts& line);

/// Signs, the cautions of the days as they now stand, and how words were understood.
/// @param saved false where nothing was: then of the days nothing is said
std::vector<Remark> remarks_on_notes(Notebook& notebook, std::span<const language::Drafts> lines, bool saved);

}  // namespace lytes::notebook
