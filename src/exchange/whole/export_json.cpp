#include <fmt/format.h>

#include "lytes/exchange/export.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/one_moment.hpp"
#include "whole/anonymous.hpp"
#include "whole/rows.hpp"

namespace lytes::exchange {
namespace {

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The last year of birth that was said.
Json age_band_of(storage::JournalFile& journal, const Anonymity& anonymity) {
  Json band = nullptr;
  for (const WholeTable& what : whole_tables()) {
    if (what.key != "profile") continue;
    RowShape shape(journal, what);
    RowWalk walk(shape);
    while (const auto row = walk.next()) {
      if ((*row)["name"] != "birth_year" || !(*row)["value"].is_string()) continue;
      const int year = std::atoi((*row)["value"].get_ref<const std::string&>().c_str());
      band = age_band(year, anonymity.this_year);
    }
  }
  return band;
}

Json head(storage::JournalFile& journal, const ExportWish& wish) {
  Json head{{"schema", whole_schema}, {"format", "lytes"}, {"journal_schema", storage::newest_schema()}};
  const bool told = !wish.anonymity && !wish.all_days();
  head["from"] = told ? Json(calendar::iso(wish.days.from)) : Json(nullptr);
  head["to"] = told ? Json(calendar::iso(wish.days.to)) : Json(nullptr);
  head["anonymised"] = wish.anonymity.has_value();
  if (wish.anonymity) head["age_band"] = age_band_of(journal, *wish.anonymity);
  return head;
}

}  // namespace

void each_row(storage::JournalFile& journal, const WholeTable& what, const ExportWish& wish,
              const std::function<void(const Json&)>& visit) {
  RowShape shape(journal, what);
  RowWalk walk(shape);
  const std::string from = calendar::iso(wish.days.from);
  const std::string to = calendar::iso(wish.days.to);
  while (auto row = walk.next()) {
    if (!what.day.empty()) {
      const auto& day = (*row)[std::string(what.day)].get_ref<const std::string&>();
      if (day < from || day > to) continue;
    }
    if (!wish.anonymity || make_anonymous(what, *wish.anonymity, *row)) visit(*row);
  }
}

void export_json(storage::JournalFile& journal, const ExportWish& wish, const Sink& sink) {
  std::optional<storage::OneMoment> one_moment;
  journal.guarded([&] { one_moment.emplace(journal.database()); });
  std::string beginning = text_of(head(journal, wish));
  beginning.pop_back();  // the brace that closes it
  sink(beginning);
  for (const WholeTable& what : whole_tables()) {
    sink(fmt::format(",\n\"{}\":[", what.key));
    bool first = true;
    each_row(journal, what, wish, [&](const Json& row) {
      sink(first ? "\n" : ",\n");
      first = false;
      sink(text_of(row));
    });
    sink(first ? "]" : "\n]");
  }
  sink("}\n");
}

}  // namespace lytes::exchange
