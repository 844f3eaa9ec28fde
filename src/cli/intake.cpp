// drink, eat, take
#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/language/barcode_line.hpp"
#include "lytes/language/drafts.hpp"

namespace lytes::cli {

namespace {

using foods::FoodKind;

struct Typed {
  std::vector<std::string> words;
  std::string note;
  std::string barcode;
};

void log_intake(Session& session, const Typed& typed, FoodKind kind) {
  if (!typed.barcode.empty()) {
    return log_entries(
        session, language::draft_barcode(session, typed.barcode, line_words(session, typed.words), kind, typed.note));
  }
  log_entries(session, language::draft_intake(session, line_words(session, typed.words), kind, typed.note));
}

void declare(Command& command, const char* what, FoodKind kind) {
  auto& typed =
      command.writes<Typed>([kind](Session& session, const Typed& intake) { log_intake(session, intake, kind); });
  command.option("[what...]", typed.words, what);
  command.option("--note TEXT", typed.note, "Something to remember with it");
  command.option("--barcode DIGITS", typed.barcode, "What it was by the digits under its bars; the words say how much");
}

}  // namespace

void declare_drink(Command& program) {
  declare(program.add("drink", "Log drinks: lytes drink 500ml water @ 8:30"),
          "Amount and drink, and `@ TIME` if not now", FoodKind::Drink);
}

void declare_eat(Command& program) {
  declare(program.add("eat", "Log food: lytes eat 2 eggs, 1 medium banana"),
          "Amounts and foods with commas between, and `@ TIME` if not now", FoodKind::Food);
}

void declare_take(Command& program) {
  declare(program.add("take", "Log supplements: lytes take 200mg magnesium"),
          "Amount and supplement, and `@ TIME` if not now", FoodKind::Supplement);
}

}  // namespace lytes::cli
