#include "lytes/command/first_word.hpp"

#include <algorithm>
#include <iterator>

#include "lytes/command/command.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::command {

namespace {

/// Whether a word is a command with a slip of the keys in it: "drnk", "spsam". "drank" and "spasms" are words.
/// @param words_follow that are no options and no numbers: only what logs takes any words, "slow mag" shows nothing
bool is_misspelt_command(const std::string& word, const Names& names, bool words_follow) {
  constexpr std::size_t least_letters = 4;
  if (word.size() < least_letters || text::is_one_of(word, "drank|drunk|drinks|spasms|Drank|Spasms")) return false;
  return std::ranges::any_of(names, [&](std::string_view name) {
    const bool takes_words = text::is_one_of(name, "drink|eat|take|spasm|stress|log|note|had|again");
    return name.size() >= least_letters && (takes_words || !words_follow) &&
           text::spelling_distance(word, name, 1) == 1;
  });
}

/// Whether a word by itself may be a command with more than one slip: "tdoay", "hlep".
bool is_near_command(const std::string& word, const Names& names) {
  if (text::is_one_of(word, "done|partial|skip|status|quit|exit|info|start|stop"))
    return true;  // of a command, or a tool's
  const int most_slips = word.size() > 5 ? 2 : 1;
  const auto is_near = [&](std::string_view name) {
    return text::spelling_distance(text::lowered(word), name, most_slips) <= most_slips;
  };
  return word.size() < 4 || is_near("help") || is_near("version") || std::ranges::any_of(names, is_near);
}

bool is_command(const Names& names, std::string_view word) { return std::ranges::find(names, word) != names.end(); }

bool is_no_option(const std::string& word) { return !word.starts_with('-'); }

bool names_behind(const Words& words, Words::const_iterator word) {
  return std::any_of(std::next(word), words.end(), is_no_option);
}

}  // namespace

Words::const_iterator command_word(const Words& words) {
  auto word = words.begin();
  while (word != words.end() && word->starts_with('-') && *word != "-" && *word != "--") {
    const bool takes_value = *word == "--now" || *word == "--db";
    word = takes_value && std::next(word) != words.end() ? word + 2 : word + 1;
  }
  return word;
}

Words with_command(Words words, const Names& names, OneWord one_word) {
  const auto first = command_word(words);
  if (first == words.end()) return words;
  const bool more_follows =
      std::next(first) != words.end() && !std::next(first)->empty() && !std::next(first)->starts_with('-');
  if (*first == "today" && more_follows) {  // "today I had 2 eggs"
    words.insert(words.begin() + (first - words.cbegin()), "had");
    return words;
  }
  if (is_command(names, *first)) return words;
  if (first->ends_with(':') &&
      is_command(names, std::string_view(*first).substr(0, first->size() - 1))) {  // "note: new mattress"
    words[static_cast<std::size_t>(first - words.cbegin())].pop_back();
    return words;
  }
  if (*first == "-" || *first == "--") {
    words.insert(words.begin() + (first - words.cbegin()), *first == "-" ? "read" : "had");
    return words;
  }
  const bool several = std::next(first) != words.end() || first->find(' ') != std::string::npos;
  if (!several && one_word == OneWord::MayBeSlip && is_near_command(*first, names)) return words;
  const bool words_follow = more_follows && !text::is_digit(std::next(first)->front());
  if (is_misspelt_command(*first, names, words_follow) || *first == "help" || *first == "version") return words;
  words.insert(words.begin() + (first - words.cbegin()), "had");
  return words;
}

Words as_options(Words words) {
  const auto first = command_word(words);
  if (first == words.end()) return words;
  if (*first == "help") {  // of "help trial start"
    words.erase(first);
    words.emplace_back("--help");
  } else if (*first == "version" && !names_behind(words, first)) {
    words[static_cast<std::size_t>(first - words.cbegin())] = "--version";
  }
  return words;
}

std::optional<std::string> asked_of_help(const Words& words) {
  const auto help = command_word(words);
  if (help == words.end() || *help != "help") return std::nullopt;
  std::vector<std::string> asked;
  std::copy_if(std::next(help), words.end(), std::back_inserter(asked), is_no_option);
  return text::joined(asked);
}

std::string nearest_command(const Command& program, const std::string& word) {
  for (const char* of_a_day : {"done", "partial", "skip", "open"}) {
    if (word == of_a_day) return "day " + word;
  }
  std::vector<std::string> names = {"help"};
  for (const Command& command : program.below()) names.push_back(command.name());
  std::string nearest;
  std::size_t most = 1;
  for (const std::string& name : names) {
    const std::size_t same = text::letters_in_place(name, word);
    if (same > most && same + 2 > std::max(name.size(), word.size())) {
      most = same;
      nearest = name;
    }
  }
  return nearest.empty() ? nearest : nearest + " ...";
}

}  // namespace lytes::command
