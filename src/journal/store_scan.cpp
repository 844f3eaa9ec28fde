// The ways through all entries of many years: what they leave out, and that they search for hardly a row, is what makes
// them quick.

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "intake_guard.hpp"
#include "logged_details.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/one_moment.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "lytes/storage/row_stream.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

using storage::RowCursor;

/// Both are answered by an index alone, entry_by_day and happening_by_day; the kinds stand as in the second, which is
/// used for these words only.
constexpr const char* select_all =
    "SELECT 1 FROM entry e INDEXED BY entry_by_day"
    " WHERE e.day >= ?2 AND enough(?1, e.day, e.at_utc, e.utc_offset_s, e.kind, e.id)"
    " ORDER BY e.day, e.at_utc, e.id";
constexpr const char* select_happenings =
    "SELECT 1 FROM entry e INDEXED BY happening_by_day"
    " WHERE e.day >= ?2 AND e.kind IN ('spasm', 'stress', 'factor')"
    " AND enough(?1, e.day, e.at_utc, e.utc_offset_s, e.kind, e.id) ORDER BY e.day, e.at_utc, e.id";
enum Place { DayText, At, UtcOffset, KindWord, Id };

/// What the guards say, without a look at the figures: an intake whose row is gone still counts.
constexpr const char* of_all_intakes = " FROM intake i INDEXED BY intake_guard";
constexpr const char* of_the_days_intakes = R"(
    FROM entry e CROSS JOIN intake i INDEXED BY intake_guard ON i.entry_id = e.id
    WHERE e.day BETWEEN ?1 AND ?2)";

std::string select_guards(const char* of_which) {
  return fmt::format("SELECT count(*), total({}){}", guard_in_sql, of_which);
}

/// An entry of the days, as far as the index tells of it.
struct Logged {
  calendar::Moment when;
  EntryKind kind;
  std::int64_t id;
};

bool is_happening(EntryKind kind) {
  return kind == EntryKind::Spasm || kind == EntryKind::Stress || kind == EntryKind::Factor;
}

/// Entries in order of days: the text of a day is understood once, and only then held against the last day that is
/// asked for, which SQLite would do for every row.
class LoggedReader {
 public:
  LoggedReader(storage::JournalFile& journal, const char* sql, calendar::DayRange days)
      : rows_(journal, sql, [this](const storage::RowValues& row) { return take(row); }),
        days_(days),
        last_day_(calendar::iso(days.to)),
        day_(days.from) {
    rows_.bind(2, calendar::iso(days.from));
  }

  /// The next of them, at most so many; none at the end.
  /// @throws StorageError Damaged for a day that was not asked for, or comes before another: an index is not what it
  /// was
  void read(std::size_t most, std::vector<Logged>& batch) {
    batch.clear();
    most_ = most;
    batch_ = &batch;
    if (!at_end_ && !rows_.run()) at_end_ = true;
  }

 private:
  /// @return whether the batch is full, or the row is behind the days
  bool take(const storage::RowValues& row) {
    if (day_text_ != row.text(DayText)) {
      day_text_ = row.text(DayText);
      at_end_ = day_text_ > last_day_;
      if (at_end_) return true;
      to_day_of_text();
    }
    batch_->push_back({{instant_in(row.integer(At)), utc_offset_in(row.integer(UtcOffset)), day_},
                       kind_in(row.text(KindWord)),
                       row.integer(Id)});
    return batch_->size() == most_;
  }

  void to_day_of_text() {
    const calendar::Day day = day_in(day_text_);
    require_day_in(day, {day_, days_.to});
    day_ = day;
  }

  storage::RowStream rows_;
  calendar::DayRange days_;
  std::string last_day_;
  bool at_end_ = false;
  calendar::Day day_;
  std::string day_text_;
  std::size_t most_ = 0;
  std::vector<Logged>* batch_ = nullptr;
};

[[noreturn]] void throw_other_figures(const storage::JournalFile& journal, calendar::DayRange days) {
  throw StorageError(StorageError::Kind::Damaged,
                     fmt::format("{} is damaged: from {} to {} the figures are not those that were logged",
                                 journal.path().string(), calendar::iso(days.from), calendar::iso(days.to)),
                     "Run 'lytes doctor', or 'lytes restore' with a backup.");
}

/// @param all whether `days` hold every entry there is: then the guards need not be looked up one by one
/// @throws StorageError Damaged
void compare_with_guards(storage::JournalFile& journal, calendar::DayRange days, bool all, const GuardSum& read) {
  const std::string sql = select_guards(all ? of_all_intakes : of_the_days_intakes);
  RowCursor guards(journal, sql.c_str());
  if (!all) {
    guards.bind(1, calendar::iso(days.from));
    guards.bind(2, calendar::iso(days.to));
  }
  guards.step();
  if (!read.agrees_with({guards.integer(0), guards.real(1)})) throw_other_figures(journal, days);
}

/// Visits the entries of days in order. Their details stand in the order of their numbers, which is that in which they
/// were logged and nearly that of the days: so of every batch the details are read in that order, and nearly all of a
/// table is one row after another.
class Visits {
 public:
  Visits(storage::JournalFile& journal, calendar::DayRange days, const std::function<void(const IntakeRow&)>* intake,
         const std::function<void(const HappeningRow&)>* happening)
      : journal_(journal), days_(days), intake_(intake), happening_(happening), details_(journal) {
    if (intake) figures_.emplace(journal);
  }

  void run() {
    LoggedReader reader(journal_, intake_ ? select_all : select_happenings, days_);
    for (reader.read(batch_size, batch_); !batch_.empty(); reader.read(batch_size, batch_)) {
      read_details();
      visit();
    }
  }

  const GuardSum& figures_read() const { return read_; }

 private:
  static constexpr std::size_t batch_size = 1024;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The number beside its place: sorted in half of the time that it takes to look up each number.
  struct Numbered {
    std::int64_t number;
    std::size_t place;
  };

  void read_details() {
    order_.clear();
    for (std::size_t place = 0; place < batch_.size(); ++place) order_.push_back({batch_[place].id, place});
    if (!std::ranges::is_sorted(order_, {}, &Numbered::number)) std::ranges::sort(order_, {}, &Numbered::number);
    intakes_.clear();
    happenings_.clear();
    detail_at_.assign(batch_.size(), none);
    for (const auto& [number, place] : order_) {
      const Logged& one = batch_[place];
      if (intake_ && is_intake(one.kind)) {
        detail_at_[place] = intakes_.size();
        intakes_.push_back({number, {one.when, one.kind, {}}});
      } else if (happening_ && is_happening(one.kind)) {
        detail_at_[place] = happenings_.size();
        happenings_.push_back(happening_of(one));
      }
    }
    if (figures_) figures_->read(intakes_);
  }

  HappeningRow happening_of(const Logged& one) {
    auto what = details_.happening(one.kind, one.id);
    if (!what) throw_other_figures(journal_, days_);
    return {one.when, one.kind != EntryKind::Spasm || details_.time_known(one.id), std::move(*what)};
  }

  void visit() {
    for (std::size_t place = 0; place < batch_.size(); ++place) {
      if (detail_at_[place] == none) continue;
      if (is_happening(batch_[place].kind)) {
        (*happening_)(happenings_[detail_at_[place]]);
      } else if (const LoggedIntake& intake = intakes_[detail_at_[place]]; intake.found) {
        read_.add(intake.row.nutrients);
        (*intake_)(intake.row);
      }
    }
  }

  storage::JournalFile& journal_;
  calendar::DayRange days_;
  const std::function<void(const IntakeRow&)>* intake_;        ///< null where none is visited
  const std::function<void(const HappeningRow&)>* happening_;  ///< null where none is visited
  std::optional<IntakeFigures> figures_;                       ///< where intakes are visited
  LoggedDetails details_;
  GuardSum read_;
  std::vector<Logged> batch_;
  std::vector<Numbered> order_;
  std::vector<LoggedIntake> intakes_;  ///< in the order of their numbers, as the next
  std::vector<HappeningRow> happenings_;
  std::vector<std::size_t> detail_at_;  ///< where in there the detail at each place of the batch is, or `none`
};

}  // namespace

void Store::each_intake(calendar::DayRange days, const std::function<void(const IntakeRow&)>& visit) {
  visit_days(days, &visit, nullptr);
}

void Store::each_happening(calendar::DayRange days, const std::function<void(const HappeningRow&)>& visit) {
  visit_days(days, nullptr, &visit);
}

void Store::each_of_both(calendar::DayRange days, const std::function<void(const IntakeRow&)>& intake,
                         const std::function<void(const HappeningRow&)>& happening) {
  visit_days(days, &intake, &happening);
}

void Store::visit_days(calendar::DayRange days, const std::function<void(const IntakeRow&)>* intake,
                       const std::function<void(const HappeningRow&)>* happening) {
  journal_->guarded([&] {
    const storage::OneMoment one_moment(journal_->database());
    Visits visits(*journal_, days, intake, happening);
    visits.run();
    if (!intake) return;
    // Of a month the guards are looked up sooner than it is found out whether it is all there is.
    constexpr std::chrono::days month{31};
    const auto written = days.to - days.from > month ? this->days() : std::nullopt;
    const bool all = written && days.contains(written->from) && days.contains(written->to);
    compare_with_guards(*journal_, days, all, visits.figures_read());
  });
}

}  // namespace lytes::journal
