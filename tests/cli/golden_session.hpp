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

/// Plays a session: commands typed one after another, by somebody whose journal is empty at first.
///
///     # a remark, kept as it is
///     @zone Europe/Berlin            the time zone from here on; UTC before
///     @locale en_GB.UTF-8            what LANG says from here on; before, measures are US ones and no word is of it
///     @now 2026-11-22 10:00          the clock from here on, in that zone
///     @width 60                      columns of the terminal from here on; 80 before
///     @first 8                       only so many lines of what a command prints are shown, then "..."; 0 for all
///     @ascii yes                     a terminal that can show nothing else, until "@ascii no"
///     @terminal yes                  somebody is there to answer, until "@terminal no"
///     @answer 2                      what they type at the next question; also a line of standard input
///     @edit note: slept badly        a line they change in the editor that opens next; without one it fails
///     @diary quarter.csv             a copy of tests/cli/diaries/quarter.csv in the session's folder
///     @file few.csv                  a file in that folder; its lines, a dozen at most, follow up to one that says
///     @end $ lytes drink 500ml water
///        1  Sun 10:00  ...           what is printed; lines of standard error begin with "! "
///     [2]                            the exit code, where it is not 0
///
/// Coins are drawn by the seed 000102030405060708090a0b0c0d0e0f.
///
/// Words are parted as a shell would: blanks, "double" and 'single' quotes. {folder} stands for the session's folder,
/// where the journal lies, in commands as in what is printed. What is printed goes up to the next line that begins
/// with "$ lytes", "@" or "#"; a blank line may stand before that one for the eye. JSON that a command with --json
/// prints is shown indented, its figures as they were printed; lytes itself prints it on one line.
///
/// Throws where a directive is not known, a file has no end, or there is no command.
Played play_session(std::istream& session, const std::filesystem::path& folder);

/// The words of a command line as a shell parts them.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace lytes::test
