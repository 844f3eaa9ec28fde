#include "lytes/safety/signs.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>

#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {

namespace {

/// Signs that a spasm's own numbers say.
constexpr std::string_view severe = "severe";
constexpr std::string_view lasting = "lasting";

std::vector<std::string> in_sentences(const std::vector<const Sign*>& signs, Level level) {
  std::vector<std::string> words;
  for (const Sign* sign : signs) {
    if (sign->level == level) words.push_back(sign->in_a_sentence);
  }
  return words;
}

}  // namespace

const Sign* SignBook::find(std::string_view name) const {
  const auto found = std::ranges::find(signs_, name, &Sign::name);
  return found == signs_.end() ? nullptr : &*found;
}

SignBook load_signs(storage::ReadOnlyFile& catalogue) {
  return catalogue.guarded([&] {
    std::vector<Sign> signs;
    SQLite::Statement rows(catalogue.database(), "SELECT name, level, in_a_sentence FROM sign ORDER BY rowid");
    while (rows.executeStep()) {
      const bool emergency = rows.getColumn(1).getString() == word_for(Level::Emergency);
      signs.push_back(
          {rows.getColumn(0).getString(), emergency ? Level::Emergency : Level::Soon, rows.getColumn(2).getString()});
    }
    return SignBook(std::move(signs));
  });
}

SpasmSigns together(std::span<const journal::Entry> entries) {
  SpasmSigns all;
  for (const auto& entry : entries) {
    const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
    if (!spasm) continue;
    all.severity = std::max(all.severity, spasm->severity);
    all.minutes = std::max(all.minutes, spasm->minutes);
    all.names.insert(all.names.end(), spasm->flags.begin(), spasm->flags.end());
  }
  return all;
}

std::vector<const Sign*> signs_of(const SpasmSigns& spasm, const SignBook& book) {
  std::vector<const Sign*> signs;
  for (const Sign& sign : book.all()) {
    const bool said = std::ranges::find(spasm.names, sign.name) != spasm.names.end();
    const bool shown = (sign.name == severe && spasm.severity.value_or(0) >= severe_from) ||
                       (sign.name == lasting && spasm.minutes.value_or(0) >= lasting_from_minutes);
    if (said || shown) signs.push_back(&sign);
  }
  return signs;
}

std::vector<Remark> remarks_on_spasm(const SpasmSigns& spasm, const SignBook& book,
                                     const targets::PersonalAdvice& personal) {
  const auto signs = signs_of(spasm, book);
  std::vector<Remark> remarks;
  if (const auto emergencies = in_sentences(signs, Level::Emergency); !emergencies.empty()) {
    remarks.push_back({Level::Emergency, "red_flag_urgent",
                       fmt::format("A spasm together with {} needs to be looked at straight away. Please call your "
                                   "emergency number or go to an emergency department now.",
                                   text::listed(emergencies))});
  }
  if (const auto others = in_sentences(signs, Level::Soon); !others.empty()) {
    std::string message = fmt::format(
        "Please have this looked at soon: {}. There may be a simple reason, but it takes an examination to tell.",
        text::listed(others));
    if (const auto sooner = personal.because_of(targets::Effect::SeeDoctorSooner); !sooner.empty()) {
      message += fmt::format(" With {} in your profile, rather today or tomorrow.", text::listed(sooner));
    }
    remarks.push_back({Level::Soon, "red_flag", std::move(message)});
  }
  return remarks;
}

}  // namespace lytes::safety
