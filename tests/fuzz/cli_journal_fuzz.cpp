// A journal of which anything may have become is looked at, written to, undone and rescued: each command ends by doing
// what it is for or by saying what is wrong. The input is the chance by which the journal is changed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "cli/mutations.hpp"
#include "small_world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  std::uint32_t seed = 1;
  std::memcpy(&seed, bytes, size < sizeof seed ? size : sizeof seed);
  lytes::cli::testing::Chance chance(seed);
  world.begin_anew();
  lytes::cli::testing::mutate(world.journal(), chance);
  const std::vector<std::vector<std::string>> commands = {{"doctor"},    {"doctor", "--rescue", "rescued.db"},
                                                          {"week"},      {"report"},
                                                          {"history"},   {"drink", "300ml water"},
                                                          {"undo", "3"}, {"redo"}};
  for (const auto& words : commands) {
    const auto said = world.run(words);
    const std::string all = said.out + said.err;
    fuzz::require(said.code >= 0 && said.code <= 4, "an exit code of ours", all);
    fuzz::require(all.find("inside lytes") == std::string::npos, "nothing unforeseen is thrown", all);
  }
  std::filesystem::remove("rescued.db");
  return 0;
}
