#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"

namespace lytes::language {

class Speaker;

/// The words that one entry of food, drink or a supplement was read from.
struct SaidWords {
  std::string words;        ///< "2 eggs"; empty where the entry is of another kind, or none are known
  bool is_named_so = true;  ///< whether the name that is kept holds the word for what it is: no "bananna" in "Bananas"
};

/// What a line says: entries that are not saved yet, with what is to be said of how they were understood.
struct Drafts {
  std::vector<journal::Entry> entries;
  std::vector<Remark> remarks;
  std::vector<foods::Answer> answers;         ///< given on the way, to be kept when the entries are saved
  std::optional<calendar::Day> no_spasms_on;  ///< "no cramps today": there was no spasm on that day
  std::vector<SaidWords> said = {};           ///< of each entry in turn; entries behind its end have none
};

using Words = std::vector<std::string>;

// The words of a command, of which the last may say when: "500ml water @ 8:30".
// All throw InputError with the place in the words joined by blanks.

/// After `drink`, `eat` and `take`.
/// @throws NotFoundError as `read_intake_line`
Drafts draft_intake(Speaker& speaker, const Words& words, foods::FoodKind kind, const std::string& note);

/// After `spasm`.
/// @param with what was said to come with it, sign by sign; words that are no sign are kept in the note, with a remark
Drafts draft_spasm(Speaker& speaker, const Words& words, const Words& with, const std::string& note);

/// After `stress`.
Drafts draft_stress(Speaker& speaker, const Words& words, const std::string& note);

/// After `log`: factors, and stress where it is said among them. Sleep of last night is that of the morning after.
Drafts draft_factors(Speaker& speaker, const Words& words, const std::string& note);

/// After `note`, in which only what stands after `@` is a time.
Drafts draft_note(Speaker& speaker, const Words& words);

// The same of a line without its time.

/// @param kind what the servings are; empty: what the foods are by themselves
Drafts draft_intake_at(Speaker& speaker, const std::string& line, std::optional<foods::FoodKind> kind,
                       const calendar::Moment& when, const std::string& note = {});
Drafts draft_spasm_at(Speaker& speaker, const std::string& line, const calendar::Moment& when);
Drafts draft_stress_at(Speaker& speaker, const std::string& line, const calendar::Moment& when,
                       const std::string& note = {});
Drafts draft_factors_at(Speaker& speaker, const std::string& line, const calendar::Moment& when,
                        const std::string& note = {});
Drafts draft_note_at(const std::string& line, const calendar::Moment& when);

}  // namespace lytes::language
