#include <string_view>

#include "json/text.hpp"
#include "lytes/report/error_text.hpp"

namespace lytes::report {

namespace {

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
