#include "lytes/targets/advice.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "lytes/errors.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "phrase_reader.hpp"

namespace lytes::targets {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 25> effect_words = {{
    {"no_more_fluid", Effect::NoMoreFluid},
    {"no_more_potassium", Effect::NoMorePotassium},
    {"no_more_magnesium", Effect::NoMoreMagnesium},
    {"may_raise_potassium", Effect::MayRaisePotassium},
    {"ask_magnesium", Effect::AskMagnesium},
    {"ask_first", Effect::AskFirst},
    {"keep_steady", Effect::KeepSteady},
    {"drink_to_thirst", Effect::DrinkToThirst},
    {"hide_goals", Effect::HideGoals},
    {"no_sodium_limit", Effect::NoSodiumLimit},
    {"may_lower_magnesium", Effect::MayLowerMagnesium},
    {"may_lower_potassium", Effect::MayLowerPotassium},
    {"may_go_with_cramps", Effect::MayGoWithCramps},
    {"see_doctor_sooner", Effect::SeeDoctorSooner},
    {"own_spasm_reason", Effect::OwnSpasmReason},
    {"call_when_losing", Effect::CallWhenLosing},
    {"kidneys_when_losing", Effect::KidneysWhenLosing},
    {"sugar_when_losing", Effect::SugarWhenLosing},
    {"stronger_when_losing", Effect::StrongerWhenLosing},
    {"emergency_when_losing", Effect::EmergencyWhenLosing},
    {"is_nsaid", Effect::IsNsaid},
    {"ask_nsaid", Effect::AskNsaid},
    {"is_quinine", Effect::IsQuinine},
    {"ask_quinine", Effect::AskQuinine},
    {"no_change", Effect::NoChange},
}};

constexpr int old_age = 75;

StorageError damaged(const std::string& what) {
  return {StorageError::Kind::Damaged, "The catalogue's table of advice holds " + what, "Install lytes again."};
}

std::vector<Effect> read_effects(std::string_view text) {
  constexpr std::string_view separators = " ,;|";
  std::vector<Effect> effects;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const auto known = std::ranges::find(effect_words, word, [](const auto& entry) { return entry.first; });
    if (known == effect_words.end()) throw damaged("the unknown effect '" + std::string(word) + "'");
    effects.push_back(known->second);
    at = text.find_first_not_of(separators, end);
  }
  return effects;
}

Advice::Kind read_kind(const std::string& word) {
  if (word == "condition") return Advice::Kind::Condition;
  if (word == "medicine") return Advice::Kind::Medicine;
  throw damaged("the unknown kind '" + word + "'");
}

/// Whether something is held back or asked about because of it.
bool holds_something(const Advice& advice) {
  constexpr std::array holding = {Effect::NoMoreFluid,       Effect::NoMorePotassium, Effect::NoMoreMagnesium,
                                  Effect::MayRaisePotassium, Effect::AskMagnesium,    Effect::AskFirst,
                                  Effect::KeepSteady,        Effect::HideGoals};
  return std::ranges::any_of(holding, [&](Effect effect) { return advice.has(effect); });
}

Advice read_advice(SQLite::Statement& row) {
  return {read_kind(row.getColumn(0).getString()), row.getColumn(1).getString(),
          read_effects(row.getColumn(2).getString()), row.getColumn(3).getString(), row.getColumn(4).getString()};
}

AdviceBook::Alias read_alias(SQLite::Statement& row) {
  return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()};
}

void add_word(AdviceBook::SmallWords& words, std::string word, std::string_view kind) {
  if (kind == "filler")
    words.fillers.push_back(std::move(word));
  else if (kind == "joint")
    words.joints.push_back(std::move(word));
  else
    words.others.push_back(std::move(word));
}

/// What the table knows of these words; empty where one of them may be a slip of any other.
std::optional<AdviceBook::SmallWords> known_words(SQLite::Database& catalogue, const std::set<std::string>& words) {
  AdviceBook::SmallWords known;
  SQLite::Statement kinds(catalogue, "SELECT kind FROM advice_word WHERE word = ?");
  for (const std::string& word : words) {
    bool any = false;
    kinds.bind(1, word);
    for (; kinds.executeStep(); any = true) add_word(known, word, kinds.getColumn(0).getString());
    kinds.reset();
    const bool may_be_a_slip = word.size() >= PhraseReader::shortest_slip && !text::is_digit(word.front());
    if (!any && may_be_a_slip) return std::nullopt;
  }
  return known;
}

std::set<std::string> words_of(const std::vector<std::string>& texts) {
  std::set<std::string> words;
  for (const std::string& text : texts) {
    for (auto& word : text::words_and_figures_of(text)) words.insert(std::move(word.text));
  }
  return words;
}

AdviceBook rows_about(SQLite::Database& catalogue, const std::set<std::string>& words,
                      const AdviceBook::SmallWords& known) {
  std::vector<AdviceBook::Alias> aliases;
  SQLite::Statement by_first(catalogue, "SELECT alias, phrase, name FROM advice_alias WHERE first = ? ORDER BY alias");
  for (const std::string& word : words) {
    by_first.bind(1, word);
    while (by_first.executeStep()) aliases.push_back(read_alias(by_first));
    by_first.reset();
  }
  std::set<std::string> names;
  for (const auto& alias : aliases) names.insert(alias.name);
  std::vector<Advice> advice;
  SQLite::Statement by_name(catalogue, "SELECT kind, name, effects, says, source FROM advice WHERE name = ?");
  for (const std::string& name : names) {
    by_name.bind(1, name);
    while (by_name.executeStep()) advice.push_back(read_advice(by_name));
    by_name.reset();
  }
  return {std::move(advice), std::move(aliases), known};
}

bool is_reviewed(const Profile& profile, const std::string& name) {
  return std::ranges::any_of(profile.reviewed, [&](const Dated& one) { return one.name == name; });
}

}  // namespace

bool may_be_under_18(std::optional<int> age) { return age && *age <= 18; }

std::string_view word_for(Effect effect) {
  return std::ranges::find(effect_words, effect, [](const auto& entry) { return entry.second; })->first;
}

bool Advice::has(Effect effect) const { return std::ranges::find(effects, effect) != effects.end(); }

AdviceBook::AdviceBook(std::vector<Advice> advice, std::vector<Alias> aliases, const SmallWords& small_words)
    : advice_(std::move(advice)), aliases_(std::move(aliases)) {
  std::unordered_map<std::string_view, std::size_t> by_name;
  for (std::size_t place = 0; place < advice_.size(); ++place) by_name.emplace(advice_[place].name, place);
  std::vector<PhraseReader::Phrase> phrases;
  phrases.reserve(aliases_.size());
  for (const Alias& alias : aliases_) {
    const auto found = by_name.find(alias.name);
    if (found == by_name.end()) continue;
    const Advice& about = advice_[found->second];
    phrases.push_back({alias.phrase, found->second, holds_something(about), about.has(Effect::NoChange)});
  }
  reader_ = std::make_shared<const PhraseReader>(
      phrases, PhraseReader::SmallWords{small_words.fillers, small_words.joints, small_words.others});
}

const Advice* AdviceBook::find(std::string_view name) const {
  const std::string wanted = text::plain_words(name);
  const auto found =
      std::ranges::find_if(advice_, [&](const Advice& advice) { return text::plain_words(advice.name) == wanted; });
  return found == advice_.end() ? nullptr : &*found;
}

AdviceBook::Reading AdviceBook::read(std::string_view words) const {
  const auto found = reader_->read(words);
  Reading reading;
  reading.whole = found.whole;
  for (const std::size_t place : found.meanings) reading.about.push_back(&advice_[place]);
  return reading;
}

std::vector<std::string> AdviceBook::names_like(std::string_view words) const {
  constexpr std::size_t alike = 4;  // letters in common at the start: "lisinoprill", "lisinop"
  constexpr std::size_t most_names = 5;
  const std::string start = text::plain_words(words).substr(0, alike);
  std::vector<std::string> names;
  if (start.size() < alike) return names;
  for (const Alias& alias : aliases_) {
    if (names.size() < most_names && text::plain_words(alias.alias).starts_with(start)) names.push_back(alias.alias);
  }
  return names;
}

AdviceBook load_advice(storage::ReadOnlyFile& catalogue) {
  return catalogue.guarded([&] {
    std::vector<Advice> advice;
    SQLite::Statement rows(catalogue.database(), "SELECT kind, name, effects, says, source FROM advice ORDER BY name");
    while (rows.executeStep()) advice.push_back(read_advice(rows));
    std::vector<AdviceBook::Alias> aliases;
    SQLite::Statement names(catalogue.database(), "SELECT alias, phrase, name FROM advice_alias ORDER BY alias");
    while (names.executeStep()) aliases.push_back(read_alias(names));
    AdviceBook::SmallWords small_words;
    SQLite::Statement words(catalogue.database(), "SELECT word, kind FROM advice_word WHERE kind <> 'word'");
    while (words.executeStep()) {
      add_word(small_words, words.getColumn(0).getString(), words.getColumn(1).getString());
    }
    return AdviceBook(std::move(advice), std::move(aliases), small_words);
  });
}

AdviceBook load_advice_about(storage::ReadOnlyFile& catalogue, const std::vector<std::string>& texts) {
  const auto words = words_of(texts);
  auto about = catalogue.guarded([&]() -> std::optional<AdviceBook> {
    const auto known = known_words(catalogue.database(), words);
    if (!known) return std::nullopt;
    return rows_about(catalogue.database(), words, *known);
  });
  return about ? std::move(*about) : load_advice(catalogue);
}

PersonalAdvice::PersonalAdvice(const Profile& profile, std::optional<int> age, const AdviceBook* book)
    : health_was_asked_(profile.health_was_asked()) {
  if (may_be_under_18(age)) by_person_.emplace_back("an age under 18");
  if (age && *age >= old_age) by_person_.emplace_back("an age of 75 or more");
  if (profile.stage == Stage::Pregnant) by_person_.emplace_back("pregnancy");
  if (profile.stage == Stage::Lactating) by_person_.emplace_back("breastfeeding");
  if (!book) return;
  for (const std::string& said : profile.conditions) add(said, is_reviewed(profile, said), *book);
  for (const std::string& said : profile.medicines) add(said, is_reviewed(profile, said), *book);
}

void PersonalAdvice::add(const std::string& said, bool reviewed, const AdviceBook& book) {
  const auto reading = book.read(said);
  if (reading.about.size() == 1 && book.is_denied(said)) return;  // journals of earlier days may hold "not pregnant"
  if (!reading.whole) unknown_.push_back({said, book.names_like(said), reviewed});
  for (const Advice* advice : reading.about) {
    const bool same = text::plain_words(said) == text::plain_words(advice->name);
    items_.push_back({same ? advice->name : said, *advice, reviewed});
  }
}

std::vector<std::string> PersonalAdvice::because_of(Effect effect) const {
  std::vector<std::string> reasons;
  for (const Item& item : items_) {
    if (!item.advice.has(effect) || (effect == Effect::AskFirst && item.reviewed)) continue;
    if (std::ranges::find(reasons, item.as_said) == reasons.end()) reasons.push_back(item.as_said);
  }
  return reasons;
}

std::vector<std::string> PersonalAdvice::ask_first() const {
  auto reasons = because_of(Effect::AskFirst);
  reasons.insert(reasons.end(), by_person_.begin(), by_person_.end());
  return reasons;
}

std::vector<std::string> PersonalAdvice::unknown_unreviewed() const {
  std::vector<std::string> names;
  for (const Unknown& one : unknown_) {
    if (!one.reviewed) names.push_back(one.as_said);
  }
  return names;
}

}  // namespace lytes::targets
