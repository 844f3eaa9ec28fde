#include "lytes/command/completion_offers.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <variant>

#include "lytes/calendar/day.hpp"
#include "lytes/command/command.hpp"
#include "lytes/command/first_word.hpp"
#include "lytes/console/session.hpp"
#include "lytes/exchange/formats.hpp"
#include "lytes/foods/recipe.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/language/profile_line.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::command {

namespace {

using Words = std::vector<Offers::Word>;

constexpr std::chrono::days ids_of{30};
constexpr std::chrono::days factors_of{90};
constexpr std::size_t most_ids = 50;

Words fixed(const char* words) {
  Words offers;
  for (auto& word : text::parted_at_blanks(words)) offers.push_back({std::move(word), ""});
  return offers;
}

calendar::DayRange last_days(Session& session, std::chrono::days count) {
  const calendar::Day today = session.today();
  return {today - count, today};
}

Words ids(Session& session) {
  const auto entries = session.store().list(last_days(session, ids_of));
  Words offers;
  for (auto entry = entries.rbegin(); entry != entries.rend() && offers.size() < most_ids; ++entry) {
    const std::string id = std::to_string(entry->id);
    const std::string brief = report::entry_brief(*entry, session.today(), {});
    offers.push_back({id, std::string(text::trimmed(brief.substr(brief.find(id) + id.size())))});
  }
  return offers;
}

Words names_of(const std::vector<foods::Food>& foods, const char* says) {
  Words offers;
  for (const auto& food : foods) offers.push_back({food.name, says});
  return offers;
}

Words own_foods(Session& session) { return names_of(session.user_foods().all(), "your own"); }

Words barcodes(Session& session) {
  Words offers;
  for (const auto& food : session.user_foods().all()) {
    if (!food.barcode.empty()) offers.push_back({food.barcode, food.name});
  }
  return offers;
}

Words recipes(Session& session) { return names_of(foods::RecipeBook(session.journal()).all(), "recipe"); }

/// Those that were logged of late in front, then those that lytes knows.
Words factors(Session& session) {
  constexpr std::array kinds = {journal::EntryKind::Factor};
  std::set<std::string> names;
  for (const auto& entry : session.store().list(last_days(session, factors_of), kinds))
    names.insert(std::get<journal::Factor>(entry.what).name);
  Words offers;
  for (const auto& name : names) offers.push_back({name, "logged of late"});
  for (const auto& known : session.vocabulary().factors().all()) {
    if (names.insert(known.name).second) offers.push_back({known.name, ""});
  }
  return offers;
}

Words signs(Session& session) {
  Words offers;
  for (const auto& name : session.vocabulary().sign_names()) offers.push_back({name, ""});
  return offers;
}

Words settings(Session&) {
  Words offers;
  for (const auto& key : language::config_keys()) offers.push_back({std::string(key.name), std::string(key.says)});
  return offers;
}

Words both(Words offers, Words more) {
  offers.insert(offers.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return offers;
}

Words again(Session& session) {
  return both(both(fixed("breakfast lunch dinner yesterday"), own_foods(session)), ids(session));
}

/// What stands in a place. Names of places are those of the help; where one command means something of its own by it,
/// that comes first.
struct Place {
  std::string_view path;  ///< "foods show"; empty: of any command
  std::string_view name;  ///< of what stands there, or the type of an option's value
  std::variant<const char*, Words (*)(Session&)> offered;
};

Words import_formats(Session&) {
  Words names = fixed("lytes");
  for (const exchange::Format& format : exchange::formats())
    names.push_back({std::string(format.name), std::string(format.title)});
  return names;
}

constexpr const char* days = "today yesterday monday tuesday wednesday thursday friday last";

constexpr Place places[] = {
    {"drink", "what", own_foods},
    {"eat", "what", own_foods},
    {"take", "what", own_foods},
    {"had", "what", own_foods},
    {"recipe add", "items", own_foods},
    {"log", "what", factors},
    {"again", "what", again},
    {"day", "what", "done partial skip open today yesterday"},
    {"spasm", "what", "none left right back neck calf thigh foot"},
    {"config", "what", settings},
    {"profile set", "what",
     "sex birth_year stage guideline fluid_basis condition medicine since reviewed kidney_test health"},
    {"remind", "when", "21:00 off"},
    {"recipe show", "name", recipes},
    {"recipe edit", "name", recipes},
    {"recipe delete", "name", recipes},
    {"foods show", "what", own_foods},
    {"foods delete", "what", own_foods},
    {"foods edit", "name", own_foods},
    {"foods rename", "old", own_foods},
    {"import", "format_and_file", import_formats},
    {"export", "format", "json csv daily cronometer"},
    {"trial plan", "what", "magnesium potassium water"},
    {"trial start", "what", "magnesium potassium water"},
    {"trial obeyed", "said", "yes no log"},
    {"foods add", "KIND", "drink food supplement"},
    {"foods edit", "KIND", "drink food supplement"},
    {"list", "what", days},
    {"", "DIGITS", barcodes},
    {"", "KIND", "intake drink food supplement spasm stress factor note medicine"},
    {"", "id", ids},
    {"", "ids", ids},
    {"", "nutrient", "water magnesium potassium sodium"},
    {"", "sign", signs},
    {"", "SIGN", signs},
    {"", "shell", "bash zsh fish"},
    {"", "when", days},
    {"", "DAY", days},
};

void add_place(const std::string& path, const std::string& name, Session& session, Offers& offers) {
  if (text::is_one_of(name, "file|folder|FILE|FOLDER|format_and_file")) offers.files = true;
  const auto fits = [&](const Place& place) {
    return place.name == name && (place.path == path || place.path.empty());
  };
  const auto place = std::ranges::find_if(places, fits);
  if (place == std::end(places)) return;
  const auto* listed = std::get_if<const char*>(&place->offered);
  offers.words = both(std::move(offers.words), listed ? fixed(*listed) : std::get<1>(place->offered)(session));
}

/// How far the words before the last have come.
struct Reached {
  const Command* command;
  bool by_help = false;  ///< behind "help", where only names of commands stand
  const Option* awaits_value = nullptr;
  std::size_t words_behind = 0;  ///< that are no options
  bool options_ended = false;
};

const Option* option_called(const Command& program, const Command& command, const std::string& word) {
  const Option* option = command.option_called(word);
  return option != nullptr ? option : program.option_called(word);
}

Reached reach(const Command& program, const std::vector<std::string>& words) {
  Reached reached{&program};
  const auto help = command_word(words);
  for (auto word = words.begin(); word + 1 < words.end(); ++word) {
    reached.awaits_value = nullptr;
    if (word == help && *word == "help") {
      reached.by_help = true;
    } else if (*word == "--" || reached.options_ended) {
      reached.words_behind += reached.options_ended ? 1 : 0;
      reached.options_ended = true;
    } else if (word->starts_with("-") && word->size() > 1) {
      const Option* option = option_called(program, *reached.command, *word);
      const bool takes_value = option != nullptr && option->takes_value();
      if (takes_value && word + 2 < words.end()) {
        ++word;
      } else if (takes_value) {
        reached.awaits_value = option;
      }
    } else if (const auto* below = reached.command->command_called(*word);
               below != nullptr && reached.words_behind == 0) {
      reached.command = below;
    } else {
      ++reached.words_behind;
    }
  }
  return reached;
}

/// The word's place among those that are no options; the last may stand for many.
const Option* in_place(const Command& command, std::size_t place) {
  const Option* last = nullptr;
  std::size_t at = 0;
  for (const Option& option : command.options()) {
    if (!option.has_place()) continue;
    last = &option;
    if (at++ == place) return last;
  }
  return last != nullptr && last->many ? last : nullptr;
}

void add_options(const Command& program, const Command& command, Words& offers) {
  for (const auto* from : {&command, &program}) {
    for (const Option& option : from->options()) {
      if (!option.has_place()) offers.push_back({option.name, option.says});
    }
    if (&command == &program) return;
  }
}

void add_what_is_no_command(bool by_help, Words& offers) {
  if (by_help) {
    offers.push_back({"language", "What can be written in a line"});
  } else {
    offers.push_back({"help", "What a command does"});
  }
}

void add_what_stands_there(const Reached& reached, Session& session, Offers& offers) {
  const std::string& path = reached.command->path();
  if (const auto* place = in_place(*reached.command, reached.words_behind); place != nullptr) {
    add_place(path, place->name, session, offers);
  } else if (path.empty() && reached.words_behind > 0) {
    add_place("had", "what", session, offers);
  }
}

/// The journal that the line itself names is the one whose names are offered.
void use_journal_of(const std::vector<std::string>& words, Session& session) {
  const auto db = std::ranges::find(words, "--db");
  if (db != words.end() && words.end() - db > 2) session.options.journal = *std::next(db);
}

void keep_beginning_with(const std::string& typed, Words& offers) {
  const std::string begun = text::lowered(typed);
  std::set<std::string> seen;
  std::erase_if(offers, [&](const Offers::Word& offer) {
    return !text::lowered(offer.word).starts_with(begun) || !seen.insert(offer.word).second;
  });
}

}  // namespace

Offers offers_for(const Command& program, Session& session, const std::vector<std::string>& words) {
  Offers offers;
  use_journal_of(words, session);
  const std::string typed = words.empty() ? "" : words.back();
  const Reached reached = reach(program, words);
  const std::string& path = reached.command->path();
  if (reached.awaits_value != nullptr) {
    for (const std::string& word : reached.awaits_value->one_of) offers.words.push_back({word, ""});
    add_place(path, reached.awaits_value->value, session, offers);
  } else if (typed.starts_with('-') && !reached.options_ended) {
    add_options(program, *reached.command, offers.words);
  } else {
    if (reached.words_behind == 0) {
      for (const Command& below : reached.command->below()) offers.words.push_back({below.name(), below.says()});
      if (path.empty()) add_what_is_no_command(reached.by_help, offers.words);
    }
    if (!reached.by_help) add_what_stands_there(reached, session, offers);
  }
  keep_beginning_with(typed, offers.words);
  return offers;
}

std::string offers_text(const Offers& offers) {
  std::string text;
  for (const auto& offer : offers.words) {
    text += text::printable(offer.word);
    if (!offer.says.empty()) text += "\t" + text::printable(offer.says);
    text += "\n";
  }
  return text + (offers.files ? ":files\n" : "");
}

}  // namespace lytes::command
