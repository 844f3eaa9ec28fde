// Plays every tests/cli/*.test and the sessions of the README. LYTES_UPDATE_SESSIONS=1 writes what was printed into
// the session files instead, to be read before it is committed.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "golden_session.hpp"

namespace fs = std::filesystem;
using lytes::test::play_session;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "lytes-session-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

namespace {

std::string whole(const fs::path& file) {
  std::ifstream in(file);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Plays the part of a file between two places and holds it against what stands there.
void check_session(const fs::path& file, std::size_t begin, std::size_t end) {
  const TemporaryFolder folder;
  const std::string text = whole(file);
  std::istringstream session(text.substr(begin, end - begin));
  const auto played = play_session(session, folder.path());
  if (getenv("LYTES_UPDATE_SESSIONS")) {
    std::ofstream(file) << text.substr(0, begin) << played.actual << text.substr(end);
    return;
  }
  INFO(file.filename().string());
  CHECK(played.actual == played.expected);
}

}  // namespace

TEST_CASE("every session prints what its file says") {
  std::set<fs::path> sessions;
  for (const auto& file : fs::directory_iterator(std::string(LYTES_SOURCE_DIR) + "/tests/cli")) {
    if (file.path().extension() == ".test") sessions.insert(file.path());
  }
  REQUIRE(sessions.size() >= 5);
  for (const auto& session : sessions) check_session(session, 0, whole(session).size());
}

TEST_CASE("the session in the README prints what the README says") {
  const fs::path readme = std::string(LYTES_SOURCE_DIR) + "/README.md";
  const std::string text = whole(readme);
  const std::string open = "<!-- session -->\n```\n";
  const std::size_t begin = text.find(open);
  const std::size_t end = text.find("```\n<!-- end of session -->");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  check_session(readme, begin + open.size(), end);
}
