// Whatever lies in the file, a daily diary is taken over whole or not at all; a refusal names the line or the days that
// the journal has otherwise, importing again adds nothing, and one undo takes all of it back.

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fuzz::SmallWorld world;
  world.begin_anew();
  std::ofstream("diary.csv", std::ios::binary) << std::string(reinterpret_cast<const char*>(bytes), size);
  const std::vector<std::string> import = {"import", "daily", "diary.csv", "--json"};
  const std::vector<std::string> everything = {"list", "all", "--json"};

  const auto before = world.run(everything);
  auto said = world.run(import);
  fuzz::check(said, true);
  if (said.out.find("\"import_conflicts\"") != std::string::npos) {
    fuzz::require(world.run(everything).out == before.out, "days in conflict save nothing", said.out);
    auto replacing = import;  // after which there is no conflict any more
    replacing.emplace_back("--replace");
    said = world.run(replacing);
    fuzz::check(said, true);
  }
  const auto after = world.run(everything);
  fuzz::check(after, true);
  if (said.code != 0) {
    fuzz::require(after.out == before.out, "a refusal saves nothing", said.out);
    fuzz::require(fuzz::names_line(said.out), "a refusal names the line", said.out);
    return 0;
  }
  const auto import_of = [](const fuzz::Said& one) { return nlohmann::json::parse(one.out)["import"]; };
  const auto again = world.run(import);
  fuzz::check(again, true);
  fuzz::require(import_of(again)["added"].empty(), "importing again adds nothing", again.out);
  fuzz::require(world.run(everything).out == after.out, "importing again changes nothing", again.out);
  if (import_of(said)["added"].empty() && import_of(said)["days_said"] == 0) return 0;
  fuzz::check(world.run({"undo"}), false);
  fuzz::require(world.run(everything).out == before.out, "undo takes all of it back", said.out);
  return 0;
}
