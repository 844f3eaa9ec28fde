#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/zone.hpp"
#include "lytes/notebook/customs.hpp"

namespace lytes::console {

struct Terminal {
  bool can_ask = false;  ///< somebody is there to answer: both ways are a terminal
  bool colour = false;
  bool ascii = false;  ///< the locale cannot show more
  std::size_t width = 80;
  bool width_is_said = false;  ///< it is the terminal's own, or that of COLUMNS
  bool shows_errors = false;   ///< standard error is a terminal
};

struct Paths {
  std::filesystem::path journal;        ///< empty where nothing says where it might be
  bool journal_folder_is_ours = false;  ///< the usual place, whose folder may be made
  std::filesystem::path catalogue;
  std::filesystem::path temporary;  ///< where the folders of `demo` and of drafts for an editor may lie
  std::filesystem::path config{};   ///< where programs keep what is set for one user; empty where nothing says
  std::filesystem::path program{};  ///< this one, for what is to start it
};

/// The exit code of a program that is not there, as shells have it.
inline constexpr int no_such_program = 127;

/// Everything a command takes from the world outside. Nothing else reads clock, zone, environment or streams.
struct Context {
  std::function<calendar::Instant()> clock;
  std::optional<std::string> zone;  ///< what TZ says; empty: the system's zone
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;
  Paths paths;
  /// Has the user's editor change a file. @return its exit code, or `no_such_program`
  std::function<int(const std::filesystem::path&)> run_editor;
  /// One line typed on the terminal after a prompt, with keys to edit it; empty at the end of input. Without it lines
  /// are read from `in`.
  std::function<std::optional<std::string>(const std::string& prompt)> edit_line = {};
  std::function<bool()> reader_has_left = {};  ///< whether nobody reads `out` any more, as after `| head`
  notebook::Locale locale = {};
  /// Runs another program that says nothing. @return its exit code, or `no_such_program`
  std::function<int(const std::vector<std::string>& words)> run_silently = {};
  /// 128 bits that nobody can foresee, as 32 hexadecimal digits: what coins are drawn by.
  std::function<std::string()> random_seed = {};
  /// Has `work` done by a process of its own, which says nothing and is waited for by nobody. Without it, and where it
  /// @return false, for nothing was begun, the work is done at once.
  std::function<bool(const std::function<void()>& work)> do_behind = {};
};

}  // namespace lytes::console
