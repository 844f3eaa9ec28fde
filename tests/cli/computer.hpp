#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/cli/context.hpp"
#include "lytes/cli/run.hpp"
#include "storage/fresh_folder.hpp"

namespace lytes::cli::testing {

/// Somebody's computer, at ten in the morning of a Sunday.
struct Computer {
  storage::testing::FreshFolder folder;
  std::filesystem::path journal = folder / "j.db";
  calendar::Instant now = calendar::Day(std::chrono::year{2026} / 11 / 22) + std::chrono::hours{10};
  std::string zone = "Europe/Berlin";
  std::chrono::seconds each_look_at_the_clock{0};
  Terminal terminal;
  std::string said;
  std::string complained;

  int lytes(const std::vector<std::string>& words) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const Context context{[this] { return now += each_look_at_the_clock; }, zone, in, out, err, terminal,
                          {journal, false, LYTES_CATALOGUE, folder.path()}, {}};
    const int code = run(words, context);
    said = out.str();
    complained = err.str();
    return code;
  }
  nlohmann::json json_of(const std::vector<std::string>& words) {
    lytes(words);
    return nlohmann::json::parse(said);
  }
};

}  // namespace lytes::cli::testing
