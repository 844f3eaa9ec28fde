// Whatever is typed, a command line is carried out or refused in words: no crash, nothing unforeseen thrown, valid JSON
// where JSON was asked for, and a refusal leaves the journal as it was.

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

namespace {

/// Words stand on lines of their own, as quotes would part them.
std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream lines(text);
  for (std::string word; std::getline(lines, word);) words.push_back(word);
  return words;
}

/// Only what stays in the folder is tried, and nothing that would fill the disk.
bool is_harmless(const std::vector<std::string>& words) {
  for (const auto& word : words) {
    if (word.starts_with("/") || word.find("=/") != std::string::npos || word.find(":/") != std::string::npos ||
        word.find("..") != std::string::npos || word == "demo" || word.find('\0') != std::string::npos) {
      return false;
    }
  }
  return words.size() <= 12;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto words = words_in(text);
  if (!is_harmless(words)) return 0;
  bool json = false;
  bool elsewhere = false;  // another journal, or another day, than the one that is looked at afterwards
  for (const auto& word : words) {
    json = json || word == "--json";
    elsewhere = elsewhere || word.starts_with("--");
  }
  world.begin_anew();
  const auto said = world.run(words);
  if (json && said.out.find("Usage:") == 0) return 0;  // help is for people
  fuzz::check(said, json && said.out.find("lytes") != 0);
  if (elsewhere) return 0;
  const auto history = world.run({"history", "--json"});
  fuzz::check(history, true);
  const auto changes = nlohmann::json::parse(history.out).at("changes").size();
  constexpr std::size_t before = 9;
  if (said.code != 0) fuzz::require(changes == before, "a refusal saves nothing", said.out + said.err);
  if (changes > before) {
    const auto listed = world.run({"list", "all", "--json"});
    fuzz::check(listed, true);
    fuzz::check(world.run({"undo"}), false);
    fuzz::check(world.run({"redo"}), false);
    fuzz::require(world.run({"list", "all", "--json"}).out == listed.out, "undo and redo come back to the same");
  }
  return 0;
}
