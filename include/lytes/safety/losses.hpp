#pragma once

#include <optional>
#include <span>

#include "lytes/remark.hpp"
#include "lytes/safety/signs.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::safety {

/// The signs as they matter to one person: vomiting is an emergency with adrenal failure and on long-term steroids.
SignBook signs_for(SignBook book, const targets::PersonalAdvice& personal);

/// What vomiting or diarrhoea, where it was told, calls for beside its being a sign: drinking with salt and sugar for
/// healthy adults; for whom it is more than that a call to the doctor or team on the same day, with what is known of
/// their medicines on such days (Northern Ireland Formulary, Sick Day Rules: metformin, ACE inhibitors and ARBs,
/// diuretics, NSAIDs and SGLT2 inhibitors; NICE CKS, Type 2 diabetes: insulin is not left out).
/// @param for_person as `signs_for` makes it
std::optional<Remark> losing_fluid(std::span<const ToldSign> told, const SignBook& for_person,
                                   const targets::PersonalAdvice& personal);

/// The same of a profile on a day on which it was logged.
Remark losing_fluid(const targets::PersonalAdvice& personal);

}  // namespace lytes::safety
