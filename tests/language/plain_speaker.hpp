#pragma once

#include <filesystem>
#include <functional>

#include "lytes/foods/catalogue.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/read_only_file.hpp"

namespace lytes::language::testing {

/// Somebody without a journal, with the catalogue as it is delivered, who takes the first food wherever they are asked.
class PlainSpeaker : public Speaker {
 public:
  using Choosing = std::function<Choice(std::string_view phrase, const std::vector<foods::Candidate>& candidates)>;

  explicit PlainSpeaker(Choosing choose =
                            [](std::string_view, const auto&) {
                              return Choice{0, false};
                            })
      : choose_(std::move(choose)) {}

  const calendar::Reckoning& reckoning() override { return reckoning_; }
  quantity::MeasureSystem measures() override { return quantity::MeasureSystem::Us; }
  const Vocabulary& vocabulary() override { return vocabulary_; }
  const foods::Catalogue& catalogue() override { return catalogue_; }
  const foods::UserFoods& user_foods() override { return user_foods_; }
  const foods::Answers& answers() override { return answers_; }
  Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) override {
    return choose_(phrase, candidates);
  }
  std::optional<bool> is_salt(std::string_view, const foods::Supplement&, double, bool) override {
    return std::nullopt;
  }

 private:
  Choosing choose_;
  calendar::Reckoning reckoning_;
  storage::ReadOnlyFile file_ =
      storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, foods::Catalogue::version);
  foods::Catalogue catalogue_{file_};
  Vocabulary vocabulary_{file_};
  storage::JournalFile journal_ = storage::JournalFile::open(
      std::filesystem::temp_directory_path() / "there-is-no-such-journal.db", storage::Access::Read);
  foods::UserFoods user_foods_{journal_};
  foods::Answers answers_{journal_};
};

/// The words as they are delivered.
inline const Vocabulary& real_vocabulary() {
  static PlainSpeaker speaker;
  return speaker.vocabulary();
}

}  // namespace lytes::language::testing
