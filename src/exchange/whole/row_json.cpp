#include "whole/row_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"

namespace lytes::exchange {
namespace {

using storage::Table;
using storage::Value;

/// How the text of an id is parted: 8-4-4-4-12.
constexpr bool is_dash(std::size_t place) { return place == 8 || place == 13 || place == 18 || place == 23; }

constexpr std::size_t id_letters = 36;
constexpr std::size_t id_bytes = 16;

std::string id_text(const std::string& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    if (is_dash(text.size())) text += '-';
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

std::optional<std::string> id_in(std::string_view text) {
  if (text.size() != id_letters) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; bytes.size() < id_bytes; at += 2) {
    if (is_dash(at) && text[at++] != '-') return std::nullopt;
    unsigned char byte = 0;
    const char* const end = text.data() + at + 2;
    if (std::from_chars(text.data() + at, end, byte, 16).ptr != end) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

Json json_of(const Value& value, Table::Type type) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* real = std::get_if<double>(&value)) return *real;
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return nullptr;
  return type == Table::Type::Bytes ? id_text(*text) : *text;
}

constexpr std::string_view type_in_words(Table::Type type) {
  switch (type) {
    case Table::Type::Whole:
      return "a whole number";
    case Table::Type::Real:
      return "a number";
    case Table::Type::Text:
      return "a text without a byte NUL";
    case Table::Type::Bytes:
      break;
  }
  return "an id such as 00112233-4455-6677-8899-aabbccddeeff";
}

Value value_in(const Json& json, const Table::Column& column, const std::string& place) {
  const std::string here = fmt::format("{}, {}", place, column.name);
  if (json.is_null()) return std::monostate{};
  const bool whole = json.is_number_integer() && !(json.is_number_unsigned() && json.get<std::uint64_t>() >> 63U != 0);
  if (column.type == Table::Type::Whole && whole) return json.get<std::int64_t>();
  if (column.type == Table::Type::Real && json.is_number()) return json.get<double>();
  const bool is_text = json.is_string() && json.get_ref<const std::string&>().find('\0') == std::string::npos;
  if (column.type == Table::Type::Text && is_text) {
    require_text_that_fits(here, json.get_ref<const std::string&>());
    return json.get<std::string>();
  }
  if (column.type == Table::Type::Bytes && json.is_string()) {
    if (auto bytes = id_in(json.get_ref<const std::string&>())) return *bytes;
  }
  throw InputError(here + ": this cannot be read",
                   json.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80), 0,
                   std::string(type_in_words(column.type)) + ", or null");
}

[[noreturn]] void throw_no_such(const std::string& place, const std::string& key) {
  throw InputError(fmt::format("{}: there is nothing called \"{}\" here", place, key), key, 0,
                   "what docs/lytes-export.schema.json names");
}

/// The columns of a part's row, but for what it belongs to.
std::vector<std::size_t> own_columns(const RowShape::Part& part) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < part.table->columns().size(); ++i) {
    if (i != part.belongs_by) columns.push_back(i);
  }
  return columns;
}

/// A row with a single figure of its own is that figure.
Json part_json(const RowShape::Part& part, const Table::Row& row) {
  const auto columns = own_columns(part);
  const auto& all = part.table->columns();
  if (columns.size() == 1 && part.what->many) return json_of(row[columns.front()], all[columns.front()].type);
  Json object = Json::object();
  for (const std::size_t column : columns) object[all[column].name] = json_of(row[column], all[column].type);
  return object;
}

Table::Row part_row_in(const RowShape::Part& part, const Json& json, const std::string& place) {
  const auto columns = own_columns(part);
  const auto& all = part.table->columns();
  Table::Row row(all.size());
  if (columns.size() == 1 && part.what->many) {
    row[columns.front()] = value_in(json, all[columns.front()], place);
    return row;
  }
  if (!json.is_object()) throw InputError(place + ": this is no object", {}, 0, "an object in braces");
  for (const auto& [key, value] : json.items()) {
    const auto column = part.table->place_of(key);
    if (!column || *column == part.belongs_by) throw_no_such(place, key);
    row[*column] = value_in(value, all[*column], place);
  }
  return row;
}

}  // namespace

RowShape::RowShape(storage::JournalFile& journal, const WholeTable& what) : what_(what), table_(journal, what.table) {
  for (const PartTable& part : what.parts) {
    auto table = std::make_unique<Table>(journal, part.table);
    const std::size_t belongs_by = table->place_of(part.belongs_by).value();
    parts_.push_back({&part, std::move(table), belongs_by});
  }
  if (what.known_by == KnownBy::Uuid) known_by_ = {table_.place_of("uuid").value()};
  if (what.known_by == KnownBy::Name) known_by_ = {table_.place_of("name").value()};
  for (std::size_t i = 0; i < table_.columns().size() && what.known_by == KnownBy::Key; ++i) {
    if (table_.columns()[i].in_key) known_by_.push_back(i);
  }
}

bool RowShape::is_left_out(std::size_t column) const {
  return what_.known_by == KnownBy::Uuid && table_.columns()[column].in_key;
}

std::int64_t RowShape::number_of(const Row& row) const {
  const auto* number = std::get_if<std::int64_t>(&row.front());
  return number ? *number : 0;
}

Json RowShape::object(const Row& row) const {
  Json object = Json::object();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!is_left_out(i)) object[table_.columns()[i].name] = json_of(row[i], table_.columns()[i].type);
  }
  return object;
}

void RowShape::add_parts(Json& object, const std::vector<std::vector<Row>>& rows) const {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::string key(parts_[i].what->key);
    for (const Row& row : rows[i]) {
      if (parts_[i].what->many) {
        object[key].push_back(part_json(parts_[i], row));
      } else {
        object[key] = part_json(parts_[i], row);
      }
    }
  }
}

Json RowShape::whole_object(const Row& row) {
  Json whole = object(row);
  std::vector<std::vector<Row>> rows;
  for (Part& part : parts_) rows.push_back(part.table->find(std::vector{part.belongs_by}, {number_of(row)}));
  add_parts(whole, rows);
  return whole;
}

RowShape::Row RowShape::row_in(const Json& object, const std::string& place) const {
  Row row(table_.columns().size());
  for (const auto& item : object.items()) {
    const std::string& key = item.key();
    const auto is_part = [&](const PartTable& part) { return part.key == key; };
    if (std::any_of(what_.parts.begin(), what_.parts.end(), is_part)) continue;
    const auto column = table_.place_of(key);
    if (!column || is_left_out(*column)) throw_no_such(place, key);
    // An entry's line is told by the id of its first entry.
    if (what_.known_by == KnownBy::Uuid && key == "line") continue;
    row[*column] = value_in(item.value(), table_.columns()[*column], place);
  }
  return row;
}

std::vector<RowShape::Row> RowShape::part_rows_in(const Json& object, const Part& part,
                                                  const std::string& place) const {
  const auto found = object.find(std::string(part.what->key));
  if (found == object.end() || found->is_null()) return {};
  const std::string here = fmt::format("{}, {}", place, part.what->key);
  if (!part.what->many) return {part_row_in(part, *found, here)};
  if (!found->is_array()) throw InputError(here + ": this is no list", {}, 0, "a list in brackets");
  std::vector<Row> rows;
  for (const Json& one : *found) rows.push_back(part_row_in(part, one, here));
  return rows;
}

RowWalk::RowWalk(RowShape& shape) : shape_(shape) {
  const auto keys = [](const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
      if (table.columns()[i].in_key) columns.push_back(i);
    }
    return columns;
  };
  shape.table().start(keys(shape.table()));
  for (auto& part : shape.parts()) {
    part.table->start(keys(*part.table));
    ahead_.push_back(part.table->next());
  }
}

std::optional<Json> RowWalk::next() {
  const auto row = shape_.table().next();
  if (!row) return std::nullopt;
  Json object = shape_.object(*row);
  const std::int64_t number = shape_.number_of(*row);
  std::vector<std::vector<RowShape::Row>> rows(ahead_.size());
  for (std::size_t i = 0; i < ahead_.size(); ++i) {
    const auto& part = shape_.parts()[i];
    const auto owner = [&] { return std::get<std::int64_t>((*ahead_[i])[part.belongs_by]); };
    for (; ahead_[i] && owner() <= number; ahead_[i] = part.table->next()) {
      if (owner() == number) rows[i].push_back(std::move(*ahead_[i]));
    }
  }
  shape_.add_parts(object, rows);
  if (shape_.what().known_by == KnownBy::Uuid) {
    const auto line = object["line"].get<std::int64_t>();
    object["line"] = first_of_line_.try_emplace(line, object["uuid"].get<std::string>()).first->second;
  }
  return object;
}

}  // namespace lytes::exchange
