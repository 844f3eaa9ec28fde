#include "lytes/storage/page_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "lytes/errors.hpp"

namespace lytes::storage {

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "lytes-page-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(path_), fs::directory_iterator()); }

 private:
  fs::path path_;
};

std::string contents(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

mode_t mode(const fs::path& file) {
  struct stat found {};
  REQUIRE(lstat(file.c_str(), &found) == 0);
  return found.st_mode & 07777U;
}

}  // namespace

TEST_CASE("a page is for its owner's eyes alone, whatever the umask") {
  const Folder folder;
  const mode_t before = umask(0);
  write_page(folder / "week.html", "page");
  umask(before);
  CHECK(contents(folder / "week.html") == "page");
  CHECK(mode(folder / "week.html") == 0600);
  CHECK(folder.files() == 1);
}

TEST_CASE("an older page is replaced, and its looser mode with it") {
  const Folder folder;
  std::ofstream(folder / "week.html") << "<!DOCTYPE html> an older and longer page";
  fs::permissions(folder / "week.html", fs::perms(0644));
  write_page(folder / "week.html", "page");
  CHECK(contents(folder / "week.html") == "page");
  CHECK(mode(folder / "week.html") == 0600);
}

TEST_CASE("a page is never written through a link") {
  const Folder folder;
  std::ofstream(folder / "letter.txt") << "mine";
  fs::create_symlink(folder / "letter.txt", folder / "week.html");
  CHECK_THROWS_AS(write_page(folder / "week.html", "page"), StorageError);
  CHECK(contents(folder / "letter.txt") == "mine");
  fs::create_symlink(folder / "nowhere", folder / "loose.html");
  CHECK_THROWS_AS(write_page(folder / "loose.html", "page"), StorageError);
  CHECK_FALSE(fs::exists(folder / "nowhere"));
}

TEST_CASE("what is no page is left alone") {
  const Folder folder;
  std::ofstream(folder / "letter.html") << "Dear diary";
  CHECK_THROWS_AS(write_page(folder / "letter.html", "page"), StorageError);
  std::ofstream(folder / "j.db") << "SQLite format 3";
  CHECK_THROWS_AS(write_page(folder / "j.db", "page"), StorageError);
  CHECK(contents(folder / "letter.html") == "Dear diary");
  CHECK(contents(folder / "j.db") == "SQLite format 3");
}

TEST_CASE("what is no ordinary file is left alone") {
  const Folder folder;
  fs::create_directory(folder / "week.html");
  CHECK_THROWS_AS(write_page(folder / "week.html", "page"), StorageError);
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_AS(write_page(folder / "pipe", "page"), StorageError);
  CHECK(folder.files() == 2);
  CHECK_THROWS_AS(write_page("", "page"), StorageError);
  CHECK_THROWS_AS(write_page(folder / "no such folder" / "week.html", "page"), StorageError);
}

}  // namespace lytes::storage
