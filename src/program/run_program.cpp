// The one place that reads the real clock, environment, terminal and file system.
#include "lytes/program/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "line_editor.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"
#include "lytes/errors.hpp"
#include "lytes/notebook/customs.hpp"
#include "lytes/storage/one_thread.hpp"

namespace lytes::program {

namespace {

namespace fs = std::filesystem;

/// Unset and empty are the same, as the XDG base directory specification wants it.
std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (!value || *value == '\0') return std::nullopt;
  return value;
}

/// A relative folder means another place in every folder that the program is started from, which nobody wants of a
/// folder that is set once for all.
std::optional<fs::path> folder_in(const char* name) {
  const auto set = variable(name);
  if (!set || !fs::path(*set).is_absolute()) return std::nullopt;
  return *set;
}

/// The home of whoever runs this as the system's own list of users has it. Other lists (LDAP, say) are asked by loading
/// what knows them, which a program that is one file does not do; their users are told by HOME.
std::optional<std::string> listed_home() {
  const std::unique_ptr<std::FILE, decltype(&std::fclose)> list(std::fopen("/etc/passwd", "re"), &std::fclose);
  while (const passwd* user = list ? ::fgetpwent(list.get()) : nullptr)
    if (user->pw_uid == ::geteuid() && user->pw_dir) return user->pw_dir;
  return std::nullopt;
}

/// Where the user lives: what HOME says, and where it says nothing, as in cron and in containers, the list of users.
/// Empty for users who live nowhere.
std::optional<fs::path> home_folder() {
  auto home = variable("HOME");
  if (!home) home = listed_home();
  std::error_code ignored;
  if (!home || !fs::path(*home).is_absolute() || *home == "/nonexistent" || !fs::is_directory(*home, ignored))
    return std::nullopt;
  return *home;
}

std::optional<fs::path> data_folder() {
  if (auto xdg = folder_in("XDG_DATA_HOME")) return xdg;
  const auto home = home_folder();
  return home ? std::optional(*home / ".local" / "share") : std::nullopt;
}

std::optional<fs::path> config_folder() {
  if (auto xdg = folder_in("XDG_CONFIG_HOME")) return xdg;
  const auto home = home_folder();
  return home ? std::optional(*home / ".config") : std::nullopt;
}

/// The program's file is what /proc says or, without /proc, what was started.
fs::path program_file() {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) {
    const auto* started = std::bit_cast<const char*>(::getauxval(AT_EXECFN));
    program = started ? fs::canonical(started, error) : fs::path();
  }
  return program.empty() ? fs::path("/usr/bin/lytes") : program;
}

/// 128 bits of the system's own randomness, as hexadecimal digits.
std::string random_seed() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  if (getentropy(bytes.data(), bytes.size()) != 0) {
    throw StorageError(StorageError::Kind::Failed, "the system gives no random bits", std::strerror(errno));
  }
  std::string seed;
  for (const unsigned char byte : bytes) {
    seed += digits[byte / 16U];
    seed += digits[byte % 16U];
  }
  return seed;
}

console::Paths find_paths() {
  console::Paths paths;
  if (const auto journal = variable("LYTES_DB")) {
    paths.journal = *journal;
  } else if (const auto folder = data_folder()) {
    paths.journal = *folder / "lytes" / "journal.db";
    paths.journal_folder_is_ours = true;
  }
  paths.program = program_file();
  // The catalogue lies beside the program, wherever both were installed.
  paths.catalogue = paths.program.parent_path().parent_path() / "share" / "lytes" / "catalogue.db";
  paths.config = config_folder().value_or(fs::path());
  paths.temporary = folder_in("TMPDIR").value_or("/tmp");
  return paths;
}

/// What COLUMNS says, else the terminal's own. Pages are laid out for 40 columns at least.
std::optional<std::size_t> find_width(bool out_is_terminal) {
  constexpr std::size_t least = 40;
  constexpr std::size_t most = 1000;
  std::optional<std::size_t> width;
  winsize size{};
  if (out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) width = size.ws_col;
  const std::string columns = variable("COLUMNS").value_or("");
  std::size_t said = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), said);
  if (error == std::errc() && end == columns.data() + columns.size() && said > 0) width = said;
  return width ? std::optional(std::clamp(*width, least, most)) : std::nullopt;
}

/// NO_COLOR wins (no-color.org), then CLICOLOR_FORCE and CLICOLOR (bixense.com/clicolors).
bool find_colour(bool out_is_terminal) {
  if (variable("NO_COLOR")) return false;
  if (variable("CLICOLOR_FORCE").value_or("0") != "0") return true;
  return out_is_terminal && variable("CLICOLOR").value_or("1") != "0" && variable("TERM").value_or("dumb") != "dumb";
}

console::Terminal find_terminal() {
  console::Terminal terminal;
  const bool out_is_terminal = isatty(STDOUT_FILENO) != 0;
  terminal.shows_errors = isatty(STDERR_FILENO) != 0;
  terminal.can_ask = isatty(STDIN_FILENO) != 0 && terminal.shows_errors;
  terminal.colour = find_colour(out_is_terminal);
  const auto width = find_width(out_is_terminal);
  terminal.width = width.value_or(terminal.width);
  terminal.width_is_said = width.has_value();
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (locale.empty()) locale = variable(name).value_or("");
  }
  terminal.ascii = locale == "C" || locale == "POSIX";
  return terminal;
}

notebook::Locale find_locale() {
  const auto said = [](const char* name) { return variable(name).value_or(""); };
  return {said("LC_ALL"), said("LC_MEASUREMENT"), said("LC_TIME"), said("LANG")};
}

/// The editor that is being waited for, for the handler below.
volatile pid_t editor_process = 0;

void pass_to_editor(int signal) {
  if (editor_process > 0) kill(editor_process, signal);
}

/// While an editor runs, signals are its own: an interrupt typed on the terminal reaches it directly and is ignored
/// here, and what would end this program ends the editor first, so that the draft can be taken away.
class SignalsForEditor {
 public:
  SignalsForEditor() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    struct sigaction pass {};
    pass.sa_handler = pass_to_editor;
    for (std::size_t i = 0; i < signals_.size(); ++i) {
      sigaction(signals_[i], signals_[i] == SIGINT || signals_[i] == SIGQUIT ? &ignore : &pass, &before_[i]);
    }
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : signals_) sigaddset(&held, signal);
    sigprocmask(SIG_BLOCK, &held, &open_before_);
  }
  SignalsForEditor(const SignalsForEditor&) = delete;
  SignalsForEditor& operator=(const SignalsForEditor&) = delete;
  ~SignalsForEditor() { restore(); }

  /// They are held until it is known whom they are passed to, or one that comes at once would be lost.
  void let_come() { sigprocmask(SIG_SETMASK, &open_before_, nullptr); }

  /// Also in the child, before it becomes the editor.
  void restore() {
    for (std::size_t i = 0; i < signals_.size(); ++i) sigaction(signals_[i], &before_[i], nullptr);
  }

 private:
  static constexpr std::array<int, 4> signals_ = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};
  std::array<struct sigaction, 4> before_{};
  sigset_t open_before_{};
};

/// Whether a shell would find one command with its arguments, and no more.
bool is_one_command(const std::string& line) {
  char quote = '\0';
  for (const char letter : line) {
    if (quote == '\0' && (letter == '\'' || letter == '"')) {
      quote = letter;
    } else if (letter == quote) {
      quote = '\0';
    } else if (quote == '\0' && std::string_view(";|&<>()`\n").find(letter) != std::string_view::npos) {
      return false;
    }
  }
  return line.substr(0, line.find(' ')).find('=') == std::string::npos;
}

/// Through the shell, since EDITOR may hold arguments and quotes. The shell gives way to the editor where that is one
/// command: a shell that waits would end at an interrupt that the editor knows what to do with.
std::string shell_command(const std::string& editor) {
  return (is_one_command(editor) ? "exec " : "") + editor + " \"$1\"";
}

/// That a pipe is closed, and that a file may not grow.
void set_pipe_and_size_signals(void (*handler)(int)) {
  // It fails for numbers that are no signals, which these are not.
  static_cast<void>(std::signal(SIGPIPE, handler));
  static_cast<void>(std::signal(SIGXFSZ, handler));
}

/// As a child is waited for whatever signals come.
int exit_code_of(pid_t child) {
  int status = 0;
  pid_t ended = 0;
  do ended = waitpid(child, &status, 0);
  while (ended < 0 && errno == EINTR);
  if (ended < 0) return console::no_such_program;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Runs a program whose words nobody sees.
int run_silently(const std::vector<std::string>& words) {
  const pid_t child = fork();
  if (child == 0) {
    set_pipe_and_size_signals(SIG_DFL);
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    _exit(console::no_such_program);
  }
  return child < 0 ? console::no_such_program : exit_code_of(child);
}

/// Closes what whoever started this program left open for it. What it opened itself is closed on exec, and stays.
void close_what_was_inherited() {
  std::vector<int> inherited;
  std::error_code error;  // without /proc all stays open
  for (const auto& entry : fs::directory_iterator("/proc/self/fd", error)) {
    const std::string name = entry.path().filename().string();
    int descriptor = 0;
    std::from_chars(name.data(), name.data() + name.size(), descriptor);
    const int flags = fcntl(descriptor, F_GETFD);
    if (descriptor > STDERR_FILENO && flags >= 0 && (flags & FD_CLOEXEC) == 0) inherited.push_back(descriptor);
  }
  for (const int descriptor : inherited) close(descriptor);
}

/// Does work in a process that outlives this one, and that nobody waits for: the child in between is waited for at
/// once. It keeps nothing open of what this program was given, or a reader of its output would wait for it, too.
bool do_behind(const std::function<void()>& work) {
  std::cout << std::flush;
  const pid_t between = fork();
  if (between < 0) return false;
  if (between > 0) return exit_code_of(between) == 0;
  const pid_t worker = fork();
  if (worker != 0) _exit(worker < 0 ? 1 : 0);
  setsid();  // a terminal that is closed does not end it
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
  close_what_was_inherited();
  try {
    work();
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

/// Runs the user's editor on a file. Where none is named, one of the system's is only for somebody who sits before it.
int run_editor(const fs::path& file) {
  const auto named = variable("VISUAL") ? variable("VISUAL") : variable("EDITOR");
  if (!named && (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0)) return console::no_such_program;
  const std::string editor = named.value_or("vi");
  const std::string command = shell_command(editor);
  SignalsForEditor signals;
  const pid_t child = fork();
  if (child == 0) {
    // What is ignored stays so across exec; the editor is to find signals as it would anywhere.
    signals.restore();
    signals.let_come();
    set_pipe_and_size_signals(SIG_DFL);
    execl("/bin/sh", "sh", "-c", command.c_str(), editor.c_str(), file.c_str(), static_cast<char*>(nullptr));
    _exit(console::no_such_program);
  }
  editor_process = std::max(child, 0);
  signals.let_come();
  if (child < 0) return console::no_such_program;
  const int code = exit_code_of(child);
  editor_process = 0;
  return code;
}

/// Whether standard output goes into a pipe that nobody reads any more.
bool reader_has_left() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

/// Made when it is first needed, which takes longer than logging a drink.
std::optional<std::string> edit_line(const std::string& prompt) {
  static LineEditor editor;
  std::cout << std::flush;
  return editor.line(prompt);
}

}  // namespace

int run_program(int count, const char* const* words) {
  umask(077);  // whatever this program writes is about somebody's health
  // A closed pipe and a file that may not grow are errors to be told, not a sudden end.
  set_pipe_and_size_signals(SIG_IGN);
  storage::configure_for_one_thread();
  std::ios::sync_with_stdio(false);
  std::optional<std::string> zone;
  if (const char* tz = std::getenv("TZ")) zone = tz;
  const console::Context context{
      [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
      zone,
      std::cin,
      std::cout,
      std::cerr,
      find_terminal(),
      find_paths(),
      run_editor,
      edit_line,
      reader_has_left,
      find_locale(),
      run_silently,
      random_seed,
      do_behind};
  return cli::run({words + 1, words + count}, context);
}

}  // namespace lytes::program
