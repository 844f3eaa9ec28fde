// The yardstick of lines as tired people of many countries type them: see README.md beside this file.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

#include "language/plain_speaker.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/text/words.hpp"

using namespace lytes;

namespace {

/// Somebody in Britain on a Wednesday who cannot be asked.
class Briton : public language::testing::PlainSpeaker {
 public:
  explicit Briton(const char* now)
      : PlainSpeaker([](std::string_view phrase, const auto&) -> language::Choice {
          throw NotFoundError("ambiguous_food", "several foods answer to " + std::string(phrase));
        }) {
    reckoning_.now = calendar::parse_instant(now, reckoning_.zone);
    reckoning_.half_is_past = true;
  }
  const calendar::Reckoning& reckoning() override { return reckoning_; }
  quantity::MeasureSystem measures() override { return quantity::MeasureSystem::Imperial; }

 private:
  calendar::Reckoning reckoning_;
};

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> all;
  std::stringstream list{text};
  for (std::string each; std::getline(list, each, between);) all.push_back(each);
  return all;
}

/// "90-140", or one figure to a fiftieth
bool is_within(std::optional<double> value, const std::string& range) {
  const std::size_t dash = range.find('-', 1);
  const double least = std::stod(range.substr(0, dash));
  const double most = dash == std::string::npos ? least : std::stod(range.substr(dash + 1));
  return value && *value >= least - 0.02 && *value <= most + 0.02;
}

/// What an entry says of itself, in small letters.
std::string words_of(const journal::Entry& entry) {
  std::string words;
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) words = intake->description;
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) words = spasm->site;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) words = factor->name;
  if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) words = medicine->name;
  return text::plain_words(words + " " + entry.note.value_or(""));
}

std::optional<double> figure_of(const journal::Entry& entry) {
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what))
    return spasm->severity ? std::optional<double>(*spasm->severity) : std::nullopt;
  if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) return stress->rating;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) return factor->value;
  return std::nullopt;
}

bool is_at(const journal::Entry& entry, const std::string& clocks) {
  const std::string at = calendar::short_time(entry.when);
  const std::size_t dash = clocks.find('-');
  return dash == std::string::npos ? at == clocks : at >= clocks.substr(0, dash) && at <= clocks.substr(dash + 1);
}

/// Whether one word of an expectation holds: "~calf" or "~cal,leg", "=6" or "=6-8", "g90-140", "mg190-210", "min10",
/// "@08:30" or "@17:00-21:00", "d-1" for yesterday, "left".
bool holds(const journal::Entry& entry, const std::string& word, calendar::Day today) {
  const auto* intake = std::get_if<journal::Intake>(&entry.what);
  const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
  if (word.starts_with('~'))
    return std::ranges::any_of(parts(word.substr(1), ','), [&](const std::string& each) {
      return words_of(entry).find(each) != std::string::npos;
    });
  if (word.starts_with('=')) return is_within(figure_of(entry), word.substr(1));
  if (word.starts_with('@')) return is_at(entry, word.substr(1));
  if (word.starts_with("min")) return spasm != nullptr && is_within(spasm->minutes, word.substr(3));
  if (word.starts_with("d-"))
    return is_within(static_cast<double>((civil_day(entry.when) - today).count()), word.substr(1));
  if (word.starts_with("mg"))
    return intake != nullptr && is_within(intake->nutrients[quantity::Nutrient::Magnesium], word.substr(2));
  if (word.starts_with('g')) return intake != nullptr && is_within(intake->grams, word.substr(1));
  return spasm != nullptr && spasm->site.find(word) != std::string::npos;
}

/// "drink ~coffee g150-400 @08:30"
bool answers_to(const journal::Entry& entry, const std::string& expected, calendar::Day today) {
  const auto words = text::parted_at_blanks(expected);
  const bool intake = words.front() == "intake" && std::holds_alternative<journal::Intake>(entry.what);
  return (intake || journal::word(entry.kind) == words.front()) &&
         std::all_of(words.begin() + 1, words.end(),
                     [&](const std::string& word) { return holds(entry, word, today); });
}

/// Each entry answers to one of what is expected, in any order.
/// @param notes_beside whether notes may be kept of which nothing is expected
bool is_right(std::vector<journal::Entry> entries, const std::string& expected, calendar::Day today,
              bool notes_beside) {
  for (const auto& one : parts(expected, ';')) {
    const auto found =
        std::ranges::find_if(entries, [&](const journal::Entry& entry) { return answers_to(entry, one, today); });
    if (found == entries.end()) return false;
    entries.erase(found);
  }
  return std::ranges::all_of(
      entries, [&](const journal::Entry& entry) { return notes_beside && entry.kind == journal::EntryKind::Note; });
}

std::string told(const std::vector<journal::Entry>& entries) {
  std::string text;
  for (const auto& entry : entries) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    text += fmt::format(" [{} {}", journal::word(entry.kind), words_of(entry));
    if (const auto figure = figure_of(entry)) text += fmt::format("={}", *figure);
    if (intake && intake->grams) text += fmt::format(" {:.0f} g", *intake->grams);
    text += fmt::format(" @{}]", calendar::short_time(entry.when));
  }
  return text;
}

enum class Outcome { Right, Wrong, Asked };

/// A question is right where a careful reader would ask, too.
Outcome asked(const std::string& line, const std::string& expected, const char* what) {
  const auto accepted = parts(expected, '|');
  if (std::ranges::find(accepted, "asked") != accepted.end()) return Outcome::Right;
  std::cout << "  asked: " << line << " -> " << what << "\n";
  return Outcome::Asked;
}

/// A list of lines, and what must come of it.
struct List {
  std::string file;
  double least_right;
  double most_wrong;
  const char* now = "2026-11-25 16:30";
  bool notes_beside = false;  ///< notes may be kept of which nothing is expected
};

Outcome read(const std::string& line, const std::string& expected, const List& list) {
  Briton speaker(list.now);
  const calendar::Day today = calendar::today(speaker.reckoning());
  try {
    const auto drafts = language::draft_line(speaker, text::parted_at_blanks(line));
    const bool none = drafts.no_spasms_on && is_right(drafts.entries, "", today, list.notes_beside);
    const auto is_meant = [&](const std::string& one) {
      return one == "none" ? none : is_right(drafts.entries, one, today, list.notes_beside);
    };
    if (std::ranges::any_of(parts(expected, '|'), is_meant)) return Outcome::Right;
    std::cout << "  not so: " << line << " ->" << told(drafts.entries) << "\n";
    return Outcome::Wrong;
  } catch (const InputError& error) {
    return asked(line, expected, error.what());
  } catch (const NotFoundError& error) {
    return asked(line, expected, error.what());
  }
}

}  // namespace

TEST_CASE("lines of tired people of many countries come out right without a question, and seldom wrong") {
  const auto list = GENERATE(List{"tired_lines.csv", 0.7, 0.05}, List{"evening_lines.csv", 0.9, 0.03},
                             List{"told_lines.csv", 0.95, 0.02, "2026-11-25 20:30", true},
                             List{"forum_told.csv", 0.88, 0.085, "2026-11-20 15:00", true},
                             List{"counted_told.csv", 0.76, 0.14, "2026-11-25 20:30", true},
                             List{"stranger_told.csv", 0.9, 0.08, "2026-11-25 20:30", true});
  int all = 0;
  int right = 0;
  int wrong = 0;
  csv::read_file(std::string(LYTES_SOURCE_DIR) + "/tests/language/" + list.file, [&](const csv::Row& row) {
    const Outcome outcome = read(std::string(row.required("line")), std::string(row.required("expected")), list);
    ++all;
    if (outcome == Outcome::Right) ++right;
    if (outcome == Outcome::Wrong) ++wrong;
  });
  std::cout << list.file << ": " << right << " of " << all << " right, " << wrong << " not so\n";
  CHECK(right >= list.least_right * all);
  CHECK(wrong <= list.most_wrong * all);
}
