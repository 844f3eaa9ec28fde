#include "lytes/report/error_text.hpp"

#include <fmt/format.h>

#include <sstream>

#include <algorithm>
#include <exception>
#include <string_view>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

/// The input with a caret under the place. Of a long input only what lies around the place.
std::string pointed(const InputError& error, std::size_t width) {
  if (error.input.empty()) return {};
  constexpr std::size_t indent = 2;
  const std::size_t room = width > 20 ? width - indent - 6 : 14;
  std::string before =
      text::printable(std::string_view(error.input).substr(0, std::min(error.place, error.input.size())));
  std::string after = text::printable(std::string_view(error.input).substr(std::min(error.place, error.input.size())));
  if (text::display_width(before) > room / 2 + 3) before = "..." + std::string(text::last_columns(before, room / 2));
  after = text::shortened(after, room - std::min(room, text::display_width(before)));
  return std::string(indent, ' ') + before + after + "\n" + std::string(indent + text::display_width(before), ' ') +
         "^\n";
}

std::string sentence(std::string text) {
  // A message may begin with a file's name, which is to be left as it is.
  const bool file_name = text.substr(0, text.find_first_of(" ,:")).find('.') != std::string::npos;
  if (!file_name) text = text::capitalised(text);
  if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += '.';
  return text;
}

/// What went wrong, on lines of the terminal's width.
std::string opening(const std::exception& error, const Style& style) {
  return text::wrapped("lytes: " + sentence(text::printable(error.what())), style.width) + "\n";
}

std::string closing(std::optional<Saved> saved) {
  if (!saved) return "";
  switch (*saved) {
    case Saved::No:
      return "Nothing was saved.\n";
    case Saved::Yes:
      return "It was saved.\n";
    case Saved::Unknown:
      break;
  }
  return "Whether it was saved cannot be told: 'lytes history' shows it once the disk can be read.\n";
}

}  // namespace

std::string error_text(const InputError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style) + pointed(error, style.width);
  if (!error.valid.empty())
    text += text::wrapped("Right would be: " + text::printable(error.valid), style.width, 2) + "\n";
  return in_style(text + closing(saved), style);
}

std::string error_text(const NotFoundError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style);
  for (const auto& candidate : error.candidates)
    text += "  " + text::shortened(text::printable(candidate), style.width - 2) + "\n";
  return in_style(text + closing(saved), style);
}

std::string error_text(const StorageError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style);
  if (!error.what_to_do.empty()) text += text::wrapped(sentence(text::printable(error.what_to_do)), style.width) + "\n";
  return in_style(text + closing(saved), style);
}

std::string typed_again(const std::string& typed, const Style& style) {
  if (typed.find('\n') == std::string::npos) return in_style("You had typed: " + text::printable(typed) + "\n", style);
  std::string text = "You had typed:\n";
  std::istringstream lines(typed);
  for (std::string line; std::getline(lines, line);) text += text::printable(line) + "\n";
  return in_style(text, style);
}

}  // namespace lytes::report
