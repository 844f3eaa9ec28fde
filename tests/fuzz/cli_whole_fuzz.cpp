// Whatever lies in the file, a whole journal is brought in or nothing of it; what was brought in can be exported, and
// that brought in again is the same.

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  world.begin_anew();
  std::ofstream("diary.json", std::ios::binary) << std::string(reinterpret_cast<const char*>(bytes), size);
  const std::vector<std::string> import = {"import", "lytes", "diary.json", "--json"};
  const std::vector<std::string> everything = {"export", "json"};

  const auto before = world.run(everything);
  const auto said = world.run(import);
  const bool too_new = said.out.find("\"journal_too_new\"") != std::string::npos;  // it says what to do: update lytes
  if (!too_new) fuzz::check(said, true);
  const auto after = world.run(everything);
  fuzz::require(after.code == 0, "what was brought in can be exported", after.out);
  if (said.code != 0) {
    fuzz::require(after.out == before.out, "a refusal saves nothing", said.out);
    return 0;
  }
  world.begin_anew();
  std::ofstream("diary.json", std::ios::binary) << after.out;
  fuzz::require(world.run(import).code == 0, "an export can be brought in", after.out);
  fuzz::require(world.run(everything).out == after.out, "brought in again it is the same", after.out);
  return 0;
}
