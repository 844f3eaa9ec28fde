// Whatever an editor leaves behind, an entry is changed whole or not at all, and a refusal names the place. The first
// byte says which entry is edited.

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  if (size == 0) return 0;
  const std::string id = std::to_string(1 + bytes[0] % 8);
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  world.begin_anew();
  const auto before = world.run({"show", id, "--json"});
  const auto said = world.run({"edit", id}, [&](const std::filesystem::path& file) {
    std::ofstream(file, std::ios::binary) << text;
    return 0;
  });
  fuzz::check(said, false);
  const auto after = world.run({"show", id, "--json"});
  fuzz::check(after, true);
  if (said.code != 0) {
    fuzz::require(after.out == before.out, "a refusal saves nothing", said.err);
    fuzz::require(fuzz::names_line(said.err), "a refusal names the line", said.err);
  } else if (after.out != before.out) {
    fuzz::check(world.run({"undo"}), false);
    fuzz::require(world.run({"show", id, "--json"}).out == before.out, "undo brings back what was there");
  }
  return 0;
}
