#include "completion_script.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lytes::cli {

namespace {

std::string words_after(const CommandWords& command) {
  return fmt::format("{}{}{}", fmt::join(command.words, " "), command.words.empty() ? "" : " ",
                     fmt::join(command.options, " "));
}

/// "eat" is reached from "" and "foods add" from "foods".
std::string step_to(const std::string& path) {
  const std::size_t blank = path.rfind(' ');
  return blank == std::string::npos ? "/" + path : path.substr(0, blank) + "/" + path.substr(blank + 1);
}

std::string bash(std::span<const CommandWords> commands) {
  std::string steps;
  std::string cases;
  for (const auto& command : commands) {
    if (!command.path.empty())
      steps += fmt::format("      {}) command=\"{}\" ;;\n", step_to(command.path), command.path);
    cases += fmt::format("    \"{}\") words=\"{}\" ;;\n", command.path, words_after(command));
  }
  return "_lytes() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} command= words= i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case $command/${COMP_WORDS[i]} in\n" +
         steps +
         "    esac\n"
         "  done\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _lytes lytes\n";
}

/// Fish reads both as they stand within single quotes, but for these two.
std::string quoted(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'' || c == '\\') safe += '\\';
    safe += c;
  }
  return "'" + safe + "'";
}

/// The condition under which fish offers what stands after a command.
std::string fish_place(const CommandWords& command) {
  if (command.path.empty()) return "__fish_use_subcommand";
  const std::size_t blank = command.path.find(' ');
  std::string place = "__fish_seen_subcommand_from " + command.path.substr(0, blank);
  if (blank != std::string::npos) place += "; and __fish_seen_subcommand_from " + command.path.substr(blank + 1);
  if (!command.words.empty())
    place += fmt::format("; and not __fish_seen_subcommand_from {}", fmt::join(command.words, " "));
  return place;
}

std::string fish(std::span<const CommandWords> commands) {
  std::string text;
  for (const auto& command : commands) {
    for (const auto& word : command.words) {
      const std::string path = command.path.empty() ? word : command.path + " " + word;
      const auto below = std::ranges::find(commands, path, &CommandWords::path);
      text += fmt::format("complete -c lytes -n {} -a {} -d {}\n", quoted(fish_place(command)), word,
                          quoted(below == commands.end() ? "" : below->help));
    }
    const std::string place = command.path.empty() ? "" : "-n " + quoted(fish_place(command)) + " ";
    for (const auto& option : command.options)
      text += fmt::format("complete -c lytes {}-l {}\n", place, option.substr(2));
  }
  return text;
}

}  // namespace

std::string completion_script(Shell shell, std::span<const CommandWords> commands) {
  switch (shell) {
    case Shell::Bash:
      return "# lytes in bash: eval \"$(lytes completion bash)\" in ~/.bashrc\n" + bash(commands);
    case Shell::Zsh:
      return "# lytes in zsh: eval \"$(lytes completion zsh)\" in ~/.zshrc\n"
             "autoload -Uz compinit bashcompinit\ncompinit\nbashcompinit\n" +
             bash(commands);
    case Shell::Fish:
      return "# lytes in fish: lytes completion fish | source in config.fish\n" + fish(commands);
  }
  return {};
}

}  // namespace lytes::cli
