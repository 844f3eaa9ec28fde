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

/// Somebody in Britain on a Wednesday afternoon who cannot be asked.
class Briton : public language::testing::PlainSpeaker {
 public:
  Briton()
      : PlainSpeaker([](std::string_view phrase, const auto&) -> language::Choice {
          throw NotFoundError("ambiguous_food", "several foods answer to " + std::string(phrase));
        }) {
    reckoning_.now = calendar::parse_instant("2026-11-25 16:30", reckoning_.zone);
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

bool is_within(std::optional<double> value, const std::string& range) {
  const std::size_t dash = range.find('-');
  return value && *value >= std::stod(range.substr(0, dash)) && *value <= std::stod(range.substr(dash + 1));
}

/// What an entry says of itself, in small letters.
std::string words_of(const journal::Entry& entry) {
  std::string words;
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) words = intake->description;
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) words = spasm->site;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) words = factor->name;
  return text::plain_words(words + " " + entry.note.value_or(""));
}

std::optional<double> figure_of(const journal::Entry& entry) {
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what))
    return spasm->severity ? std::optional<double>(*spasm->severity) : std::nullopt;
  if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) return stress->rating;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) return factor->value;
  return std::nullopt;
}

/// Whether one word of an expectation holds: "~calf", "=6", "g90-140", "mg190-210", "min10", "@08:30", "left".
bool holds(const journal::Entry& entry, const std::string& word) {
  const auto* intake = std::get_if<journal::Intake>(&entry.what);
  const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
  if (word.starts_with('~')) return words_of(entry).find(word.substr(1)) != std::string::npos;
  if (word.starts_with('=')) return figure_of(entry) == std::stod(word.substr(1));
  if (word.starts_with('@')) return calendar::short_time(entry.when) == word.substr(1);
  if (word.starts_with("min")) return spasm != nullptr && spasm->minutes == std::stod(word.substr(3));
  if (word.starts_with("mg"))
    return intake != nullptr && is_within(intake->nutrients[quantity::Nutrient::Magnesium], word.substr(2));
  if (word.starts_with('g')) return intake != nullptr && is_within(intake->grams, word.substr(1));
  return spasm != nullptr && spasm->site.find(word) != std::string::npos;
}

/// "drink ~coffee g150-400 @08:30"
bool answers_to(const journal::Entry& entry, const std::string& expected) {
  const auto words = text::parted_at_blanks(expected);
  return journal::word(entry.kind) == words.front() &&
         std::all_of(words.begin() + 1, words.end(), [&](const std::string& word) { return holds(entry, word); });
}

/// Each entry answers to one of what is expected, in any order.
bool is_right(std::vector<journal::Entry> entries, const std::string& expected) {
  auto wanted = parts(expected, ';');
  if (wanted.size() != entries.size()) return false;
  for (const auto& one : wanted) {
    const auto found =
        std::ranges::find_if(entries, [&](const journal::Entry& entry) { return answers_to(entry, one); });
    if (found == entries.end()) return false;
    entries.erase(found);
  }
  return true;
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

Outcome read(const std::string& line, const std::string& expected) {
  Briton speaker;
  try {
    const auto drafts = language::draft_line(speaker, text::parted_at_blanks(line));
    const bool none = drafts.entries.empty() && drafts.no_spasms_on;
    const auto is_meant = [&](const std::string& one) { return one == "none" ? none : is_right(drafts.entries, one); };
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
  struct List {
    std::string file;
    double least_right;
    double most_wrong;
  };
  const auto list = GENERATE(List{"tired_lines.csv", 0.7, 0.05}, List{"evening_lines.csv", 0.9, 0.03});
  int all = 0;
  int right = 0;
  int wrong = 0;
  csv::read_file(std::string(LYTES_SOURCE_DIR) + "/tests/language/" + list.file, [&](const csv::Row& row) {
    const Outcome outcome = read(std::string(row.required("line")), std::string(row.required("expected")));
    ++all;
    if (outcome == Outcome::Right) ++right;
    if (outcome == Outcome::Wrong) ++wrong;
  });
  std::cout << list.file << ": " << right << " of " << all << " right, " << wrong << " not so\n";
  CHECK(right >= list.least_right * all);
  CHECK(wrong <= list.most_wrong * all);
}
