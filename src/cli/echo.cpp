#include "echo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/merge.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/targets/cautions.hpp"
#include "lytes/targets/red_flags.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/timeline.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using quantity::Nutrient;

std::optional<double> known_sum(const timeline::DayAmount& amount) {
  return amount.known > 0 ? std::optional(amount.sum) : std::nullopt;
}

/// What the day as it now stands calls for, if this line had a part in it: a caution that was due before is not
/// repeated with every glass, but one about supplements is with every further dose.
void add_day_cautions(Session& session, const timeline::DayRow& row, std::span<const journal::Entry> line,
                      std::vector<report::Warning>& warnings) {
  targets::CautionSums after{known_sum(row.held_against_target(Nutrient::Water)),
                             known_sum(row.amount(Nutrient::Magnesium)), known_sum(row.amount(Nutrient::Potassium)),
                             known_sum(row.supplement_magnesium), known_sum(row.supplement_potassium)};
  targets::CautionSums before = after;
  for (const auto& entry : line) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake || entry.when.day != row.day) continue;
    const auto take_off = [&](std::optional<double>& sum, Nutrient nutrient) {
      if (sum && intake->nutrients[nutrient]) *sum -= *intake->nutrients[nutrient];
    };
    const bool drinks_only = row.targets.fluid_basis == targets::FluidBasis::Drinks;
    if (!drinks_only || entry.kind == journal::Kind::Drink) take_off(before.fluid_ml, Nutrient::Water);
    take_off(before.magnesium_mg, Nutrient::Magnesium);
    take_off(before.potassium_mg, Nutrient::Potassium);
    if (entry.kind == journal::Kind::Supplement) {
      take_off(before.supplement_magnesium_mg, Nutrient::Magnesium);
      take_off(before.supplement_potassium_mg, Nutrient::Potassium);
    }
  }
  const auto personal = session.personal_advice();
  const auto& targets = session.targets().on(row.day);
  const auto took_more = [&](Nutrient nutrient) {
    return std::ranges::any_of(line, [&](const auto& entry) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      return entry.kind == journal::Kind::Supplement && intake && intake->nutrients[nutrient].value_or(0) > 0;
    });
  };
  std::set<std::string> already;
  for (const auto& caution : day_cautions(before, targets, personal)) already.insert(caution.code);
  for (const auto& caution : day_cautions(after, targets, personal)) {
    const bool another_dose = (caution.code.starts_with("magnesium_supplement") && took_more(Nutrient::Magnesium)) ||
                              (caution.code.starts_with("potassium_supplement") && took_more(Nutrient::Potassium));
    if (!already.contains(caution.code) || another_dose) warnings.push_back({caution.code, caution.message});
  }
}

/// What a spasm that was changed calls for as it now stands.
void add_signs(Session& session, const journal::Entry& before, const journal::Entry& after,
               std::vector<report::Warning>& warnings) {
  const auto* spasm = std::get_if<journal::Spasm>(&after.what);
  if (!spasm || before.what == after.what) return;
  const auto signs = targets::signs_of(spasm->severity, spasm->minutes, spasm->flags);
  for (const auto& caution : targets::spasm_cautions(signs, session.personal_advice())) {
    warnings.push_back({caution.code, caution.message});
  }
}

/// What an edit comes to on the entry as the journal holds it now, which others may have changed meanwhile.
journal::Entry edit_of_now(Session& session, const journal::Entry& seen, const journal::Entry& wanted,
                           const journal::Entry& now) {
  if (const auto both = journal::merged(seen, wanted, now)) return *both;
  std::string stands = report::entry_brief(now, calendar::today(session.reckoning()), {});
  stands.erase(0, stands.find_first_not_of(' '));
  throw StorageError(StorageError::Kind::Failed,
                     fmt::format("entry {} was changed while it was being edited, and is now: {}", seen.id, stands),
                     fmt::format("Look at it with 'lytes show {}', and edit it again.", seen.id));
}

/// Where the day of an intake stands, with the cautions that this line called for.
std::optional<timeline::DayRow> standing(Session& session, std::span<const journal::Entry> line,
                                         std::vector<report::Warning>& warnings) {
  if (!journal::is_intake(line.front().kind)) return std::nullopt;
  const auto row = timeline::intake_of(session.store(), session.targets(), line.front().when.day);
  add_day_cautions(session, row, line, warnings);
  return row;
}

}  // namespace

void log(Session& session, std::span<const journal::Entry> line, std::vector<report::Warning> warnings,
         std::span<const foods::Answer> answers) {
  if (line.size() > most_entries_at_once) refuse_more_entries({}, 0);  // "x20" makes many of few words
  auto change = session.change();
  bool already_said = false;
  for (const auto& entry : line) {
    // Once is enough, also for "x3".
    if (const auto similar = session.store().last_similar(entry); similar && !already_said) {
      already_said = true;
      warnings.push_back(
          {"looks_like_twice",
           fmt::format("entry {} says the same within two minutes; if this was a slip: lytes undo", *similar)});
    }
  }
  const auto ids = session.store().add(line);
  for (const auto& answer : answers) session.pantry().remember(answer.question, answer.words, answer.answer);
  change.commit();
  session.saved = Saved::Yes;  // whatever goes wrong from here on, the entry is there

  std::vector<journal::Entry> entries(line.begin(), line.end());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].id = ids[i];
    entries[i].line = ids.front();
  }
  const auto row = standing(session, entries, warnings);
  if (session.options.json) return session.say(report::written_json(entries, warnings));

  const calendar::Day today = calendar::today(session.reckoning());
  std::string text;
  for (const auto& entry : entries) text += report::entry_line(entry, today, session.style());
  text += report::warning_lines(warnings, session.style());
  if (row) text += report::standing_line(*row, today, session.restraint(row->day), session.style());
  session.say(text);
}

void log_edit(Session& session, const journal::Entry& seen, const journal::Entry& wanted,
              std::vector<report::Warning> warnings) {
  if (wanted == seen) {
    session.saved.reset();  // there was nothing to save
    return session.say(session.options.json ? report::edited_json(seen, wanted, warnings) : "Nothing was changed.\n");
  }
  auto change = session.change();
  const journal::Entry before = session.store().find(seen.id);
  const journal::Entry after = edit_of_now(session, seen, wanted, before);
  session.store().update(after);
  change.commit();
  session.saved = Saved::Yes;
  add_signs(session, before, after, warnings);
  const auto row = standing(session, {&after, 1}, warnings);
  if (session.options.json) return session.say(report::edited_json(before, after, warnings));
  const calendar::Day today = calendar::today(session.reckoning());
  std::string text = report::edited_lines(before, after, today, session.style());
  text += report::warning_lines(warnings, session.style());
  if (row) text += report::standing_line(*row, today, session.restraint(row->day), session.style());
  session.say(text);
}

void say_day(Session& session, calendar::Day day,
             const std::vector<std::pair<journal::Stream, std::optional<journal::DayStatus>>>& said,
             const std::string& in_words) {
  auto change = session.change();
  for (const auto& [stream, status] : said) session.store().say(day, stream, status);
  change.commit();
  session.saved = Saved::Yes;
  const auto row = timeline::build(session.store(), session.targets(), {day, day}).rows().front();
  if (session.options.json) return session.say(report::day_json({row, {}, calendar::today(session.reckoning()), {}}));
  std::string text = fmt::format("{} {}: {}\n", calendar::weekday_short(day), calendar::iso(day), in_words);
  if (row.intake_status == journal::DayStatus::Complete && row.intakes == 0) {
    const report::Warning nothing{"nothing_logged",
                                  "of food and drink nothing at all is logged; that is taken as unknown, not as none, "
                                  "and the day is not compared. What you had can still be logged"};
    text += report::warning_lines({&nothing, 1}, session.style());
  }
  session.say(text);
}

}  // namespace lytes::cli
