#include "lytes/language/entry_signs.hpp"

#include <algorithm>
#include <utility>

#include "lytes/language/signs.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "sign_words.hpp"
#include "spasm_place.hpp"

namespace lytes::language {
namespace {

constexpr std::string_view between = ", ";

void add_words(std::string& text, const std::string& words) {
  if (words.empty()) return;
  if (!text.empty()) text += between;
  text += words;
}

/// Whether a bare number is one of tablets: "30" of paracetamol, of which none holds so few milligrams.
bool counts_tablets(const std::string& dose, const std::string& medicine) {
  return dose.size() <= 2 &&
         text::is_one_of(text::lowered(medicine), "paracetamol|acetaminophen|tylenol|panadol|ibuprofen");
}

/// "took 30 tablets ibuprofen": a comma in the dose would part it from the name. A bare "200" may be milligrams.
std::string taken(const journal::Medicine& medicine) {
  std::string dose = medicine.dose.value_or("");
  if (std::ranges::all_of(dose, text::is_digit) && !counts_tablets(dose, medicine.name)) return medicine.name;
  std::ranges::replace(dose, ',', ' ');
  return "took " + dose + " " + medicine.name;
}

/// What was written of an entry. Of a spasm its site belongs to it: "fever" means more beside a back.
std::string words_of(const journal::Entry& entry) {
  std::string text;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) {
    text = factor->name;
    if (factor->value) text += " " + quantity::format_number(*factor->value);
    if (factor->unit) text += " " + *factor->unit;
  }
  // A whole pack of tablets is told by its dose.
  if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) text = taken(*medicine);
  const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
  if (spasm != nullptr && entry.note) text = spasm->site;
  add_words(text, entry.note.value_or(""));
  return text;
}

/// The texts of a line as one, so that what stands in two of its entries is heard together.
struct LineText {
  std::string text;
  std::vector<std::size_t> begins;  ///< of each entry's words

  std::size_t entry_at(std::size_t place) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins, place) - begins.begin()) - 1;
  }
};

LineText text_of(std::span<const journal::Entry> line) {
  LineText all;
  for (const journal::Entry& entry : line) {
    const std::string words = words_of(entry);
    if (!all.text.empty() && !words.empty()) all.text += between;
    all.begins.push_back(all.text.size());
    all.text += words;
  }
  return all;
}

/// The place that is named in the words of a sign or close to them.
class PlaceFinder {
 public:
  PlaceFinder(const Vocabulary& vocabulary, const std::string& text)
      : vocabulary_(vocabulary), tokens_(tokens_of(text, vocabulary.body_parts())) {}

  std::string near(const FoundSign& sign) const {
    constexpr std::size_t words_behind = 4;
    constexpr std::size_t words_before = 3;
    const auto first =
        static_cast<std::size_t>(std::ranges::lower_bound(tokens_, sign.begin + 1, {}, &Token::end) - tokens_.begin());
    auto end = static_cast<std::size_t>(std::ranges::lower_bound(tokens_, sign.begin + sign.length, {}, &Token::begin) -
                                        tokens_.begin());
    for (std::size_t i = 0; i < words_behind && end < tokens_.size() && !tokens_[end].comma_before; ++i) ++end;
    std::size_t from = first;
    for (std::size_t i = 0; i < words_before && from > 0 && from < tokens_.size() && !tokens_[from].comma_before; ++i)
      --from;
    std::string place = first_between(first, end);
    return place.empty() ? first_between(from, first) : place;
  }

 private:
  std::string first_between(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (i > first && tokens_[i].body == BodyWord::Part && tokens_[i - 1].body == BodyWord::Side) continue;
      if (const auto place = read_place(vocabulary_, tokens_, i, true)) return place->text(vocabulary_.body_parts());
    }
    return {};
  }

  const Vocabulary& vocabulary_;
  std::vector<Token> tokens_;
};

void add(std::vector<SaidSign>& signs, SaidSign sign) {
  const bool known = std::ranges::any_of(
      signs, [&](const SaidSign& other) { return other.name == sign.name && other.entry == sign.entry; });
  if (!known) signs.push_back(std::move(sign));
}

/// "beetroot salad, pee pink": what was eaten may excuse a sign, and tells of none itself.
std::vector<FoundSign> not_excused(const Vocabulary& vocabulary, std::vector<FoundSign> found, std::string text,
                                   std::span<const journal::Entry> line) {
  if (found.empty()) return found;
  for (const journal::Entry& entry : line) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (intake != nullptr) add_words(text, intake->description);
  }
  const auto beside_food = find_signs(vocabulary, text);
  std::erase_if(found, [&](const FoundSign& sign) {
    return std::ranges::find(beside_food, sign.name, &FoundSign::name) == beside_food.end();
  });
  return found;
}

}  // namespace

std::vector<SaidSign> signs_said(const Vocabulary& vocabulary, std::span<const journal::Entry> line) {
  std::vector<SaidSign> signs;
  const LineText said = text_of(line);
  const auto site = [&](std::size_t entry) {
    const auto* spasm = std::get_if<journal::Spasm>(&line[entry].what);
    return spasm ? spasm->site : std::string();
  };
  if (!said.text.empty()) {
    const auto found = not_excused(vocabulary, find_signs(vocabulary, said.text), said.text, line);
    const PlaceFinder places(vocabulary, found.empty() ? std::string() : said.text);
    for (const FoundSign& sign : found) {
      const std::size_t entry = said.entry_at(sign.begin);
      std::string place = places.near(sign);
      add(signs, {sign.name, place.empty() ? site(entry) : std::move(place), entry});
    }
  }
  for (std::size_t entry = 0; entry < line.size(); ++entry) {
    const auto* spasm = std::get_if<journal::Spasm>(&line[entry].what);
    if (spasm == nullptr) continue;
    for (const std::string& flag : spasm->flags) add(signs, {flag, spasm->site, entry});
  }
  return signs;
}

bool says_woken(const Vocabulary& vocabulary, std::string_view note) {
  const WordSet& woken = vocabulary.words("woken");
  return std::ranges::any_of(sign_words_of(note), [&](const SignWord& word) { return woken.contains(word.text); });
}

}  // namespace lytes::language
