// Whatever stands in notes, they are read or left line by line: reading them again adds nothing, notes that grew bring
// in what is new alone, and one undo takes a whole reading back.

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

namespace {

using nlohmann::json;

std::size_t entries(const fuzz::SmallWorld& world) {
  const auto listed = world.run({"list", "all", "--json"});
  fuzz::check(listed, true);
  return json::parse(listed.out).at("entries").size();
}

/// A refusal of the whole, such as of bytes that are no text, says nothing of lines; else what became of them.
json read(const fuzz::SmallWorld& world, bool keep_unknown) {
  std::vector<std::string> words = {"read", "notes.txt", "--json"};
  if (keep_unknown) words.emplace_back("--keep-unknown");
  const auto said = world.run(words);
  const auto answer = json::parse(said.out, nullptr, false);
  fuzz::require(!answer.is_discarded(), "standard output is JSON, and so UTF-8", said.out);
  if (!answer.contains("read")) {
    fuzz::check(said, true);
    return nullptr;
  }
  const auto& lines = answer.at("read").at("lines");
  fuzz::require((said.code == 3) == (lines.at("left") > 0) && (said.code == 0 || said.code == 3),
                "the exit code says whether lines were left", said.out);
  return lines;
}

void write(const std::string& text) { std::ofstream("notes.txt", std::ios::binary) << text; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  if (size == 0) return 0;
  const bool keep_unknown = bytes[0] % 2 == 1;
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  world.begin_anew();
  write(text);
  const std::size_t before = entries(world);
  const json first = read(world, keep_unknown);
  const std::size_t after = entries(world);
  const int tried = world.run({"read", "notes.txt", "--dry-run"}).code;
  fuzz::require(tried == 0 || tried == 3 || first.is_null(), "what would be read can be told", text);
  const json again = read(world, keep_unknown);
  if (first.is_null()) {
    fuzz::require(again.is_null() && after == before, "a refusal saves nothing");
    return 0;
  }
  fuzz::require(again.at("read") == 0 && again.at("left") == first.at("left"), "notes are read once", text);
  fuzz::require(again.at("before") == first.at("read"), "what was read is known again", text);
  fuzz::require(entries(world) == after, "reading again adds nothing", text);
  write(text + "\n2026-11-19\n7:15 2 cups tea\n");
  const json grown = read(world, keep_unknown);
  if (!grown.is_null()) {
    fuzz::require(grown.at("read") == 1, "of notes that grew the new line is read", text);
    fuzz::require(entries(world) == after + 1, "and nothing else", text);
    fuzz::check(world.run({"undo"}), false);
    fuzz::require(entries(world) == after, "one undo takes one reading back", text);
  }
  if (first.at("read") == 0) return 0;
  fuzz::check(world.run({"undo"}), false);
  fuzz::require(entries(world) == before, "one undo takes all lines of a reading back", text);
  write(text);
  fuzz::require(read(world, keep_unknown) == first, "and they can be read once more", text);
  return 0;
}
