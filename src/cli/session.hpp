#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "customs.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/cli/context.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/safety/signs.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

/// Options that stand before or after any command.
struct GlobalOptions {
  std::string journal;
  std::string now;
  bool json = false;
  bool yes = false;
  bool no_color = false;
  bool keep_unknown = false;
};

/// What one command line needs, opened when it is first asked for and not before.
class Session : public language::Speaker {
 public:
  Session(const Context& context, std::string command_line);

  GlobalOptions options;
  /// What became of what this command is to write; nothing for one that only reads. An error says so.
  std::optional<Saved> saved;
  /// The whole command, so that it can be typed again.
  std::string as_typed;
  /// What a person has typed on top of the command, or is to type again, should it not be saved; as a command.
  std::string typed;
  /// Of many lines that are read at once none is asked about.
  bool reads_many_lines = false;
  /// What the program ends with when nothing was thrown.
  int exit_code = 0;

  const Context& context() const { return context_; }
  report::Style style() const;

  std::filesystem::path journal_path() const;
  storage::Folder journal_folder() const;
  /// Without this a journal that is not there yet is read as an empty one and left unmade.
  storage::JournalFile& journal(storage::Access access = storage::Access::Read);
  /// Says that this command writes. A journal that is there is opened for that at once; one that is not is made only
  /// when there is something to save.
  void prepare_to_write();
  /// One command's write; commit it when all is done.
  storage::Change change();
  /// To be called when a command changed what has been read already, such as the profile.
  void forget_what_was_read();
  journal::Store& store();
  foods::UserFoods& user_foods() override;
  foods::Answers& answers() override;
  foods::Catalogue& catalogue() override;
  const language::Vocabulary& vocabulary() override;
  const safety::SignBook& signs();
  const targets::TargetBook& targets();
  const targets::AdviceBook& advice();
  targets::PersonalAdvice personal_advice();
  /// What each nutrient is held against for this person on that day.
  safety::Aims aims(calendar::Day day);
  storage::ReadOnlyFile& catalogue_file();

  const calendar::Reckoning& reckoning() override;
  /// The present, for commands that must not need a journal that can be read.
  calendar::Moment now_without_journal() const;
  quantity::MeasureSystem measures() override;
  language::Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) override;
  language::Choice unknown_food(std::string_view phrase) override;
  std::optional<bool> is_salt(std::string_view phrase, const foods::Supplement& salt, double salt_mg) override;
  /// Whether somebody is there to answer, and wants to be asked.
  bool can_ask() const { return context_.terminal.can_ask && !options.json && !reads_many_lines; }
  /// One line typed by the user; empty at the end of input. Meanwhile the journal is closed (see `rest`).
  std::optional<std::string> ask(const std::string& question);
  /// Closes the journal before anything that takes a person's time. It is opened again when it is next used, and must
  /// then be the same file.
  void rest();

  void say(const std::string& text) const;
  /// Beside the answer, on standard error.
  void complain(const std::string& what) const;

  /// Once the user has the answer: says what was found about the journal's files; after a command that wrote also makes
  /// the backup of the day, if there is none, and removes what killed programs have left.
  void look_after_journal();

 private:
  void tell_remarks();
  const Customs& customs();
  void keep_customs(storage::JournalFile& file);
  /// One line, on a terminal, once a journal was begun.
  void tell_customs();
  language::Choice ask_which_food(std::string_view phrase, const std::vector<std::string>& names);
  template <class Value, class Parse>
  Value stored(const char* name, Parse parse, Value fallback);

  const Context& context_;
  std::map<std::string, language::Choice, std::less<>> chosen_;  ///< on the way: nobody is asked twice in one line
  std::string command_line_;
  std::optional<storage::JournalFile> journal_;
  std::optional<storage::ReadOnlyFile> catalogue_file_;
  std::optional<journal::Store> store_;
  std::optional<foods::UserFoods> user_foods_;
  std::optional<foods::Answers> answers_;
  std::optional<foods::Catalogue> catalogue_;
  std::optional<language::Vocabulary> vocabulary_;
  std::optional<safety::SignBook> signs_;
  std::optional<targets::TargetBook> targets_;
  std::optional<targets::AdviceBook> advice_;
  std::optional<calendar::Reckoning> reckoning_;
  std::optional<std::map<std::string, std::string, std::less<>>> settings_;
  std::optional<Customs> customs_;
  bool customs_were_kept_ = false;
};

}  // namespace lytes::cli
