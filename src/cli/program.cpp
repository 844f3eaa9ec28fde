// The one place that reads the real clock, environment, terminal and file system.
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "lytes/cli/context.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/storage/one_thread.hpp"

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

/// Unset and empty are the same, as the XDG base directory specification wants it.
std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (!value || !*value) return std::nullopt;
  return value;
}

/// A folder that XDG names; relative ones are to be ignored.
fs::path xdg_folder(const char* name, const char* below_home) {
  if (const auto set = variable(name); set && fs::path(*set).is_absolute()) return *set;
  return fs::path(variable("HOME").value_or(".")) / below_home;
}

Paths find_paths() {
  Paths paths;
  if (const auto journal = variable("LYTES_DB")) {
    paths.journal = *journal;
  } else {
    paths.journal = xdg_folder("XDG_DATA_HOME", ".local/share") / "lytes" / "journal.db";
    paths.journal_folder_is_ours = true;
  }
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  paths.catalogue = program.parent_path().parent_path() / "share" / "lytes" / "catalogue.db";
  paths.temporary = variable("TMPDIR").value_or("/tmp");
  return paths;
}

Terminal find_terminal() {
  Terminal terminal;
  const bool out_is_terminal = isatty(STDOUT_FILENO) != 0;
  terminal.shows_errors = isatty(STDERR_FILENO) != 0;
  terminal.can_ask = isatty(STDIN_FILENO) != 0 && terminal.shows_errors;
  terminal.colour = out_is_terminal && !variable("NO_COLOR") && variable("TERM").value_or("dumb") != "dumb";
  winsize size{};
  if (out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    terminal.width = size.ws_col;
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (locale.empty()) locale = variable(name).value_or("");
  }
  terminal.ascii = locale == "C" || locale == "POSIX";
  return terminal;
}

/// Runs the user's editor on a file, as git does: through the shell, since EDITOR may hold arguments.
int run_editor(const fs::path& file) {
  const std::string editor = variable("VISUAL").value_or(variable("EDITOR").value_or("vi"));
  const std::string command = editor + " \"$1\"";
  const pid_t child = fork();
  if (child == 0) {
    // What is ignored stays so across exec; the editor is to find signals as it would anywhere.
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
    execl("/bin/sh", "sh", "-c", command.c_str(), editor.c_str(), file.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

}  // namespace

int run_program(int count, const char* const* words) {
  umask(077);  // whatever this program writes is about somebody's health
  // A closed pipe and a file that may not grow are errors to be told, not a sudden end.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  storage::configure_for_one_thread();
  std::ios::sync_with_stdio(false);
  std::optional<std::string> zone;
  if (const char* tz = std::getenv("TZ")) zone = tz;
  const Context context{[] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
                        zone,
                        std::cin,
                        std::cout,
                        std::cerr,
                        find_terminal(),
                        find_paths(),
                        run_editor};
  return run({words + 1, words + count}, context);
}

}  // namespace lytes::cli
