#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/calendar/moment.hpp"
#include "lytes/calendar/zone.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/imported_foods.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/notebook/customs.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/safety/signs.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::notebook {

/// Where and when a notebook is opened.
struct Place {
  std::filesystem::path journal;  ///< empty where nothing says where it might be
  storage::Folder folder;         ///< of the journal, where there is none
  std::filesystem::path catalogue;
  std::optional<std::string> zone;  ///< its name; empty: the system's zone
  Locale locale;
  std::function<calendar::Instant(const calendar::Zone&)> now;
  /// Has work done while the user goes on. False where that cannot be, and nothing was begun.
  std::function<bool(const std::function<void()>& work)> do_behind;
};

/// One person's journal with the catalogue beside it, for one command: what it needs is opened when it is first asked
/// for and not before.
class Notebook : public language::Speaker {
 public:
  /// @param command as the history is to name it
  explicit Notebook(std::string command) : command_(std::move(command)) {}

  /// What became of what this command is to write; nothing for one that only reads. An error says so.
  std::optional<Saved> saved;

  /// @throws StorageError Failed where no place is known for it
  std::filesystem::path journal_path();
  storage::Folder journal_folder() { return place().folder; }
  /// Without this a journal that is not there yet is read as an empty one and left unmade.
  storage::JournalFile& journal(storage::Access access = storage::Access::Read);
  /// Says that this command writes. A journal that is there is opened for that at once; one that is not is made only
  /// when there is something to save.
  void prepare_to_write();
  /// One command's write; commit it when all is done.
  storage::Change change();
  /// Does all of that as one change, and what it does is saved; where it throws nothing is.
  void save(const std::function<void()>& write);
  /// To be called when a command changed what has been read already, such as the profile.
  void forget_what_was_read();
  journal::Store& store();
  foods::UserFoods& user_foods() override;
  foods::Answers& answers() override;
  foods::Catalogue& catalogue() override;
  const foods::ImportedFoods& imported_foods() override;
  const language::Vocabulary& vocabulary() override;
  const safety::SignBook& signs();
  const targets::TargetBook& targets();
  const targets::AdviceBook& advice();
  targets::PersonalAdvice personal_advice();
  /// What each nutrient is held against for this person on that day.
  safety::Aims aims(calendar::Day day);
  storage::ReadOnlyFile& catalogue_file();

  const calendar::Reckoning& reckoning() override;
  /// The logical day that it is now.
  calendar::Day today() { return calendar::today(reckoning()); }
  calendar::Moment now() { return calendar::moment_at(reckoning().now, reckoning()); }
  /// The present, for commands that must not need a journal that can be read.
  calendar::Moment now_without_journal();
  quantity::MeasureSystem measures() override;

  /// Closes the journal before anything that takes a person's time. It is opened again when it is next used, and must
  /// then be the same file.
  void rest();

  /// Something to be told beside the answer.
  virtual void complain(const std::string& what) const = 0;

  /// Once the user has the answer: says what was found about the journal's files; after a command that wrote also makes
  /// the backup of the day, if there is none, and removes what killed programs have left. Where the backup takes longer
  /// than anybody wants to wait for, it is made behind the user's back, and trouble with it is told by the next
  /// command.
  virtual void look_after_journal();

 protected:
  /// Asked for once, when something is first opened.
  virtual Place find_place() const = 0;
  /// The customs that this command has begun a journal with; once.
  std::optional<Customs> take_new_customs();

 private:
  const Place& place();
  void tell_remarks();
  const Customs& customs();
  void keep_customs(storage::JournalFile& file);
  template <class Value, class Parse>
  Value stored(const char* name, Parse parse, Value fallback);

  std::string command_;
  std::optional<Place> place_;
  std::optional<storage::JournalFile> journal_;
  std::optional<storage::ReadOnlyFile> catalogue_file_;
  std::optional<journal::Store> store_;
  std::optional<foods::UserFoods> user_foods_;
  std::optional<foods::Answers> answers_;
  std::optional<foods::Catalogue> catalogue_;
  std::optional<foods::ImportedFoods> imported_foods_;
  std::optional<language::Vocabulary> vocabulary_;
  std::optional<safety::SignBook> signs_;
  std::optional<targets::TargetBook> targets_;
  std::optional<targets::AdviceBook> advice_;
  std::optional<calendar::Reckoning> reckoning_;
  std::optional<std::map<std::string, std::string, std::less<>>> settings_;
  std::optional<Customs> customs_;
  bool customs_were_kept_ = false;
};

}  // namespace lytes::notebook
