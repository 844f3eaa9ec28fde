#include "spasm_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/spasm_line.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::exchange {

namespace {

constexpr const char* nothing_is = "none";

std::vector<std::string> lowered_words(std::string_view text) {
  std::string spaced = text::lowered(text);
  std::ranges::replace_if(
      spaced, [](char c) { return std::string_view("-/_,;()").find(c) != std::string_view::npos; }, ' ');
  return text::parted_at_blanks(spaced);
}

}  // namespace

SpasmNames::SpasmNames(Reading& reading) : reading_(reading) {
  for (const std::string& name : reading.spasms) said_.emplace(csv::plain_name(name), false);
}

bool SpasmNames::is_spasm(std::string_view name, const std::string& example) {
  const std::string plain = csv::plain_name(name);
  if (!said_.empty()) {
    const auto found = said_.find(plain);
    if (found != said_.end()) return found->second = true;
  }
  auto [seen, fresh] = seen_.try_emplace(plain);
  if (fresh && may_be_one(name)) seen->second = SpasmCandidate{std::string(text::trimmed(name)), 0, example};
  if (seen->second) ++seen->second->times;
  return false;
}

bool SpasmNames::may_be_one(std::string_view name) const {
  const language::Vocabulary& vocabulary = reading_.speaker.vocabulary();
  bool part = false;
  bool pain = false;
  for (const std::string& word : lowered_words(name)) {
    if (vocabulary.words("spasm word").contains(word)) return true;
    part = part || vocabulary.body_parts().kind_of(word) == language::BodyWord::Part;
    pain = pain || vocabulary.words("pain word").contains(word);
  }
  return part && pain;
}

std::vector<SpasmCandidate> SpasmNames::candidates() const {
  std::vector<SpasmCandidate> found;
  if (!said_.empty()) return found;
  for (const auto& [plain, candidate] : seen_) {
    if (candidate) found.push_back(*candidate);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &SpasmCandidate::times);
  return found;
}

void SpasmNames::require_all_found() const {
  for (const auto& [name, was_found] : said_) {
    if (was_found || (name == nothing_is && said_.size() == 1)) continue;
    std::vector<std::string> names;
    constexpr std::size_t most_named = 20;
    for (const auto& [plain, candidate] : seen_) {
      if (names.size() < most_named) names.push_back(candidate ? candidate->name : plain);
    }
    throw NotFoundError("no_such_spasm", fmt::format("nothing in the file is called \"{}\"", name), std::move(names));
  }
}

void add_spasm(Collector& collector, std::string_view source, const When& when, std::string_view identity,
               const SpasmRow& row) {
  const language::Vocabulary& vocabulary = collector.reading().speaker.vocabulary();
  journal::Spasm spasm{"unspecified", row.severity, row.minutes, {}};
  const auto site_in = [&](const std::string& words) -> std::optional<std::string> {
    try {
      const auto line = language::read_spasm_line(vocabulary, words);
      const auto named = lowered_words(line.site);
      const bool is_part = std::ranges::any_of(named, [&](const std::string& word) {
        const auto kind = vocabulary.body_parts().kind_of(word);
        return kind == language::BodyWord::Part || vocabulary.body_parts().part_named(word) != word;
      });
      for (const std::string& sign : line.signs) {
        if (std::ranges::find(spasm.flags, sign) == spasm.flags.end()) spasm.flags.push_back(sign);
      }
      return !line.none && is_part ? std::optional(line.site) : std::nullopt;
    } catch (const InputError&) {
      return std::nullopt;  // words that `spasm` would not take are a note all the same
    }
  };
  const auto by_name = site_in(row.name);
  const auto by_note = row.note.empty() ? std::nullopt : site_in(row.note);
  // "left calf" in the note says more than "Leg cramp" in the name.
  if (by_note && (!by_name || by_note->ends_with(*by_name)))
    spasm.site = *by_note;
  else if (by_name)
    spasm.site = *by_name;
  std::ranges::sort(spasm.flags);
  collector.add(source, when, identity, journal::EntryKind::Spasm, std::move(spasm), row.note);
}

std::optional<int> severity_in_words(const language::Vocabulary& vocabulary, std::string_view words) {
  const std::string plain = text::plain_words(words);
  if (text::is_one_of(plain, "none|not present|no|absent")) return 0;
  for (const std::string& word : lowered_words(plain)) {
    for (const int severity : {10, 8, 5, 3}) {
      if (vocabulary.words(fmt::format("severity {}", severity)).contains(word)) return severity;
    }
  }
  return std::nullopt;
}

}  // namespace lytes::exchange
