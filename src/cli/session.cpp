#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "lytes/errors.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/new_file.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/profile_store.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

using storage::Access;

Session::Session(const Context& context, std::string command_line)
    : context_(context), command_line_(std::move(command_line)) {}

report::Style Session::style() const {
  return {context_.terminal.width, context_.terminal.colour && !options.no_color, context_.terminal.ascii};
}

std::filesystem::path Session::journal_path() const {
  if (!options.journal.empty()) return options.journal;
  if (context_.paths.journal.empty()) {
    throw StorageError(StorageError::Kind::Failed, "no home folder is known to keep the journal in",
                       "Say where it is with --db FILE or LYTES_DB=FILE.");
  }
  return context_.paths.journal;
}

storage::Folder Session::journal_folder() const {
  const bool ours = options.journal.empty() && context_.paths.journal_folder_is_ours;
  return ours ? storage::Folder::Create : storage::Folder::MustExist;
}

storage::JournalFile& Session::journal(Access access) {
  if (access == Access::Write && !saved) saved = Saved::No;
  if (!journal_) {
    journal_ = storage::JournalFile::open(journal_path(), access, journal_folder());
    tell_remarks();
  } else if (access == Access::Write && journal_->access() == Access::Read) {
    if (journal_->is_on_disk()) {
      journal_->allow_writing();
    } else {
      // It is made now, unless another program has made it since: what is added to that one is in nobody's way.
      *journal_ = storage::JournalFile::open(journal_path(), access, journal_folder());
      tell_remarks();
    }
  }
  return *journal_;
}

void Session::rest() {
  if (journal_) journal_->rest();
}

void Session::prepare_to_write() {
  if (!saved) saved = Saved::No;
  std::error_code ignored;
  journal(std::filesystem::exists(std::filesystem::symlink_status(journal_path(), ignored)) ? Access::Write
                                                                                            : Access::Read);
}

storage::Change Session::change() {
  const bool begins = !journal().is_on_disk();
  storage::JournalFile& file = journal(Access::Write);
  if (begins) keep_customs(file);
  return {file, command_line_, reckoning().now};
}

const Customs& Session::customs() {
  if (!customs_) customs_ = customs_of(context_.locale, calendar::Zone::local(context_.zone).name());
  return *customs_;
}

/// What a diary is begun with stays, wherever it is taken to. It is no change of its own, so undo leaves it.
void Session::keep_customs(storage::JournalFile& file) {
  if (storage::setting(file, "measures") || storage::setting(file, "date_order")) return;
  storage::set_setting(file, "measures", std::string(quantity::system_name(customs().measures)));
  if (customs().date_order != calendar::DateOrder::Unsaid)
    storage::set_setting(file, "date_order", std::string(calendar::word(customs().date_order)));
  customs_were_kept_ = true;
}

void Session::tell_customs() {
  if (!customs_were_kept_ || !context_.terminal.shows_errors || options.json) return;
  const auto kept = customs();
  customs_were_kept_ = false;
  const char* cups = kept.measures == quantity::MeasureSystem::Us         ? "US ones (a pint is 473 ml)"
                     : kept.measures == quantity::MeasureSystem::Imperial ? "British ones (a pint is 568 ml)"
                                                                          : "metric ones (a cup is 250 ml)";
  std::string dates;
  std::string other_dates;
  if (kept.date_order != calendar::DateOrder::Unsaid) {
    const bool month_first = kept.date_order == calendar::DateOrder::MonthFirst;
    dates = month_first ? ", and 3/4 is 4 March" : ", and 3/4 is 3 April";
    other_dates = month_first ? " date_order=day_first" : " date_order=month_first";
  }
  complain(
      fmt::format("by your locale and zone, cups and pints are {}{}. To change it: lytes profile set measures={}{}",
                  cups, dates, kept.measures == quantity::MeasureSystem::Us ? "metric" : "us", other_dates));
}

void Session::forget_what_was_read() {
  targets_.reset();
  advice_.reset();
  reckoning_.reset();
  settings_.reset();
}

journal::Store& Session::store() {
  if (!store_) store_.emplace(journal());
  return *store_;
}

foods::UserFoods& Session::user_foods() {
  if (!user_foods_) user_foods_.emplace(journal());
  return *user_foods_;
}

foods::Answers& Session::answers() {
  if (!answers_) answers_.emplace(journal());
  return *answers_;
}

storage::ReadOnlyFile& Session::catalogue_file() {
  if (!catalogue_file_) {
    catalogue_file_ = storage::ReadOnlyFile::open(context_.paths.catalogue, storage::catalogue_application_id,
                                                  foods::Catalogue::version);
  }
  return *catalogue_file_;
}

foods::Catalogue& Session::catalogue() {
  if (!catalogue_) catalogue_.emplace(catalogue_file());
  return *catalogue_;
}

const language::Vocabulary& Session::vocabulary() {
  if (!vocabulary_) vocabulary_.emplace(catalogue_file());
  return *vocabulary_;
}

const safety::SignBook& Session::signs() {
  if (!signs_) signs_.emplace(safety::load_signs(catalogue_file()));
  return *signs_;
}

const targets::TargetBook& Session::targets() {
  if (!targets_) {
    auto history = targets::ProfileStore(journal()).history();
    auto references = targets::load_reference_intakes(catalogue_file(), history.only_guideline());
    targets_.emplace(std::move(references), std::move(history));
  }
  return *targets_;
}

const targets::AdviceBook& Session::advice() {
  if (!advice_) {
    const auto& profile = targets().profile_on(calendar::today(reckoning()));
    auto texts = profile.conditions;
    texts.insert(texts.end(), profile.medicines.begin(), profile.medicines.end());
    advice_.emplace(targets::load_advice_about(catalogue_file(), texts));
  }
  return *advice_;
}

targets::PersonalAdvice Session::personal_advice() {
  const calendar::Day today = calendar::today(reckoning());
  const auto& profile = targets().profile_on(today);
  const bool nothing_to_read = profile.conditions.empty() && profile.medicines.empty();
  return {profile, profile.age_on(today), nothing_to_read ? nullptr : &advice()};
}

safety::Aims Session::aims(calendar::Day day) { return safety::aims_of(targets().on(day), personal_advice()); }

/// A setting as the journal holds it. What lytes never writes is told and passed over, so that it can be set anew.
template <class Value, class Parse>
Value Session::stored(const char* name, Parse parse, Value fallback) {
  if (!settings_) settings_ = storage::settings(journal());
  const auto setting = settings_->find(name);
  if (setting == settings_->end()) return fallback;
  try {
    return parse(setting->second);
  } catch (const InputError&) {
    complain(
        fmt::format("the journal holds the impossible {} \"{}\", and the usual one is taken. To set it anew: lytes "
                    "profile set {}=...",
                    name, setting->second, name));
    return fallback;
  }
}

const calendar::Reckoning& Session::reckoning() {
  if (!reckoning_) {
    calendar::Reckoning reckoning;
    reckoning.zone = calendar::Zone::local(context_.zone);
    reckoning.now = options.now.empty() ? context_.clock() : calendar::parse_instant(options.now, reckoning.zone);
    reckoning.day_start = stored("day_start", calendar::parse_clock, reckoning.day_start);
    reckoning.date_order = stored("date_order", calendar::parse_date_order, calendar::DateOrder::Unsaid);
    if (!journal().is_on_disk()) reckoning.date_order = customs().date_order;
    reckoning_ = std::move(reckoning);
  }
  return *reckoning_;
}

calendar::Moment Session::now_without_journal() const {
  calendar::Reckoning reckoning;
  reckoning.zone = calendar::Zone::local(context_.zone);
  reckoning.now = options.now.empty() ? context_.clock() : calendar::parse_instant(options.now, reckoning.zone);
  return calendar::moment_at(reckoning.now, reckoning);
}

quantity::MeasureSystem Session::measures() {
  if (!journal().is_on_disk()) return customs().measures;
  return stored("measures", quantity::parse_system, quantity::MeasureSystem::Us);
}

std::optional<std::string> Session::ask(const std::string& question) {
  rest();
  if (typed.empty()) typed = as_typed;
  context_.err << question << std::flush;
  std::string answer;
  if (!std::getline(context_.in, answer)) return std::nullopt;
  return answer;
}

language::Choice Session::which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) {
  constexpr std::size_t shown = 7;
  const std::size_t count = std::min(shown, candidates.size());
  if (options.yes) return {0, false};
  if (options.keep_unknown && !can_ask()) return {0, false, language::Choice::What::Unknown};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(candidates[i].name);
  if (can_ask()) return ask_which_food(phrase, names);
  const std::string unclear = count == 1 ? fmt::format("no food is called \"{}\"; the nearest is this one", phrase)
                                         : fmt::format("several foods answer to \"{}\"", phrase);
  throw NotFoundError("ambiguous_food", unclear + "; say which, or use --yes to take the first", names);
}

language::Choice Session::unknown_food(std::string_view phrase) {
  if (options.keep_unknown) return {0, false, language::Choice::What::Unknown};
  if (!can_ask() || options.yes) return Speaker::unknown_food(phrase);
  return ask_which_food(phrase, {});
}

/// @param names of the candidates; Enter takes the first of them, and nothing where there is none
language::Choice Session::ask_which_food(std::string_view phrase, const std::vector<std::string>& names) {
  using What = language::Choice::What;
  if (const auto known = chosen_.find(phrase); known != chosen_.end()) return known->second;
  const auto chosen = [&](language::Choice choice) {
    return chosen_.insert({std::string(phrase), choice}).first->second;
  };
  const std::string shown = text::printable(phrase);
  std::string question =
      names.empty() ? fmt::format("No food is known as \"{}\".\n", shown) : fmt::format("Which \"{}\"?\n", shown);
  for (std::size_t i = 0; i < names.size(); ++i)
    question += fmt::format("  {}  {}\n", i + 1, text::shortened(names[i], style().width - 5));
  question += "  k  keep it by this name, minerals unknown\n  x  leave it out\n  q  none of these: save nothing\n";
  const std::string answers = names.empty() ? "k, x or q" : fmt::format("1 to {}, k, x or q", names.size());
  question += names.empty() ? "k, x or q (Enter for q): " : "Number, k, x or q (Enter for 1): ";
  for (int tries = 0; tries < 3; ++tries) {
    const auto answer = ask(tries == 0 ? question : answers + ": ");
    if (!answer || *answer == "q" || (answer->empty() && names.empty())) break;
    if (*answer == "k") return chosen({0, false, What::Unknown});
    if (*answer == "x") return chosen({0, false, What::LeftOut});
    const std::size_t number = answer->empty()                   ? 1
                               : text::is_digit(answer->front()) ? static_cast<std::size_t>(answer->front() - '0')
                                                                 : 0;
    if (answer->size() <= 1 && number >= 1 && number <= names.size()) return chosen({number - 1, true});
  }
  typed.clear();  // given up of their own accord
  if (names.empty()) return Speaker::unknown_food(phrase);
  throw NotFoundError("ambiguous_food", fmt::format("\"{}\" was none of these", phrase), names);
}

std::optional<bool> Session::is_salt(std::string_view, const foods::Supplement& salt, double mg) {
  if (!can_ask() || options.yes) return std::nullopt;
  const auto answer = ask(fmt::format(
      "Is {0:.0f} mg the weight of\n  1  the {1} (then it holds {2:.0f} mg of {3})\n  2  the {3} in it, as labels put "
      "it: \"{4} (as {5}) {0:.0f} mg\"\n"
      "Number (Enter for 1); the answer is kept: ",
      mg, salt.name, mg * salt.share, salt.element, salt.element, salt.name.substr(salt.name.find(' ') + 1)));
  if (!answer) return std::nullopt;
  if (answer->empty() || *answer == "1") return true;
  if (*answer == "2") return false;
  throw InputError("that was neither 1 nor 2", *answer, 0, "1 or 2");
}

void Session::complain(const std::string& what) const {
  context_.err << report::in_style(text::wrapped("lytes: " + text::printable(what), style().width) + "\n", style());
}

void Session::tell_remarks() {
  if (!journal_) return;
  for (const std::string& remark : journal_->take_remarks()) complain(remark + ".");
}

void Session::look_after_journal() {
  tell_remarks();
  tell_customs();
  if (!journal_ || journal_->access() != Access::Write || !journal_->is_on_disk()) return;
  const auto folder = journal_->path().parent_path();
  for (const auto& place : {folder, folder / "backups"}) storage::remove_abandoned(place);
  if (const auto trouble = storage::back_up_daily(*journal_, calendar::today(reckoning()))) complain(*trouble);
}

void Session::say(const std::string& text) const { context_.out << text; }

}  // namespace lytes::cli
