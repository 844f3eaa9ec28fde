#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/spoken.hpp"
#include "lytes/console/context.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/report/style.hpp"

namespace lytes::console {

/// Options that stand before or after any command.
struct GlobalOptions {
  std::string journal;
  std::string now;
  bool json = false;
  bool yes = false;
  bool no_color = false;
  bool keep_unknown = false;
  bool quiet = false;
};

/// A notebook with a person before it: what they typed, what they are asked and told.
class Session : public notebook::Notebook {
 public:
  Session(const Context& context, std::string command_line);

  GlobalOptions options;
  /// The whole command, so that it can be typed again.
  std::string as_typed;
  /// What a person has typed on top of the command, or is to type again, should it not be saved; as a command.
  std::string typed;
  /// Of many lines that are read at once none is asked about.
  bool reads_many_lines = false;
  /// Whether an emergency in a line that is refused is told: not in one that says a doctor has seen it.
  bool refused_is_heard = true;
  /// What the program ends with when nothing was thrown.
  int exit_code = 0;

  const Context& context() const { return context_; }
  report::Style style() const;

  language::Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) override;
  language::Choice unknown_food(std::string_view phrase) override;
  std::optional<bool> is_salt(std::string_view phrase, const foods::Supplement& salt, double mg, bool likely) override;
  /// Whether somebody is there to answer, and wants to be asked.
  bool can_ask() const { return context_.terminal.can_ask && !options.json && !reads_many_lines; }
  /// One line typed by the user; empty at the end of input. Meanwhile the journal is closed (see `rest`).
  std::optional<std::string> ask(const std::string& question);
  /// Whether somebody says yes to that.
  bool agrees(const std::string& question);
  /// The answer, as a page for people, or in JSON.
  template <typename Json, typename Page, typename... View>
  void answer(const Json& json, const Page& page, const View&... view) const {
    say(options.json ? json(view...) : page(view..., style()));
  }
  /// The answer. Of what was saved nothing is said where that is wanted: see `GlobalOptions::quiet`.
  void say(const std::string& text) const;
  /// Says it in any case.
  void say_aloud(const std::string& text) const;
  /// Says what a program reads, in lines that nobody folds.
  void say_as_it_is(const std::string& text) const;
  /// Whether nothing is to be said of what was done, for all is well.
  bool keeps_quiet() const { return options.quiet && !options.json; }
  /// Beside the answer, on standard error.
  void complain(const std::string& what) const override;

  /// Tells also, on a terminal, what a new journal was begun with.
  void look_after_journal() override;

 protected:
  notebook::Place find_place() const override;

 private:
  void tell_customs();
  language::Choice ask_which_food(std::string_view phrase, const std::vector<std::string>& names);

  const Context& context_;
  std::map<std::string, language::Choice, std::less<>> chosen_;  ///< on the way: nobody is asked twice in one line
};

}  // namespace lytes::console
