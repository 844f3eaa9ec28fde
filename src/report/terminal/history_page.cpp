#include "lytes/report/history_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lytes/quantity/amount.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

using journal::FieldDiff;
using journal::OtherDiff;
using storage::Value;

struct ValueText {
  std::string operator()(std::monostate) const { return "unknown"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return quantity::format_number(number); }
  std::string operator()(const std::string& text) const { return text::printable(text); }
};

std::string text_of_value(const std::optional<Value>& value) { return value ? std::visit(ValueText{}, *value) : "-"; }

/// "amount 350 -> 400", or "amount 350" of what was not changed.
std::string field_words(const FieldDiff& field, OtherDiff::What what) {
  const std::string name = text::printable(field.name) + " ";
  if (what == OtherDiff::What::Added) return name + text_of_value(field.after);
  const bool differs = what == OtherDiff::What::Changed && field.before != field.after;
  return name + text_of_value(field.before) + (differs ? " -> " + text_of_value(field.after) : "");
}

/// "+ own food 3: name my tea; kind drink"
std::string other_line(const OtherDiff& change) {
  const char* sign = change.what == OtherDiff::What::Added     ? "+ "
                     : change.what == OtherDiff::What::Changed ? "~ "
                                                               : "- ";
  std::string text = sign + text::printable(change.about) + ":";
  for (const auto& field : change.fields) text += " " + field_words(field, change.what) + ";";
  text.pop_back();  // the last semicolon, or the colon where there is nothing to say
  return text;
}

/// What undoing did.
OtherDiff inverted(OtherDiff change) {
  using What = OtherDiff::What;
  if (change.what != What::Changed) change.what = change.what == What::Added ? What::Removed : What::Added;
  for (auto& field : change.fields) std::swap(field.before, field.after);
  return change;
}

constexpr std::size_t lines_shown = 20;

std::vector<std::string> lines_of(const journal::ChangeDiff& diff, bool back, calendar::Day today, const Style& style) {
  Style narrow = style;
  narrow.width -= std::min<std::size_t>(narrow.width, 6);
  std::vector<std::string> lines;
  for (const auto& entry : diff.entries) {
    const auto& before = back ? entry.after : entry.before;
    const auto& after = back ? entry.before : entry.after;
    const bool changed = before && after;
    if (before) lines.push_back((changed ? "was " : "-   ") + entry_brief(*before, today, narrow));
    if (after) lines.push_back((changed ? "now " : "+   ") + entry_brief(*after, today, narrow));
  }
  for (const auto& other : diff.others) {
    lines.push_back(text::shortened(other_line(back ? inverted(other) : other), narrow.width + 4));
  }
  return lines;
}

}  // namespace

std::string history_page(std::span<const ShownChange> changes, HistoryVerb verb, calendar::Day today,
                         const Style& style) {
  if (changes.empty()) return "Nothing was changed yet.\n";
  const bool back = verb == HistoryVerb::Undone;
  std::string text;
  for (const auto& [change, diff, time] : changes) {
    const char* head = back ? "Taken back: " : verb == HistoryVerb::Redone ? "Done again: " : "";
    // In front, so that no long command hides it.
    const char* mark = verb == HistoryVerb::Listed && change.undone ? "(taken back) " : "";
    const std::string line =
        fmt::format("{}{:>4}  {}  {}lytes {}", head, change.id, time, mark, text::printable(change.command));
    text += bold(text::shortened(line, style.width), style) + "\n";
    const auto lines = lines_of(diff, back, today, style);
    const std::size_t shown = std::min(lines.size(), lines_shown);
    for (std::size_t i = 0; i < shown; ++i) text += "  " + lines[i] + "\n";
    if (lines.size() > shown || change.rows_left_out > 0) {
      text += change.rows_left_out > 0 ? "  and more\n" : fmt::format("  and {} more\n", lines.size() - shown);
    }
  }
  return in_style(text, style);
}

}  // namespace lytes::report
