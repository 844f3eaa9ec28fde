// targets: what a day is held against
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/language/target_amount.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/targets/profile_store.hpp"

namespace lytes::cli {

namespace {

using quantity::Nutrient;

void show(Session& session) {
  const calendar::Day today = session.today();
  const auto& book = session.targets();
  const targets::Profile& person = book.profile_on(today);
  const auto references = targets::load_reference_intakes(session.catalogue_file());
  const report::TargetsView view{book.on(today),
                                 targets::by_guideline(references, targets::Guideline::Us, person, today),
                                 targets::by_guideline(references, targets::Guideline::Efsa, person, today),
                                 person.guideline, session.aims(today)};
  session.answer(report::targets_json, report::targets_page, view);
}

struct Typed {
  std::string nutrient;
  std::string amount;
  std::string from;
};

std::optional<calendar::Day> from_day(Session& session, const Typed& typed) {
  if (typed.from.empty()) return std::nullopt;
  return calendar::parse_day(typed.from, session.reckoning());
}

void change(Session& session, const std::function<void(targets::ProfileStore&)>& what) {
  session.save([&] {
    targets::ProfileStore store(session.journal());
    what(store);
  });
  session.forget_what_was_read();
  show(session);
}

void set(Session& session, const Typed& typed) {
  const Nutrient nutrient = language::read_target_nutrient(typed.nutrient);
  const double amount = language::read_target_amount(nutrient, typed.amount, session.measures());
  const auto from = from_day(session, typed);
  change(session, [&](auto& store) { store.set_own_target(nutrient, amount, from, session.today()); });
}

void clear(Session& session, const Typed& typed) {
  const Nutrient nutrient = language::read_target_nutrient(typed.nutrient);
  const auto from = from_day(session, typed);
  change(session, [&](auto& store) { store.clear_own_target(nutrient, from, session.today()); });
}

}  // namespace

void declare_targets(Command& program) {
  auto& targets = program.add("targets", "What a day is held against; a clinician's own numbers win");
  targets.runs(show);
  constexpr const char* which = "water, magnesium, potassium or sodium";
  auto& sets = targets.add("set", "lytes targets set magnesium 350mg");
  auto& wanted = sets.writes(set);
  sets.option("nutrient", wanted.nutrient, which);
  sets.option("amount...", wanted.amount, "350mg, 2l");
  sets.option("--from DAY", wanted.from, "From this day on");
  auto& clears = targets.add("clear", "Back to the reference intake: lytes targets clear magnesium");
  auto& unwanted = clears.writes(clear);
  clears.option("nutrient", unwanted.nutrient, which);
  clears.option("--from DAY", unwanted.from, "From this day on");
}

}  // namespace lytes::cli
