#include <algorithm>

#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// "2nd", "3rd"
bool is_ordinal(std::string_view word) {
  const auto end = std::ranges::find_if_not(word, text::is_digit);
  const auto digits = static_cast<std::size_t>(end - word.begin());
  return digits > 0 && text::is_one_of(word.substr(digits), "st|nd|rd|th");
}

}  // namespace

BodyParts::BodyParts(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    switch (row.kind) {
      case BodyWord::Part: {
        const std::string plural = row.plural.empty() ? row.name + "s" : row.plural;
        // Another language's row leaves the plural to the first.
        const auto known = parts_.find(row.name);
        parts_.try_emplace(row.word, row.name, known == parts_.end() ? plural : known->second.second);
        if (known == parts_.end()) plurals_.try_emplace(plural, row.name);
        break;
      }
      case BodyWord::Tail:
        tails_.insert(row.word);
        break;
      case BodyWord::Qualifier:
        qualifiers_.try_emplace(row.word, row.name);
        break;
      case BodyWord::Side:
        sides_.try_emplace(row.word, row.name);
        break;
      case BodyWord::None:
        break;
    }
  }
}

std::optional<BodyParts::Named> BodyParts::find_part(std::string_view word) const {
  const auto named = [this](std::string_view singular, bool is_plural) -> std::optional<Named> {
    const auto part = parts_.find(singular);
    if (part == parts_.end()) return std::nullopt;
    return Named{&part->second.first, &part->second.second, is_plural};
  };
  if (const auto part = named(word, false)) return part;
  if (const auto plural = plurals_.find(word); plural != plurals_.end()) return named(plural->second, true);
  if (!word.ends_with('s')) return std::nullopt;
  return named(word.substr(0, word.size() - 1), true);  // "calfs"
}

BodyWord BodyParts::kind_of(std::string_view word) const {
  if (sides_.contains(word)) return BodyWord::Side;
  if (find_part(word)) return BodyWord::Part;
  if (tails_.contains(word)) return BodyWord::Tail;
  return qualifiers_.contains(word) || is_ordinal(word) ? BodyWord::Qualifier : BodyWord::None;
}

std::string_view BodyParts::side_named(std::string_view word) const {
  const auto side = sides_.find(word);
  return side == sides_.end() ? std::string_view() : std::string_view(side->second);
}

std::string BodyParts::qualifier_named(std::string_view word) const {
  const auto qualifier = qualifiers_.find(word);
  return qualifier == qualifiers_.end() ? std::string(word) : qualifier->second;
}

std::string BodyParts::part_named(std::string_view word) const {
  const auto named = find_part(word);
  if (!named) return std::string(word);
  return named->is_plural ? *named->plural : *named->name;
}

std::string BodyParts::part_meant(std::string_view word) const {
  constexpr std::size_t fewest_letters = 7;  // shorter ones are too near to other words: "ginger" to "finger"
  if (word.size() + 1 < fewest_letters || word.size() > 20) return {};
  const auto meant = [&](const auto& names) {
    const auto found = std::ranges::find_if(names, [&](const auto& named) {
      return named.first.size() >= fewest_letters && named.first.front() == word.front() &&
             text::spelling_distance(word, named.first, 1) == 1;
    });
    return found == names.end() ? std::string() : found->first;
  };
  const std::string singular = meant(parts_);
  return singular.empty() ? meant(plurals_) : singular;
}

std::string BodyParts::both_of(std::string_view part) const {
  const auto named = find_part(part);
  return named ? *named->plural : std::string(part);
}

}  // namespace lytes::language
