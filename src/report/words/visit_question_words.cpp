#include <fmt/format.h>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "words/dates.hpp"
#include "words/evidence_words.hpp"
#include "words/import_words.hpp"
#include "words/visit_lists.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

using insight::QuestionKind;
using insight::VisitQuestion;

constexpr std::size_t most_names = 3;

std::string days_count(int days) { return counted(static_cast<std::size_t>(days), "day"); }

std::string without_full_stop(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

std::string signs_question(const std::vector<const safety::OpenSign*>& signs) {
  constexpr std::size_t most_signs = 3;
  std::vector<std::string> told;
  for (const auto* sign : signs) {
    if (told.size() == most_signs) break;
    told.push_back(sign->sign.in_a_sentence + (sign->places.empty() ? "" : " (" + few_names(sign->places, 1) + ")"));
  }
  if (signs.size() > most_signs) told.push_back(fmt::format("{} more", signs.size() - most_signs));
  return fmt::format("No doctor is known to have seen {}: what should be done about {}?", text::listed(told),
                     signs.size() == 1 ? "that" : "these");
}

std::string nutrients(const VisitQuestion& question) {
  std::vector<std::string> names;
  for (const auto nutrient : question.nutrients) names.emplace_back(quantity::facts_of(nutrient).name);
  return text::listed(names);
}

std::string limit_question(const VisitQuestion& question) {
  const auto nutrient = question.nutrients.front();
  const std::string above = fmt::format("{} was above {} on {}", text::capitalised(quantity::facts_of(nutrient).name),
                                        nutrient_amount(nutrient, question.amount),
                                        fmt::format("{} of {}", question.days, days_count(question.of)));
  return nutrient == quantity::Nutrient::Sodium
             ? above + ": does that matter here?"
             : above + ", the limit that was set: does it still hold, and what would help to keep it?";
}

std::string finding_question(const VisitQuestion& question) {
  const auto& association = *question.association;
  return without_full_stop(effect_sentence(association)) +
         (association.leans_up()
              ? fmt::format("; does that matter here, and how much {} is right?", nutrients(question))
              : fmt::format("; does that matter here, also for supplements with {}?", nutrients(question)));
}

}  // namespace

std::string about_findings(const VisitView& view) {
  const auto& evidence = view.evidence;
  return fmt::format(
      "From all of {}: {}, {} closed; {} on the {} whose number is known. \"You\" is the person who keeps "
      "the diary.",
      long_dates(*evidence.range), days_count(evidence.range->length()), evidence.closed_days,
      counted(static_cast<std::size_t>(evidence.spasms), "spasm"),
      evidence.spasm_days_known == 1 ? "one day" : days_count(evidence.spasm_days_known));
}

std::string all_withheld() {
  return "Left out for all three: with what the profile holds, how much water, magnesium and potassium is right is for "
         "a "
         "doctor to say.";
}

std::string finding_words(const insight::Association& association, int diary_days) {
  const std::string days = days_needed_sentence(association, diary_days);
  const bool enough = association.enough_data();
  return (enough || days.empty() ? verdict_sentence(association) : days) + " " + counts_sentence(association);
}

std::string question_sentence(const VisitQuestion& question) {
  const std::string names = few_names(question.names, most_names);
  switch (question.kind) {
    case QuestionKind::OpenSign:
      return signs_question(question.signs);
    case QuestionKind::SignOverDays:
      return without_full_stop(question.signs.front()->figures) + "; should that be looked into?";
    case QuestionKind::MoreSpasms:
      return "The second half of these days had clearly more spasms than the first: should that be looked into?";
    case QuestionKind::AboveLimit:
      return limit_question(question);
    case QuestionKind::SupplementAbove:
      return fmt::format(
          "Magnesium from supplements was above the limit for supplements on {}, up to {} in a day: "
          "is that dose meant?",
          days_count(question.days), nutrient_amount(question.nutrients.front(), question.most));
    case QuestionKind::SupplementHeldBack:
      return fmt::format("Supplements with {} were taken on {}, up to {} in a day, beside {}: is that safe?",
                         nutrients(question), days_count(question.days),
                         nutrient_amount(question.nutrients.front(), question.most), names);
    case QuestionKind::MayRise:
      return fmt::format("With {}, {} in the blood can rise: when was it last measured?", names, nutrients(question));
    case QuestionKind::MayFall:
      return fmt::format("With {}, {} in the blood can fall: when was it last measured?", names, nutrients(question));
    case QuestionKind::HowMuch:
      return fmt::format("Because of {}, lytes sets no goal for {}: how much is right?", names, nutrients(question));
    case QuestionKind::AskFirst:
      return fmt::format(
          "Because of {}, lytes suggests nothing before a doctor was asked: is there anything to mind with water, "
          "magnesium, potassium or salt?",
          names);
    case QuestionKind::Unknown:
      return fmt::format(
          "lytes does not know all of {}: does it change how much water, magnesium, potassium or salt is right?",
          names);
    case QuestionKind::HealthNotSaid:
      return "Nothing was said of conditions and medicines: are there any that bear on water, magnesium, potassium or "
             "spasms?";
    case QuestionKind::BelowGoal:
      return fmt::format("{} was under 80 % of the goal of {} on {} of {}: is that goal right here?",
                         text::capitalised(nutrients(question)),
                         nutrient_amount(question.nutrients.front(), question.amount), question.days,
                         days_count(question.of));
    case QuestionKind::StandsOut:
      return finding_question(question);
    case QuestionKind::CrampsWith:
      return fmt::format("Cramps are known to go together with {}: does that matter here?", names);
    case QuestionKind::OwnReason:
      return fmt::format("Spasms are known to go together with {}, whatever is eaten and drunk: is that looked after?",
                         names);
  }
  return "";
}

}  // namespace lytes::report
