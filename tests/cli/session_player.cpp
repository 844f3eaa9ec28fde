// Plays sessions and shows where something else is printed than stands in their files:
//
//     session_player FILE...
//
// A .test is a session as a whole, and so are the examples of a manual page, FILE.scd: its blocks between ``` lines,
// with directives in its comments ("; @now ..."). In another file, such as README.md, sessions stand between two marks
// each. LYTES_UPDATE_SESSIONS=1 writes what was printed into the files instead, to be read before it is committed.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "golden_session.hpp"
#include "line_difference.hpp"
#include "storage/fresh_folder.hpp"

namespace fs = std::filesystem;
using lytes::storage::testing::FreshFolder;
using lytes::test::Played;

namespace {

/// A session of a file, and the text before it.
struct Part {
  std::string before;
  std::string session;
};

struct SessionFile {
  std::vector<Part> parts;
  std::string rest;
};

std::string whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr std::string_view prose = "# ";  // how a session holds what is none of it
constexpr std::string_view comment = "; ";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// A page as a session: all but its examples and directives becomes remarks, and the session's folder is home.
std::string session_of_page(const std::string& page) {
  std::string session;
  std::istringstream lines(page);
  bool in_example = false;
  for (std::string line; std::getline(lines, line);) {
    const bool mark = line == "```";
    if (in_example) replace_all(line, "~/", "{folder}/");
    if (line.starts_with(comment) && !in_example) {
      session += line.substr(comment.size()) + "\n";
    } else {
      session += (in_example && !mark ? "" : std::string(prose)) + line + "\n";
    }
    if (mark) in_example = !in_example;
  }
  return session;
}

/// The page that a session was made of, with what is in its examples now.
std::string page_of_session(const std::string& session) {
  std::string page;
  std::istringstream lines(session);
  bool in_example = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == std::string(prose) + "```") in_example = !in_example;
    if (in_example) replace_all(line, "{folder}/", "~/");
    if (line.starts_with(prose)) {
      page += line.substr(prose.size()) + "\n";
    } else {
      page += (in_example ? "" : std::string(comment)) + line + "\n";
    }
  }
  return page;
}

SessionFile read(const fs::path& file) {
  const std::string text = whole(file);
  if (file.extension() == ".test") return {{{"", text}}, ""};
  if (file.extension() == ".scd") return {{{"", session_of_page(text)}}, ""};
  const std::string mark = "<!-- session -->\n```\n";
  const std::string end_mark = "```\n<!-- end of session -->";
  SessionFile found;
  std::size_t at = 0;
  for (std::size_t marked = text.find(mark); marked != std::string::npos; marked = text.find(mark, at)) {
    const std::size_t begin = marked + mark.size();
    const std::size_t end = text.find(end_mark, begin);
    if (end == std::string::npos) throw std::runtime_error("a session without its end");
    found.parts.push_back({text.substr(at, begin - at), text.substr(begin, end - begin)});
    at = end;
  }
  if (found.parts.empty()) throw std::runtime_error("no session is marked in it");
  found.rest = text.substr(at);
  return found;
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  if (!(out << text << std::flush)) throw std::runtime_error("cannot be written");
}

/// The last command at or above a line, whose output that line may be.
std::string command_above(const std::string& session, std::size_t line) {
  std::string command;
  std::istringstream in(session);
  for (std::string text; line-- > 0 && std::getline(in, text);) {
    if (text.starts_with("$ lytes")) command = text;
  }
  return command;
}

void show_differences(const fs::path& file, std::size_t lines_before, const Played& played) {
  std::cout << file.string() << ": what stands there (-) is not what is printed (+)\n";
  for (const auto& difference : lytes::test::line_differences(played.expected, played.actual)) {
    std::cout << "\n" << file.filename().string() << ":" << lines_before + difference.line << "  ";
    std::cout << command_above(played.expected, difference.line) << "\n";
    for (const auto& line : difference.shown) std::cout << "  " << line << "\n";
  }
  std::cout << "\nIf what is printed is right: LYTES_UPDATE_SESSIONS=1 session_player " << file.string() << "\n";
}

bool updating() {
  const char* wish = std::getenv("LYTES_UPDATE_SESSIONS");
  return wish != nullptr && std::string_view(wish) == "1";
}

/// Whether the file's sessions print what stands there, or do so from now on. Each begins with a fresh journal.
bool holds(const fs::path& file) {
  const SessionFile text = read(file);
  std::string anew;
  std::string until_here;
  bool all_hold = true;
  for (const Part& part : text.parts) {
    const FreshFolder folder;
    std::istringstream session(part.session);
    const Played played = lytes::test::play_session(session, folder.path());
    anew += part.before + played.actual;
    until_here += part.before;
    if (played.actual != played.expected) {
      all_hold = false;
      const auto lines_before = static_cast<std::size_t>(std::count(until_here.begin(), until_here.end(), '\n'));
      if (!updating()) show_differences(file, lines_before, played);
    }
    until_here += part.session;
  }
  if (all_hold || !updating()) return all_hold;
  write(file, file.extension() == ".scd" ? page_of_session(anew) : anew + text.rest);
  std::cout << file.string() << ": written anew\n";
  return true;
}

}  // namespace

int main(int count, char** words) {
  bool all_hold = true;
  for (const std::string& file : std::vector<std::string>(words + 1, words + count)) {
    try {
      all_hold = holds(file) && all_hold;
    } catch (const std::exception& error) {
      std::cout << file << ": " << error.what() << "\n";
      all_hold = false;
    }
  }
  if (count < 2) std::cout << "Which sessions? session_player FILE...\n";
  return all_hold && count > 1 ? 0 : 1;
}
