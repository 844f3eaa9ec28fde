#include "lytes/language/barcode_line.hpp"

#include <fmt/format.h>

#include "food_context.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/timed_line.hpp"

namespace lytes::language {

namespace {

/// "30g", "2 cookies", "half a can", or nothing.
Read weighed(const FoodContext& context, const foods::Food& food, const std::string& line, foods::FoodKind kind) {
  const Piece piece{line, 0, line.size()};
  quantity::Amount amount;
  if (!line.empty()) amount = context.amount(piece, kind);
  auto words = text::words_of(amount.rest);
  std::vector<std::string> unit = unit_from(words, 0, words.size());
  if (amount.measure && !unit.empty()) {
    throw InputError("beside a barcode stands only how much it was, and when", line, amount.rest_offset,
                     "the amount alone, such as `30g`; what else was had in a line of its own");
  }
  Read read = context.weigh(piece, food, {amount, unit, text::joined(unit)}, kind);
  read.serving.said.clear();  // the words do not say what it was
  return read;
}

}  // namespace

foods::Food food_with_barcode(Speaker& speaker, const std::string& typed) {
  const std::string barcode = foods::read_barcode(typed);
  if (auto own = speaker.user_foods().with_barcode(barcode)) return *own;
  if (auto imported = speaker.imported_foods().with_barcode(barcode)) return *imported;
  const std::string from_label =
      fmt::format("`lytes foods add \"NAME\" --barcode {} --per 100g --magnesium 10mg`", barcode);
  const bool none_imported = speaker.imported_foods().count() == 0;
  throw NotFoundError("unknown_barcode",
                      fmt::format("no food has the barcode {}; say what its label says: {}{}", barcode, from_label,
                                  none_imported ? ", or import many: `lytes help foods` says how" : ""));
}

Drafts draft_barcode(Speaker& speaker, const std::string& barcode, const Words& words, foods::FoodKind kind,
                     const std::string& note) {
  const foods::Food food = food_with_barcode(speaker, barcode);
  Drafts drafts;
  TimedLine line{{}, calendar::moment_at(speaker.reckoning().now, speaker.reckoning()), {}, {}};
  if (!words.empty()) line = read_timed_line(speaker.reckoning(), words);
  drafts.remarks = std::move(line.remarks);
  const Read read = weighed(FoodContext(speaker), food, line.text, kind);
  journal::Entry entry;
  entry.kind = entry_kind(read.serving.kind);
  entry.when = line.when;
  entry.what = intake_from(read.serving);
  if (!note.empty()) entry.note = note;
  drafts.entries.push_back(std::move(entry));
  drafts.remarks.insert(drafts.remarks.end(), read.serving.remarks.begin(), read.serving.remarks.end());
  return drafts;
}

}  // namespace lytes::language
