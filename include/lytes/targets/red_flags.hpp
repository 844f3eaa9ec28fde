#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/targets/advice.hpp"
#include "lytes/targets/cautions.hpp"

namespace lytes::targets {

/// A sign beside a spasm that belongs in a doctor's hands.
///
/// The list follows the advice of the NHS on back pain ("Back pain", nhs.uk) and NICE guideline NG59 (low back pain and
/// sciatica), section on alternative diagnoses; for a stroke's signs, chest pain, breath and fits the NHS pages
/// "Stroke", "Chest pain", "Shortness of breath" and "What to do if someone has a seizure"; for brown urine beside
/// cramps the CDC's "Rhabdomyolysis" (cdc.gov/niosh): signs to be seen for right away.
struct RedFlag {
  std::string_view name;  ///< as stored and shown: "numbness", "loss of bladder or bowel control"
  Level level;            ///< SeeDoctor or Urgent
};

/// Every red flag, the urgent ones first.
const std::vector<RedFlag>& red_flags();

/// A sign among other words.
struct FoundSign {
  RedFlag flag;
  std::size_t begin;  ///< of its words in the text
  std::size_t length;
};

/// The signs that a text speaks of in plain words, in the order in which they stand there: "cant feel my leg", "wet
/// myself", "after a fall". What is denied is none ("no numbness"), nor is what only sounds like one ("fell asleep").
std::vector<FoundSign> find_signs(std::string_view text);

/// What was said after --with.
struct SaidSigns {
  struct Words {
    std::string words;
    std::size_t place;
  };

  std::vector<RedFlag> flags;  ///< each once, in the order of `red_flags()`
  std::vector<Words> unknown;  ///< parts that name no flag
};

/// Flags divided by commas, semicolons, "and", "&" or "+", each by its name or in plain words.
SaidSigns read_signs(std::string_view text);

/// Reads what was said after --with: one or more flags, divided by commas, semicolons, "and", "&" or "+", each by its
/// name or an everyday word for it ("numb", "pins and needles", "incontinence", "fell"), whatever the case. A flag said
/// twice counts once; the order is that of `red_flags()`.
/// @throws InputError for a word that is no flag, with those that are
std::vector<RedFlag> read_red_flags(std::string_view text);

/// The flag of a stored name, or empty if this program does not know it.
std::optional<RedFlag> red_flag_named(std::string_view name);

/// How it reads inside a sentence: "very severe pain" for "severe". A name that is none stays as it is.
std::string_view in_a_sentence(std::string_view name);

/// Severity from which a spasm counts as severe by itself. On the usual 0-10 scale 7 and more is called severe
/// (Serlin et al., Pain 1995;61:277), but a short calf cramp is often given a 7 or 8; 9 and 10 are what people keep
/// for the worst, and only these are sent to a doctor.
inline constexpr int severe_from = 9;

/// Length from which a spasm counts as lasting beyond a few days: three days.
inline constexpr double lasting_from_minutes = 3.0 * 24.0 * 60.0;

/// One spasm as far as red flags go.
struct SpasmSigns {
  std::optional<int> severity;
  std::optional<double> minutes;
  std::vector<RedFlag> flags;
};

/// The signs of a spasm as it is stored, by the names of its flags; names that this program does not know are passed
/// over.
SpasmSigns signs_of(std::optional<int> severity, std::optional<double> minutes, std::span<const std::string> names);

/// The flags that were said and those that the numbers say, each once, in the order of `red_flags()`.
std::vector<RedFlag> flags_of(const SpasmSigns& signs);

/// What a spasm's signs call for: at most one caution for the urgent ones, then at most one for the others, each naming
/// its signs. A condition in the profile that asks for a doctor sooner is named in the same breath.
std::vector<Caution> spasm_cautions(const SpasmSigns& signs, const PersonalAdvice& personal);

}  // namespace lytes::targets
