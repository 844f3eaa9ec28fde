#pragma once

#include "lytes/language/speaker.hpp"

namespace lytes::language {

/// Somebody who is like another but for what is said otherwise.
class OtherSpeaker : public Speaker {
 public:
  explicit OtherSpeaker(Speaker& speaker) : speaker_(speaker) {}

  const calendar::Reckoning& reckoning() override { return speaker_.reckoning(); }
  quantity::MeasureSystem measures() override { return speaker_.measures(); }
  const Vocabulary& vocabulary() override { return speaker_.vocabulary(); }
  const foods::Catalogue& catalogue() override { return speaker_.catalogue(); }
  const foods::UserFoods& user_foods() override { return speaker_.user_foods(); }
  const foods::Answers& answers() override { return speaker_.answers(); }
  const foods::ImportedFoods& imported_foods() override { return speaker_.imported_foods(); }
  Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) override {
    return speaker_.which_food(phrase, candidates);
  }
  Choice unknown_food(std::string_view phrase) override { return speaker_.unknown_food(phrase); }
  std::optional<bool> is_salt(std::string_view phrase, const foods::Supplement& salt, double mg, bool likely) override {
    return speaker_.is_salt(phrase, salt, mg, likely);
  }

 private:
  Speaker& speaker_;
};

}  // namespace lytes::language
