#include "clause_kind.hpp"

#include <algorithm>
#include <optional>

#include "factor_phrases.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// What is said of a spasm where one is named.
enum class SpasmTalk {
  None,       ///< none is named
  Told,       ///< one was had
  Denied,     ///< none was had
  Mentioned,  ///< it is feared, was another's, or is spoken of again
  Purpose     ///< something was taken or done against it
};

class KindReader {
 public:
  KindReader(const Vocabulary& vocabulary, std::string_view text)
      : vocabulary_(vocabulary), text_(text), words_(plain_words_of(text)) {}

  ClauseKind kind() const {
    if (words_.empty()) return ClauseKind::Note;
    const SpasmTalk talk = spasm_talk();
    if (talk == SpasmTalk::Denied) return ClauseKind::NoSpasms;
    const std::string& first = words_.front().text;
    if (first == "note" || says_the_most() || says_what_helped()) return ClauseKind::Note;
    if (rates_stress()) return ClauseKind::Stress;
    if (was_had_because()) return ClauseKind::Intake;
    if (was_done_because()) return ClauseKind::Factor;
    if (talk == SpasmTalk::Mentioned) return ClauseKind::Note;
    if (talk == SpasmTalk::Told || is_part_with_severity() || says_part_went()) return ClauseKind::Spasm;
    if (says_change() || speaks_of_tomorrow()) return ClauseKind::Note;
    if (was_had_beside()) return ClauseKind::Intake;
    if (says_factor()) return ClauseKind::Factor;
    // A sign is kept, whatever else the words could be.
    if (!find_signs(vocabulary_, text_).empty() || is_complaint()) return ClauseKind::Note;
    if (words_.size() == 2 && vocabulary_.words("kind of day").contains(words_[1].text)) return ClauseKind::Note;
    if (says_how_it_was()) return ClauseKind::Note;
    if (is_no_food()) return ClauseKind::Note;
    if (is_remark() || says_how_often(vocabulary_, words_) || is_reading() || says_how_often_woken() ||
        is_of_somebody())
      return ClauseKind::Note;
    if (text::is_one_of(first, "forgot|forgotten") && is_rated()) return ClauseKind::Intake;  // "forgot: 2 eggs at 8"
    const bool how = words_.size() > 1 && stress_in_words(vocabulary_, first).has_value();    // "very tired"
    if (how && vocabulary_.words("note start").contains(words_[1].text)) return ClauseKind::Note;
    const bool back_to = first == "back" && words_.size() > 1 && words_[1].text == "to";  // "back to sleep by 4"
    return back_to || vocabulary_.words("note start").contains(first) ? ClauseKind::Note : ClauseKind::Intake;
  }

 private:
  using Place = std::vector<PlainWord>::const_iterator;

  static bool is_number(const PlainWord& word) { return text::is_digit(word.text[0]); }

  bool is_rated() const { return std::ranges::any_of(words_, is_number); }

  /// "7/10", "7"; but "after the 10k" is none.
  bool says_severity() const {
    return std::ranges::any_of(words_, [](const PlainWord& word) {
      const bool number =
          std::ranges::all_of(word.text, text::is_digit) && (word.text.size() == 1 || word.text == "10");
      return number || (is_number(word) && word.text.ends_with("/10"));
    });
  }

  /// "both cramps": of those told before.
  bool speaks_of_all() const {
    return words_.size() == 2 && text::is_one_of(words_[0].text, "both|all|each") &&
           vocabulary_.words("spasm word").contains(words_[1].text);
  }

  static bool any_in(Place first, Place last, const WordSet& set) {
    return std::any_of(first, last, [&](const PlainWord& word) { return set.contains(word.text); });
  }

  SpasmTalk spasm_talk() const {
    const WordSet& spasm = vocabulary_.words("spasm word");
    const Place at = std::ranges::find_if(words_, [&](const PlainWord& word) { return spasm.contains(word.text); });
    const bool free_of = std::ranges::any_of(
        words_, [](const PlainWord& word) { return word.text == "spasm-free" || word.text == "cramp-free"; });
    if (free_of) return SpasmTalk::Denied;
    if (at == words_.end()) return SpasmTalk::None;
    if (is_denied(at)) return SpasmTalk::Denied;
    if (was_without(at) || is_question() || speaks_of_all()) return SpasmTalk::Mentioned;
    if (is_of_another(at) || words_.front().text == "correction") return SpasmTalk::Mentioned;
    if (at - words_.begin() > 1 && any_in(words_.begin() + 1, at, vocabulary_.words("spasm purpose")))
      return SpasmTalk::Purpose;
    return !is_rated() && is_only_mentioned(at) ? SpasmTalk::Mentioned : SpasmTalk::Told;
  }

  /// "no cramps", "zero spasms", "still no bad leg cramps", "didn't have any cramp", "cramp free".
  bool is_denied(Place at) const {
    if (at == words_.begin()) {
      return words_.size() > 1 && (text::is_one_of(words_[1].text, "free|none|nil") ||
                                   (words_.size() == 2 && text::is_one_of(words_[1].text, "zero|0|no")));
    }
    if (at + 1 != words_.end() && text::is_one_of((at + 1)->text, "none|nil") && is_of_the_body(words_.begin(), at))
      return true;  // "back spasm none", "calf cramps: none today"
    const bool of_today = text::is_one_of(words_.front().text, "still|today|heute|so");
    const Place denial = of_today ? words_.begin() + 1 : words_.begin();
    if (denial == at || !vocabulary_.words("spasm denied").contains(denial->text)) return false;
    const bool plainly = text::is_one_of(denial->text, "no|none|zero|kein|keine|keinen");
    const WordSet& fillers = vocabulary_.words("spasm denied filler");
    const WordSet& quality = vocabulary_.words("spasm quality");
    return (plainly || !says_severity()) && std::all_of(denial + 1, at, [&](const PlainWord& word) {
             return fillers.contains(word.text) || quality.contains(word.text) ||
                    vocabulary_.body_parts().kind_of(word.text) != BodyWord::None;
           });
  }

  bool is_of_the_body(Place first, Place last) const {
    return std::all_of(first, last, [&](const PlainWord& word) {
      return vocabulary_.body_parts().kind_of(word.text) != BodyWord::None;
    });
  }

  /// "will i get a cramp tonight?", but not "can of coke gave me a cramp"
  bool is_question() const {
    const bool asks = words_.size() > 1 && text::is_one_of(words_[0].text, "will|should|could|would|might|can|may") &&
                      text::is_one_of(words_[1].text, "i|it|this|that|my|there|they");
    return !is_rated() && (asks || text_.ends_with('?'));
  }

  /// "day went without a spasm": who says so of a day says it as "no spasms today".
  bool was_without(Place at) const {
    Place word = at;
    while (word != words_.begin() && text::is_one_of((word - 1)->text, "a|any|single|one|more|real")) --word;
    return word != words_.begin() && (word - 1)->text == "without" && !is_rated();
  }

  /// "my son had a cramp", but not "lifted my son, back spasm".
  bool is_of_another(Place at) const {
    const WordSet& people = vocabulary_.words("sign other people");
    for (Place word = words_.begin(); word != at; ++word) {
      const std::string& next = (word + 1)->text;
      if (people.contains(word->text) && text::is_one_of(next, "had|has|got|gets|is|was|having")) return true;
    }
    return false;
  }

  /// "worried about spasms", "no sleep because of cramps", "tingling since the spasm", "cramp gone".
  bool is_only_mentioned(Place at) const {
    if (any_in(words_.begin(), at, vocabulary_.words("spasm feared"))) return true;
    if (any_in(words_.begin(), at, vocabulary_.words("sign fear"))) return true;
    const bool again = at != words_.begin() && (text::is_one_of((at - 1)->text, "the|that|those|last|previous") ||
                                                (at - 1)->text.ends_with("'s") || (at - 1)->text.ends_with("\u2019s"));
    const bool behind = std::any_of(words_.begin(), at, [](const PlainWord& word) {
      return text::is_one_of(word.text, "since|after|before|from|about|than");
    });
    const bool over = at + 1 != words_.end() && text::is_one_of((at + 1)->text, "gone|stopped|away|better");
    // "about to cramp", "wanted to seize up"
    const bool to_come = at - words_.begin() > 1 && (at - 1)->text == "to" &&
                         vocabulary_.words("spasm to come").contains((at - 2)->text);
    return (again && behind) || over || to_come;
  }

  /// "stress 7", "very stressed 8/10", "stress level high", "very stressed"
  bool rates_stress() const {
    constexpr std::ptrdiff_t farthest = 3;
    const bool of_stress =
        std::any_of(words_.begin(), words_.begin() + std::min(farthest, std::ssize(words_)),
                    [](const PlainWord& word) { return word.text == "stress" || word.text == "stressed"; });
    if (!of_stress) return ends_with_stress() || says_tension();
    const bool rated = std::ranges::any_of(
        words_, [&](const PlainWord& word) { return is_number(word) || rating_in_words(vocabulary_, word.text); });
    return rated || says_how_stressed();
  }

  /// "tension 5", as stress is called in India
  bool says_tension() const { return words_.size() == 2 && words_[0].text == "tension" && is_number(words_[1]); }

  /// "work was hell", "calm"; but "pudding was apple crumble" is told of what was had
  bool says_how_it_was() const {
    const std::string& first = words_.front().text;
    if (words_.size() == 1) return text::is_one_of(first, "calm|calmer");
    return words_.size() > 2 && !is_rated() && text::is_one_of(words_[1].text, "was|were") &&
           vocabulary_.words("how it was").contains(first);
  }

  /// "pretty chilled today stress 2"
  bool ends_with_stress() const {
    const std::size_t last = words_.size() - 1;
    return words_.size() > 2 && words_[last - 1].text == "stress" && is_number(words_[last]) &&
           std::none_of(words_.begin(), words_.end() - 1, is_number);
  }

  /// "very stressed today", "a bit stressed about money", but not "not that stressed"
  bool says_how_stressed() const {
    const auto stressed = std::ranges::find_if(words_, [](const PlainWord& word) { return word.text == "stressed"; });
    if (stressed == words_.end() || vocabulary_.words("negation").contains(words_.front().text)) return false;
    const auto how = [&](const PlainWord& word) { return stress_in_words(vocabulary_, word.text).has_value(); };
    return std::count_if(words_.begin(), std::min(stressed + 2, words_.end()), how) > 0;
  }

  /// "stiff neck", "calf tight after the walk": a part of the body that is not well, and no spasm.
  bool is_complaint() const {
    const WordSet& complaints = vocabulary_.words("complaint");
    return std::ranges::any_of(words_, [&](const PlainWord& word) { return complaints.contains(word.text); }) &&
           std::ranges::any_of(words_, [&](const PlainWord& word) {
             return vocabulary_.body_parts().kind_of(word.text) == BodyWord::Part;
           });
  }

  /// "deadline at work", "physio appointment": what happened, and nothing that was counted.
  bool is_remark() const {
    const bool first_time = words_.size() > 1 && words_[0].text == "first" && words_[1].text == "time";
    return first_time || (!is_rated() && any_in(words_.begin(), words_.end(), vocabulary_.words("remark word")));
  }

  /// "blood pressure 135/85", "screen time 7h": a figure that lytes makes nothing of.
  bool is_reading() const {
    return is_number(words_.back()) && any_in(words_.begin(), words_.end(), vocabulary_.words("reading word"));
  }

  /// "started statin", "stopped the new pillow", "started on amlodipine 5mg", "doubled my gabapentin"
  bool says_change() const {
    constexpr std::size_t most_words = 5;
    const bool dose = words_.size() > 1 && vocabulary_.words("dose changed").contains(words_.front().text);
    return dose && words_.size() <= most_words && factors_in_words(vocabulary_, text_).said.empty();
  }

  /// "feet up all evening": a part of the body that nobody eats, and nothing counted.
  bool is_no_food() const {
    const std::string& first = words_.front().text;
    return !is_rated() && vocabulary_.body_parts().kind_of(first) == BodyWord::Part &&
           !vocabulary_.words("eaten part").contains(first);
  }

  /// "travel day tomorrow"
  bool speaks_of_tomorrow() const {
    return std::ranges::any_of(words_, [](const PlainWord& word) { return word.text == "tomorrow"; });
  }

  /// "left calf went", "my back's gone again": the part gave way, and nothing was counted.
  bool says_part_went() const {
    constexpr std::size_t most_words = 10;
    const WordSet& went = vocabulary_.words("part went");
    for (std::size_t i = 1; i < words_.size() && words_.size() <= most_words; ++i) {
      const bool of_two = i > 1 && words_[i - 1].text == "blade";  // of the shoulder
      const std::string& before = words_[of_two ? i - 2 : i - 1].text;
      const std::string part = before.ends_with("'s") ? before.substr(0, before.size() - 2) : before;
      if (went.contains(words_[i].text) && vocabulary_.body_parts().kind_of(part) == BodyWord::Part)
        return i + 1 == words_.size() || vocabulary_.words("part went behind").contains(words_[i + 1].text);
    }
    return false;
  }

  /// "kids driving me mad", "boss shouted at me": what somebody did, but not "made me a tea".
  bool is_of_somebody() const {
    const bool unwell = text::is_one_of(words_.back().text, "ill|sick|poorly|unwell|crying|screaming|teething|upset");
    if (unwell && vocabulary_.words("sign other people").contains(words_.front().text)) return true;  // "kids ill"
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].text == "me" && !vocabulary_.words("gave me").contains(words_[i - 1].text)) return !is_rated();
    }
    return false;
  }

  /// "worst 6", "worst was 7/10": of several, and of none by itself.
  bool says_the_most() const {
    return words_.size() > 1 && words_.size() <= 3 &&
           vocabulary_.words("most of several").contains(words_.front().text) && is_number(words_.back());
  }

  /// "heat helped"
  bool says_what_helped() const {
    constexpr std::size_t most_words = 4;
    return words_.size() <= most_words && !is_rated() && text::is_one_of(words_.back().text, "helped|helps");
  }

  /// "gatorade 20oz after mowing the lawn": so much of something, and beside what it was had.
  bool was_had_beside() const {
    const auto beside = std::ranges::find_if(
        words_, [](const PlainWord& word) { return text::is_one_of(word.text, "after|before|during|while"); });
    const bool amount = std::any_of(
        words_.begin(), beside, [](const PlainWord& word) { return is_number(word) && !word.text.ends_with("/10"); });
    if (beside == words_.end() || !amount) return false;
    const bool part = std::any_of(words_.begin(), beside, [&](const PlainWord& word) {
      return vocabulary_.body_parts().kind_of(word.text) == BodyWord::Part;
    });
    const std::string_view had = text_.substr(0, beside->begin);
    return !part && factors_in_words(vocabulary_, had).said.empty() && factor_named(vocabulary_, had) == nullptr;
  }

  /// "baclofen 10mg because my back locked up", "300ml water after the spasm": why it was had.
  bool was_had_because() const {
    const auto why = reason("because|cos|coz|cuz|cause|due|after|since");
    return why && names_a_dose(*why) && factors_in_words(vocabulary_, text_.substr(0, (*why)->begin)).said.empty();
  }

  /// "slept 5h because of cramps"
  bool was_done_because() const {
    const auto why = reason("because|cos|coz|cuz|cause|due");
    if (!why) return false;
    const std::string_view done = text_.substr(0, (*why)->begin);
    return !factors_in_words(vocabulary_, done).said.empty() || factor_named(vocabulary_, done) != nullptr;
  }

  /// Where the reason begins, if what stands before it is not of the body and nothing behind it says how bad it was.
  std::optional<Place> reason(std::string_view words) const {
    const Place why =
        std::ranges::find_if(words_, [&](const PlainWord& word) { return text::is_one_of(word.text, words); });
    if (why == words_.begin() || why == words_.end()) return std::nullopt;
    const WordSet& spasm = vocabulary_.words("spasm word");
    const bool of_the_body = std::any_of(words_.begin(), why, [&](const PlainWord& word) {
      return spasm.contains(word.text) || vocabulary_.body_parts().kind_of(word.text) == BodyWord::Part;
    });
    const bool rated = std::any_of(why, words_.end(), [](const PlainWord& word) { return word.text.ends_with("/10"); });
    return of_the_body || rated ? std::nullopt : std::optional(why);
  }

  /// "300ml", "10 mg", "a baclofen", "multivitamin"
  bool names_a_dose(Place end) const {
    constexpr std::string_view measures = "ml|l|cl|dl|g|mg|mcg|iu|oz|mmol|meq|litre|litres|liter|liters";
    const WordSet& units = vocabulary_.words("unit");
    for (Place word = words_.begin(); word != end; ++word) {
      if (vocabulary_.words("medicine").contains(word->text) ||
          vocabulary_.words("supplement name").contains(word->text))
        return true;
      if (!is_number(*word)) continue;
      const std::string behind = word->text.substr(word->text.find_last_of("0123456789") + 1);
      if (text::is_one_of(behind, measures)) return true;
      if (behind.empty() && word + 1 != end && !word->text.ends_with("/10") &&
          (text::is_one_of((word + 1)->text, measures) || units.contains((word + 1)->text)))
        return true;
    }
    return false;
  }

  /// "woke up 3 times"
  bool says_how_often_woken() const {
    const bool up = words_.front().text == "up";  // "up 4 times"
    return (up || vocabulary_.words("woken").contains(words_.front().text)) &&
           text::is_one_of(words_.back().text, "times|once|twice");
  }

  /// "upper back 7 for 15 min" without the length behind.
  std::vector<PlainWord> without_length(std::vector<PlainWord> words) const {
    constexpr std::size_t most_words = 4;
    for (std::size_t i = words.size() > most_words ? words.size() - most_words : 1; i < words.size(); ++i) {
      if (!is_length(text_.substr(words[i].begin))) continue;
      words.resize(i > 1 && text::is_one_of(words[i - 1].text, "for|about") ? i - 1 : i);
      break;
    }
    return words;
  }

  /// "left calf 7/10", "upper back 6", "upper back 7 for 15 min": a part of the body with a severity.
  bool is_part_with_severity() const {
    const auto words = without_length(words_);
    const BodyParts& parts = vocabulary_.body_parts();
    const bool part =
        std::ranges::any_of(words, [&](const PlainWord& word) { return parts.kind_of(word.text) == BodyWord::Part; });
    const bool out_of_ten = std::ranges::any_of(
        words, [](const PlainWord& word) { return text::is_digit(word.text[0]) && word.text.ends_with("/10"); });
    const auto known = [&](const PlainWord& word) {
      const bool number = word.text.size() <= 2 && std::ranges::all_of(word.text, text::is_digit);
      return number || parts.kind_of(word.text) != BodyWord::None;
    };
    const bool numbers_and_parts =
        words.size() > 1 && std::ranges::all_of(words, known) && !text::is_digit(words.front().text[0]);
    return part && (out_of_ten || numbers_and_parts);
  }

  bool says_factor() const {
    const auto in_words = factors_in_words(vocabulary_, text_);
    return !in_words.said.empty() || (!in_words.sounds_like_one && factor_named(vocabulary_, text_) != nullptr);
  }

  const Vocabulary& vocabulary_;
  std::string_view text_;
  std::vector<PlainWord> words_;
};

}  // namespace

ClauseKind kind_of_clause(const Vocabulary& vocabulary, std::string_view text) {
  return KindReader(vocabulary, text).kind();
}

}  // namespace lytes::language
