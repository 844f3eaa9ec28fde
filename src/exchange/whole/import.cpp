#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "lytes/errors.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/storage/finding.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/rescue.hpp"
#include "lytes/targets/soundness.hpp"
#include "whole/rows.hpp"

namespace lytes::exchange {
namespace {

using Row = RowShape::Row;
using storage::Value;

constexpr std::string_view own_prefix = "own:";

/// The number of a food of the user's own in "own:3".
std::optional<std::int64_t> own_number(std::string_view ref) {
  if (!ref.starts_with(own_prefix)) return std::nullopt;
  ref.remove_prefix(own_prefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(ref.data(), ref.data() + ref.size(), number);
  if (error != std::errc{} || end != ref.data() + ref.size() || number <= 0) return std::nullopt;
  return number;
}

/// What an entry of a kind holds beside what all entries hold.
std::string_view part_of_kind(std::string_view kind) {
  constexpr std::array<std::string_view, 4> intakes = {"drink", "food", "supplement", "total"};
  if (std::ranges::find(intakes, kind) != intakes.end()) return "intake";
  return kind == "note" ? "" : kind;
}

std::vector<Value> values_of(const Row& row, const std::vector<std::size_t>& columns) {
  std::vector<Value> values;
  values.reserve(columns.size());
  for (const std::size_t column : columns) values.push_back(row[column]);
  return values;
}

/// Brings in the rows of one table, each with what belongs to it.
class TableImport {
 public:
  /// @param foods the numbers that foods of the file have here
  TableImport(storage::JournalFile& journal, const WholeTable& what, bool replace,
              std::map<std::int64_t, std::int64_t>& foods)
      : shape_(journal, what), replace_(replace), foods_(foods) {
    count.key = what.key;
  }

  WholeImported::Count count;
  std::vector<std::string> differing;

  void take(Json object, const std::string& place) {
    translate(object);
    if (is_entry()) require_what_its_kind_holds(object, place);
    Row row = shape_.row_in(object, place);
    if (const auto known = found(row)) return meet(*known, std::move(row), object, place);
    add(std::move(row), object, place);
  }

  /// Foods may speak of those that follow them, so all get their numbers before one is written.
  void number_foods(const std::vector<Json>& objects, const std::string& place) {
    std::set<std::int64_t> given;
    std::int64_t next = shape_.table().next_number();
    for (const Json& object : objects) {
      const Row row = shape_.row_in(object, place);
      const std::int64_t number = shape_.number_of(row);
      if (number <= 0) throw InputError(place + ": a food without its id", {}, 0, "an id from 1 on");
      next = std::max(next, number + 1);
    }
    for (const Json& object : objects) {
      const Row row = shape_.row_in(object, place);
      const std::int64_t number = shape_.number_of(row);
      std::int64_t here = number;
      if (const auto known = found(row)) {
        here = shape_.number_of(*known);
      } else if (!shape_.table().find(std::vector<std::size_t>{0}, {number}).empty() || given.contains(number)) {
        here = next++;
      }
      given.insert(here);
      if (!foods_.emplace(number, here).second) {
        throw InputError(fmt::format("{}: two foods have the id {}", place, number), {}, 0, "an id for each");
      }
    }
  }

  std::int64_t highest_gone() const { return highest_gone_; }

  /// Whether a number is a food's of this journal that the file does not speak of.
  std::function<bool(std::int64_t)> is_another_food;

 private:
  bool is_entry() const { return shape_.what().known_by == KnownBy::Uuid; }

  /// The row of the journal that this one is, if it is there.
  std::optional<Row> found(const Row& row) {
    const auto known = values_of(row, shape_.known_by());
    const bool unknown = std::ranges::any_of(known, [](const Value& value) { return value.index() == 0; });
    auto rows = unknown ? std::vector<Row>{} : shape_.table().find(shape_.known_by(), known);
    if (rows.empty() && is_entry()) {
      const std::size_t key = shape_.table().place_of("import_key").value();
      if (row[key].index() != 0) rows = shape_.table().find(std::vector{key}, {row[key]});
    }
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  /// References to foods become those of this journal.
  void translate(Json& object) {
    if (shape_.what().known_by == KnownBy::Name) {
      object["id"] = foods_.at(object["id"].get<std::int64_t>());
      if (object.contains("items")) {
        for (Json& item : object["items"]) translate_ref(item, "food");
      }
    }
    if (object.contains("intake")) translate_ref(object["intake"], "food");
    if (object.value("question", Json()) == "food") translate_ref(object, "answer");
  }

  void translate_ref(Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string()) return;
    const auto number = own_number(object[key].get_ref<const std::string&>());
    if (!number) return;
    if (const auto here = foods_.find(*number); here != foods_.end()) {
      object[key] = fmt::format("{}{}", own_prefix, here->second);
    } else if (is_another_food && is_another_food(*number)) {
      object[key] = nullptr;
    } else {
      highest_gone_ = std::max(highest_gone_, *number);
    }
  }

  static void require_what_its_kind_holds(const Json& object, const std::string& place) {
    const Json kind = object.value("kind", Json());
    const std::string_view part =
        kind.is_string() ? part_of_kind(kind.get_ref<const std::string&>()) : std::string_view();
    for (const char* key : {"intake", "spasm", "stress", "factor", "medicine"}) {
      const bool there = object.contains(key) && !object[key].is_null();
      if (there == (part == key)) continue;
      throw InputError(fmt::format("{}: {} \"{}\"", place, there ? "an entry of another kind has" : "there is no", key),
                       {}, 0, "for each entry what goes with its kind");
    }
    if (object.contains("flags") && part != "spasm") {
      throw InputError(place + ": only a spasm has flags", {}, 0, "entries without them");
    }
  }

  /// Without what is another in each journal: its number, its line.
  Json compared(const Row& row) {
    Json whole = shape_.whole_object(row);
    for (const char* key : {"id", "line", "uuid"}) whole.erase(key);
    return whole;
  }

  void meet(const Row& known, Row row, const Json& object, const std::string& place) {
    Json wanted = shape_.object(row);
    std::vector<std::vector<Row>> parts;
    for (const auto& part : shape_.parts()) parts.push_back(shape_.part_rows_in(object, part, place));
    shape_.add_parts(wanted, parts);
    for (const char* key : {"id", "line", "uuid"}) wanted.erase(key);
    if (is_entry()) remember_line(object, shape_.number_of(known), std::get<std::int64_t>(known[line_column()]));
    if (wanted == compared(known)) {
      ++count.there_already;
      return;
    }
    ++count.differing;
    constexpr std::size_t most_told = 10;
    if (differing.size() < most_told) differing.push_back(place);
    if (!replace_) return;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool stays =
          shape_.is_left_out(i) || (is_entry() && (i == line_column() || i == shape_.known_by().front()));
      if (stays || (shape_.what().known_by == KnownBy::Name && i == 0)) row[i] = known[i];
    }
    remove(known);
    write(row, parts, place);
  }

  void add(Row row, const Json& object, const std::string& place) {
    if (is_entry()) {
      if (next_number_ == 0) next_number_ = shape_.table().next_number();
      const std::int64_t number = next_number_++;
      row[0] = number;
      row[line_column()] = remember_line(object, number, number);
    }
    std::vector<std::vector<Row>> parts;
    for (const auto& part : shape_.parts()) parts.push_back(shape_.part_rows_in(object, part, place));
    write(row, parts, place);
    ++count.added;
  }

  std::size_t line_column() const { return 1; }

  /// @return the line of an entry: that of the first of its command line
  std::int64_t remember_line(const Json& object, std::int64_t number, std::int64_t line) {
    const Json said = object.value("line", Json());
    if (!said.is_string()) return line;
    return lines_.try_emplace(said.get<std::string>(), line == 0 ? number : line).first->second;
  }

  void remove(const Row& row) {
    const Value number = row.front();
    for (auto& part : shape_.parts()) part.table->remove(std::vector{part.belongs_by}, {number});
    shape_.table().remove(shape_.known_by(), values_of(row, shape_.known_by()));
  }

  void write(const Row& row, std::vector<std::vector<Row>>& parts, const std::string& place) {
    const auto refuse = [&] {
      throw InputError(place + ": no journal of lytes holds this", {}, 0, "what `lytes export json` writes");
    };
    const auto number = shape_.table().insert(row);
    if (!number) refuse();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (Row& part : parts[i]) {
        part[shape_.parts()[i].belongs_by] = *number;
        if (!shape_.parts()[i].table->insert(part)) refuse();
      }
    }
  }

  RowShape shape_;
  bool replace_;
  std::map<std::int64_t, std::int64_t>& foods_;
  std::map<std::string, std::int64_t> lines_;
  std::int64_t next_number_ = 0;  ///< of an entry; asked for once
  std::int64_t highest_gone_ = 0;
};

/// Reads the document row by row, so that it is never held as a whole beside its text.
class Document {
 public:
  Document(storage::JournalFile& journal, std::string name, bool replace)
      : journal_(journal), name_(std::move(name)), replace_(replace) {}

  WholeImported read(std::string_view text) {
    begin();
    try {
      const Json whole = Json::parse(
          text, [&](int depth, Json::parse_event_t event, Json& value) { return meet(depth, event, value); });
      if (!whole.is_object()) refuse("this is no document of lytes");
    } catch (const Json::parse_error& error) {
      throw InputError(fmt::format("{}, byte {}: this is no JSON", name_, error.byte), {}, 0, valid);
    } catch (const Json::exception&) {
      // A value of another type than its place asks for, or a number beyond all numbers.
      throw InputError((key_.empty() ? name_ : place()) + ": this cannot be read", {}, 0, valid);
    }
    if (!head_read_) require_head();
    finish();
    return std::move(result_);
  }

 private:
  static constexpr const char* valid = "what `lytes export json` writes";

  [[noreturn]] void refuse(const std::string& what) const { throw InputError(name_ + ": " + what, {}, 0, valid); }

  /// A journal that holds nothing yet takes the file's settings in place of those that it was begun with.
  void begin() {
    bool empty = true;
    for (const WholeTable& what : whole_tables()) {
      storage::Table table(journal_, what.table);
      table.start(std::vector<std::size_t>{0});
      if (what.key != "settings" && table.next()) empty = false;
    }
    if (!empty) return;
    storage::Table settings(journal_, "setting");
    settings.start(std::vector<std::size_t>{0});
    std::vector<Row> rows;
    while (auto row = settings.next()) rows.push_back(std::move(*row));
    for (const Row& row : rows) settings.remove(std::vector<std::size_t>{0}, {row.front()});
  }

  bool meet(int depth, Json::parse_event_t event, Json& value) {
    using Event = Json::parse_event_t;
    if (depth == 1 && event == Event::key) {
      key_ = value.get<std::string>();
      require_known(key_);
      return true;
    }
    if (depth == 0 && event != Event::object_start && event != Event::object_end)
      refuse("this is no document of lytes");
    if (depth == 1 && event == Event::value) head_[key_] = value;
    if (depth == 1 && event == Event::object_start) refuse(fmt::format("\"{}\" is no list", key_));
    if (depth == 1 && event == Event::array_start) start_table();
    if (depth == 1 && event == Event::array_end) end_table();
    if (depth >= 2) require_row_within_bounds(depth, event);
    if (depth == 2 && (event == Event::value || event == Event::array_start))
      throw InputError(place() + ": this is no object", {}, 0, valid);
    if (depth != 2 || event != Event::object_end) return true;
    if (table_->what.known_by == KnownBy::Name) {
      foods_read_.push_back(value);
    } else {
      table_->import->take(std::move(value), place());
    }
    ++row_;
    met_in_row_ = 0;
    return false;
  }

  /// What is nested without end, or holds more than any row, would take the stack or the memory before it was read.
  void require_row_within_bounds(int depth, Json::parse_event_t event) {
    constexpr std::size_t most_in_row = 20'000;
    constexpr std::size_t most_fields = 100;
    const auto level = static_cast<std::size_t>(depth);
    bool fits = level < fields_.size() && ++met_in_row_ <= most_in_row;
    if (fits && event == Json::parse_event_t::object_start) fields_.at(level) = 0;
    if (fits && event == Json::parse_event_t::key) fits = ++fields_.at(level - 1) <= most_fields;
    if (!fits) throw InputError(place() + ": more than a row can hold", {}, 0, valid);
  }

  void require_known(const std::string& key) {
    constexpr std::array<std::string_view, 7> head = {"schema", "format",     "journal_schema", "from",
                                                      "to",     "anonymised", "age_band"};
    const auto tables = whole_tables();
    const bool is_table = std::ranges::find(tables, key, &WholeTable::key) != tables.end();
    if (is_table || std::ranges::find(head, key) != head.end()) return;
    if (!head_read_) require_head();
    refuse(fmt::format("there is nothing called \"{}\" here", key));
  }

  std::string place() const { return fmt::format("{}, {} {}", name_, key_, row_); }

  void require_head() {
    head_read_ = true;
    if (head_.value("format", Json()) != "lytes") refuse("this is no export of lytes");
    const auto number = [&](const char* key) {
      const Json value = head_.value(key, Json());
      if (!value.is_number_integer()) refuse(fmt::format("\"{}\" is no number", key));
      return value.get<std::int64_t>();
    };
    if (number("schema") > whole_schema || number("journal_schema") > storage::newest_schema()) {
      throw StorageError(StorageError::Kind::TooNew, name_ + " was written by a newer lytes", "Update lytes.");
    }
  }

  void start_table() {
    if (!head_read_) require_head();
    const auto tables = whole_tables();
    const auto what = std::ranges::find(tables, key_, &WholeTable::key);
    if (what == tables.end()) refuse(fmt::format("\"{}\" is a list", key_));
    if (!read_.insert(key_).second) refuse(fmt::format("\"{}\" stands there twice", key_));
    const bool speaks_of_foods = key_ == "entries" || key_ == "answers";
    if (speaks_of_foods) foods_done_ = true;
    if (key_ == "foods" && foods_done_) refuse("the foods must stand before what speaks of them");
    table_.emplace(Current{*what, std::make_unique<TableImport>(journal_, *what, replace_, foods_)});
    table_->import->is_another_food = [this](std::int64_t number) {
      return !storage::Table(journal_, "own_food").find(std::vector<std::size_t>{0}, {number}).empty();
    };
    row_ = 1;
  }

  void end_table() {
    if (!table_) return;
    TableImport& import = *table_->import;
    if (table_->what.known_by == KnownBy::Name) {
      import.number_foods(foods_read_, name_ + ", foods");
      row_ = 1;
      for (Json& food : foods_read_) {
        import.take(std::move(food), place());
        ++row_;
      }
      foods_read_.clear();
    }
    highest_gone_ = std::max(highest_gone_, import.highest_gone());
    result_.counts.push_back(import.count);
    result_.differing.insert(result_.differing.end(), import.differing.begin(), import.differing.end());
    table_.reset();
  }

  /// What the schema leaves open of rows is known by the rooms that own them.
  void finish() {
    if (highest_gone_ > 0) storage::Table(journal_, "own_food").keep_numbers_above(highest_gone_);
    for (const auto conditions : {journal::conditions_of_entries(), targets::conditions_of_profile()}) {
      if (const auto table = storage::first_unmet(journal_, conditions)) {
        refuse(fmt::format("a row of \"{}\" is none that lytes writes", *table));
      }
    }
    for (const storage::Finding& finding : journal::examine_entries(journal_, calendar::latest_day)) {
      if (finding.verdict == storage::Finding::Verdict::Damaged) refuse("after the import " + finding.said);
    }
  }

  struct Current {
    const WholeTable& what;
    std::unique_ptr<TableImport> import;
  };

  storage::JournalFile& journal_;
  std::string name_;
  bool replace_;
  WholeImported result_;
  Json head_ = Json::object();
  bool head_read_ = false;
  bool foods_done_ = false;
  std::string key_;
  std::set<std::string> read_;
  std::optional<Current> table_;
  std::vector<Json> foods_read_;
  std::map<std::int64_t, std::int64_t> foods_;
  std::int64_t highest_gone_ = 0;
  std::size_t row_ = 1;
  std::size_t met_in_row_ = 0;           ///< keys, values and brackets
  std::array<std::size_t, 8> fields_{};  ///< so many each of the objects in one another has had
};

}  // namespace

WholeImported import_whole(storage::JournalFile& journal, std::string_view text, const std::string& name,
                           bool replace) {
  return Document(journal, name, replace).read(text);
}

bool is_whole_document(std::string_view beginning) {
  constexpr std::size_t where_it_says_so = 200;  // bytes
  return beginning.starts_with('{') &&
         beginning.substr(0, where_it_says_so).find("\"format\":\"lytes\"") != std::string_view::npos;
}

}  // namespace lytes::exchange
