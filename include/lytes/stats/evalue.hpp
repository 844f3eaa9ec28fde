#pragma once

namespace lytes::stats {

/// How strongly something unmeasured would have to go with both exposure and outcome, as a rate ratio,
/// to account for the whole of `ratio`: RR + sqrt(RR (RR - 1)), after inverting a ratio below 1.
///
/// Infinite for 0 and infinity. VanderWeele & Ding, Ann Intern Med 2017.
/// @throws std::invalid_argument if ratio is negative or NaN
double evalue(double ratio);

/// The E-value of the limit nearest 1; 1 if the interval holds 1.
/// @throws std::invalid_argument unless 0 <= lower <= upper
double evalue_of_interval(double lower, double upper);

}  // namespace lytes::stats
