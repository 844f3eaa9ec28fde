#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/spoken.hpp"
#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// What a clause of a line says.
enum class ClauseKind { NoSpasms, Spasm, Stress, Factor, Note, Intake };

/// Part of a line between separators, its time and its sentence words taken off.
struct Clause {
  ClauseKind kind = ClauseKind::Intake;
  std::size_t begin = 0;  ///< of `text` in the line
  std::string text;
  std::optional<calendar::SpokenMoment> when;  ///< the time that was said in it
  std::string when_said;
  bool drunk = false;  ///< a verb said so
  bool eaten = false;  ///< "ate" stood before it
  bool taken = false;
};

/// The clauses of a line, in order; those of food and drink that follow one another are one.
std::vector<Clause> clauses_of(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning,
                               std::string_view line);

}  // namespace lytes::language
