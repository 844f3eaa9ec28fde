#include "several_kinds.hpp"

#include <algorithm>

#include "lytes/language/speaker.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

bool has_separator(std::string_view line) {
  return line.find_first_of(",;\n") != std::string_view::npos || line.find(" and ") != std::string_view::npos ||
         line.find(" then ") != std::string_view::npos;
}

/// "2 glasses of water", "300 ml milk"
bool is_measured(const Vocabulary& vocabulary, std::string_view text) {
  const auto words = text::words_of(text);
  if (words.size() < 3 || !text::is_digit(words[0].text.front())) return false;
  const bool time =
      vocabulary.words("unit").contains(words[1].text) && text::is_one_of(words[1].text, "hour|minute|day");
  return !time && (vocabulary.words("unit").contains(words[1].text) || quantity::measure_named(words[1].text));
}

/// What can only be of its own kind, whatever stands before it.
bool stands_alone(const Vocabulary& vocabulary, const Clause& clause) {
  const auto words = text::words_of(clause.text);
  if (words.empty()) return false;
  const bool rated =
      std::ranges::any_of(words, [](const text::Word& word) { return text::is_digit(word.text.front()); });
  switch (clause.kind) {
    case ClauseKind::Stress:
      return true;
    case ClauseKind::Spasm:
      return std::ranges::any_of(words,
                                 [](const text::Word& word) { return text::is_one_of(word.text, "spasm|cramp"); });
    case ClauseKind::Factor:
      return rated && vocabulary.factors().find(words.front().text) != nullptr;
    case ClauseKind::Intake:
      return clause.drunk || clause.taken || is_measured(vocabulary, clause.text);
    case ClauseKind::NoSpasms:
    case ClauseKind::Note:
      break;
  }
  return false;
}

}  // namespace

bool tells_of_another_kind(Speaker& speaker, std::string_view line, ClauseKind own) {
  constexpr std::size_t longest = 2000;  // bytes; nobody tells so much of several kinds behind one command
  if (line.size() > longest || !has_separator(line)) return false;
  const auto clauses = clauses_of(speaker.vocabulary(), speaker.reckoning(), line);
  if (clauses.size() < 2 || clauses.front().kind != own) return false;
  return std::any_of(clauses.begin() + 1, clauses.end(), [&](const Clause& clause) {
    return clause.kind != own && stands_alone(speaker.vocabulary(), clause);
  });
}

}  // namespace lytes::language
