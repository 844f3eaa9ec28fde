// Daylio: moods, and what was done
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "collector.hpp"
#include "lytes/text/letters.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"
#include "spasm_names.hpp"

namespace lytes::exchange {
namespace {

using journal::EntryKind;

constexpr std::string_view source = "daylio";

/// The moods that Daylio begins with. People rename them, in any language, and then nothing says how good they are.
struct Mood {
  std::string_view name;
  double rating;
};
constexpr std::array moods = {Mood{"rad", 10}, Mood{"good", 8}, Mood{"meh", 5}, Mood{"bad", 3}, Mood{"awful", 1}};

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto bar = text.find('|');
    const std::string_view item = text::trimmed(text.substr(0, bar));
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(bar == std::string_view::npos ? text.size() : bar + 1);
  }
  return items;
}

class DaylioReader {
 public:
  DaylioReader(const InputFile& file, Reading& reading)
      : sheet_(file, reading),
        collector_(reading, "Daylio"),
        spasms_(reading),
        days_(sheet_, "full_date", reading.speaker.reckoning()) {}

  Incoming read() {
    sheet_.each_row([&](const csv::Row& row) { take(row); });
    spasms_.require_all_found();
    collector_.set_candidates(spasms_.candidates());
    return collector_.take();
  }

 private:
  void take(const csv::Row& row) {
    collector_.count_row();
    const When at = collector_.at_local(days_.day_in(row), clock_in(row, "time"));
    if (!collector_.has_come(at, place_of(row))) return;
    const std::string time = text_in(row, "time");
    mood(row, at, time);
    std::string note = text_in(row, "note");
    const std::string title = text_in(row, "note_title");
    if (!title.empty()) note = note.empty() ? title : title + ": " + note;
    bool note_is_kept = false;
    for (const std::string& activity : listed(text_in(row, "activities"))) {
      const std::string identity = fmt::format("{}\n{}", time, activity);
      if (spasms_.is_spasm(activity, calendar::iso(at.moment.day))) {
        add_spasm(collector_, source, at, identity, {activity, std::nullopt, std::nullopt, note_is_kept ? "" : note});
        note_is_kept = true;
      } else {
        collector_.add_factor(source, at, identity, activity, std::nullopt, "");
      }
    }
    for (const std::string& scale : listed(text_in(row, "scales"))) take_scale(at, time, scale);
    if (!note.empty() && !note_is_kept)
      collector_.add(source, at, time + "\nnote", EntryKind::Note, journal::Note{}, note);
  }

  void mood(const csv::Row& row, const When& at, const std::string& time) {
    const std::string name = text_in(row, "mood");
    if (name.empty()) return;
    const auto known = std::ranges::find(moods, text::lowered(name), &Mood::name);
    if (known == moods.end()) {
      collector_.remark("scale_unknown", "moods with names of one's own are kept by their name, without a number");
      return collector_.add_factor(source, at, time + "\nmood", "mood", std::nullopt, "", name);
    }
    collector_.remark("scale", "of moods rad is taken as 10 of 10, good as 8, meh as 5, bad as 3, awful as 1");
    collector_.add_factor(source, at, time + "\nmood", "mood", known->rating, "");
  }

  /// "Stress: 7"
  void take_scale(const When& at, const std::string& time, const std::string& scale) {
    const auto colon = scale.rfind(':');
    const std::string name(text::trimmed(scale.substr(0, colon)));
    if (name.empty()) return;
    double number = 0;
    bool is_number = false;
    if (colon != std::string::npos) {
      const std::string_view value = text::trimmed(std::string_view(scale).substr(colon + 1));
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      constexpr double most = 1e6;
      is_number = error == std::errc{} && end == value.data() + value.size() && number >= 0 && number <= most;
    }
    const std::string identity = fmt::format("{}\nscale {}", time, name);
    if (is_number) return collector_.add_factor(source, at, identity, name, number, "");
    collector_.add_factor(source, at, identity, name, std::nullopt, "", scale);
  }

  Sheet sheet_;
  Collector collector_;
  SpasmNames spasms_;
  DateColumn days_;
};

}  // namespace

bool is_daylio(const InputFile& file) { return has_columns(file, {"full_date", "mood", "activities"}); }

Incoming read_daylio(const InputFile& file, Reading& reading) {
  if (!is_daylio(file)) refuse_header(file, "this is no export of Daylio", "full_date, time, mood, activities, note");
  return DaylioReader(file, reading).read();
}

}  // namespace lytes::exchange
