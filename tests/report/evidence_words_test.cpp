// What is said beside a verdict that changes beside the other things logged.
#include "words/evidence_words.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace lytes;

namespace {

struct Ratio {
  double value;
  double lower;
  double upper;
};

stats::Effect effect_of(const Ratio& ratio) {
  stats::Effect effect;
  effect.log_ratio = std::log(ratio.value);
  effect.ratio = ratio.value;
  effect.lower = ratio.lower;
  effect.upper = ratio.upper;
  return effect;
}

insight::Association moderate(const Ratio& headline, const Ratio& beside, bool differs = true) {
  insight::Association association;
  association.grade = insight::Grade::Moderate;
  association.effect = effect_of(headline);
  association.posterior = stats::Posterior{};
  association.posterior->mean = association.effect.log_ratio;
  insight::Adjusted adjusted{};
  adjusted.effect = effect_of(beside);
  adjusted.differs = differs;
  association.adjusted = adjusted;
  return association;
}

std::string said(const insight::Association& association) { return report::verdict_sentence(association); }

}  // namespace

TEST_CASE("a verdict says in the same breath what is left of it beside the other things logged") {
  const Ratio headline{3, 1.7, 5.3};
  CHECK_THAT(said(moderate(headline, {1.1, 0.5, 2.5})),
             Catch::EndsWith(", but the difference goes once other things are counted in."));
  CHECK_THAT(said(moderate(headline, {1.5, 1.1, 2.0})),
             Catch::EndsWith(", but less so once other things are counted in."));
  CHECK_THAT(said(moderate(headline, {0.5, 0.3, 0.8})),
             Catch::EndsWith(", but the difference turns round once other things are counted in."));
  CHECK_THAT(said(moderate(headline, {6, 3, 12})), Catch::EndsWith(", and more so once other things are counted in."));
  const std::string unchanged = said(moderate(headline, {2.8, 1.6, 5}, false));
  CHECK_THAT(unchanged, !Catch::Contains("counted in"));
}
