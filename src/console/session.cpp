#include "lytes/console/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "lytes/errors.hpp"
#include "lytes/foods/supplement.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/report/narrow.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::console {

Session::Session(const Context& context, std::string command_line)
    : Notebook(std::move(command_line)), context_(context) {}

report::Style Session::style() const {
  return {context_.terminal.width, context_.terminal.colour && !options.no_color, context_.terminal.ascii,
          context_.terminal.width_is_said};
}

notebook::Place Session::find_place() const {
  const bool said = !options.journal.empty();
  const bool ours = !said && context_.paths.journal_folder_is_ours;
  return {said ? std::filesystem::path(options.journal) : context_.paths.journal,
          ours ? storage::Folder::Create : storage::Folder::MustExist,
          context_.paths.catalogue,
          context_.zone,
          context_.locale,
          [this](const calendar::Zone& zone) {
            return options.now.empty() ? context_.clock() : calendar::parse_instant(options.now, zone);
          },
          context_.do_behind};
}

void Session::tell_customs() {
  const auto begun_with = take_new_customs();
  if (!begun_with || !context_.terminal.shows_errors || options.json) return;
  complain(report::customs_line(begun_with->measures, begun_with->date_order));
}

std::optional<std::string> Session::ask(const std::string& question) {
  rest();
  if (typed.empty()) typed = as_typed;
  context_.err << question << std::flush;
  std::string answer;
  if (!std::getline(context_.in, answer)) return std::nullopt;
  return answer;
}

bool Session::agrees(const std::string& question) {
  const auto said = ask(question);
  return said == "y" || said == "yes";
}

language::Choice Session::which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) {
  constexpr std::size_t shown = 7;
  const std::size_t count = std::min(shown, candidates.size());
  if (options.yes) return {0, false};
  if (options.keep_unknown && !can_ask()) return {0, false, language::Choice::What::Unknown};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(candidates[i].name);
  if (can_ask()) return ask_which_food(phrase, names);
  const std::string unclear = count == 1 ? fmt::format("no food is called \"{}\"; the nearest is this one", phrase)
                                         : fmt::format("several foods answer to \"{}\"", phrase);
  throw NotFoundError("ambiguous_food", unclear + "; say which, or use --yes to take the first", names);
}

language::Choice Session::unknown_food(std::string_view phrase) {
  if (options.keep_unknown) return {0, false, language::Choice::What::Unknown};
  if (!can_ask() || options.yes) return Speaker::unknown_food(phrase);
  return ask_which_food(phrase, {});
}

/// @param names of the candidates; Enter takes the first of them, and nothing where there is none
language::Choice Session::ask_which_food(std::string_view phrase, const std::vector<std::string>& names) {
  using What = language::Choice::What;
  if (const auto known = chosen_.find(phrase); known != chosen_.end()) return known->second;
  const auto chosen = [&](language::Choice choice) {
    return chosen_.insert({std::string(phrase), choice}).first->second;
  };
  const auto [question, answers] = report::food_question(phrase, names, style());
  for (int tries = 0; tries < 3; ++tries) {
    const auto answer = ask(tries == 0 ? question : answers + ": ");
    if (!answer || *answer == "q" || (answer->empty() && names.empty())) break;
    if (*answer == "k") return chosen({0, false, What::Unknown});
    if (*answer == "x") return chosen({0, false, What::LeftOut});
    const std::size_t number = answer->empty()                   ? 1
                               : text::is_digit(answer->front()) ? static_cast<std::size_t>(answer->front() - '0')
                                                                 : 0;
    if (answer->size() <= 1 && number >= 1 && number <= names.size()) return chosen({number - 1, true});
  }
  typed.clear();  // given up of their own accord
  if (names.empty()) return Speaker::unknown_food(phrase);
  throw NotFoundError("ambiguous_food", fmt::format("\"{}\" was none of these", phrase), names);
}

std::optional<bool> Session::is_salt(std::string_view, const foods::Supplement& salt, double mg, bool likely) {
  if (!can_ask() || options.yes) return std::nullopt;
  const std::string of_salt =
      fmt::format("the {} (then it holds {:.0f} mg of {})", salt.name, mg * salt.share, salt.element);
  const std::string of_element = fmt::format("the {0} in it, as most labels put it: \"{0} (as {1}) {2:.0f} mg\"",
                                             salt.element, salt.name.substr(salt.name.find(' ') + 1), mg);
  const auto answer =
      ask(fmt::format("Is {:.0f} mg the weight of\n  1  {}\n  2  {}\nNumber (Enter for 1); the answer is kept: ", mg,
                      likely ? of_salt : of_element, likely ? of_element : of_salt));
  if (!answer) return std::nullopt;
  if (answer->empty() || *answer == "1") return likely;
  if (*answer == "2") return !likely;
  throw InputError("that was neither 1 nor 2", *answer, 0, "1 or 2");
}

void Session::complain(const std::string& what) const {
  context_.err << report::in_style(text::wrapped("lytes: " + text::printable(what), style().width) + "\n", style());
}

void Session::look_after_journal() {
  Notebook::look_after_journal();
  tell_customs();
}

void Session::say(const std::string& text) const {
  if (!keeps_quiet() || saved != Saved::Yes) say_aloud(text);
}

void Session::say_aloud(const std::string& text) const {
  context_.out << (options.json ? text : report::for_narrow(text, style()));
}

void Session::say_as_it_is(const std::string& text) const { context_.out << text; }

}  // namespace lytes::console
