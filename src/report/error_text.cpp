#include "lytes/report/error_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string_view>

#include "json_text.hpp"

namespace lytes::report {

namespace {

/// The input with a caret under the place. Of a long input only what lies around the place.
std::string pointed(const InputError& error, std::size_t width) {
  if (error.input.empty()) return {};
  constexpr std::size_t indent = 2;
  const std::size_t room = width > 20 ? width - indent - 6 : 14;
  std::string before = printable(std::string_view(error.input).substr(0, std::min(error.place, error.input.size())));
  std::string after = printable(std::string_view(error.input).substr(std::min(error.place, error.input.size())));
  if (display_width(before) > room / 2 + 3) before = "..." + std::string(last_columns(before, room / 2));
  after = shortened(after, room - std::min(room, display_width(before)));
  return std::string(indent, ' ') + before + after + "\n" + std::string(indent + display_width(before), ' ') + "^\n";
}

std::string sentence(std::string text) {
  // A message may begin with a file's name, which is to be left as it is.
  const bool file_name = text.substr(0, text.find_first_of(" ,:")).find('.') != std::string::npos;
  if (!file_name && !text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += '.';
  return text;
}

/// What went wrong, on lines of the terminal's width.
std::string opening(const std::exception& error, const Style& style) {
  return wrapped("lytes: " + sentence(printable(error.what())), style.width) + "\n";
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

std::string_view code_of(StorageError::Kind kind) {
  switch (kind) {
    case StorageError::Kind::Failed:
      return "storage_failed";
    case StorageError::Kind::Damaged:
      return "journal_damaged";
    case StorageError::Kind::Locked:
      return "journal_locked";
    case StorageError::Kind::TooNew:
      return "journal_too_new";
  }
  return "storage_failed";
}

std::string in_an_error(Json body, std::optional<Saved> saved) {
  if (saved) body["saved"] = *saved == Saved::Unknown ? Json() : Json(*saved == Saved::Yes);
  return text_of(Json{{"error", std::move(body)}});
}

}  // namespace

std::string error_text(const InputError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style) + pointed(error, style.width);
  if (!error.valid.empty()) text += wrapped("Right would be: " + printable(error.valid), style.width, 2) + "\n";
  return in_style(text + closing(saved), style);
}

std::string error_text(const NotFoundError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style);
  for (const auto& candidate : error.candidates) text += "  " + shortened(printable(candidate), style.width - 2) + "\n";
  return in_style(text + closing(saved), style);
}

std::string error_text(const StorageError& error, std::optional<Saved> saved, const Style& style) {
  std::string text = opening(error, style);
  if (!error.what_to_do.empty()) text += wrapped(sentence(printable(error.what_to_do)), style.width) + "\n";
  return in_style(text + closing(saved), style);
}

std::string error_json(const InputError& error, std::optional<Saved> saved) {
  Json body{{"code", "bad_input"}, {"message", error.what()}};
  if (!error.input.empty()) {
    body["input"] = error.input;
    body["place"] = error.place;
  }
  if (!error.valid.empty()) body["valid"] = error.valid;
  return in_an_error(std::move(body), saved);
}

std::string error_json(const NotFoundError& error, std::optional<Saved> saved) {
  return in_an_error({{"code", error.code}, {"message", error.what()}, {"candidates", error.candidates}}, saved);
}

std::string error_json(const StorageError& error, std::optional<Saved> saved) {
  return in_an_error({{"code", code_of(error.kind)}, {"message", error.what()}, {"advice", error.what_to_do}}, saved);
}

}  // namespace lytes::report
