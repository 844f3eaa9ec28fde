#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/report/whole_text.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::report {
namespace {

/// What a table of the document holds, in words: one of them and several.
struct Noun {
  std::string_view of;
  std::string_view one;
  std::string_view many;
};

std::string counted_rows(std::size_t count, std::string_view of) {
  constexpr std::array nouns = {Noun{"settings", "setting", "settings"},
                                Noun{"profile", "fact of the profile", "facts of the profile"},
                                Noun{"targets", "target", "targets"},
                                Noun{"foods", "food", "foods"},
                                Noun{"answers", "answer", "answers"},
                                Noun{"days", "word about a day", "words about days"},
                                Noun{"read_lines", "line of notes", "lines of notes"},
                                Noun{"entries", "entry", "entries"}};
  const auto* const known = std::ranges::find(nouns, of, &Noun::of);
  if (known == nouns.end()) return fmt::format("{} of {}", count, of);
  return fmt::format("{} {}", count, count == 1 ? known->one : known->many);
}

std::string rows_in_words(const WholeView& view, std::size_t WholeView::Count::*which) {
  std::vector<std::string> parts;
  for (const auto& count : view.counts) {
    if (count.*which > 0) parts.push_back(counted_rows(count.*which, count.of));
  }
  return text::listed(parts);
}

}  // namespace

std::string whole_page(const WholeView& view, const Style& style) {
  const std::string added = rows_in_words(view, &WholeView::Count::added);
  const std::string there = rows_in_words(view, &WholeView::Count::there_already);
  const std::string differing = rows_in_words(view, &WholeView::Count::differing);
  std::string text =
      fmt::format("{}: {}.", view.dry_run ? "Would be added" : "Added", added.empty() ? "nothing" : added);
  if (!there.empty()) text += fmt::format(" There already: {}.", there);
  if (!differing.empty()) {
    text +=
        view.replaced
            ? fmt::format(" {}: {}.", view.dry_run ? "Would be taken from the file" : "Taken from the file", differing)
            : fmt::format(" Otherwise in the journal, and left so: {}; --replace takes the file's.", differing);
  }
  text = text::wrapped(text, style.width) + "\n";
  for (const std::string& place : view.differing) text += "  " + text::printable(place) + "\n";
  if (view.dry_run) return in_style(text + "Nothing was saved.\n", style);
  return in_style(
      text + (added.empty() && !(view.replaced && !differing.empty()) ? "" : "To take it all back: lytes undo\n"),
      style);
}

}  // namespace lytes::report
