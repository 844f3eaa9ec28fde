#include "lytes/storage/new_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <set>
#include <span>

#include "image.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
namespace fs = std::filesystem;

namespace {

std::span<const std::byte> bytes_in(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string journal_bytes() {
  const FreshFolder folder;
  JournalFile::open(folder / "j.db", Access::Write);
  return bytes_of(folder / "j.db");
}

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("a file is not there before it is whole, and then for its owner alone") {
  const FreshFolder folder;
  const auto mask = ::umask(0);
  NewFile file(folder / "page");
  file.write(bytes_in("half "));
  CHECK_FALSE(fs::exists(folder / "page"));
  file.write(bytes_in("and half"));
  CHECK(file.holds(bytes_in("half and half")));
  CHECK_FALSE(file.holds(bytes_in("half and hal")));
  CHECK_FALSE(file.holds(bytes_in("half and half and")));
  CHECK(file.publish());
  ::umask(mask);
  struct stat found {};
  REQUIRE(::stat((folder / "page").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0600U);
  CHECK(bytes_of(folder / "page") == "half and half");
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE("a file given up leaves nothing") {
  const FreshFolder folder;
  {
    NewFile file(folder / "page");
    file.write(bytes_in("half"));
  }
  CHECK(contents(folder.path()).empty());
}

TEST_CASE("a new file takes no other's place unless it is to") {
  const FreshFolder folder;
  put(folder / "page", "mine");
  CHECK_FALSE(write_new(folder / "page", bytes_in("other")));
  CHECK(bytes_of(folder / "page") == "mine");
  write_over(folder / "page", bytes_in("other"));
  CHECK(bytes_of(folder / "page") == "other");
  write_over(folder / "fresh", bytes_in("new"));
  CHECK(contents(folder.path()).size() == 2);
}

TEST_CASE("what killed programs left is removed, and what living ones hold or others own stays") {
  const FreshFolder folder;
  const std::string journal = journal_bytes();
  put(folder / ".j.db.lytes-new-aB3dE6", journal);
  put(folder / ".j.db.lytes-new-aB3dE6-journal", "log");
  put(folder / ".j.db.lytes-new-empty1", "");
  put(folder / ".held.db.lytes-new-aB3dE6", journal);
  put(folder / ".week.html.lytes-new-027462", "<!DOCTYPE html>");
  put(folder / ".letter.new-aB3dE6", "Dear diary, this file belongs to another program and is to stay where it is.");
  put(folder / ".j.db.lytes-new-toolong7", journal);
  put(folder / "j.db", journal);
  const int held = ::open((folder / ".held.db.lytes-new-aB3dE6").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(held, LOCK_EX | LOCK_NB) == 0);
  remove_abandoned(folder.path());
  ::close(held);
  std::set<std::string> left;
  for (const auto& [name, bytes] : contents(folder.path())) left.insert(name);
  CHECK(left ==
        std::set<std::string>{".held.db.lytes-new-aB3dE6", ".letter.new-aB3dE6", ".j.db.lytes-new-toolong7", "j.db"});
}
