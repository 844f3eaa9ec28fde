#include "golden_session.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "indented_json.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"

namespace lytes::test {

namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

class Player {
 public:
  explicit Player(fs::path folder) : folder_(std::move(folder)) {}

  Played play(std::istream& session) {
    Played played;
    bool any = false;
    bool printing = false;  // what the file expects after a command is read over, and stands in `expected` only
    for (std::string line; std::getline(session, line);) {
      played.expected += line + "\n";
      const bool command = line.starts_with("$ lytes");
      const bool directive = line.starts_with("@") || line.starts_with("#");
      if (!command && !directive && printing) continue;
      printing = command;
      // A blank line before a command belongs to the file, unless the output before it ended with one of its own.
      const bool after_blank = played.expected.ends_with("\n\n" + line + "\n");
      if (after_blank && !played.actual.ends_with("\n\n")) played.actual += "\n";
      played.actual += line + "\n";
      if (line.starts_with("@file ")) {
        read_file(line.substr(6), session, played);
      } else if (line.starts_with("@")) {
        obey(line);
      } else if (command) {
        played.actual += run(line.substr(7));
        any = true;
      }
    }
    if (!any) throw std::runtime_error("a session without a command");
    return played;
  }

 private:
  void obey(const std::string& line) {
    const std::size_t blank = line.find(' ');
    const std::string name = line.substr(1, blank - 1);
    const std::string value = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (name == "zone") {
      zone_ = value;
    } else if (name == "locale") {
      locale_ = {"", "", "", value};
    } else if (name == "now") {
      now_ = calendar::parse_instant(value, calendar::Zone::named(zone_));
    } else if (name == "terminal") {
      terminal_.can_ask = value == "yes";
      terminal_.shows_errors = terminal_.can_ask && locale_.measurement.empty();
    } else if (name == "answer") {
      answers_ += value + "\n";
    } else if (name == "edit") {
      edits_.push_back(value);
    } else if (name == "width") {
      terminal_.width = std::stoul(value);
    } else if (name == "first") {
      lines_shown_ = std::stoul(value);
    } else if (name == "ascii") {
      terminal_.ascii = value == "yes";
    } else if (name == "diary") {
      fs::copy_file(fs::path(LYTES_DIARIES) / value, folder_ / value, fs::copy_options::overwrite_existing);
    } else {
      throw std::runtime_error("a session does not know " + line);
    }
  }

  void read_file(const std::string& name, std::istream& session, Played& played) {
    std::ofstream file(folder_ / name);
    for (std::string line; std::getline(session, line);) {
      played.expected += line + "\n";
      played.actual += line + "\n";
      if (line == "@end") return;
      file << line << "\n";
    }
    throw std::runtime_error("a session says no @end after @file " + name);
  }

  /// Puts each waiting line in the place of the one of the same field, or at the end.
  int edit(const fs::path& file) {
    if (edits_.empty()) return 1;
    std::string text;
    std::ifstream before(file);
    for (std::string line; std::getline(before, line);) {
      for (auto& edit : edits_) {
        const std::string field = edit.substr(0, edit.find(':') + 1);
        if (!field.empty() && line.starts_with(field)) line = std::exchange(edit, "");
      }
      text += line + "\n";
    }
    for (const auto& edit : edits_) text += edit.empty() ? "" : edit + "\n";
    edits_.clear();
    std::ofstream(file) << text;
    return 0;
  }

  std::string run(std::string command) {
    replace_all(command, "{folder}", folder_.string());
    const auto words = shell_words(command);
    std::istringstream in(answers_);
    std::ostringstream out;
    std::ostringstream err;
    const console::Context context{
        [this] { return now_; },
        zone_,
        in,
        out,
        err,
        terminal_,
        {folder_ / "journal.db", true, LYTES_CATALOGUE, folder_, folder_ / ".config", "/usr/bin/lytes"},
        [this](const fs::path& file) { return edit(file); },
        {},
        {},
        locale_,
        {},
        [] { return std::string("000102030405060708090a0b0c0d0e0f"); }};
    const int code = cli::run(words, context);
    std::string rest;
    for (std::string line; std::getline(in, line);) rest += line + "\n";
    answers_ = rest;
    const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
    return shown(json ? indented_json(out.str()) : out.str(), err.str(), code);
  }

  std::string shown(std::string printed, const std::string& complaints, int code) const {
    if (!printed.empty() && !printed.ends_with('\n')) printed += "\n";
    std::istringstream errors(complaints);
    for (std::string line; std::getline(errors, line);) printed += "! " + line + "\n";
    replace_all(printed, folder_.string(), "{folder}");
    printed = first_lines(std::move(printed));
    if (code != 0) printed += "[" + std::to_string(code) + "]\n";
    return printed;
  }

  std::string first_lines(std::string printed) const {
    std::size_t end = 0;
    for (std::size_t line = 0; line < lines_shown_ && end != std::string::npos; ++line)
      end = printed.find('\n', line == 0 ? 0 : end + 1);
    if (lines_shown_ == 0 || end == std::string::npos || end + 1 >= printed.size()) return printed;
    return printed.substr(0, end + 1) + "...\n";
  }

  std::size_t lines_shown_ = 0;
  fs::path folder_;
  std::string zone_ = "UTC";
  calendar::Instant now_{};
  console::Terminal terminal_;
  notebook::Locale locale_{"", "en_US.UTF-8", "", ""};  // who plays has US cups, wherever they are
  std::string answers_;
  std::vector<std::string> edits_;
};

}  // namespace

std::vector<std::string> shell_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  char quote = 0;
  for (const char c : line) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      open = true;
    } else if (c == ' ') {
      if (open) words.push_back(word);
      word.clear();
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (open) words.push_back(word);
  return words;
}

Played play_session(std::istream& session, const fs::path& folder) { return Player(folder).play(session); }

}  // namespace lytes::test
