#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace lytes {

/// How much something said beside a result matters, the most urgent first.
enum class Level {
  Emergency,  ///< call for help now
  Soon,       ///< have it seen by a doctor
  Care,       ///< a caution
  Note        ///< how something was understood, or what is good to know
};

/// "emergency", "soon", "care", "note": as in JSON.
constexpr std::string_view word_for(Level level) {
  switch (level) {
    case Level::Emergency:
      return "emergency";
    case Level::Soon:
      return "soon";
    case Level::Care:
      return "care";
    case Level::Note:
      break;
  }
  return "note";
}

/// Something to be said beside a result. It informs and never stops anyone; about health it is calm, and no diagnosis.
/// It is never copied into another struct, so that its level reaches the page.
struct Remark {
  Level level = Level::Note;
  std::string code;     ///< stable word for scripts, such as "spelling" or "magnesium_supplement_limit"
  std::string message;  ///< whole sentences, or a clause of a note

  bool operator==(const Remark&) const = default;
};

/// One of the level `note`.
inline Remark note(std::string code, std::string message) { return {Level::Note, std::move(code), std::move(message)}; }

}  // namespace lytes
