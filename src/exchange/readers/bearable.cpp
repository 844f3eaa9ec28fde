// Bearable: one row a reading, symptoms with their severity
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "collector.hpp"
#include "intake_rows.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"
#include "spasm_names.hpp"

namespace lytes::exchange {
namespace {

using journal::EntryKind;

constexpr std::string_view source = "bearable";

/// "Neck pain" and "Moderate" of "Neck pain (Moderate)".
struct Detail {
  std::string name;
  std::string in_brackets;
};

Detail parted(const std::string& text) {
  const auto bracket = text.rfind('(');
  if (bracket == std::string::npos || !text.ends_with(')')) return {text, {}};
  return {std::string(text::trimmed(text.substr(0, bracket))),
          std::string(text::trimmed(text.substr(bracket + 1, text.size() - bracket - 2)))};
}

/// May be none that can be meant: "inf", and what is beyond all numbers.
std::optional<double> number_in(std::string_view text) {
  text = text::trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end != text.data() + text.size()) return std::nullopt;
  return error == std::errc{} ? value : std::numeric_limits<double>::infinity();
}

class BearableReader {
 public:
  BearableReader(const InputFile& file, Reading& reading)
      : sheet_(file, reading),
        collector_(reading, "Bearable"),
        spasms_(reading),
        intakes_(reading),
        days_(sheet_, "date", reading.speaker.reckoning()),
        rating_(sheet_.has("rating/amount") ? "rating/amount" : "rating") {}

  Incoming read() {
    sheet_.each_row([&](const csv::Row& row) { note_scale(row); });
    sheet_.each_row([&](const csv::Row& row) { take(row); });
    spasms_.require_all_found();
    collector_.set_candidates(spasms_.candidates());
    return collector_.take();
  }

 private:
  std::string category_of(const csv::Row& row) const { return text::lowered(text_in(row, "category")); }

  /// The number of a reading: "3", or that in "Okay (3)".
  std::optional<double> rating_of(const csv::Row& row) const {
    const std::string text = text_in(row, rating_);
    const auto bare = number_in(text);
    const auto value = bare ? bare : number_in(parted(text).in_brackets);
    if (value && !(*value >= 0 && *value <= 100'000)) refuse(row, rating_, "out of range", "a number from 0 to 100000");
    if (!value && !text.empty() && (text::is_digit(text.front()) || text.front() == '-') && !read_clock(text) &&
        !text::is_ascii_letter(text.back()))
      refuse(row, rating_, "not a number", "a number such as 3");
    return value;
  }

  /// The scale of bare ratings is stated nowhere: it is told by the highest of its category.
  void note_scale(const csv::Row& row) {
    auto& highest = highest_[category_of(row)];
    highest = std::max(highest, rating_of(row).value_or(0));
  }

  When when(const csv::Row& row) {
    const auto date = days_.day_in(row);
    const std::string time = text::lowered(text_in(row, "time of day"));
    if (const auto clock = read_clock(time)) return collector_.at_local(date, clock);
    int hour = 12;
    if (time.starts_with("am") || time.starts_with("morning")) hour = 9;
    if (time.starts_with("pm") || time.starts_with("evening")) hour = 19;
    if (time.starts_with("mid")) hour = 13;
    if (time.starts_with("night")) hour = 22;
    return collector_.at_local(date, std::nullopt, hour);
  }

  void take(const csv::Row& row) {
    collector_.count_row();
    const When at = when(row);
    if (!collector_.has_come(at, place_of(row))) return;
    const std::string category = category_of(row);
    const Detail detail = parted(text_in(row, "detail"));
    const std::string note = text_in(row, "notes");
    const std::string identity = fmt::format("{}\n{}\n{}", text_in(row, "time of day"), category, detail.name);
    if (category.starts_with("symptom")) return symptom(row, at, identity, detail, note);
    if (category.starts_with("medic") || category.starts_with("supplement"))
      return medicine(row, at, identity, detail, note);
    if (category.starts_with("sleep")) return sleep(row, at, identity, detail, note);
    if (category.starts_with("factor") || category.starts_with("mood") || category.starts_with("energy"))
      return factor(row, at, identity, category, detail, note);
    if (note.empty()) return collector_.skip(place_of(row), "is of a category that lytes has nothing for");
    collector_.add(source, at, identity, EntryKind::Note, journal::Note{}, note);
  }

  /// 0 to 10 by the words, or else by the number on the scale that the file's ratings fit.
  std::optional<int> severity(const csv::Row& row, const Detail& detail) {
    const auto& vocabulary = collector_.reading().speaker.vocabulary();
    const Detail rating = parted(text_in(row, rating_));
    for (const std::string& words : {detail.in_brackets, rating.name}) {
      const auto said = words.empty() || number_in(words) ? std::nullopt : severity_in_words(vocabulary, words);
      if (!said) continue;
      collector_.remark("scale",
                        "of severities in words mild is taken as 3 of 10, moderate as 5, severe as 8, "
                        "unbearable as 10; they count before the bare number beside them");
      return said;
    }
    const auto value = rating_of(row);
    if (!value) return std::nullopt;
    const double highest = highest_[category_of(row)];
    if (highest > 100) refuse(row, rating_, "no severity", "a number from 0 to 100");
    const double most = highest <= 4 ? 4 : highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
    if (most != 10) {
      collector_.remark("scale",
                        fmt::format("symptoms are rated up to {0:.0f} in this file, so a bare number is taken as so "
                                    "many of {1:.0f} and turned into tenths",
                                    highest, most));
    }
    return static_cast<int>(std::lround(*value / most * 10));
  }

  void symptom(const csv::Row& row, const When& at, const std::string& identity, const Detail& detail,
               const std::string& note) {
    if (detail.name.empty()) return collector_.skip(place_of(row), "names no symptom");
    const auto rated = severity(row, detail);
    const bool is_spasm = spasms_.is_spasm(
        detail.name, fmt::format("{} {}", calendar::iso(at.moment.day),
                                 detail.in_brackets.empty() ? text_in(row, rating_) : detail.in_brackets));
    if (rated == 0) return collector_.skip(place_of(row), "says of a symptom that there was none at that time");
    if (is_spasm) return add_spasm(collector_, source, at, identity, {detail.name, rated, std::nullopt, note});
    const auto value = rated ? std::optional<double>(*rated) : std::nullopt;
    collector_.add_factor(source, at, identity, detail.name, value, "", note);
  }

  void medicine(const csv::Row& row, const When& at, const std::string& identity, const Detail& detail,
                const std::string& note) {
    if (detail.name.empty()) return collector_.skip(place_of(row), "names no medicine");
    const std::string amount = text_in(row, rating_);
    const std::string dose = detail.in_brackets.empty() ? amount : detail.in_brackets;
    auto [kind, intake] = intakes_.made_of({text::joined({detail.name, dose}), dose, "Supplements", {}, {}});
    if (intake.food) return collector_.add(source, at, identity, kind, std::move(intake), note);
    const auto said_dose = dose.empty() ? std::nullopt : std::optional(dose);
    collector_.add(source, at, identity, EntryKind::Medicine, journal::Medicine{text::lowered(detail.name), said_dose},
                   note);
  }

  void sleep(const csv::Row& row, const When& at, const std::string& identity, const Detail& detail,
             const std::string& note) {
    const std::string said = text_in(row, rating_);
    if (const auto length = read_clock(said)) {
      const double hours = static_cast<double>(length->count()) / 3600;
      return collector_.add_factor(source, at, identity, "sleep", hours, "h", note);
    }
    if (rating_of(row)) return rated_factor(row, at, identity, "sleep quality", note);
    if (note.empty() && detail.name.empty()) return collector_.skip(place_of(row), "has no length and no rating");
    collector_.add_factor(source, at, identity, "sleep quality", std::nullopt, "", note.empty() ? detail.name : note);
  }

  void rated_factor(const csv::Row& row, const When& at, const std::string& identity, const std::string& name,
                    const std::string& note) {
    auto value = rating_of(row);
    const double highest = highest_[category_of(row)];
    if (value && highest <= 5) {
      value = *value * 2;
      collector_.remark("scale",
                        fmt::format("{} is rated up to 5 in this file and kept as tenths: twice the number", name));
    }
    collector_.add_factor(source, at, identity, name, value, "", note);
  }

  void factor(const csv::Row& row, const When& at, const std::string& identity, const std::string& category,
              const Detail& detail, const std::string& note) {
    const bool is_factor = category.starts_with("factor");
    if (!is_factor) return rated_factor(row, at, identity, category, note.empty() ? detail.name : note);
    if (detail.name.empty()) return collector_.skip(place_of(row), "names no factor");
    const std::string said = detail.in_brackets.empty() || !note.empty() ? note : detail.in_brackets;
    const std::string example = fmt::format("{} {}", calendar::iso(at.moment.day), detail.in_brackets);
    if (spasms_.is_spasm(detail.name, example))
      return add_spasm(collector_, source, at, identity, {detail.name, std::nullopt, std::nullopt, note});
    collector_.add_factor(source, at, identity, detail.name, rating_of(row), "", said);
  }

  Sheet sheet_;
  Collector collector_;
  SpasmNames spasms_;
  IntakeRows intakes_;
  DateColumn days_;
  std::string rating_;
  std::map<std::string, double> highest_;  ///< rating of a category
};

}  // namespace

bool is_bearable(const InputFile& file) {
  return has_columns(file, {"date", "category", "detail", "rating/amount"}) ||
         has_columns(file, {"date", "time of day", "category", "detail", "rating"});
}

Incoming read_bearable(const InputFile& file, Reading& reading) {
  if (!is_bearable(file))
    refuse_header(file, "this is no export of Bearable", "date, time of day, category, rating/amount, detail, notes");
  return BearableReader(file, reading).read();
}

}  // namespace lytes::exchange
