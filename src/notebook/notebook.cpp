#include "lytes/notebook/notebook.hpp"

#include <fmt/format.h>

#include <utility>

#include "lytes/calendar/spoken.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/new_file.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/profile_store.hpp"
#include "lytes/targets/references_about.hpp"

namespace lytes::notebook {

using storage::Access;

const Place& Notebook::place() {
  if (!place_) place_ = find_place();
  return *place_;
}

std::filesystem::path Notebook::journal_path() {
  if (place().journal.empty()) {
    throw StorageError(StorageError::Kind::Failed, "no home folder is known to keep the journal in",
                       "Say where it is with --db FILE or LYTES_DB=FILE.");
  }
  return place().journal;
}

storage::JournalFile& Notebook::journal(Access access) {
  if (access == Access::Write && !saved) saved = Saved::No;
  if (!journal_) {
    journal_ = storage::JournalFile::open(journal_path(), access, place().folder);
    tell_remarks();
  } else if (access == Access::Write && journal_->access() == Access::Read) {
    if (journal_->is_on_disk()) {
      journal_->allow_writing();
    } else {
      // It is made now, unless another program has made it since: what is added to that one is in nobody's way.
      *journal_ = storage::JournalFile::open(journal_path(), access, place().folder);
      tell_remarks();
    }
  }
  return *journal_;
}

void Notebook::rest() {
  if (journal_) journal_->rest();
}

void Notebook::prepare_to_write() {
  if (!saved) saved = Saved::No;
  std::error_code ignored;
  journal(std::filesystem::exists(std::filesystem::symlink_status(journal_path(), ignored)) ? Access::Write
                                                                                            : Access::Read);
}

storage::Change Notebook::change() {
  const bool begins = !journal().is_on_disk();
  storage::JournalFile& file = journal(Access::Write);
  if (begins) keep_customs(file);
  return {file, command_, reckoning().now};
}

void Notebook::save(const std::function<void()>& write) {
  auto one = change();
  write();
  one.commit();
  saved = Saved::Yes;
}

const Customs& Notebook::customs() {
  if (!customs_) customs_ = customs_of(place().locale, calendar::Zone::local(place().zone).name());
  return *customs_;
}

/// What a diary is begun with stays, wherever it is taken to. It is no change of its own, so undo leaves it.
void Notebook::keep_customs(storage::JournalFile& file) {
  if (storage::setting(file, "measures") || storage::setting(file, "date_order")) return;
  storage::set_setting(file, "measures", std::string(quantity::system_name(customs().measures)));
  if (customs().date_order != calendar::DateOrder::Unsaid)
    storage::set_setting(file, "date_order", std::string(calendar::word(customs().date_order)));
  customs_were_kept_ = true;
}

std::optional<Customs> Notebook::take_new_customs() {
  if (!std::exchange(customs_were_kept_, false)) return std::nullopt;
  return customs();
}

void Notebook::forget_what_was_read() {
  targets_.reset();
  advice_.reset();
  reckoning_.reset();
  settings_.reset();
}

journal::Store& Notebook::store() {
  if (!store_) store_.emplace(journal());
  return *store_;
}

foods::UserFoods& Notebook::user_foods() {
  if (!user_foods_) user_foods_.emplace(journal());
  return *user_foods_;
}

foods::Answers& Notebook::answers() {
  if (!answers_) answers_.emplace(journal());
  return *answers_;
}

storage::ReadOnlyFile& Notebook::catalogue_file() {
  if (!catalogue_file_) {
    catalogue_file_ =
        storage::ReadOnlyFile::open(place().catalogue, storage::catalogue_application_id, foods::Catalogue::version);
  }
  return *catalogue_file_;
}

foods::Catalogue& Notebook::catalogue() {
  if (!catalogue_) catalogue_.emplace(catalogue_file());
  return *catalogue_;
}

const foods::ImportedFoods& Notebook::imported_foods() {
  if (!imported_foods_) imported_foods_.emplace(foods::ImportedFoods::file_beside(place().journal));
  return *imported_foods_;
}

const language::Vocabulary& Notebook::vocabulary() {
  if (!vocabulary_) vocabulary_.emplace(catalogue_file());
  return *vocabulary_;
}

const safety::SignBook& Notebook::signs() {
  if (!signs_) signs_.emplace(safety::load_signs(catalogue_file()));
  return *signs_;
}

const targets::TargetBook& Notebook::targets() {
  if (!targets_) {
    auto history = targets::ProfileStore(journal()).history();
    auto references = targets::references_about(history, catalogue_file());
    targets_.emplace(std::move(references), std::move(history));
  }
  return *targets_;
}

const targets::AdviceBook& Notebook::advice() {
  if (!advice_) {
    const auto& profile = targets().profile_on(today());
    auto texts = profile.conditions;
    texts.insert(texts.end(), profile.medicines.begin(), profile.medicines.end());
    advice_.emplace(targets::load_advice_about(catalogue_file(), texts));
  }
  return *advice_;
}

targets::PersonalAdvice Notebook::personal_advice() {
  const calendar::Day today = calendar::today(reckoning());
  const auto& profile = targets().profile_on(today);
  const bool nothing_to_read = profile.conditions.empty() && profile.medicines.empty();
  return {profile, profile.age_on(today), nothing_to_read ? nullptr : &advice()};
}

safety::Aims Notebook::aims(calendar::Day day) { return safety::aims_of(targets().on(day), personal_advice()); }

/// A setting as the journal holds it. What lytes never writes is told and passed over, so that it can be set anew.
template <class Value, class Parse>
Value Notebook::stored(const char* name, Parse parse, Value fallback) {
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

const calendar::Reckoning& Notebook::reckoning() {
  if (!reckoning_) {
    calendar::Reckoning reckoning;
    reckoning.zone = calendar::Zone::local(place().zone);
    reckoning.now = place().now(reckoning.zone);
    reckoning.day_start = stored("day_start", calendar::parse_clock, reckoning.day_start);
    reckoning.date_order = stored("date_order", calendar::parse_date_order, calendar::DateOrder::Unsaid);
    if (!journal().is_on_disk()) reckoning.date_order = customs().date_order;
    reckoning.half_is_past = measures() == quantity::MeasureSystem::Imperial;
    reckoning_ = std::move(reckoning);
  }
  return *reckoning_;
}

calendar::Moment Notebook::now_without_journal() {
  calendar::Reckoning reckoning;
  reckoning.zone = calendar::Zone::local(place().zone);
  reckoning.now = place().now(reckoning.zone);
  return calendar::moment_at(reckoning.now, reckoning);
}

quantity::MeasureSystem Notebook::measures() {
  if (!journal().is_on_disk()) return customs().measures;
  return stored("measures", quantity::parse_system, quantity::MeasureSystem::Us);
}

void Notebook::tell_remarks() {
  if (!journal_) return;
  for (const std::string& remark : journal_->take_remarks()) complain(remark + ".");
}

void Notebook::look_after_journal() {
  tell_remarks();
  if (!journal_ || journal_->access() != Access::Write || !journal_->is_on_disk()) return;
  const auto folder = journal_->path().parent_path();
  for (const auto& at : {folder, folder / "backups"}) storage::remove_abandoned(at);
  const calendar::Day today = calendar::today(reckoning());
  if (storage::leave_daily_backup(*journal_, today, place().do_behind)) return;
  if (const auto trouble = storage::back_up_daily(*journal_, today)) complain(*trouble);
}

}  // namespace lytes::notebook
