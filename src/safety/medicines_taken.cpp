#include "lytes/safety/medicines_taken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {

namespace {

using targets::Effect;

/// What speaks against a painkiller of this kind; without what it was itself entered as.
std::vector<std::string> against_nsaid(const targets::PersonalAdvice& personal) {
  auto reasons = personal.because_of(Effect::AskNsaid);
  for (const std::string& person : personal.ask_first_by_person()) {
    if (person == "pregnancy") reasons.push_back(person);
  }
  return reasons;
}

std::optional<Remark> nsaid(const std::string& name, const targets::PersonalAdvice& personal) {
  const auto reasons = against_nsaid(personal);
  if (reasons.empty()) return std::nullopt;
  return Remark{
      Level::Care, "painkiller_beside",
      fmt::format(
          "{} does not go well with {} in your profile: painkillers of its kind strain kidneys, heart "
          "and stomach, add to bleeding, and can make some medicines too strong. Please ask your doctor or pharmacist "
          "before you take more.",
          text::capitalised(name), text::listed(reasons))};
}

Remark quinine(const targets::PersonalAdvice& personal) {
  const auto reasons = personal.because_of(Effect::AskQuinine);
  std::string message =
      "Quinine is not advised for cramps: it can disturb the heart's rhythm and the blood. Please ask your doctor or "
      "pharmacist before you take more.";
  if (reasons.empty()) return {Level::Care, "quinine", std::move(message)};
  return {Level::Soon, "quinine", message + fmt::format(" With {} in your profile, today.", text::listed(reasons))};
}

}  // namespace

std::vector<std::string> perhaps_medicines(std::span<const journal::Entry> line) {
  std::vector<std::string> names;
  for (const auto& entry : line) {
    if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) names.push_back(medicine->name);
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (entry.kind != journal::EntryKind::Supplement || !intake) continue;
    if (!intake->food || intake->food->starts_with("own:")) names.push_back(intake->description);
  }
  return names;
}

std::vector<Remark> medicines_taken(std::span<const std::string> names, const targets::AdviceBook& book,
                                    const targets::PersonalAdvice& personal) {
  std::optional<Remark> of_nsaid;
  std::optional<Remark> of_quinine;
  for (const std::string& name : names) {
    for (const targets::Advice* advice : book.read(name).about) {
      if (advice->has(Effect::IsNsaid) && !of_nsaid) of_nsaid = nsaid(name, personal);
      if (advice->has(Effect::IsQuinine)) of_quinine = quinine(personal);
    }
  }
  std::vector<Remark> remarks;
  for (auto& remark : {of_quinine, of_nsaid}) {
    if (remark) remarks.push_back(*remark);
  }
  return remarks;
}

std::vector<Remark> missing_in_profile(std::span<const std::string> names, const targets::AdviceBook& book,
                                       const targets::PersonalAdvice& personal) {
  std::vector<Remark> remarks;
  for (const std::string& name : names) {
    const auto stands = [&](const targets::Advice* advice) {
      return advice->has(Effect::NoChange) || advice->has(Effect::IsNsaid) || advice->has(Effect::IsQuinine) ||
             std::ranges::any_of(personal.items(), [&](const auto& item) { return item.advice.name == advice->name; });
    };
    if (std::ranges::all_of(book.read(name).about, stands)) continue;
    remarks.push_back(
        note("medicine_for_profile",
             fmt::format("if you take {} regularly, it changes what is said here; once: lytes profile set "
                         "medicine={}",
                         name, text::in_quotes(name))));
  }
  return remarks;
}

std::vector<Remark> medicines_together(const targets::PersonalAdvice& personal) {
  std::vector<Remark> remarks;
  const auto painkillers = personal.because_of(Effect::IsNsaid);
  if (!painkillers.empty()) {
    if (auto remark = nsaid(text::listed(painkillers), personal)) remarks.push_back(std::move(*remark));
  }
  if (personal.has(Effect::IsQuinine)) remarks.push_back(quinine(personal));
  return remarks;
}

std::vector<Remark> quinine_in_drinks(std::span<const journal::Entry> line) {
  const bool tonic = std::ranges::any_of(line, [](const journal::Entry& entry) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    return entry.kind == journal::EntryKind::Drink && intake &&
           text::lowered(intake->description).find("tonic water") != std::string::npos;
  });
  if (!tonic) return {};
  return {note("quinine_in_drink",
               "tonic water holds a little quinine. It is no help against cramps, and with heart trouble, in pregnancy "
               "or beside blood thinners it is worth asking a doctor or pharmacist about")};
}

}  // namespace lytes::safety
