#include "lytes/targets/advice.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>

#include "lytes/errors.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/words.hpp"

namespace lytes::targets {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 9> effect_words = {{
    {"no_more_potassium", Effect::NoMorePotassium},
    {"no_more_fluid", Effect::NoMoreFluid},
    {"no_magnesium_supplement", Effect::NoMagnesiumSupplement},
    {"may_lower_magnesium", Effect::MayLowerMagnesium},
    {"may_lower_potassium", Effect::MayLowerPotassium},
    {"may_raise_potassium", Effect::MayRaisePotassium},
    {"may_go_with_cramps", Effect::MayGoWithCramps},
    {"see_doctor_sooner", Effect::SeeDoctorSooner},
    {"own_spasm_reason", Effect::OwnSpasmReason},
}};

StorageError damaged(const std::string& what) {
  return {StorageError::Kind::Damaged, "The catalogue's table of advice holds " + what, "Install lytes again."};
}

std::vector<Effect> read_effects(std::string_view text) {
  constexpr std::string_view separators = " ,;|";
  std::vector<Effect> effects;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const auto known =
        std::find_if(effect_words.begin(), effect_words.end(), [&](const auto& entry) { return entry.first == word; });
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

}  // namespace

const Advice* AdviceBook::find(Advice::Kind kind, std::string_view words) const {
  const std::string wanted = text::plain_words(words);
  const auto by_name = [&](const std::string& name) -> const Advice* {
    const auto found = std::find_if(advice_.begin(), advice_.end(), [&](const Advice& advice) {
      return advice.kind == kind && text::plain_words(advice.name) == name;
    });
    return found == advice_.end() ? nullptr : &*found;
  };
  if (const Advice* found = by_name(wanted)) return found;
  for (const Alias& alias : aliases_) {
    if (text::plain_words(alias.alias) != wanted) continue;
    if (const Advice* found = by_name(text::plain_words(alias.name))) return found;
  }
  return nullptr;
}

std::vector<const Advice*> AdviceBook::all_about(Advice::Kind kind, std::string_view words) const {
  const std::string wanted = text::plain_words(words);
  if (const Advice* found = find(kind, wanted)) return {found};
  if (const std::size_t joint = wanted.find_first_of("/+"); joint != std::string::npos) {
    auto parts = all_about(kind, wanted.substr(0, joint));
    for (const Advice* part : all_about(kind, wanted.substr(joint + 1))) {
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    return parts;
  }
  std::string name = wanted.substr(0, wanted.find_first_of("0123456789"));
  if (const std::size_t stage = name.rfind(" stage"); stage != std::string::npos) name.resize(stage);
  const Advice* found = find(kind, name);
  return found ? std::vector{found} : std::vector<const Advice*>{};
}

std::vector<std::string> AdviceBook::names_like(Advice::Kind kind, std::string_view words) const {
  constexpr std::size_t alike = 4;  // letters in common at the start: "lisinoprill", "lisinop"
  const std::string start = text::plain_words(words).substr(0, alike);
  std::vector<std::string> names;
  if (start.size() < alike) return names;
  for (const Advice& advice : advice_) {
    if (advice.kind == kind && text::plain_words(advice.name).starts_with(start)) names.push_back(advice.name);
  }
  for (const Alias& alias : aliases_) {
    if (text::plain_words(alias.alias).starts_with(start) && find(kind, alias.alias) != nullptr)
      names.push_back(alias.alias);
  }
  return names;
}

AdviceBook load_advice(storage::ReadOnlyFile& catalogue) {
  return catalogue.guarded([&] {
    std::vector<Advice> advice;
    SQLite::Statement rows(catalogue.database(), "SELECT kind, name, effects, says, source FROM advice ORDER BY name");
    while (rows.executeStep()) {
      advice.push_back({read_kind(rows.getColumn(0).getString()), rows.getColumn(1).getString(),
                        read_effects(rows.getColumn(2).getString()), rows.getColumn(3).getString(),
                        rows.getColumn(4).getString()});
    }
    std::vector<AdviceBook::Alias> aliases;
    SQLite::Statement names(catalogue.database(), "SELECT alias, name FROM advice_alias ORDER BY alias");
    while (names.executeStep()) aliases.push_back({names.getColumn(0).getString(), names.getColumn(1).getString()});
    return AdviceBook(std::move(advice), std::move(aliases));
  });
}

PersonalAdvice::PersonalAdvice(const Profile& profile, const AdviceBook& book) {
  const auto add = [&](Advice::Kind kind, const std::string& said) {
    const auto about = book.all_about(kind, said);
    if (about.empty()) unknown_.push_back({said, book.names_like(kind, said)});
    for (const Advice* advice : about) {
      const bool same = text::plain_words(said) == text::plain_words(advice->name);
      items_.push_back({same ? advice->name : said, *advice});
    }
  };
  for (const std::string& condition : profile.conditions) add(Advice::Kind::Condition, condition);
  for (const std::string& medicine : profile.medicines) add(Advice::Kind::Medicine, medicine);
}

bool PersonalAdvice::has(Effect effect) const { return !because_of(effect).empty(); }

std::vector<std::string> PersonalAdvice::because_of(Effect effect) const {
  std::vector<std::string> reasons;
  for (const Item& item : items_) {
    const auto& effects = item.advice.effects;
    if (std::find(effects.begin(), effects.end(), effect) != effects.end()) reasons.push_back(item.as_said);
  }
  return reasons;
}

}  // namespace lytes::targets
