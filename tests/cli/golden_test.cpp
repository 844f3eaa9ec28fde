// Plays every tests/cli/*.test and the sessions of the README. LYTES_UPDATE_SESSIONS=1 writes what was printed into
// the session files instead, to be read before it is committed.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

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

TEST_CASE("every session prints what its file says") {
  std::set<fs::path> sessions;
  for (const auto& file : fs::directory_iterator(std::string(LYTES_SOURCE_DIR) + "/tests/cli")) {
    if (file.path().extension() == ".test") sessions.insert(file.path());
  }
  REQUIRE(sessions.size() >= 5);
  for (const auto& session : sessions) {
    const TemporaryFolder folder;
    const auto played = play_session(session, folder.path());
    if (getenv("LYTES_UPDATE_SESSIONS")) {
      std::ofstream(session) << played.actual;
      continue;
    }
    INFO(session.filename().string());
    CHECK(played.actual == played.expected);
  }
}
