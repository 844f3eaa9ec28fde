#pragma once

#include <string_view>
#include <vector>

#include "lytes/language/signs.hpp"

namespace lytes::language {

class Vocabulary;

/// Signs that are told as a figure: "potassium came back 6.8", "my sodium is 118", "ketones 5.2", "bp 82/45". Of a
/// blood test only where the words speak of one, for "potassium 99 mg" is a tablet. Not of other people, nor of years
/// ago.
///
/// In mmol/l. Potassium: UK Kidney Association, Hyperkalaemia (2023), 6.0 and more needs a hospital that day, 5.5 a
/// doctor; below 2.5 is severe and below 3.5 low. Sodium: Spasovski et al. 2014, below 125 is profound;
/// from 133 on, which is mild and common, nothing is said.
/// Calcium: Society for Endocrinology, below 1.9 is severe; above 3.0 is urgent. Magnesium: below 0.4 is severe and
/// below 0.7 low. Ketones beside diabetes: NHS, 3.0 and more is very high. Blood pressure: NICE NG136, 180/120
/// that day and 160/100 that week; in pregnancy NICE NG133, 160/110 and 140/90.
std::vector<FoundSign> values_told(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language
