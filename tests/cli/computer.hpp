#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"
#include "storage/fresh_folder.hpp"

namespace lytes::cli::testing {

/// A person who does something before answering.
class SlowAnswer : public std::streambuf {
 public:
  SlowAnswer(std::string answer, std::function<void()> meanwhile)
      : answer_(std::move(answer)), meanwhile_(std::move(meanwhile)) {}

 private:
  int_type underflow() override {
    if (answered_) return traits_type::eof();
    answered_ = true;
    meanwhile_();
    setg(answer_.data(), answer_.data(), answer_.data() + answer_.size());
    return traits_type::to_int_type(answer_.front());
  }

  std::string answer_;
  std::function<void()> meanwhile_;
  bool answered_ = false;
};

/// Somebody's computer, at ten in the morning of a Sunday.
struct Computer {
  using Editor = std::function<int(const std::filesystem::path&)>;

  storage::testing::FreshFolder folder;
  std::filesystem::path journal = folder / "j.db";
  calendar::Instant now = calendar::Day(std::chrono::year{2026} / 11 / 22) + std::chrono::hours{10};
  std::string zone = "Europe/Berlin";
  std::chrono::seconds each_look_at_the_clock{0};
  console::Terminal terminal;
  notebook::Locale locale{"", "en_US.UTF-8", "", ""};
  std::string seed = "000102030405060708090a0b0c0d0e0f";
  std::string said;
  std::string complained;

  int lytes(const std::vector<std::string>& words) {
    std::istringstream nobody;
    return run_with(words, nobody, {});
  }
  /// On a terminal, where the first question is answered after something else has happened.
  int answer(const std::vector<std::string>& words, const std::string& answer, const std::function<void()>& meanwhile) {
    SlowAnswer slow(answer, meanwhile);
    std::istream in(&slow);
    const console::Terminal before = terminal;
    terminal.can_ask = true;
    const int code = run_with(words, in, {});
    terminal = before;
    return code;
  }
  /// With an editor that does something to the draft.
  int edit(const std::vector<std::string>& words, const std::function<void(const std::filesystem::path&)>& editor) {
    std::istringstream nobody;
    return run_with(words, nobody, [&](const std::filesystem::path& file) {
      editor(file);
      return 0;
    });
  }
  /// The same on a terminal; a first question is answered after something else has happened.
  int edit_and_answer(const std::vector<std::string>& words, const Editor& editor, const std::string& answer,
                      const std::function<void()>& meanwhile) {
    SlowAnswer slow(answer, meanwhile);
    std::istream in(&slow);
    terminal.can_ask = true;
    const int code = run_with(words, in, editor);
    terminal.can_ask = false;
    return code;
  }
  nlohmann::json json_of(const std::vector<std::string>& words) {
    lytes(words);
    return nlohmann::json::parse(said);
  }

 private:
  int run_with(const std::vector<std::string>& words, std::istream& in, const Editor& editor) {
    std::ostringstream out;
    std::ostringstream err;
    const console::Context context{[this] { return now += each_look_at_the_clock; },
                                   zone,
                                   in,
                                   out,
                                   err,
                                   terminal,
                                   {journal, false, LYTES_CATALOGUE, folder.path()},
                                   editor,
                                   {},
                                   {},
                                   locale,
                                   {},
                                   [this] { return seed; }};
    const int code = run(words, context);
    said = out.str();
    complained = err.str();
    return code;
  }
};

}  // namespace lytes::cli::testing
