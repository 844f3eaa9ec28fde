#include "lytes/safety/losses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {

namespace {

using targets::Effect;

constexpr std::string_view vomiting = "vomiting";
constexpr std::string_view diarrhoea = "diarrhoea";

void add(std::vector<std::string>& reasons, const std::vector<std::string>& more) {
  for (const std::string& reason : more) {
    if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
  }
}

/// All that makes it more than a matter of drinking.
std::vector<std::string> reasons_to_call(const targets::PersonalAdvice& personal) {
  std::vector<std::string> reasons;
  for (const Effect effect :
       {Effect::EmergencyWhenLosing, Effect::CallWhenLosing, Effect::StrongerWhenLosing, Effect::KidneysWhenLosing,
        Effect::SugarWhenLosing, Effect::NoMoreFluid, Effect::HideGoals})
    add(reasons, personal.because_of(effect));
  add(reasons, personal.unknown_unreviewed());
  return reasons;
}

std::string sick_day_words(const targets::PersonalAdvice& personal) {
  std::string words;
  const auto say = [&](Effect effect, fmt::format_string<std::string> sentence) {
    const auto reasons = personal.because_of(effect);
    if (!reasons.empty()) words += fmt::format(sentence, text::listed(reasons));
  };
  say(Effect::KidneysWhenLosing,
      " In a body that dries out, {} can harm the kidneys: ask whether to pause until you eat and drink as usual, and "
      "stop nothing by yourself.");
  say(Effect::StrongerWhenLosing, " As fluid and salts are lost, {} can become too strong.");
  say(Effect::SugarWhenLosing,
      " With {}, sugar can go astray while you are ill: measure it more often, and do not leave out insulin by "
      "yourself.");
  say(Effect::NoMoreFluid, " How much to drink with {} is for them to say.");
  return words;
}

}  // namespace

SignBook signs_for(SignBook book, const targets::PersonalAdvice& personal) {
  const auto because = personal.because_of(Effect::EmergencyWhenLosing);
  if (because.empty()) return book;
  std::vector<Sign> signs = book.all();
  const auto found = std::ranges::find(signs, vomiting, &Sign::name);
  if (found == signs.end()) return book;
  found->level = Level::Emergency;
  found->when = When::Now;
  found->in_a_sentence = fmt::format("vomiting with {} in your profile", text::listed(because));
  found->reason = "Where the body cannot raise its steroid hormones, the circulation may fail, and hours count.";
  return SignBook(std::move(signs));
}

Remark losing_fluid(const targets::PersonalAdvice& personal) {
  if (const auto reasons = reasons_to_call(personal); !reasons.empty()) {
    return {Level::Soon, "losing_fluid",
            fmt::format("With {} in your profile, vomiting or diarrhoea is a reason to call your doctor or team "
                        "today.{}",
                        text::listed(reasons), sick_day_words(personal))};
  }
  std::string message =
      "Vomiting and diarrhoea carry off salts as well as water: drink small amounts often, with some salt and sugar, "
      "such as an oral rehydration solution. See a doctor if nothing stays down for a day, or with blood, high fever "
      "or great weakness.";
  if (const auto& person = personal.ask_first_by_person(); !person.empty()) {
    message += fmt::format(" With {}, please ask a doctor, midwife or pharmacist today.", text::listed(person));
  } else if (!personal.health_was_asked()) {
    message +=
        " With a disease of kidneys, heart, liver or adrenals, with diabetes, or on water tablets, tablets for blood "
        "pressure, steroids or lithium, call your doctor today.";
  }
  return {Level::Care, "losing_fluid", std::move(message)};
}

std::optional<Remark> losing_fluid(std::span<const ToldSign> told, const SignBook& for_person,
                                   const targets::PersonalAdvice& personal) {
  const auto is_told = [&](std::string_view name) {
    return std::ranges::find(told, name, &ToldSign::name) != told.end();
  };
  const Sign* vomits = for_person.find(vomiting);
  const bool said_already = vomits != nullptr && vomits->level == Level::Emergency && is_told(vomiting);
  if (said_already || !(is_told(vomiting) || is_told(diarrhoea))) return std::nullopt;
  return losing_fluid(personal);
}

}  // namespace lytes::safety
