#include "lytes/language/entry_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/rescale.hpp"
#include "lytes/language/factor_line.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/spasm_line.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using journal::Entry;
using journal::EntryKind;
using Remarks = std::vector<Remark>;

std::string number_text(const std::optional<double>& number) {
  return number ? fmt::format("{:g}", *number) : std::string();
}

void add_remarks(const foods::Serving& serving, Remarks& remarks) {
  for (const auto& remark : serving.remarks) remarks.push_back(note(remark.code, remark.message));
}

std::optional<foods::Food> food_behind(Speaker& speaker, const journal::Intake& intake) {
  if (!intake.food) return std::nullopt;
  return foods::Finder(speaker.catalogue(), &speaker.user_foods(), nullptr, &speaker.imported_foods())
      .find(*intake.food);
}

/// A clock time alone means the entry's own day; moved home from another zone, it means the clocks of there.
calendar::Moment moment_on_day_of(const calendar::Moment& old, std::chrono::minutes clock,
                                  const calendar::Reckoning& reckoning) {
  const calendar::Day date = clock < reckoning.day_start ? old.day + std::chrono::days{1} : old.day;
  const auto local = calendar::LocalTime((date + clock).time_since_epoch());
  if (reckoning.zone.offset_at(old.at) == old.utc_offset) return calendar::moment_at_local(local, reckoning);
  return {calendar::Instant(local.time_since_epoch() - old.utc_offset), old.utc_offset, old.day};
}

calendar::Moment read_when(Speaker& speaker, const calendar::Moment& old, const std::string& text, Remarks& remarks) {
  const auto& reckoning = speaker.reckoning();
  std::optional<std::chrono::minutes> clock;
  try {
    clock = calendar::parse_clock(text);
  } catch (const InputError&) {
    const auto spoken = calendar::parse_moment(text, reckoning);
    for (auto& remark : remarks_on(spoken, text, reckoning)) remarks.push_back(std::move(remark));
    return spoken.moment;
  }
  const auto when = moment_on_day_of(old, *clock, reckoning);
  if (when.at > reckoning.now) {
    throw InputError(fmt::format("{} on {} is still to come", short_time(when), calendar::iso(civil_day(when))), text,
                     0, "a time that has been, such as `yesterday 23:40`");
  }
  return when;
}

void set_amount(Speaker& speaker, Entry& entry, const std::string& text, Remarks& remarks) {
  auto& intake = std::get<journal::Intake>(entry.what);
  const auto food = food_behind(speaker, intake);
  const auto serving =
      foods::rescale(serving_from(entry), text, food ? &*food : nullptr, speaker.catalogue(), speaker.measures());
  add_remarks(serving, remarks);
  intake = intake_from(serving);
}

/// Another food in the amount that stands, unless the value says its own: "2 slices rye bread".
void set_food(Speaker& speaker, Entry& entry, const std::string& text, Remarks& remarks) {
  const auto kind = food_kind(entry.kind);
  const auto ounce = kind == foods::FoodKind::Drink ? quantity::OunceOf::Drink : quantity::OunceOf::Food;
  const auto said = quantity::parse_amount(text, ounce);
  const std::string before =
      said.number_given || said.measure ? "" : std::get<journal::Intake>(entry.what).amount + " ";
  ReadLine read;
  try {
    read = read_intake_line(speaker, before + text, kind);
  } catch (const InputError& error) {
    throw InputError(error.what(), text, error.place - std::min(error.place, before.size()), error.valid);
  }
  if (read.servings.size() != 1) {
    throw InputError("an entry is one food", text, 0, "one food here, and the others with `lytes eat`");
  }
  add_remarks(read.servings.front(), remarks);
  entry.what = intake_from(read.servings.front());
}

void set_kind(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  const auto kind = journal::kind_named(text);
  if (!kind || !journal::is_intake(*kind) || *kind == EntryKind::Total) {
    throw InputError("not a kind that this can be", text, 0, "drink, food or supplement");
  }
  entry.kind = *kind;
}

void set_at(Speaker& speaker, Entry& entry, const std::string& text, Remarks& remarks) {
  entry.when = read_when(speaker, entry.when, text, remarks);
}

void set_note(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  if (text.empty() && entry.kind == EntryKind::Note) {
    throw InputError("an empty note", {}, 0, fmt::format("`lytes delete {}`", entry.id));
  }
  entry.note = text.empty() ? std::nullopt : std::optional(text);
}

SpasmLine spasm_words(Speaker& speaker, const std::string& text) {
  SpasmLine line = read_spasm_line(speaker.vocabulary(), text);
  if (line.none) throw InputError("not a part of the body", text, 0, "a site such as `calf left`");
  return line;
}

void set_site(Speaker& speaker, Entry& entry, const std::string& text, Remarks&) {
  const SpasmLine line = spasm_words(speaker, text);
  if (line.severity || line.minutes) {
    throw InputError("a site alone", text, 0, "`site=calf left`; severity and minutes are fields of their own");
  }
  // Said to be the site, words that would be a note elsewhere belong to it.
  std::get<journal::Spasm>(entry.what).site = line.note.empty() ? line.site : text;
}

void set_severity(Speaker& speaker, Entry& entry, const std::string& text, Remarks&) {
  auto& severity = std::get<journal::Spasm>(entry.what).severity;
  severity.reset();
  if (text.empty()) return;
  const SpasmLine line = spasm_words(speaker, text);
  if (!line.severity || line.minutes || line.site != "unspecified") {
    throw InputError("not a severity", text, 0, "a whole number from 0 to 10, such as `6`");
  }
  severity = line.severity;
}

void set_minutes(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  auto& minutes = std::get<journal::Spasm>(entry.what).minutes;
  minutes.reset();
  if (text.empty()) return;
  const bool bare = text.find_first_not_of("0123456789.,") == std::string::npos;
  try {
    minutes = calendar::parse_duration_minutes(bare ? text + " m" : text);
  } catch (const InputError& error) {
    throw InputError(error.what(), text, std::min(error.place, text.size()), error.valid);
  }
}

void set_with(Speaker& speaker, Entry& entry, const std::string& text, Remarks&) {
  auto& spasm = std::get<journal::Spasm>(entry.what);
  spasm.flags.clear();
  if (text.empty()) return;
  spasm.flags = read_sign_names(speaker.vocabulary(), text);
  std::ranges::sort(spasm.flags);
}

void set_rating(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  std::get<journal::Stress>(entry.what).rating = read_rating(text);
}

void set_value(Speaker& speaker, Entry& entry, const std::string& text, Remarks&) {
  auto& factor = std::get<journal::Factor>(entry.what);
  const std::string before = factor.name + (text.empty() ? "" : " ");
  std::vector<SaidFactor> said;
  try {
    said = read_factor_line(speaker.vocabulary(), before + text);
  } catch (const InputError& error) {
    throw InputError(error.what(), text, std::min(error.place - std::min(error.place, before.size()), text.size()),
                     error.valid);
  }
  if (said.size() != 1 || said.front().factor.name != factor.name) {
    throw InputError("not a value of " + factor.name, text, 0, "a number with its unit, such as `6.5h`");
  }
  factor = said.front().factor;
}

void set_name(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  if (text.empty()) throw InputError("a medicine needs a name", {}, 0, "`name=ibuprofen`");
  std::get<journal::Medicine>(entry.what).name = text::lowered(text);
}

void set_dose(Speaker&, Entry& entry, const std::string& text, Remarks&) {
  std::get<journal::Medicine>(entry.what).dose = text.empty() ? std::nullopt : std::optional(text);
}

struct FieldRule {
  const char* name;
  bool (*belongs_to)(EntryKind);
  void (*set)(Speaker&, Entry&, const std::string&, Remarks&);
};

bool any(EntryKind) { return true; }
bool eaten(EntryKind kind) { return journal::is_intake(kind) && kind != EntryKind::Total; }
bool spasm(EntryKind kind) { return kind == EntryKind::Spasm; }
bool medicine(EntryKind kind) { return kind == EntryKind::Medicine; }

const FieldRule rules[] = {
    {"at", any, set_at},
    {"kind", eaten, set_kind},
    {"food", eaten, set_food},
    {"amount", eaten, set_amount},
    {"site", spasm, set_site},
    {"severity", spasm, set_severity},
    {"minutes", spasm, set_minutes},
    {"with", spasm, set_with},
    {"rating", [](EntryKind kind) { return kind == EntryKind::Stress; }, set_rating},
    {"value", [](EntryKind kind) { return kind == EntryKind::Factor; }, set_value},
    {"name", medicine, set_name},
    {"dose", medicine, set_dose},
    {"note", any, set_note},
};

std::string names_for(EntryKind kind) {
  std::vector<std::string> names;
  for (const auto& rule : rules) {
    if (rule.belongs_to(kind)) names.emplace_back(rule.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

const FieldRule& rule_for(const Field& field, EntryKind kind) {
  for (const auto& rule : rules) {
    if (field.name == rule.name && rule.belongs_to(kind)) return rule;
  }
  throw InputError(fmt::format("a {} has no field \"{}\"", word(kind), field.name), {}, 0, names_for(kind));
}

struct AddFields {
  std::vector<Field>& fields;

  void operator()(const journal::Intake& intake) const {
    fields.push_back({"food", intake.description});
    fields.push_back({"amount", intake.amount});
  }
  void operator()(const journal::Spasm& spasm) const {
    fields.push_back({"site", spasm.site});
    fields.push_back({"severity", spasm.severity ? std::to_string(*spasm.severity) : ""});
    fields.push_back({"minutes", number_text(spasm.minutes)});
    fields.push_back({"with", fmt::format("{}", fmt::join(spasm.flags, ", "))});
  }
  void operator()(const journal::Stress& stress) const { fields.push_back({"rating", number_text(stress.rating)}); }
  void operator()(const journal::Factor& factor) const {
    const std::string unit = factor.unit ? " " + *factor.unit : "";
    fields.push_back({"value", factor.value ? number_text(factor.value) + unit : ""});
  }
  void operator()(const journal::Note&) const {}
  void operator()(const journal::Medicine& medicine) const {
    fields.push_back({"name", medicine.name});
    fields.push_back({"dose", medicine.dose.value_or("")});
  }
};

}  // namespace

std::vector<Field> fields_of(const Entry& entry) {
  std::vector<Field> fields = {{"at", calendar::iso(civil_day(entry.when)) + " " + short_time(entry.when)}};
  if (eaten(entry.kind)) fields.push_back({"kind", std::string(word(entry.kind))});
  if (entry.kind != EntryKind::Total) std::visit(AddFields{fields}, entry.what);
  fields.push_back({"note", entry.note.value_or("")});
  return fields;
}

std::vector<Field> read_fields(const std::vector<std::string>& words) {
  std::vector<Field> fields;
  std::size_t place = 0;
  for (const auto& word : words) {
    const std::size_t sign = word.find('=');
    const bool begins = sign != std::string::npos && sign > 0 && std::ranges::all_of(word.substr(0, sign), [](char c) {
                          return text::is_ascii_letter(c) || c == '_';
                        });
    if (begins) {
      fields.push_back({word.substr(0, sign), word.substr(sign + 1)});
    } else if (!fields.empty()) {
      auto& value = fields.back().value;
      value += (value.empty() ? "" : " ") + word;
    } else {
      throw InputError("a change is a field and its value", text::joined(words), place, "`amount=300ml` or `at=7:10`");
    }
    place += word.size() + 1;
  }
  return fields;
}

Entry with_field(Speaker& speaker, const Entry& entry, const Field& field, Remarks& remarks) {
  Entry changed = entry;
  const auto& rule = rule_for(field, entry.kind);
  rule.set(speaker, changed, field.value, remarks);
  return changed;
}

Entry with_fields(Speaker& speaker, const Entry& entry, std::span<const Field> fields, Remarks& remarks) {
  Entry changed = entry;
  // In the order of the rules: a food is looked up before it is measured.
  std::vector<const Field*> in_order;
  for (const auto& field : fields) {
    rule_for(field, entry.kind);
    in_order.push_back(&field);
  }
  const auto rank = [](const Field* field) {
    return std::ranges::find_if(rules, [&](const auto& rule) { return field->name == rule.name; }) - rules;
  };
  std::ranges::stable_sort(in_order, {}, rank);
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const Field& field = *in_order[i];
    if (i > 0 && in_order[i - 1]->name == field.name)
      throw InputError("the field \"" + field.name + "\" stands twice", {}, 0, "each field once");
    try {
      changed = with_field(speaker, changed, field, remarks);
    } catch (const InputError& error) {
      const std::string line = field.name + "=" + field.value;
      const std::size_t at =
          error.input.empty() ? 0 : field.name.size() + 1 + std::min(error.place, field.value.size());
      throw InputError(error.what(), line, at, error.valid);
    }
  }
  return changed;
}

}  // namespace lytes::language
