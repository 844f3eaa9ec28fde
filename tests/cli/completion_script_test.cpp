#include "completion_script.hpp"

#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace lytes::cli;
using Catch::Contains;

namespace {

const std::vector<CommandWords> commands = {{"", "The program", {"eat", "foods"}, {"--json"}},
                                            {"eat", "Log food", {}, {"--note"}},
                                            {"foods", "Find foods, don't guess", {"add", "list"}, {}},
                                            {"foods add", "One's own", {}, {"--per", "--portion"}},
                                            {"foods list", "All of them", {}, {}}};

/// What bash offers for the last of these words.
std::string offered(const std::string& words) {
  const auto script = std::filesystem::temp_directory_path() / ("lytes-completion-" + std::to_string(getpid()));
  std::ofstream(script) << completion_script(Shell::Bash, commands) << "COMP_WORDS=(lytes " << words
                        << ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                        << "_lytes\necho \"${COMPREPLY[*]}\"\n";
  FILE* bash = popen(("bash " + script.string() + " 2>&1").c_str(), "r");
  REQUIRE(bash != nullptr);
  std::array<char, 4096> text{};
  const std::size_t size = fread(text.data(), 1, text.size(), bash);
  pclose(bash);
  std::filesystem::remove(script);
  return {text.data(), size};
}

}  // namespace

TEST_CASE("bash completes commands, their commands and their options") {
  CHECK(offered("''") == "eat foods --json\n");
  CHECK(offered("fo") == "foods\n");
  CHECK(offered("eat '2 eggs' --") == "--note\n");
  CHECK(offered("foods ''") == "add list\n");
  CHECK(offered("--json foods add --p") == "--per --portion\n");
  CHECK(offered("drink x") == "\n");
}

TEST_CASE("zsh takes the same by way of its bash completion") {
  const auto script = completion_script(Shell::Zsh, commands);
  CHECK_THAT(script, Contains("bashcompinit") && Contains("complete -o default -F _lytes lytes"));
}

TEST_CASE("fish is told each word with its place and help") {
  const auto script = completion_script(Shell::Fish, commands);
  CHECK_THAT(script,
             Contains("complete -c lytes -n '__fish_use_subcommand' -a foods -d 'Find foods, don\\'t guess'\n"));
  CHECK_THAT(script, Contains("complete -c lytes -n '__fish_seen_subcommand_from foods; and "
                              "__fish_seen_subcommand_from add' -l per\n"));
  CHECK_THAT(script, Contains("complete -c lytes -l json\n"));
}
