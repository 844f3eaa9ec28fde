#include "verdict.hpp"

#include <catch2/catch.hpp>

#include "stats/joint_reference.hpp"

using namespace lytes::insight;
using nlohmann::json;

TEST_CASE("verdicts and what five weekly looks held agree with R, diary by diary") {
  for (const std::string& name : reference::joint_diaries) {
    const reference::JointDiary diary(name);
    Looks looks(diary.data(), std::nullopt);
    for (std::size_t place = 0; place < reference::joint_exposures.size(); ++place) {
      const std::string& exposure = reference::joint_exposures[place];
      INFO(name << " " << exposure);
      const json& theirs = reference::joint_results()[name]["exposures"][exposure];
      const Verdict found = verdict(looks, 0, place);
      CHECK(word(found.grade()) == theirs["grade"].get<std::string>());
      if (!found.grounds.enough_data) continue;
      CHECK(found.grounds.held_day == theirs["held_day"].get<bool>());
      CHECK(found.grounds.held_week == theirs["held_week"].get<bool>());
      CHECK(found.grounds.held_hint == theirs["held_hint"].get<bool>());
      CHECK(found.grounds.capped == theirs["capped"].get<bool>());
    }
  }
}
