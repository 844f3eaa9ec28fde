// drink, eat, take
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/language/barcode_line.hpp"
#include "lytes/language/drafts.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

using foods::FoodKind;

struct Typed {
  std::vector<std::string> words;
  std::string note;
  std::string barcode;
};

void log_intake(Session& session, const Typed& typed, FoodKind kind) {
  session.prepare_to_write();
  if (!typed.barcode.empty()) {
    return log_entries(
        session, language::draft_barcode(session, typed.barcode, line_words(session, typed.words), kind, typed.note));
  }
  log_entries(session, language::draft_intake(session, line_words(session, typed.words), kind, typed.note));
}

void declare(CLI::App& app, Session& session, const char* name, const char* help, const char* what, FoodKind kind) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand(name, help);
  command->add_option("what", typed->words, what);
  command->add_option("--note", typed->note, "Something to remember with it");
  command->add_option("--barcode", typed->barcode, "What it was by the digits under its bars; the words say how much")
      ->type_name("DIGITS");
  command->callback([&session, typed, kind] { log_intake(session, *typed, kind); });
}

}  // namespace

void declare_drink(CLI::App& app, Session& session) {
  declare(app, session, "drink", "Log drinks: lytes drink 500ml water @ 8:30",
          "Amount and drink, and `@ TIME` if not now", FoodKind::Drink);
}

void declare_eat(CLI::App& app, Session& session) {
  declare(app, session, "eat", "Log food: lytes eat 2 eggs, 1 medium banana",
          "Amounts and foods with commas between, and `@ TIME` if not now", FoodKind::Food);
}

void declare_take(CLI::App& app, Session& session) {
  declare(app, session, "take", "Log supplements: lytes take 200mg magnesium",
          "Amount and supplement, and `@ TIME` if not now", FoodKind::Supplement);
}

}  // namespace lytes::cli
