#include "lytes/language/entry_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

constexpr std::string_view blanks = " \t\r";

/// A value must stay on its line.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return std::string(text::trimmed(text));
}

[[noreturn]] void refuse(const std::string& what, const std::string& line, std::size_t number, std::size_t column,
                         const std::string& valid) {
  throw InputError(fmt::format("line {}, column {}: {}", number, column + 1, what), line, column, valid);
}

}  // namespace

std::string form_of(const journal::Entry& entry) {
  std::string text = fmt::format(
      "# Entry {}. Change what stands after the colons, save, and close.\n"
      "# What is left as it is stays as it is; an empty value means unknown.\n",
      entry.id);
  for (const auto& field : fields_of(entry)) {
    const std::string value = on_one_line(field.value);
    text += field.name + ":" + (value.empty() ? "" : " " + value) + "\n";
  }
  return text;
}

std::vector<FormField> read_form(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // as some editors begin every file
  std::vector<FormField> fields;
  std::map<std::string, std::size_t, std::less<>> lines;  // by name of field
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (text::trimmed(line).empty() || text::trimmed(line).front() == '#') continue;
    const std::size_t colon = line.find(':');
    const std::string valid = "`field: value`, such as `note: after a long drive`";
    if (colon == std::string::npos) refuse("no field and value", line, number, line.find_first_not_of(blanks), valid);
    const std::string name(text::trimmed(std::string_view(line).substr(0, colon)));
    const std::string value(text::trimmed(std::string_view(line).substr(colon + 1)));
    const std::size_t column = value.empty() ? line.size() : line.find(value, colon + 1);
    if (const auto [other, is_new] = lines.emplace(name, number); !is_new) {
      refuse("\"" + name + "\" stands on line " + std::to_string(other->second) + " already", line, number, 0,
             "each field once");
    }
    fields.push_back({{name, value}, line, number, column});
  }
  return fields;
}

std::string edit_command(const journal::Entry& entry, std::string_view form) {
  const auto before = fields_of(entry);
  std::string command = fmt::format("lytes edit {}", entry.id);
  for (const auto& [field, line, number, column] : read_form(form)) {
    const auto old = std::ranges::find(before, field.name, &Field::name);
    if (old != before.end() && on_one_line(old->value) == field.value) continue;
    command += " " + field.name + "=" + text::in_quotes(field.value);
  }
  return command;
}

journal::Entry with_form(Speaker& speaker, const journal::Entry& entry, std::string_view text,
                         std::vector<Remark>& remarks) {
  const auto before = fields_of(entry);
  std::vector<FormField> changed;
  for (auto& field : read_form(text)) {
    const auto old = std::ranges::find(before, field.field.name, &Field::name);
    if (old == before.end()) {
      std::string names;
      for (const auto& known : before) names += (names.empty() ? "" : ", ") + known.name;
      refuse("no field \"" + field.field.name + "\"", field.line, field.number, field.line.find_first_not_of(blanks),
             names);
    }
    if (on_one_line(old->value) != field.field.value) changed.push_back(std::move(field));
  }
  journal::Entry after = entry;
  for (const auto& field : changed) {
    try {
      after = with_field(speaker, after, field.field, remarks);
    } catch (const InputError& error) {
      const std::size_t at = error.input.empty() ? 0 : std::min(error.place, field.field.value.size());
      refuse(error.what(), field.line, field.number, field.column + at, error.valid);
    } catch (const NotFoundError& error) {
      throw NotFoundError(error.code,
                          fmt::format("line {}, column {}: {}", field.number, field.column + 1, error.what()),
                          error.candidates);
    }
  }
  return after;
}

}  // namespace lytes::language
