#include "lytes/language/any_line.hpp"

#include <algorithm>

#include "clauses.hpp"
#include "corrected.hpp"
#include "in_figures.hpp"
#include "lytes/bounds.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_signs.hpp"
#include "lytes/language/factor_line.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "other_speaker.hpp"
#include "told_then.hpp"

namespace lytes::language {

namespace {

/// Whoever tells of a sign that a doctor should see is not asked which food was meant by "hot and red".
class SpeakerOfLine : public OtherSpeaker {
 public:
  SpeakerOfLine(Speaker& speaker, const std::string& line) : OtherSpeaker(speaker), line_(line) {}

  /// The signs in the line, looked for when they are first asked for.
  const std::vector<FoundSign>& signs() {
    if (!signs_) signs_ = find_signs(vocabulary(), line_);
    return *signs_;
  }

  Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) override {
    if (!signs().empty()) throw NotFoundError("ambiguous_food", "no food beside a sign");
    return OtherSpeaker::which_food(phrase, candidates);
  }
  Choice unknown_food(std::string_view phrase) override {
    if (!signs().empty()) throw NotFoundError("no_such_food", "no food beside a sign");
    return OtherSpeaker::unknown_food(phrase);
  }

 private:
  const std::string& line_;
  std::optional<std::vector<FoundSign>> signs_;
};

/// Puts the clauses of a line together to drafts.
class LineDrafter {
 public:
  LineDrafter(Speaker& speaker, const std::string& line, std::optional<foods::FoodKind> kind, const std::string& note)
      : speaker_(speaker, line), line_(line), kind_(kind), note_(note) {}

  Drafts draft() {
    for (const Clause& clause : clauses_of(speaker_.vocabulary(), speaker_.reckoning(), line_)) add(clause);
    if (drafts_.entries.empty() && left_out_) throw NotFoundError("nothing_left", "nothing of it is left to log");
    const bool nothing = drafts_.entries.empty() && !drafts_.no_spasms_on;
    if (nothing)
      throw InputError("nothing to log", line_, 0, "`lytes had 2 eggs and coffee, stress 6, back spasm 5/10`");
    if (drafts_.entries.size() > most_entries_at_once) refuse_more_entries(line_, 0);
    say_every_sign();
    return std::move(drafts_);
  }

 private:
  void add(const Clause& clause) {
    try {
      const calendar::Moment when = when_of(clause);
      switch (clause.kind) {
        case ClauseKind::NoSpasms:
          drafts_.no_spasms_on = day_without_spasms(clause, when);
          return;
        case ClauseKind::Spasm:
          return add_drafts(draft_spasm_at(speaker_, clause.text, when));
        case ClauseKind::Stress:
          return add_drafts(draft_stress_at(speaker_, clause.text, when));
        case ClauseKind::Factor:
          return add_factors(clause, when);
        case ClauseKind::Note:
          return add_drafts(draft_note_at(clause.text, when));
        case ClauseKind::Intake:
          return add_intake(clause, when);
      }
    } catch (const InputError& error) {
      const std::size_t place = error.input.empty() ? 0 : std::min(error.place, clause.text.size());
      throw InputError(error.what(), line_, std::min(clause.begin + place, line_.size()), error.valid);
    }
  }

  /// A sign is kept, whatever else the words say.
  void add_factors(const Clause& clause, const calendar::Moment& when) {
    try {
      return add_drafts(draft_factors_at(speaker_, clause.text, when));
    } catch (const InputError&) {
      if (find_signs(speaker_.vocabulary(), clause.text).empty()) throw;
    }
    add_drafts(draft_note_at(clause.text, when));
  }

  calendar::Moment when_of(const Clause& clause) {
    if (!clause.when) return calendar::moment_at(speaker_.reckoning().now, speaker_.reckoning());
    for (auto& remark : remarks_on(*clause.when, clause.when_said, speaker_.reckoning()))
      drafts_.remarks.push_back(std::move(remark));
    return clause.when->moment;
  }

  /// "no cramps yesterday"
  calendar::Day day_without_spasms(const Clause& clause, const calendar::Moment& when) {
    const std::string said = " " + text::lowered(clause.text + " " + clause.when_said) + " ";
    for (const std::string_view many :
         {" since ", " week ", " weeks ", " month ", " days ", " lately ", " recently "}) {
      if (said.find(many) != std::string::npos)
        throw InputError("which days? Each day without a spasm is said by itself", clause.text, 0,
                         "`lytes spasm none` for today, `lytes spasm none yesterday`");
    }
    const std::size_t blank = clause.text.rfind(' ');
    try {
      return calendar::parse_day(clause.text.substr(blank == std::string::npos ? 0 : blank + 1), speaker_.reckoning());
    } catch (const InputError&) {
      return when.day;
    }
  }

  void add_intake(const Clause& clause, const calendar::Moment& when) {
    std::optional<foods::FoodKind> kind = kind_;
    if (clause.drunk) kind = foods::FoodKind::Drink;
    if (clause.taken) kind = foods::FoodKind::Supplement;
    auto drafts = draft_intake_or_note(clause, kind, when);
    left_out_ = left_out_ || drafts.entries.empty();
    if (clause.when_said == "today") say_over_the_day(drafts);
    add_drafts(std::move(drafts));
  }

  /// A line that tells of a sign is kept, whatever else its words say: what cannot be read of it is a note.
  Drafts draft_intake_or_note(const Clause& clause, std::optional<foods::FoodKind> kind, const calendar::Moment& when) {
    try {
      return draft_intake_at(speaker_, clause.text, kind, when, note_);
    } catch (const InputError&) {
      if (speaker_.signs().empty()) throw;
    } catch (const NotFoundError&) {
      if (speaker_.signs().empty()) throw;
    }
    if (std::ranges::any_of(clause.text, text::is_digit)) {
      drafts_.remarks.push_back(lytes::note(
          "kept_as_note", "\"" + text::printable(clause.text) + "\" is kept as a note, and nothing of it is counted"));
    }
    if (kept_ && drafts_.entries.back().when == when && drafts_.entries.size() == *kept_ + 1) {
      *drafts_.entries.back().note += ", " + clause.text;
      return {};
    }
    kept_ = drafts_.entries.size();
    return draft_note_at(clause.text, when);
  }

  /// Where a sign was told across what was parted, the line is a note. Of food and drink alone no words are looked at,
  /// but "took" may be told of a whole strip.
  void say_every_sign() {
    const auto has_words = [](const journal::Entry& entry) {
      return entry.note || entry.kind == journal::EntryKind::Supplement ||
             !std::holds_alternative<journal::Intake>(entry.what);
    };
    const auto first = kept_ ? drafts_.entries.begin() + static_cast<std::ptrdiff_t>(*kept_)
                             : std::ranges::find_if(drafts_.entries, has_words);
    if (first == drafts_.entries.end()) return;
    const auto told = signs_said(speaker_.vocabulary(), drafts_.entries);
    const auto is_told = [&](const FoundSign& sign) {
      return std::ranges::find(told, sign.name, &SaidSign::name) != told.end();
    };
    if (!std::ranges::all_of(speaker_.signs(), is_told)) first->note = line_;
  }

  /// "drank 2 litres today": nobody drinks so much at once.
  static void say_over_the_day(Drafts& drafts) {
    constexpr double least_ml = 1000;
    for (auto& entry : drafts.entries) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      const bool much = intake && intake->nutrients[quantity::Nutrient::Water].value_or(0) >= 0.9 * least_ml;
      if (much && entry.kind == journal::EntryKind::Drink && !entry.note) entry.note = "over the day";
    }
  }

  void add_drafts(Drafts more) {
    const auto append = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    drafts_.said.resize(drafts_.entries.size());
    append(drafts_.said, more.said);
    append(drafts_.entries, more.entries);
    append(drafts_.remarks, more.remarks);
    append(drafts_.answers, more.answers);
  }

  SpeakerOfLine speaker_;
  const std::string& line_;
  std::optional<foods::FoodKind> kind_;
  const std::string& note_;
  Drafts drafts_;
  bool left_out_ = false;            ///< all of a clause of food and drink
  std::optional<std::size_t> kept_;  ///< the entry that is a note because it could not be read as anything else
};

/// "yesterday: slept 5h, stress 8, 2 glasses of wine": a day in front that is that of all clauses.
struct Heading {
  calendar::Day day;
  std::string said;
  std::string rest;
};

std::optional<Heading> heading_of(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr std::size_t longest = 24;
  const std::size_t colon = line.find(':');
  if (colon > longest || line.find_first_of(",;", colon) == std::string::npos) return std::nullopt;
  const std::string said(text::trimmed(line.substr(0, colon)));
  if (said.empty() || text::is_digit(said.back()) || text::is_one_of(text::lowered(said), "sat|sun"))
    return std::nullopt;
  try {
    const calendar::Day day = calendar::parse_day(said, reckoning);
    if (day >= calendar::today(reckoning)) return std::nullopt;
    return Heading{day, said, std::string(text::trimmed(line.substr(colon + 1)))};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

}  // namespace

Drafts draft_line(Speaker& speaker, const Words& words, std::optional<foods::FoodKind> kind, const std::string& note) {
  const std::string line = corrected(speaker.vocabulary(), in_figures(text::joined(words)));
  const auto heading = heading_of(line, speaker.reckoning());
  if (!heading) return LineDrafter(speaker, line, kind, note).draft();
  bool at_noon = false;
  Drafts drafts = drafts_of_day(
      speaker, heading->day, [&](Speaker& then) { return LineDrafter(then, heading->rest, kind, note).draft(); },
      [&](const journal::Entry&, int) { at_noon = true; });
  if (at_noon) {
    drafts.remarks.insert(drafts.remarks.begin(),
                          lytes::note("vague_time", "\"" + text::printable(heading->said) +
                                                        "\" is taken as 12:00; `@ 8:30` says it exactly"));
  }
  return drafts;
}

}  // namespace lytes::language
