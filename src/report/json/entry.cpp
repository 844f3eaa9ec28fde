#include "json/entry.hpp"

#include "lytes/calendar/moment.hpp"

namespace lytes::report {

namespace {

Json optional_text(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

struct AddWhat {
  Json& json;

  void operator()(const journal::Intake& intake) const {
    json["description"] = intake.description;
    json["amount"] = intake.amount;
    json["grams"] = figure(intake.grams);
    json["food"] = optional_text(intake.food);
    json["nutrients"] = nutrients_json(intake.nutrients);
  }
  void operator()(const journal::Spasm& spasm) const {
    json["site"] = spasm.site;
    json["severity"] = spasm.severity ? Json(*spasm.severity) : Json(nullptr);
    json["minutes"] = figure(spasm.minutes);
    json["flags"] = spasm.flags;
  }
  void operator()(const journal::Stress& stress) const { json["rating"] = figure(stress.rating); }
  void operator()(const journal::Factor& factor) const {
    json["name"] = factor.name;
    json["value"] = figure(factor.value, 3);
    json["unit"] = optional_text(factor.unit);
  }
  void operator()(const journal::Note&) const {}
  void operator()(const journal::Medicine& medicine) const {
    json["name"] = medicine.name;
    json["dose"] = optional_text(medicine.dose);
  }
};

}  // namespace

Json nutrients_json(const quantity::Nutrients& nutrients) {
  Json json = Json::object();
  for (const auto nutrient : quantity::all_nutrients)
    json[std::string(quantity::field_name(nutrient))] = figure(nutrients[nutrient]);
  return json;
}

Json entry_json(const journal::Entry& entry) {
  Json json{
      {"id", entry.id}, {"kind", word(entry.kind)}, {"at", iso(entry.when)}, {"day", calendar::iso(entry.when.day)}};
  std::visit(AddWhat{json}, entry.what);
  json["note"] = optional_text(entry.note);
  return json;
}

Json remarks_json(std::span<const Remark> remarks) {
  Json list = Json::array();
  for (const auto& remark : remarks)
    list.push_back({{"code", remark.code}, {"level", word_for(remark.level)}, {"message", remark.message}});
  return list;
}

namespace {

Json list_json(std::span<const journal::Entry> entries) {
  Json list = Json::array();
  for (const auto& entry : entries) list.push_back(entry_json(entry));
  return list;
}

}  // namespace

std::string edited_json(const journal::Entry& before, const journal::Entry& after, std::span<const Remark> remarks) {
  return text_of(Json{
      {"entries", list_json({&after, 1})}, {"before", list_json({&before, 1})}, {"warnings", remarks_json(remarks)}});
}

std::string removed_json(std::span<const journal::Entry> entries, bool dry_run) {
  return text_of(Json{{"dry_run", dry_run}, {"removed", list_json(entries)}});
}

std::string written_json(std::span<const journal::Entry> entries, std::span<const Remark> remarks,
                         std::optional<calendar::Day> no_spasms_on) {
  Json json{{"entries", list_json(entries)}, {"warnings", remarks_json(remarks)}};
  if (no_spasms_on) json["no_spasms_on"] = calendar::iso(*no_spasms_on);
  return text_of(json);
}

std::string entries_json(std::span<const journal::Entry> entries) {
  return text_of(Json{{"entries", list_json(entries)}});
}

}  // namespace lytes::report
