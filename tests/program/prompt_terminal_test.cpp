// The prompt on a real terminal: a pseudo terminal with somebody typing at its other end.
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>

#include "cli/computer.hpp"
#include "line_editor.hpp"

using namespace lytes;
using Catch::Contains;

namespace {

/// `lytes read` on a terminal of its own.
class Prompt {
 public:
  explicit Prompt(const cli::testing::Computer& computer) : journal_(computer.journal) {
    child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (child_ == 0) answer(computer);
  }
  Prompt(const Prompt&) = delete;
  Prompt& operator=(const Prompt&) = delete;
  ~Prompt() {
    ::close(terminal_);
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      end();
    }
  }

  /// Types keys, and waits for what is to be seen then.
  void type(const std::string& keys, const std::string& awaited) {
    seen_.clear();
    if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) FAIL("nothing was typed");
    wait_for(awaited);
  }

  void wait_for(const std::string& awaited) {
    pollfd ready{terminal_, POLLIN, 0};
    char block[4096];
    while (seen_.find(awaited) == std::string::npos) {
      if (::poll(&ready, 1, 20'000) != 1) FAIL("waited in vain for " << awaited << " in " << seen_);
      const ssize_t size = ::read(terminal_, block, sizeof block);
      if (size <= 0) FAIL("ended before " << awaited << " in " << seen_);
      seen_.append(block, static_cast<std::size_t>(size));
    }
    seen_.erase(0, seen_.find(awaited) + awaited.size());  // the next prompt is not the one that was typed behind
  }

  /// Whether the program holds the journal open, but for a mark of the place.
  bool holds_journal() const {
    const std::filesystem::path handles = "/proc/" + std::to_string(child_) + "/fd";
    return std::ranges::any_of(std::filesystem::directory_iterator(handles), [&](const auto& handle) {
      std::error_code ignored;
      return std::filesystem::read_symlink(handle, ignored) == journal_;
    });
  }

  std::string end() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? "exit " + std::to_string(WEXITSTATUS(status))
                             : "signal " + std::to_string(WTERMSIG(status));
  }

  pid_t process() const { return child_; }

 private:
  [[noreturn]] static void answer(const cli::testing::Computer& computer) {
    setenv("TERM", "xterm", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("HOME", computer.folder.path().c_str(), 1);  // with no settings of an editor
    console::Terminal terminal;
    terminal.can_ask = true;
    program::LineEditor editor;
    const console::Context context{[&] { return computer.now; },
                                   computer.zone,
                                   std::cin,
                                   std::cout,
                                   std::cerr,
                                   terminal,
                                   {computer.journal, false, LYTES_CATALOGUE, computer.folder.path()},
                                   {},
                                   [&](const std::string& prompt) {
                                     std::cout << std::flush;
                                     return editor.line(prompt);
                                   }};
    ::_exit(cli::run({"read"}, context));
  }

  std::filesystem::path journal_;
  pid_t child_ = 0;
  int terminal_ = -1;
  std::string seen_;
};

std::vector<std::string> logged(cli::testing::Computer& computer) {
  std::vector<std::string> said;
  const auto entries = computer.json_of({"list", "all", "--json"}).at("entries");
  for (const auto& entry : entries)
    said.push_back(entry.contains("description") ? entry.at("description") : entry.at("kind"));
  return said;
}

}  // namespace

TEST_CASE("lines are typed with arrow keys and a history, and each is answered") {
  cli::testing::Computer computer;
  {
    Prompt prompt(computer);
    prompt.wait_for("lytes> ");
    prompt.type("shepherd's pie (150g)\r", "shepherd's pie (150g)   water");
    prompt.wait_for("lytes> ");
    CHECK_FALSE(prompt.holds_journal());
    prompt.type("tress 6\x1b[H\x1b[Cx\x7f\x01s\r", "Stress  6/10");  // home, right, a slip taken back, home again
    prompt.wait_for("lytes> ");
    prompt.type("undo\r", "Taken back");
    prompt.wait_for("lytes> ");
    prompt.type("\x1b[A\x1b[A\r", "Stress  6/10");  // twice up
    prompt.wait_for("lytes> ");
    prompt.type("caf\xC3\xA9 au laitx\x1b[D\x1b[3~\r", " g   water");
    prompt.wait_for("lytes> ");
    prompt.type("wibblewobble\r", "(Enter for q): ");
    prompt.type("k\r", "unknown");
    prompt.wait_for("lytes> ");
    prompt.type("\r", "\n");
    CHECK(prompt.end() == "exit 0");
  }
  CHECK(logged(computer) == std::vector<std::string>{"Shepherd's pie (typical recipe)", "stress",
                                                     "Cafe au lait (typical recipe)", "wibblewobble"});
  for (const auto& file : std::filesystem::directory_iterator(computer.folder.path())) {
    CHECK_THAT(file.path().filename().string(), !Contains("history"));
  }
}

TEST_CASE("the end of input ends the prompt, and an interrupt ends the program with all lines kept") {
  cli::testing::Computer computer;
  {
    Prompt prompt(computer);
    prompt.wait_for("lytes> ");
    prompt.type("stress 6\r", "Stress  6/10");
    prompt.wait_for("lytes> ");
    prompt.type("\x04", "\n");
    CHECK(prompt.end() == "exit 0");
  }
  {
    Prompt prompt(computer);
    prompt.wait_for("lytes> ");
    prompt.type("note long drive\r", "long drive");
    prompt.wait_for("lytes> ");
    prompt.type("half a li", "half a li");
    ::kill(prompt.process(), SIGINT);
    CHECK(prompt.end() == "signal 2");
  }
  CHECK(logged(computer) == std::vector<std::string>{"stress", "note"});
}
