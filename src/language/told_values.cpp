#include "told_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

constexpr double none = std::numeric_limits<double>::infinity();
constexpr std::string_view far_out = "a blood value far out of range";
constexpr std::string_view out = "a blood value out of range";
constexpr std::string_view pressure_out = "blood pressure far out of range";
constexpr std::string_view pressure_high = "high blood pressure";
constexpr std::string_view in_pregnancy = "trouble in pregnancy";
constexpr std::string_view acid = "very high sugar with ketones";

/// A value of the blood, in mmol/l.
struct BloodValue {
  std::string_view names;
  double least, most;              ///< what a laboratory may tell; another number is no such value
  double grave_below, usual_from;  ///< from the second on it is as it should be
  double usual_up_to, grave_from;  ///< up to the first
  std::string_view grave;
};

constexpr std::array<BloodValue, 5> blood_values = {{
    {"potassium|k|k+", 1.5, 9.9, 2.5, 3.5, 5.4, 6.0, far_out},
    {"sodium|na|na+", 100, 180, 125, 133, 146, 155, far_out},
    {"calcium|ca", 1.0, 4.0, 1.9, 2.1, 2.65, 3.01, far_out},
    {"magnesium|mag", 0.1, 1.1, 0.4, 0.7, none, none, far_out},
    {"ketones|ketone", 0.0, 15.0, -none, -none, none, 3.0, acid},
}};

std::optional<double> number_in(std::string_view word) {
  for (const std::string_view unit : {"mmol/l", "mmol", "meq/l", "meq"}) {
    if (word.ends_with(unit)) word.remove_suffix(unit.size());
  }
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number, std::chars_format::fixed);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  return whole && !word.empty() && text::is_digit(word.front()) ? std::optional(number) : std::nullopt;
}

class ValueFinder {
 public:
  ValueFinder(const Vocabulary& vocabulary, std::string_view text)
      : people_(vocabulary.words("sign other people")), words_(plain_words_of(text)) {}

  std::vector<FoundSign> find() {
    if (is_long_ago()) return {};
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (is_of_others(at)) continue;
      look_at_blood_value(at);
      look_at_pressure(at);
    }
    return std::move(found_);
  }

 private:
  bool says(std::size_t at, std::string_view any) const {
    return at < words_.size() && text::is_one_of(words_[at].text, any);
  }
  bool says_anywhere(std::string_view any) const {
    return std::ranges::any_of(words_, [&](const PlainWord& word) { return text::is_one_of(word.text, any); });
  }

  bool is_long_ago() const {
    for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
      if ((says(at, "last") && says(at + 1, "year")) || (says(at, "years|months") && says(at + 1, "ago"))) return true;
    }
    return false;
  }

  /// "mum's potassium"
  bool is_of_others(std::size_t at) const {
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      std::string person = words_[at - back].text;
      if (person.ends_with("'s")) person.resize(person.size() - 2);
      if (people_.contains(person) || text::is_one_of(person, "his|her|their")) return true;
    }
    return false;
  }

  void add(std::string_view sign, std::size_t first, std::size_t last) {
    found_.push_back({std::string(sign), words_[first].begin, words_[last].end - words_[first].begin});
  }

  bool speaks_of_test(const BloodValue& value, std::size_t at) const {
    constexpr std::string_view tests =
        "lab|labs|blood|bloods|test|tests|tested|result|results|report|level|levels|came|serum|doctor|dr|gp|hospital|"
        "nurse|clinic|rang|mmol|mmol/l|meq/l";
    constexpr std::string_view diabetes = "sugar|sugars|glucose|diabetic|diabetes|insulin|vomiting|sick|bm|bg";
    if (value.grave == acid) return says_anywhere(diabetes);  // who fasts has them, too
    constexpr std::string_view labels = "label|sachet|sachets|packet|pack|bottle|serving|contains";
    return !says_anywhere(labels) && (says(at + 1, "is|was|at") || says_anywhere(tests));
  }

  void look_at_blood_value(std::size_t at) {
    constexpr std::size_t farthest = 6;
    const auto value = std::ranges::find_if(blood_values, [&](const BloodValue& one) { return says(at, one.names); });
    if (value == blood_values.end() || (at > 0 && says(at - 1, "vitamin|vit")) || !speaks_of_test(*value, at)) return;
    for (std::size_t figure = at + 1; figure <= at + farthest && figure < words_.size(); ++figure) {
      if (!text::is_digit(words_[figure].text.front())) continue;
      const auto number = number_in(words_[figure].text);
      const bool of_a_dose =
          says(figure + 1, "mg|g|mcg|iu|x|times|tablet|tablets|tabs|capsule|capsules|caps|days|weeks|%");
      if (!number || of_a_dose || *number < value->least || *number > value->most) return;
      if (*number < value->grave_below || *number >= value->grave_from) {
        add(value->grave, at, figure);
      } else if (*number < value->usual_from || *number > value->usual_up_to) {
        add(out, at, figure);
      }
      return;
    }
  }

  /// "bp 182/121", "blood pressure was 85 over 50"
  void look_at_pressure(std::size_t at) {
    constexpr std::size_t farthest = 5;
    if (!says(at, "bp") && !(says(at, "pressure") && at > 0 && says(at - 1, "blood"))) return;
    for (std::size_t figure = at + 1; figure <= at + farthest && figure < words_.size(); ++figure) {
      const std::string& word = words_[figure].text;
      if (!text::is_digit(word.front())) continue;
      const std::size_t slash = word.find('/');
      const bool over = slash == std::string::npos && says(figure + 1, "over") && figure + 2 < words_.size();
      const auto upper = number_in(std::string_view(word).substr(0, slash));
      const auto lower = over                         ? number_in(words_[figure + 2].text)
                         : slash != std::string::npos ? number_in(std::string_view(word).substr(slash + 1))
                                                      : std::nullopt;
      if (upper && lower) judge_pressure(*upper, *lower, at, over ? figure + 2 : figure);
      return;
    }
  }

  void judge_pressure(double upper, double lower, std::size_t first, std::size_t last) {
    const bool is_pressure = upper > lower && upper >= 50 && upper <= 300 && lower >= 20 && lower <= 200;
    if (!is_pressure) return;
    const bool pregnant = says_anywhere("pregnant|pregnancy|schwanger") || is_so_many_weeks();
    if (pregnant && (upper >= 160 || lower >= 110)) return add(in_pregnancy, first, last);
    if (upper >= 180 || lower >= 120 || upper < 85 || (pregnant && (upper >= 140 || lower >= 90)))
      return add(pressure_out, first, last);
    if (upper >= 160 || lower >= 100) add(pressure_high, first, last);
  }

  /// "34 weeks"
  bool is_so_many_weeks() const {
    for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
      const auto weeks = number_in(words_[at].text);
      if (weeks && *weeks >= 20 && *weeks <= 42 && says(at + 1, "weeks|week|wks|wk")) return true;
    }
    return false;
  }

  const WordSet& people_;
  std::vector<PlainWord> words_;
  std::vector<FoundSign> found_;
};

}  // namespace

std::vector<FoundSign> values_told(const Vocabulary& vocabulary, std::string_view text) {
  if (std::ranges::none_of(text, text::is_digit)) return {};
  return ValueFinder(vocabulary, text).find();
}

}  // namespace lytes::language
