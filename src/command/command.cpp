#include "lytes/command/command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/console/session.hpp"

namespace lytes::command {

Option::Option(std::string_view term, Into goes_into, std::string meaning)
    : says(std::move(meaning)), into(goes_into), required(!term.starts_with('[') && !term.starts_with('-')) {
  if (term.starts_with('[')) term = term.substr(1, term.size() - 2);
  if (const auto comma = term.find(", "); comma != std::string_view::npos) {
    letter = term.substr(0, comma);
    term.remove_prefix(comma + 2);
  }
  if (const auto blank = term.find(' '); blank != std::string_view::npos) {
    value = term.substr(blank + 1);
    term = term.substr(0, blank);
  }
  many = term.ends_with("...");
  if (many) term.remove_suffix(3);
  name = term;
}

std::string Option::value_name() const {
  if (range && !value.empty()) return fmt::format("{} ({} to {})", value, range->first, range->second);
  return one_of.empty() ? value : fmt::format("{}", fmt::join(one_of, "|"));
}

std::string Option::term() const {
  if (has_place()) return name + (many ? "..." : "");
  return (letter.empty() ? "" : letter + ", ") + name + (value.empty() ? "" : " " + value_name());
}

Command::Command(std::string path, std::string says) : path_(std::move(path)), says_(std::move(says)) {
  options_.emplace_back("-h, --help", Option::Page::Help, "This page, or that of the command before it");
}

Command& Command::add(const std::string& name, std::string says) {
  return below_.emplace_back(path_.empty() ? name : path_ + " " + name, std::move(says));
}

void Command::run(Session& session) const {
  if (writes_) session.prepare_to_write();
  run_(session);
}

const Command* Command::command_called(std::string_view name) const {
  const auto found = std::ranges::find_if(below_, [&](const Command& one) { return one.name() == name; });
  return found == below_.end() ? nullptr : &*found;
}

const Option* Command::option_called(std::string_view name) const {
  const auto found = std::ranges::find_if(
      options_, [&](const Option& one) { return one.name == name || (!one.letter.empty() && one.letter == name); });
  return found == options_.end() ? nullptr : &*found;
}

}  // namespace lytes::command
