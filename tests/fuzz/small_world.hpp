#pragma once

#include <stdlib.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"
#include "require.hpp"

namespace fuzz {

struct Said {
  int code;
  std::string out;
  std::string err;
};

/// A folder with a journal of one entry of each kind, as it was before every input, on a Sunday morning in Berlin.
class SmallWorld {
 public:
  using Editor = std::function<int(const std::filesystem::path&)>;

  SmallWorld() {
    std::string made = (std::filesystem::temp_directory_path() / "lytes-fuzz-XXXXXX").string();
    require(mkdtemp(made.data()) != nullptr, "a folder can be made");
    folder_ = made;
    // Whatever relative path an input names, it stays in here.
    std::filesystem::create_directory(folder_ / "here");
    std::filesystem::current_path(folder_ / "here");
    const std::vector<std::vector<std::string>> lines = {
        {"drink", "2 cups coffee @ 8:30"},
        {"eat", "2 eggs, 1 slice whole wheat bread @ yesterday 8:00"},
        {"take", "200mg magnesium @ 9:00"},
        {"spasm", "left calf 6/10 5m @ 7:00", "--with", "numbness"},
        {"stress", "7 @ 9:30"},
        {"log", "sleep 6.5h @ 6:00"},
        {"note", "long drive @ yesterday 22:00"},
        {"foods", "add", "my tablets", "--per", "3 tablets", "--magnesium", "300mg"},
        {"day", "done", "yesterday"}};
    for (const auto& line : lines) {
      const Said said = run(line);
      require(said.code == 0, "the small journal can be made", said.err);
    }
    std::filesystem::rename(journal(), folder_ / "before.db");
  }
  ~SmallWorld() {
    std::error_code ignored;
    std::filesystem::current_path("/", ignored);
    std::filesystem::remove_all(folder_, ignored);
  }

  void begin_anew() const {
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
      const std::string name = file.path().filename().string();
      if (name != "before.db" && name != "here") std::filesystem::remove_all(file.path());
    }
    std::filesystem::copy_file(folder_ / "before.db", journal(), std::filesystem::copy_options::overwrite_existing);
  }

  Said run(
      const std::vector<std::string>& words, const Editor& editor = [](const auto&) { return 1; }) const {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const lytes::console::Context context{[] {
                                            using namespace std::chrono;
                                            return sys_days(year(2026) / 11 / 22) + hours(9);
                                          },
                                          "Europe/Berlin",
                                          in,
                                          out,
                                          err,
                                          {},
                                          {journal(), false, LYTES_CATALOGUE, folder_},
                                          editor};
    const int code = lytes::cli::run(words, context);
    return {code, out.str(), err.str()};
  }

  std::filesystem::path journal() const { return folder_ / "journal.db"; }

 private:
  std::filesystem::path folder_;
};

/// Whether a refusal tells in which line of a text or a file the trouble stands.
inline bool names_line(const std::string& refusal) {
  return refusal.find("line ") != std::string::npos || refusal.find("Line ") != std::string::npos;
}

/// What must hold of every answer, whatever was typed.
inline void check(const Said& said, bool json) {
  const std::string all = said.out + said.err;
  require(said.code >= 0 && said.code <= 3, "the exit code is one for input, not for damage", all);
  // Further on, what was typed may say anything.
  require(!said.err.starts_with("lytes: Something went wrong inside lytes"), "nothing unforeseen is thrown", all);
  for (const char c : all) {
    const auto byte = static_cast<unsigned char>(c);
    require(byte >= 0x20 || c == '\n', "no control character reaches the terminal", all);
  }
  if (json) {
    const auto answer = nlohmann::json::parse(said.out, nullptr, false);
    require(!answer.is_discarded(), "standard output is JSON, and so UTF-8", said.out);
    const std::string message = said.code == 0 ? "" : answer["error"]["message"].get<std::string>();
    require(!message.starts_with("something went wrong inside lytes"), "nothing unforeseen is thrown", all);
  }
  if (said.code != 0 && !json) require(!said.err.empty(), "a refusal says why", all);
}

}  // namespace fuzz
