#include "lytes/language/entry_search.hpp"

#include "lytes/foods/finder.hpp"

namespace lytes::language {

bool speaks_of(const journal::Entry& entry, std::string_view words) {
  std::string text(journal::word(entry.kind));
  const auto add = [&](const std::string& more) { text += " " + more; };
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) add(intake->description);
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) add(factor->name);
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) {
    add(spasm->site);
    for (const auto& flag : spasm->flags) add(flag);
  }
  if (entry.note) add(*entry.note);
  return foods::Finder::fits(text, words);
}

}  // namespace lytes::language
