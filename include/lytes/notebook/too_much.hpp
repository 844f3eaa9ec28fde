#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"

namespace lytes::notebook {

class Notebook;

/// A line without what stands before its first food, drink or supplement; empty where it has none.
std::span<const journal::Entry> from_first_intake(std::span<const journal::Entry> line);

/// What a line is too much of, beside what is logged around it.
/// @param line not yet saved, or as it is saved
std::vector<Remark> doses_of(Notebook& notebook, std::span<const journal::Entry> line);

/// That so much was drunk in the hours before a headache, vomiting or confusion that the two together are an emergency.
std::optional<Remark> unwell_after_drinking(Notebook& notebook, const calendar::Moment& when);

/// What medicines among a line call for.
std::vector<Remark> medicines_of(Notebook& notebook, std::span<const journal::Entry> line);

}  // namespace lytes::notebook
