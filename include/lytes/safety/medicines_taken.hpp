#pragma once

#include <span>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::safety {

/// The names of what a line took that no table of supplements knows, so that it may be a medicine.
std::vector<std::string> perhaps_medicines(std::span<const journal::Entry> line);

/// What medicines that were taken call for: a painkiller of the kind of ibuprofen beside kidneys, a heart or medicines
/// that it hurts (NHS, Ibuprofen for adults: who can and cannot take it), and quinine, which is not advised for cramps
/// (FDA, 2006 and 2010; Myasthenia Gravis Foundation of America, Cautionary Drugs).
/// @param names as they were logged
/// @param book holds the rows about them
std::vector<Remark> medicines_taken(std::span<const std::string> names, const targets::AdviceBook& book,
                                    const targets::PersonalAdvice& personal);

/// That a medicine which changes what is advised does not stand in the profile. A painkiller of the kind of ibuprofen
/// is mostly taken now and then, and is not asked for.
/// @param names as `medicines_taken`, those that were logged for the first time
std::vector<Remark> missing_in_profile(std::span<const std::string> names, const targets::AdviceBook& book,
                                       const targets::PersonalAdvice& personal);

/// The same of two things that stand in the profile together.
std::vector<Remark> medicines_together(const targets::PersonalAdvice& personal);

/// That tonic water holds quinine, for a line that drank it.
std::vector<Remark> quinine_in_drinks(std::span<const journal::Entry> line);

}  // namespace lytes::safety
