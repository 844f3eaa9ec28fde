#include "lytes/notebook/stated.hpp"

#include <algorithm>

#include "lytes/errors.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/profile_store.hpp"

namespace lytes::notebook {

namespace {

/// Whether the profile holds a condition or medicine of that name.
bool holds(const targets::Profile& profile, const std::string& name) {
  return std::ranges::find(profile.conditions, name) != profile.conditions.end() ||
         std::ranges::find(profile.medicines, name) != profile.medicines.end();
}

/// What somebody was asked about stands in the profile, else nothing was said.
void require_reviewed_in_profile(const targets::StatedFact& fact, const targets::Profile& profile) {
  const std::string name = targets::named_in(fact.name);
  if (holds(profile, name)) return;
  auto held = profile.conditions;
  held.insert(held.end(), profile.medicines.begin(), profile.medicines.end());
  throw NotFoundError("no_such_fact", "The profile says nothing of '" + name + "'", held);
}

/// "not pregnant" is nothing to keep: read as a condition it would hold back what may well be taken.
void refuse_denials(Notebook& notebook, const std::vector<targets::StatedFact>& facts) {
  std::vector<std::string> names;
  for (const auto& fact : facts) {
    if (targets::is_about_health(fact.name)) names.push_back(targets::named_in(fact.name));
  }
  if (names.empty()) return;
  const auto book = targets::load_advice_about(notebook.catalogue_file(), names);
  const auto denied = std::ranges::find_if(names, [&](const std::string& name) { return book.is_denied(name); });
  if (denied == names.end()) return;
  throw InputError("A profile holds what there is, not what there is not", *denied, 0,
                   "it left out, or `lytes profile set health=none` where there is nothing at all");
}

}  // namespace

void state(Notebook& notebook, const language::ProfileLine& line, std::optional<calendar::Day> from) {
  refuse_denials(notebook, line.facts);
  const calendar::Day today = notebook.today();
  notebook.save([&] {
    targets::ProfileStore store(notebook.journal());
    for (const auto& fact : line.facts) {
      if (!targets::is_review(fact.name)) store.state(fact, from, today);
    }
    const auto profile = store.history().on(today);
    for (const auto& fact : line.facts) {
      if (!targets::is_review(fact.name)) continue;
      require_reviewed_in_profile(fact, profile);
      store.state(fact, from, today);
    }
    for (const auto& [name, value] : line.settings) storage::set_setting(notebook.journal(), name, value);
  });
  notebook.forget_what_was_read();
}

void take_back(Notebook& notebook, const language::ProfileName& said, std::optional<calendar::Day> from) {
  const calendar::Day today = notebook.today();
  notebook.save([&] {
    if (said.is_setting) return storage::set_setting(notebook.journal(), said.name, std::nullopt);
    targets::ProfileStore store(notebook.journal());
    const auto before = store.history().on(today);
    store.end(said.name, from, today);
    // Who was asked about it was asked about it as it was.
    const std::string named = targets::named_in(said.name);
    const bool reviewed = std::ranges::find(before.reviewed, named, &targets::Dated::name) != before.reviewed.end();
    if (targets::is_about_health(said.name) && reviewed) store.end(targets::fact_name("reviewed", named), from, today);
  });
  notebook.forget_what_was_read();
}

}  // namespace lytes::notebook
