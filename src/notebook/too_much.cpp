#include "lytes/notebook/too_much.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

#include "lytes/journal/store.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/safety/doses.hpp"
#include "lytes/safety/medicines_taken.hpp"
#include "lytes/safety/signs.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;
using std::chrono::days;

safety::DoseProfile dose_profile(Notebook& notebook, Day day) {
  return safety::dose_profile(notebook.personal_advice(), notebook.targets().profile_on(day).age_on(day));
}

void name_poison_centre(Notebook& notebook, safety::DoseProfile& person) {
  person.poison_centre = safety::poison_centre(notebook.catalogue_file(), notebook.reckoning().zone.name());
}

bool was_unwell_before(Notebook& notebook, const calendar::Moment& when) {
  auto worded = notebook.store().list_worded({when.day - days{1}, when.day});
  std::erase_if(worded, [&](const journal::Entry& entry) {
    return entry.when.at > when.at || when.at - entry.when.at >= safety::unwell_within;
  });
  return safety::speaks_of_thin_blood(safety::told_signs(worded, notebook.vocabulary()));
}

/// A usual day's fluid said in one; more than that counts whatever is said of it.
bool is_drunk_over_the_day(const journal::Entry& entry) {
  constexpr double most_ml = 4000;
  const auto* intake = std::get_if<journal::Intake>(&entry.what);
  return intake && entry.kind == journal::EntryKind::Drink && safety::says_whole_day(entry.note) &&
         intake->nutrients[quantity::Nutrient::Water].value_or(0) < most_ml;
}

std::vector<journal::IntakeRow> intakes_around(Notebook& notebook, const calendar::Moment& when) {
  std::vector<journal::IntakeRow> rows;
  notebook.store().each_intake({when.day - days{1}, when.day + days{1}}, [&](const journal::IntakeRow& row) {
    if (std::chrono::abs(row.when.at - when.at) < safety::dose_window) rows.push_back(row);
  });
  return rows;
}

/// Takes out of the intakes around a line what the line itself is by now, and what does not say how fast it was drunk.
void leave_others(Notebook& notebook, std::span<const journal::Entry> line, std::vector<journal::IntakeRow>& rows) {
  const auto& when = line.front().when;
  std::vector<journal::Entry> known(line.begin(), line.end());
  for (auto& entry : notebook.store().list_worded({when.day - days{1}, when.day + days{1}})) {
    const bool of_line = std::ranges::find(line, entry.id, &journal::Entry::id) != line.end();
    if (!of_line && is_drunk_over_the_day(entry)) known.push_back(std::move(entry));
  }
  for (const auto& entry : known) {
    const auto* intake = entry.id == 0 ? nullptr : std::get_if<journal::Intake>(&entry.what);
    if (!intake) continue;
    const auto itself = std::ranges::find_if(rows, [&](const journal::IntakeRow& row) {
      return row.when == entry.when && row.kind == entry.kind && row.nutrients == intake->nutrients;
    });
    if (itself != rows.end()) rows.erase(itself);
  }
}

/// The medicines of a line, saved by now, that no earlier entry names.
std::vector<std::string> logged_first(Notebook& notebook, std::span<const journal::Entry> line) {
  constexpr journal::EntryKind medicines[] = {journal::EntryKind::Medicine};
  std::vector<std::string> names;
  for (const auto& entry : line) {
    if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) names.push_back(medicine->name);
  }
  const auto logged = names.empty() ? std::nullopt : notebook.store().days();
  if (!logged) return names;
  for (const auto& earlier : notebook.store().list(*logged, medicines)) {
    if (earlier.id < line.front().id) std::erase(names, std::get<journal::Medicine>(earlier.what).name);
  }
  return names;
}

}  // namespace

std::span<const journal::Entry> from_first_intake(std::span<const journal::Entry> line) {
  const auto first =
      std::ranges::find_if(line, [](const journal::Entry& entry) { return journal::is_intake(entry.kind); });
  return line.subspan(static_cast<std::size_t>(first - line.begin()));
}

std::vector<Remark> doses_of(Notebook& notebook, std::span<const journal::Entry> whole_line) {
  const auto line = from_first_intake(whole_line);
  if (line.empty()) return {};
  auto person = dose_profile(notebook, line.front().when.day);
  if (!safety::may_be_too_much(line, person)) return {};
  auto rows = intakes_around(notebook, line.front().when);
  if (safety::doses_of(line, rows, person).empty()) return {};  // nor with fewer of them
  leave_others(notebook, line, rows);
  const auto doses = safety::doses_of(line, rows, person);
  if (doses.empty()) return doses;
  const bool fluid = std::ranges::any_of(doses, [](const Remark& dose) { return dose.code == "fluid_dose"; });
  person.unwell = fluid && was_unwell_before(notebook, line.front().when);
  name_poison_centre(notebook, person);
  return safety::doses_of(line, rows, person);
}

std::optional<Remark> unwell_after_drinking(Notebook& notebook, const calendar::Moment& when) {
  std::vector<journal::IntakeRow> before;
  notebook.store().each_intake({when.day - days{1}, when.day}, [&](const journal::IntakeRow& row) {
    if (row.when.at <= when.at && when.at - row.when.at < safety::unwell_within) before.push_back(row);
  });
  return safety::unwell_after_drinking(before, dose_profile(notebook, when.day));
}

std::vector<Remark> medicines_of(Notebook& notebook, std::span<const journal::Entry> line) {
  auto remarks = safety::quinine_in_drinks(line);
  const auto names = safety::perhaps_medicines(line);
  if (names.empty()) return remarks;
  const auto book = targets::load_advice_about(notebook.catalogue_file(), names);
  const auto personal = notebook.personal_advice();
  for (Remark& remark : safety::medicines_taken(names, book, personal)) remarks.push_back(std::move(remark));
  for (Remark& remark : safety::missing_in_profile(logged_first(notebook, line), book, personal))
    remarks.push_back(std::move(remark));
  return remarks;
}

}  // namespace lytes::notebook
