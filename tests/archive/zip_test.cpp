#include "lytes/archive/zip.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "lytes/errors.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using archive::Zip;

namespace {

const std::filesystem::path files = std::filesystem::path(LYTES_SOURCE_DIR) / "tests/archive/files";

std::string text_of(const Zip& zip, const archive::Member& member) {
  std::string text;
  zip.read(member, [&](std::string_view block) { text += block; });
  return text;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("a member is found by its name, folders and capitals aside, and comes out as it went in") {
  const Zip zip(files / "two.zip");
  REQUIRE(zip.members().size() == 2);
  const auto* packed = zip.find("export.xml");
  REQUIRE(packed);
  CHECK(packed->name == "folder/Export.xml");
  const std::string text = text_of(zip, *packed);
  CHECK(text.size() == 100'000);
  CHECK(text.ends_with("<a/>\n"));
  CHECK(text_of(zip, *zip.find("plain.txt")) == "as it is");
  CHECK(zip.find("folder") == nullptr);
  CHECK(Zip::begins("PK\x03\x04..."));
  CHECK_FALSE(Zip::begins("Day,Time"));
}

TEST_CASE("a member that unpacks to a thousand times its size is refused before any of it is unpacked") {
  const Zip zip(files / "bomb.zip");
  bool any = false;
  CHECK_THROWS_WITH(zip.read(*zip.find("export.xml"), [&](std::string_view) { any = true; }),
                    "bomb.zip: what export.xml unpacks to is too much to be meant");
  CHECK_FALSE(any);
}

TEST_CASE("a name that climbs out of its folder is a name and nothing else") {
  const Zip zip(files / "traversal.zip");
  CHECK(text_of(zip, *zip.find("export.xml")) == "<HealthData/>");
}

TEST_CASE("a zip that is cut off, changed or none is an input error wherever it was cut or changed") {
  const storage::testing::FreshFolder folder;
  const std::string whole = bytes_of(files / "two.zip");
  const auto file = folder / "z.zip";
  const auto read_all = [&](const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    try {
      const Zip zip(file);
      for (const auto& member : zip.members()) text_of(zip, member);
    } catch (const InputError&) {
      return false;
    }
    return true;
  };
  CHECK(read_all(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(read_all(whole.substr(0, size)));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(~changed[at]);
    read_all(changed);  // must come back, whatever it says
  }
}
