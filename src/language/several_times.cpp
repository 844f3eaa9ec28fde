#include "several_times.hpp"

#include <algorithm>

#include "food_context.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// "2", "two", "another"; 0 for what is none that somebody would have so often.
std::size_t how_many(std::string_view word) {
  if (text::is_one_of(word, "a|an|another")) return 1;
  if (word == "both") return 2;
  const int number = small_number(word).value_or(0);
  return number < 10 ? static_cast<std::size_t>(number) : 0;
}

bool is_hour(std::string_view word) {
  return !word.empty() && text::is_digit(word.front()) && small_number(word).value_or(0) > 0;
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
                         how_many(word.front() == 'x' ? word.substr(1) : word.substr(0, 1)) == times;
    const bool two_words = i + 1 < words.size() && words[i + 1].text == "times" && how_many(word) == times;
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
    if (first->kind == ClauseKind::Spasm || words.size() < 2 || how_many(words[0].text) != times ||
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
  if (words.size() == 2 && small_number(last).value_or(0) > 0) return true;  // "at seven"
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
  if (words.size() < 2 || how_many(words[0].text) == 0) return {};
  const bool another = text::is_one_of(said, "another one|one more|a second one|a second");
  const std::size_t number = another ? 1 : how_many(said);
  if (number == 0 || (before.kind == ClauseKind::Spasm && how_many(words[0].text) != 1)) return {};
  if (number == 1) return one_of_them(before.text, words[1]);
  return std::to_string(number) + " " + before.text.substr(words[1].begin);
}

bool tells_of_one(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(before.text);
  const std::size_t all = words.size() > 1 ? how_many(words[0].text) : 0;
  const std::size_t these = how_many(clause.text);
  return before.kind == ClauseKind::Intake && !before.when && clause.when && these > 0 && all > these;
}

std::string so_many(const Clause& before, const Clause& clause) {
  const auto words = plain_words_of(before.text);
  if (how_many(clause.text) == 1) return one_of_them(before.text, words[1]);
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
