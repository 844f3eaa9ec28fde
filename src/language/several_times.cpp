#include "several_times.hpp"

#include <algorithm>
#include <array>

#include "food_context.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

struct SmallNumber {
  std::string_view word;
  std::size_t number;
};
constexpr std::array<SmallNumber, 8> small_numbers = {
    {{"a", 1}, {"an", 1}, {"one", 1}, {"another", 1}, {"two", 2}, {"both", 2}, {"three", 3}, {"four", 4}}};

/// "2", "two"; 0 for what is none that somebody would have so often.
std::size_t small_number(std::string_view word) {
  const bool digit = word.size() == 1 && text::is_digit(word.front());
  if (digit) return static_cast<std::size_t>(word.front() - '0');
  const auto found = std::ranges::find(small_numbers, word, &SmallNumber::word);
  return found == small_numbers.end() ? 0 : found->number;
}

bool is_hour(std::string_view word) {
  return !word.empty() && word.size() <= 2 && std::ranges::all_of(word, text::is_digit) && word != "0" &&
         word != "00" && (word.size() == 1 || word <= "12");
}

/// Whether a tablet, a dose or what else a packet counts is told of.
bool tells_of_dose(const Vocabulary& vocabulary, const Clause& clause) {
  constexpr std::string_view counted =
      "tablet|tablets|tab|tabs|capsule|capsules|cap|caps|pill|pills|sachet|sachets|scoop|scoops|gummy|gummies|drops";
  const auto words = plain_words_of(clause.text);
  const auto is_dose = [&](const PlainWord& word) {
    return text::is_one_of(word.text, counted) || is_known_supplement(vocabulary, word.text) ||
           (text::is_digit(word.text.front()) && (word.text.ends_with("mg") || word.text.ends_with("mcg")));
  };
  return clause.taken || std::ranges::any_of(words, is_dose);
}

/// Takes out the words that say how often: "twice", "x2", "2x", "3 times". @return whether there were any
bool take_out_so_often(std::string& text, std::size_t times) {
  const auto words = plain_words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    const bool once_more = (times == 2 && word == "twice") || (times == 3 && word == "thrice");
    const bool crossed = word.size() == 2 && (word.front() == 'x' || word.back() == 'x') &&
                         small_number(word.front() == 'x' ? word.substr(1) : word.substr(0, 1)) == times;
    const bool two_words = i + 1 < words.size() && words[i + 1].text == "times" && small_number(word) == times;
    if (!once_more && !crossed && !two_words) continue;
    std::size_t last = two_words ? i + 1 : i;
    const bool daily =
        last + 2 < words.size() + 1 && last + 1 < words.size() && text::is_one_of(words[last + 1].text, "today|daily");
    if (daily) ++last;
    const std::string behind = last + 1 < words.size() ? text.substr(words[last + 1].begin) : std::string();
    text = text.substr(0, words[i].begin) + behind;
    while (text.ends_with(' ') || text.ends_with(',')) text.pop_back();
    return !text.empty();
  }
  return false;
}

/// "1 coffee" of "coffees"
std::string one_of_them(const std::string& text, const PlainWord& first) {
  const bool many = first.text.ends_with('s') && !first.text.ends_with("ies");
  const auto words = many ? text::words_of(first.text) : std::vector<text::Word>();
  return "1 " + (words.size() == 1 ? words.front().text : first.text) + text.substr(first.end);
}

void share(const Vocabulary& vocabulary, std::vector<Clause>::iterator first, std::vector<Clause>::iterator end) {
  const auto times = static_cast<std::size_t>(end - first);
  std::string once = first->text;
  if (!take_out_so_often(once, times)) {
    const auto words = plain_words_of(once);
    if (first->kind == ClauseKind::Spasm || words.size() < 2 || small_number(words[0].text) != times ||
        tells_of_dose(vocabulary, *first))
      return;
    once = one_of_them(once, words[1]);
  }
  for (auto clause = first; clause != end; ++clause) clause->text = once;
}

}  // namespace

bool says_plain_hour(std::string_view said) {
  constexpr std::string_view about = "ish";
  const auto words = plain_words_of(said);
  if (words.empty()) return false;
  std::string last = words.back().text;
  if (last.size() > about.size() && last.ends_with(about)) last.resize(last.size() - about.size());
  const bool number = words.size() <= 2 && last.size() <= 2 && std::ranges::all_of(last, text::is_digit);
  if (number) return std::stoi(last) <= 12;
  constexpr std::string_view hours = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
  if (words.size() == 2 && text::is_one_of(last, hours)) return true;
  return words.size() > 1 && words[words.size() - 2].text == "past";
}

std::optional<calendar::SpokenMoment> another_hour(const Clause& before, const Clause& clause,
                                                   const calendar::Reckoning& reckoning) {
  const bool alike = before.kind == ClauseKind::Intake || before.kind == ClauseKind::Spasm;
  if (!alike || !before.when || clause.when) return std::nullopt;
  if (text::is_one_of(clause.text, "noon|midnight")) return calendar::moment_in(clause.text, reckoning);
  if (!says_plain_hour(before.when_said) || !is_hour(clause.text)) return std::nullopt;
  return calendar::moment_in("at " + clause.text + ":00", reckoning);
}

std::string had_again(const Clause& before, const Clause& clause) {
  const bool alike = before.kind == ClauseKind::Intake || before.kind == ClauseKind::Spasm;
  if (!alike || !before.when || !clause.when) return {};
  const std::string said = text::lowered(clause.text);
  if (text::is_one_of(said, "again|and again|the same|same again|same|the same again")) return before.text;
  const auto words = plain_words_of(before.text);
  if (words.size() < 2 || small_number(words[0].text) == 0) return {};
  const bool another = text::is_one_of(said, "another one|one more|a second one|a second");
  const std::size_t number = another ? 1 : small_number(said);
  if (number == 0 || (before.kind == ClauseKind::Spasm && small_number(words[0].text) != 1)) return {};
  if (number == 1) return one_of_them(before.text, words[1]);
  return std::to_string(number) + " " + before.text.substr(words[1].begin);
}

bool tells_of_one(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(before.text);
  const std::size_t all = words.size() > 1 ? small_number(words[0].text) : 0;
  const std::size_t these = small_number(clause.text);
  return before.kind == ClauseKind::Intake && !before.when && clause.when && these > 0 && all > these;
}

std::string so_many(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(before.text);
  if (small_number(clause.text) == 1) return one_of_them(before.text, words[1]);
  return clause.text + " " + before.text.substr(words[1].begin);
}

void share_among_times(const Vocabulary& vocabulary, std::vector<Clause>& clauses) {
  for (auto first = clauses.begin(); first != clauses.end();) {
    const auto end = std::find_if(first + 1, clauses.end(), [&](const Clause& clause) {
      return clause.kind != first->kind || clause.begin != first->begin || clause.text != first->text;
    });
    const bool alike = first->kind == ClauseKind::Intake || first->kind == ClauseKind::Spasm;
    if (alike && end - first > 1) share(vocabulary, first, end);
    first = end;
  }
}

}  // namespace lytes::language
