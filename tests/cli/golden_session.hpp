#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace lytes::test {

/// What a session file says should be printed, and what was.
struct Played {
  std::string expected;
  std::string actual;
};

/// Plays a session file: commands typed one after another into a fresh journal.
///
///     # a remark, kept as it is
///     @zone Europe/Berlin
///     @now 2026-11-22 10:00          the clock from here on
///     @terminal yes                  somebody is there to answer
///     @answer 2                      what they type at the next question
///     @edit note: slept badly        a line they change in the editor that opens next; without one it fails
///     @width 60
///     @file diary.csv                a file in the session's folder; its lines follow, ended by @end
///     $ lytes drink 500ml water
///        1  Sun 10:00  ...           what is printed; lines of standard error begin with "! "
///     [2]                            the exit code, where it is not 0
///
/// Words are parted as a shell would: blanks, "double" and 'single' quotes. The session's folder stands for {folder}.
Played play_session(std::istream& session, const std::filesystem::path& folder);

/// The words of a command line as a shell parts them.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace lytes::test
