// targets: what a day is held against
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/target_amount.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/targets/profile_store.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using quantity::Nutrient;

void show(Session& session) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto& book = session.targets();
  const targets::Profile& person = book.profile_on(today);
  const auto references = targets::load_reference_intakes(session.catalogue_file());
  const report::TargetsView view{book.on(today),
                                 targets::by_guideline(references, targets::Guideline::Us, person, today),
                                 targets::by_guideline(references, targets::Guideline::Efsa, person, today),
                                 person.guideline, session.aims(today)};
  session.say(session.options.json ? report::targets_json(view) : report::targets_page(view, session.style()));
}

struct Typed {
  std::string nutrient;
  std::vector<std::string> amount;
  std::string from;
};

std::optional<calendar::Day> from_day(Session& session, const Typed& typed) {
  if (typed.from.empty()) return std::nullopt;
  return calendar::parse_day(typed.from, session.reckoning());
}

void finish(Session& session, storage::Change& change) {
  change.commit();
  session.saved = Saved::Yes;
  session.forget_what_was_read();
  show(session);
}

void set(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const Nutrient nutrient = language::read_target_nutrient(typed.nutrient);
  const double amount = language::read_target_amount(nutrient, text::joined(typed.amount), session.measures());
  const auto from = from_day(session, typed);
  auto change = session.change();
  targets::ProfileStore(session.journal()).set_own_target(nutrient, amount, from, calendar::today(session.reckoning()));
  finish(session, change);
}

void clear(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const Nutrient nutrient = language::read_target_nutrient(typed.nutrient);
  const auto from = from_day(session, typed);
  auto change = session.change();
  targets::ProfileStore(session.journal()).clear_own_target(nutrient, from, calendar::today(session.reckoning()));
  finish(session, change);
}

}  // namespace

void declare_targets(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand("targets", "What a day is held against; a clinician's own numbers win");
  command->require_subcommand(0, 1);
  auto* setting = command->add_subcommand("set", "lytes targets set magnesium 350mg");
  setting->add_option("nutrient", typed->nutrient, "water, magnesium, potassium or sodium")->required();
  setting->add_option("amount", typed->amount, "350mg, 2l")->required();
  setting->callback([&session, typed] { set(session, *typed); });
  auto* clearing = command->add_subcommand("clear", "Back to the reference intake: lytes targets clear magnesium");
  clearing->add_option("nutrient", typed->nutrient, "water, magnesium, potassium or sodium")->required();
  clearing->callback([&session, typed] { clear(session, *typed); });
  for (auto* sub : {setting, clearing}) sub->add_option("--from", typed->from, "From this day on")->type_name("DAY");
  command->callback([&session, command] {
    if (command->get_subcommands().empty()) show(session);
  });
}

}  // namespace lytes::cli
