#pragma once

#include <cstddef>
#include <cstdint>

#include "small_world.hpp"

namespace fuzz {

/// An export of a format: what cannot be taken is refused and nothing of it saved, what may be a spasm is asked for,
/// days in conflict save nothing, importing again adds nothing, and one undo takes all of it back.
inline int import_whole_or_not(const std::string& format, const std::string& file, const std::uint8_t* bytes,
                               std::size_t size) {
  static const SmallWorld world;
  world.begin_anew();
  std::ofstream(file, std::ios::binary) << std::string(reinterpret_cast<const char*>(bytes), size);
  const std::vector<std::string> everything = {"list", "all", "--json"};
  std::vector<std::string> import = {"import", format, file, "--json"};

  const auto before = world.run(everything);
  auto said = world.run(import);
  check(said, true);
  if (said.out.find("\"which_is_a_spasm\"") != std::string::npos) {
    require(world.run(everything).out == before.out, "a question saves nothing", said.out);
    import.insert(import.end(), {"--spasm", "none"});
    said = world.run(import);
    check(said, true);
  }
  if (said.out.find("\"import_conflicts\"") != std::string::npos) {
    require(world.run(everything).out == before.out, "days in conflict save nothing", said.out);
    auto replacing = import;  // after which there is no conflict any more
    replacing.emplace_back("--replace");
    said = world.run(replacing);
    check(said, true);
  }
  const auto after = world.run(everything);
  check(after, true);
  if (said.code != 0) {
    require(after.out == before.out, "a refusal saves nothing", said.out);
    return 0;
  }
  const auto import_of = [](const Said& one) { return nlohmann::json::parse(one.out)["import"]; };
  const auto again = world.run(import);
  check(again, true);
  require(import_of(again)["added"].empty(), "importing again adds nothing", again.out);
  require(world.run(everything).out == after.out, "importing again changes nothing", again.out);
  if (import_of(said)["added"].empty() && import_of(said)["days_said"] == 0) return 0;
  check(world.run({"undo"}), false);
  require(world.run(everything).out == before.out, "undo takes all of it back", said.out);
  return 0;
}

}  // namespace fuzz
