#include "wakings.hpp"

#include <algorithm>

#include "plain_words.hpp"

namespace lytes::language {

bool add_waking(const Vocabulary& vocabulary, Clause& before, const Clause& clause) {
  const auto words = plain_words_of(clause.text);
  const bool woke = !words.empty() && words.size() <= 3 && vocabulary.words("woken").contains(words.front().text);
  if (!woke || before.kind != ClauseKind::Spasm || clause.kind != ClauseKind::Intake || (before.when && clause.when))
    return false;
  before.text += ", " + clause.text;
  if (clause.when) {
    before.when = clause.when;
    before.when_said = clause.when_said;
  }
  return true;
}

namespace {

void join_to_next(const Vocabulary& vocabulary, std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
    const auto words = plain_words_of(clauses[i].text);
    Clause& spasm = clauses[i + 1];
    const bool woke = clauses[i].kind == ClauseKind::Intake && !words.empty() && words.size() <= 3 &&
                      vocabulary.words("woken").contains(words.front().text);
    if (!woke || spasm.kind != ClauseKind::Spasm || spasm.when) continue;
    spasm.text += " " + clauses[i].text;
    spasm.when = clauses[i].when;
    spasm.when_said = clauses[i].when_said;
    clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// "4 hours sleep, woke up at 3"
void note_others(const Vocabulary& vocabulary, std::vector<Clause>& clauses) {
  constexpr std::size_t most_words = 4;
  for (Clause& clause : clauses) {
    const auto words = clause.kind == ClauseKind::Intake ? plain_words_of(clause.text) : std::vector<PlainWord>();
    const bool woke = !words.empty() && words.size() <= most_words && vocabulary.words("woken").contains(words[0].text);
    if (woke) clause.kind = ClauseKind::Note;
  }
}

}  // namespace

void join_wakings(const Vocabulary& vocabulary, std::vector<Clause>& clauses) {
  join_to_next(vocabulary, clauses);
  note_others(vocabulary, clauses);
}

}  // namespace lytes::language
