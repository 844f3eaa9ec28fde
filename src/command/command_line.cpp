// The one place that knows the library by which command lines are parsed.
#include "lytes/command/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "lytes/command/command.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::command {

namespace {

/// Declares an option to the parser by where its value goes. Its help is never the parser's.
struct Declare {
  CLI::App& app;
  const Option& option;
  std::string names = option.letter.empty() ? option.name : option.letter + "," + option.name;

  CLI::Option* operator()(Option::Page page) {
    return page == Option::Page::Version ? app.set_version_flag(names, "") : app.set_help_flag(names);
  }
  CLI::Option* operator()(bool* into) { return app.add_flag(names, *into)->disable_flag_override(); }
  CLI::Option* operator()(std::string* into) {
    if (!option.many) return app.add_option(names, *into);
    return app.add_option_function<std::vector<std::string>>(
        names, [into](const std::vector<std::string>& words) { *into = text::joined(words); });
  }
  CLI::Option* operator()(std::vector<std::string>* into) {
    auto* declared = app.add_option(names, *into);
    if (!option.has_place()) declared->allow_extra_args(false);  // one each time that it is said
    return declared;
  }
  template <typename Value>
  CLI::Option* operator()(Value* into) {
    return app.add_option(names, *into);
  }
};

void declare(CLI::App& app, const Option& option) {
  CLI::Option* declared = std::visit(Declare{app, option}, option.into);
  declared->required(option.required);
  if (option.most_words > 0) declared->expected(1, option.most_words);
  if (option.range) declared->check(CLI::Range(option.range->first, option.range->second));
  if (!option.one_of.empty()) declared->check(CLI::IsMember(option.one_of));
  if (!option.not_with.empty()) {
    if (auto* other = app.get_option_no_throw(option.not_with)) declared->excludes(other);
  }
  if (option.last_counts) declared->take_last();
}

/// Whether the parser must know of it to read this line. Letters may stand together, as in "-qy".
bool may_be_said(const Option& option, const std::vector<std::string>& words) {
  return option.has_place() || option.required || std::ranges::any_of(words, [&](std::string_view word) {
           if (!option.letter.empty() && word.size() > 1 && word[0] == '-' && word[1] != '-') return true;
           return word.starts_with(option.name) &&
                  (word.size() == option.name.size() || word[option.name.size()] == '=');
         });
}

/// Of options and of commands below only what the line may name: all of them take long.
void declare(CLI::App& app, const Command& command, const std::vector<std::string>& words) {
  app.require_subcommand(command.needs_one_below() ? 1 : 0, 1);
  for (const Option& option : command.options()) {
    if (may_be_said(option, words)) declare(app, option);
  }
  for (const Command& below : command.below()) {
    const std::string name = below.name();
    if (std::ranges::find(words, name) != words.end()) declare(*app.add_subcommand(name), below, words);
  }
}

/// The command that the line got to.
const Command& reached(const CLI::App& app, const Command& command) {
  const auto named = app.get_subcommands();
  return named.empty() ? command : reached(*named.front(), *command.command_called(named.front()->get_name()));
}

std::string first_clause(const std::string& text) { return text.substr(0, text.find(';')); }

/// The library's own words name its variables. Those that a user meets are said in the words of the help instead.
std::string said_plainly(const Command& program, const Command& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    const Option* option = command.option_called(text.substr(0, text.find(' ')));
    if (option) return "something is missing: " + text::without_capital(first_clause(option->says));
    return "another word is needed after `" + command.name() + "`";
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error)) return "not a number: " + text.substr(text.rfind(' ') + 1);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    if (text.ends_with("flag override")) return "--" + text.substr(0, text.find(' ')) + " takes no value";
    const std::string name = text.substr(0, text.find(':'));
    const Option* option = command.option_called(name);
    if (!option) option = program.option_called(name);
    if (text.find("At Most") != std::string::npos)
      return option && option->has_place() ? "more words than `lytes " + command.path() + "` takes"
                                           : "said more than once: " + name;
    return "something is missing after " + name + (option ? ": " + option->value_name() : "");
  }
  const std::string last = text.substr(text.rfind(' ') + 1);
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    // "-.5" begins as an option does.
    if (const auto sign = quantity::sign_of_number(last, 0)) return sign->complaint("a number here") + ": " + last;
    return "not known to `lytes" + (command.path().empty() ? "" : " " + command.path()) + "`: " + last;
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error)) {
    const std::string what = text.substr(text.find(": ") + 2);  // "Value 0 not in range 1 to 9"
    constexpr std::string_view not_in_range = " not in range ";
    constexpr std::string_view not_one_of = " not in {";  // "foo not in {latin1,utf-8}"
    if (const std::size_t range = what.find(not_in_range); range != std::string::npos) {
      const std::string value = what.substr(6, range - 6);
      const std::string bounds = what.substr(range + not_in_range.size());
      const bool number = !value.empty() && (text::is_digit(value.front()) || value.front() == '-');
      return number ? value + " is not from " + bounds : "not a number from " + bounds + ": " + value;
    }
    const std::size_t set = what.find(not_one_of);
    if (set == std::string::npos || !what.ends_with('}')) return text::without_capital(what);
    std::string names = what.substr(set + not_one_of.size(), what.size() - set - not_one_of.size() - 1);
    for (std::size_t at = names.find(','); at != std::string::npos; at = names.find(',', at + 2))
      names.insert(at + 1, " ");
    return "not one of " + names + ": " + what.substr(0, set);
  }
  if (dynamic_cast<const CLI::ExcludesError*>(&error))
    return last + " and " + text.substr(0, text.find(' ')) + " go against each other";
  return "these options cannot be read";
}

}  // namespace

Parsed parse(const Command& program, const std::vector<std::string>& words) {
  using What = Parsed::What;
  CLI::App app;
  app.fallthrough();
  declare(app, program, words);
  try {
    // It takes the words last first.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForVersion&) {
    return {What::Version, &program, {}};
  } catch (const CLI::CallForHelp&) {
    return {What::Help, &reached(app, program), {}};
  } catch (const CLI::ParseError& error) {
    const Command& command = reached(app, program);
    return {What::Misread, &command, said_plainly(program, command, error)};
  }
  return {What::Command, &reached(app, program), {}};
}

}  // namespace lytes::command
