#include "lytes/language/spasm_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "lytes/bounds.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "spasm_figures.hpp"
#include "spasm_place.hpp"

namespace lytes::language {

namespace {

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::ranges::find(words, word) != words.end();
}

struct Minutes {
  double value;
  std::size_t end;
};

class Reader {
 public:
  Reader(const Vocabulary& vocabulary, std::string_view text)
      : vocabulary_(vocabulary),
        parts_(vocabulary.body_parts()),
        small_(vocabulary.words("spasm filler")),
        manners_(vocabulary.words("manner")),
        story_starts_(vocabulary.words("story start")),
        text_(text),
        tokens_(tokens_of(text, parts_)),
        signs_(find_signs(vocabulary, text)) {
    mend_parts();
    auto sign = signs_.begin();
    for (Token& token : tokens_) {
      while (sign != signs_.end() && sign->begin + sign->length <= token.begin) ++sign;
      token.in_sign = sign != signs_.end() && sign->begin < token.end;
    }
  }

  std::vector<SpasmLine> read() {
    if (const auto none = denial()) {
      SpasmLine line;
      line.none = true;
      std::size_t behind = *none + 1;  // "no spasms yesterday", "none at all today"
      while (behind < tokens_.size() && (vocabulary_.words("spasm word").contains(tokens_[behind].text) ||
                                         text::is_one_of(tokens_[behind].text, "at|all|whatsoever|so|far|again")))
        ++behind;
      line.site = std::string(text_.substr(behind < tokens_.size() ? tokens_[behind].begin : text_.size()));
      return {line};
    }
    look_for_parts();
    while (at_ < tokens_.size()) next();
    finish_spasm();
    return std::move(lines_);
  }

 private:
  /// "no spasms", "zero cramps", "nothing yesterday": at the front of a line that tells of no place and no figure.
  bool denies_in_front() const {
    const std::string& first = tokens_.front().text;
    if (first == "no") return true;
    const bool of_spasms = tokens_.size() > 1 && vocabulary_.words("spasm word").contains(tokens_[1].text);
    if (text::is_one_of(first, "zero|0")) return of_spasms;
    return text::is_one_of(first, "nothing|nil") &&
           std::all_of(tokens_.begin() + 1, tokens_.end(), [](const Token& token) {
             return token.body == BodyWord::None && !token.in_sign && std::ranges::none_of(token.text, text::is_digit);
           });
  }

  /// Where it says that there was none: "no spasms", "none", "back none today".
  std::optional<std::size_t> denial() const {
    for (std::size_t i = 0; i < tokens_.size() && !tokens_[i].in_sign; ++i) {
      if (tokens_[i].text == "none" || (i == 0 && denies_in_front())) return i;
      if (tokens_[i].body == BodyWord::None && !vocabulary_.words("spasm word").contains(tokens_[i].text)) break;
    }
    return std::nullopt;
  }

  [[noreturn]] void refuse(const std::string& what, std::size_t offset, const std::string& valid) const {
    throw InputError(what, std::string(text_), offset, valid);
  }

  bool is_small(std::size_t i) const { return small_.contains(tokens_[i].text); }
  bool is_manner(std::size_t i) const { return manners_.contains(tokens_[i].text); }

  /// "hamstirng", where no part is named as it is written.
  void mend_parts() {
    const auto is_part = [](const Token& token) { return token.body == BodyWord::Part; };
    if (std::ranges::any_of(tokens_, is_part)) return;
    for (Token& token : tokens_) {
      std::string meant = token.body == BodyWord::None ? parts_.part_meant(token.text) : std::string();
      if (meant.empty()) continue;
      token.text = std::move(meant);
      token.body = BodyWord::Part;
      return;
    }
  }

  /// Where only a sign names a part, as in "leg gave way", the site is that one.
  void look_for_parts() {
    const auto first_place = [&](bool in_signs) {
      std::optional<Place> place;
      for (std::size_t i = 0; i < tokens_.size() && !place; ++i) place = read_place(vocabulary_, tokens_, i, in_signs);
      return place;
    };
    part_named_ = first_place(false).has_value();
    if (part_named_) return;
    if (const auto place = first_place(true)) place_ = *place;
    part_named_ = !place_.items.empty();
  }

  void next() {
    if (tokens_[at_].in_sign) return word();
    refuse_signed_number();
    if (const auto counted = is_number(at_) ? counted_spasms_at(at_) : std::nullopt; counted && !words_began()) {
      line_.times = counted->value;
      at_ = counted->end;
    } else if (const auto times = times_at(tokens_, at_); times && !words_began()) {
      finish_words();
      line_.times = times->value;
      at_ = times->end;
    } else if (const auto minutes = minutes_at(at_); minutes && !in_story(minutes->end, line_.minutes.has_value())) {
      if (line_.minutes) refuse("a second duration", tokens_[at_].begin, "one duration, such as `10m`");
      finish_words();
      line_.minutes = minutes->value;
      at_ = minutes->end;
    } else if (!minutes && is_number(at_) && !number_in_words()) {
      severity();
    } else if (!place() && !lone_side()) {
      word();
    }
  }

  /// "calf -5", "calf −5", "calf- 5", "calf-5", "x-3", "calf +5". In a story a number may have a sign: "after a run at
  /// -5 degrees".
  void refuse_signed_number() const {
    const auto sign = sign_at(at_);
    if (!sign || in_story(at_ + 1, false)) return;
    refuse(sign->complaint("a number here"), tokens_[at_].begin + sign->place,
           "a severity from 0 to 10, such as `6/10`, and a duration with its unit, such as `10m`");
  }

  /// A sign in or at the end of this word that belongs to a number in it or behind it.
  std::optional<quantity::Sign> sign_at(std::size_t i) const {
    const std::string_view text = tokens_[i].text;
    const bool number_behind = is_number(i + 1) && !tokens_[i + 1].comma_before;
    if (text == "minus" && number_behind) return quantity::Sign{0, true};
    const std::size_t place = std::min(text.find_first_of("-+\xE2"), text.size());
    const std::size_t minus = quantity::minus_length(text, place);
    if (minus > 0 && place + minus == text.size()) {
      const bool parts_words = place == 0 && i > 0 && text != "\u2212";
      return number_behind && !parts_words ? std::optional(quantity::Sign{place, true}) : std::nullopt;
    }
    // Not the sign of "6-7" and "l4-5".
    const std::string before(text.substr(0, place));
    const bool apart = before.empty() || before == "x" || parts_.kind_of(before) == BodyWord::Part;
    return apart ? quantity::sign_of_number(text, place) : std::nullopt;
  }

  bool is_number(std::size_t i) const { return i < tokens_.size() && text::is_digit(tokens_[i].text[0]); }

  void word() {
    words_began_ = words_began_ || (!is_small(at_) && !is_manner(at_));
    story_began_ = story_began_ || story_starts_.contains(tokens_[at_].text);
    lying_ = lying_ || vocabulary_.words("lying").contains(tokens_[at_].text);
    words_.push_back(at_++);
  }

  /// Whether words that say something stand before this one.
  bool words_began() const { return words_began_; }

  /// Whether a number that ends there belongs to the words before it: "after 2 beers", or a second one among words.
  bool in_story(std::size_t end, bool is_second) const {
    if (!words_began()) return false;
    if (is_second) return true;
    const std::string& before = tokens_[words_.back()].text;
    const FactorWord* factor = story_began_ ? vocabulary_.factors().find(before) : nullptr;
    if (factor && factor->scale == Scale::Hours) return true;  // "after sitting 6 hours"
    const bool lasted = before.starts_with("last");
    const bool goes_on = end < tokens_.size() && !tokens_[end].comma_before && !is_number(end);
    return part_named_ && story_began_ && goes_on && !lasted;
  }

  bool number_in_words() const {
    const bool out_of_ten =
        tokens_[at_].text.find('/') != std::string::npos || severity_at(tokens_, at_).value_or(Severity{}).out_of_ten;
    if (out_of_ten && !line_.severity) return false;
    if (!line_.severity && rated_behind()) return true;  // "at 2ish or 3, calf 7/10"
    const bool clock = words_began() && tokens_[at_ - 1].text == "at";
    const bool is_word = std::ranges::any_of(tokens_[at_].text, text::is_ascii_letter);
    return is_word || clock || in_story(at_ + 1, line_.severity.has_value());
  }

  /// Whether a number behind this one says of the same spasm how bad it was: "7/10".
  bool rated_behind() const {
    constexpr std::size_t farthest = 12;
    for (std::size_t i = at_ + 1; i < std::min(at_ + farthest, tokens_.size()); ++i) {
      if (tokens_[i].body == BodyWord::Part) return false;
      if (is_number(i) && severity_at(tokens_, i).value_or(Severity{}).out_of_ten) return true;
    }
    return false;
  }

  /// "10m", "1h30", "10 min", "half an hour".
  std::optional<Minutes> minutes_at(std::size_t begin) const {
    if (!is_number(begin) && !vocabulary_.words("length start").contains(tokens_[begin].text)) return std::nullopt;
    constexpr std::size_t most_words = 6;
    for (std::size_t end = std::min(begin + most_words, tokens_.size()); end > begin; --end) {
      const std::size_t from = tokens_[begin].begin;
      const std::string_view said = text_.substr(from, tokens_[end - 1].end - from);
      try {
        return Minutes{calendar::parse_duration_minutes(said), end};
      } catch (const InputError& error) {
        const bool figure_with_unit =
            end == begin + 1 && said.size() > 1 && text::is_digit(said[0]) && error.place == 0;
        const bool has_letter = std::ranges::any_of(said, text::is_ascii_letter);
        if (figure_with_unit && has_letter && names_unit(said)) refuse(error.what(), from, error.valid);
      }
    }
    return std::nullopt;
  }

  /// "0m", "99999h"
  static bool names_unit(std::string_view said) {
    static constexpr std::array<std::string_view, 9> units = {"s", "sec", "m", "min", "mins", "h", "hr", "hrs", "d"};
    return is_one_of(std::string(said.substr(std::min(said.find_first_not_of("0123456789.,"), said.size()))), units);
  }

  void severity() {
    const auto& token = tokens_[at_];
    const std::string valid = "a severity from 0 to 10, such as `6/10`, and a duration with its unit, such as `10m`";
    if (line_.severity) refuse("a second severity", token.begin, valid);
    const std::size_t slash = token.text.find('/');
    if (slash != std::string::npos && token.text.substr(slash + 1) != "10") {
      const bool number = number_in(std::string_view(token.text).substr(0, slash)) &&
                          number_in(std::string_view(token.text).substr(slash + 1));
      if (number) refuse("severity is out of 10", token.begin + slash + 1, valid);
      refuse("not a severity", token.begin, valid);
    }
    const auto said = severity_at(tokens_, at_);
    if (!said) refuse("not a severity", token.begin, valid);
    if (said->value > 10) refuse("severity goes up to 10", token.begin, valid);
    finish_words();
    line_.severity = said->value;
    line_.severity_said = said->said;
    at_ = said->end;
  }

  bool number_follows(std::size_t i) const {
    while (i < tokens_.size() && !is_number(i) && is_small(i)) ++i;
    return is_number(i);
  }

  bool place() {
    const bool another = !place_.items.empty();
    const bool had_number = line_.severity || line_.minutes;
    const bool limb_alone = another && !had_number && is_limb_alone();
    if (another && !limb_alone && (words_began() || !had_number)) return false;
    const auto found = read_place(vocabulary_, tokens_, at_, false);
    if (!found) return false;
    if (limb_alone) return take_part_of_limb(*found);
    if (another) {
      if (!number_follows(found->end)) return false;
      finish_spasm();
    }
    finish_words();
    place_ = *found;
    if (place_.items.front().side.empty()) place_.items.front().side = side_;
    side_.clear();
    at_ = found->end;
    return true;
  }

  /// "leg", of no side
  bool is_limb_alone() const {
    const auto& item = place_.items.back();
    return place_.items.size() == 1 && item.side.empty() && (item.words == "leg" || item.words == "arm");
  }

  /// "leg just locked up right calf 9/10": the part of the limb that was named before it, where it has a side.
  bool take_part_of_limb(const Place& found) {
    const auto& part = found.items.front();
    const char* parts = place_.items.back().words == "leg" ? "on a leg" : "on an arm";
    if (found.items.size() != 1 || part.side.empty() || !vocabulary_.words(parts).contains(part.last_part))
      return false;
    finish_words();
    place_ = found;
    at_ = found.end;
    return true;
  }

  /// "cramp in the quads after leg day, both, 4/10", "trapezius knot right side": behind words a side needs a comma, or
  /// words for the spasm before it.
  bool side_stands_apart() const {
    const std::size_t next = at_ + 1 < tokens_.size() && tokens_[at_ + 1].text == "side" ? at_ + 2 : at_ + 1;
    const bool ends = ends_at(next);
    const std::size_t last = at_ > 1 && tokens_[at_ - 1].text == "again" ? at_ - 2 : at_ - 1;
    const bool behind_spasm = vocabulary_.words("spasm word").contains(tokens_[last].text);
    const bool initial = tokens_[at_].text.size() == 1;  // "hamstring went L 7/10"
    return (ends && (tokens_[at_].comma_before || behind_spasm || initial)) || says_on_the_side();
  }

  bool ends_at(std::size_t i) const { return i >= tokens_.size() || tokens_[i].comma_before || is_number(i); }

  /// "cramped on the right side while typing", but not "while sleeping on my right side"
  bool says_on_the_side() const {
    const bool side = at_ > 2 && at_ + 1 < tokens_.size() && tokens_[at_ + 1].text == "side" &&
                      tokens_[at_ - 1].text == "the" && tokens_[at_ - 2].text == "on";
    return side && !lying_;
  }

  /// A side apart from its part: "calf 6/10 left", "left charley horse leg", "left calf 4, right 5".
  bool lone_side() {
    const auto side = parts_.side_named(tokens_[at_].text);
    const bool other_word = at_ + 1 < tokens_.size() && vocabulary_.words("not a side").contains(tokens_[at_ + 1].text);
    if (side.empty() || (words_began() && !side_stands_apart()) || other_word) return false;
    const bool of_more = side == "both" && line_.severity && !ends_at(at_ + 1);  // "neck 3/10, both all day"
    if (of_more) return false;
    if (place_.items.empty()) {
      if (!side_.empty()) return false;
      side_ = side;
    } else if (place_.items.back().side.empty()) {
      place_.items.back().side = side;
    } else if (line_.severity && number_follows(at_ + 1)) {
      const auto same_part = place_.items.back();
      finish_spasm();
      place_.items = {same_part};
      place_.items.back().side = side;
    } else {
      return false;
    }
    finish_words();
    ++at_;
    return true;
  }

  /// Whether the words say no more than the signs that stand among them.
  bool is_sign_alone(std::size_t first, std::size_t last) const {
    const std::string_view said = text_.substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
    const bool of_flag_name = std::ranges::any_of(signs_, [&](const auto& sign) { return said == sign.name; });
    for (std::size_t i = first; i <= last; ++i) {
      const Token& token = tokens_[i];
      if (!token.in_sign && !is_small(i)) return false;
      if (token.body == BodyWord::Part && !of_flag_name) return false;
    }
    return true;
  }

  /// What stands between two things that were understood is the site, where no part is known, or a note.
  void finish_words() {
    const auto begins_nothing = [&](std::size_t i) {
      return is_small(i) && !tokens_[i].in_sign && !vocabulary_.words("spasm note start").contains(tokens_[i].text);
    };
    std::vector<std::size_t> words = std::move(words_);
    words_.clear();
    words_began_ = story_began_ = lying_ = false;
    const bool denies = !words.empty() && vocabulary_.words("negation").contains(tokens_[words.front()].text);
    while (!denies && !words.empty() && is_small(words.back()) && !tokens_[words.back()].in_sign)
      words.pop_back();  // but "no chest pain" stays whole
    auto first = std::ranges::find_if_not(words, begins_nothing);
    if (first == words.end()) return;
    if (!part_named_ && site_.empty()) {
      auto end = first;
      while (end != words.end() && !tokens_[*end].in_sign && !is_manner(*end) && !ends_site(*end)) {
        if (!is_small(*end)) site_ += (site_.empty() ? "" : " ") + tokens_[*end].text;
        ++end;
      }
      first = end;
      if (first == words.end()) return;
    }
    if (is_sign_alone(*first, words.back())) return;
    const std::size_t begin = tokens_[*first].begin;
    line_.note +=
        (line_.note.empty() ? "" : ", ") + std::string(text_.substr(begin, tokens_[words.back()].end - begin));
  }

  bool ends_site(std::size_t i) const {
    return story_starts_.contains(tokens_[i].text) ||
           (vocabulary_.words("spasm site end").contains(tokens_[i].text) && !tokens_[i].in_sign);
  }

  /// "severe mid back spasm": how bad it was in words, where no number says it.
  void take_severity_word(std::size_t end) {
    constexpr std::array<std::pair<const char*, int>, 4> lists = {
        {{"severity 10", 10}, {"severity 8", 8}, {"severity 5", 5}, {"severity 3", 3}}};
    for (const Token& token : tokens_) {
      if (token.begin < begin_ || token.begin >= end || line_.severity) continue;
      for (const auto& [list, value] : lists) {
        if (!vocabulary_.words(list).contains(token.text)) continue;
        line_.severity = value;
        line_.severity_said = token.text;
      }
    }
  }

  /// "2 back spasms", "3 cramps": a number before the plural counts them.
  std::optional<Times> counted_spasms_at(std::size_t begin) const {
    constexpr std::size_t most_between = 4;
    const std::string_view word = tokens_[begin].text;
    if (word.size() > 2 || !std::ranges::all_of(word, text::is_digit)) return std::nullopt;
    int count = 0;
    std::from_chars(word.data(), word.data() + word.size(), count);
    if (count < 2 || count > most_spasms_at_once) return std::nullopt;
    for (std::size_t i = begin + 1; i < tokens_.size() && i <= begin + most_between; ++i) {
      if (tokens_[i].comma_before) break;
      if (tokens_[i].text == "spasms" || tokens_[i].text == "cramps") return Times{count, begin + 1};
      if (tokens_[i].body == BodyWord::None) break;
    }
    return std::nullopt;
  }

  void finish_spasm() {
    finish_words();
    const std::size_t end = at_ < tokens_.size() ? tokens_[at_].begin : text_.size();
    if (!line_.severity) take_severity_word(end);
    for (; next_sign_ < signs_.size() && signs_[next_sign_].begin < end; ++next_sign_) {
      const std::string& sign = signs_[next_sign_].name;
      if (std::ranges::find(line_.signs, sign) == line_.signs.end()) line_.signs.push_back(sign);
    }
    if (place_.items.empty()) {
      const bool of_the_calf = vocabulary_.words("calf cramp").contains(site_);
      if (of_the_calf) line_.site_said = site_;
      place_.items.push_back({side_, of_the_calf ? "calf" : site_, ""});
    }
    line_.site = place_.text(parts_);
    while (line_.site.ends_with(' ')) line_.site.pop_back();
    if (line_.site.empty()) line_.site = "unspecified";
    if (lines_.size() == most_entries_at_once) refuse_more_entries(text_, begin_);
    lines_.push_back(std::move(line_));
    line_ = {};
    place_ = {};
    side_.clear();
    begin_ = end;
  }

  const Vocabulary& vocabulary_;
  const BodyParts& parts_;
  const WordSet& small_;         // words that say nothing by themselves
  const WordSet& manners_;       // how bad it was, neither a part of the body nor a number
  const WordSet& story_starts_;  // from these on words tell a story, in which a number is no severity: "after 2 beers"
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<FoundSign> signs_;
  bool part_named_ = false;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;           // of what is said of this spasm
  std::size_t next_sign_ = 0;       // the first that is said of no spasm yet
  std::vector<std::size_t> words_;  // tokens that may be a site or a note
  bool words_began_ = false;        // words_ hold some that say something
  bool story_began_ = false;        // words_ hold one of story_starts_
  bool lying_ = false;              // words_ hold one for how somebody lay, whose side is no part's
  std::string side_;
  std::string site_;  // where no part is known
  Place place_;
  SpasmLine line_;
  std::vector<SpasmLine> lines_;
};

}  // namespace

std::vector<SpasmLine> read_spasm_lines(const Vocabulary& vocabulary, std::string_view text) {
  return Reader(vocabulary, text).read();
}

SpasmLine read_spasm_line(const Vocabulary& vocabulary, std::string_view text) {
  return read_spasm_lines(vocabulary, text).front();
}

}  // namespace lytes::language
