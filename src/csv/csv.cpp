#include "lytes/csv/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>

#include "lytes/errors.hpp"

namespace lytes::csv {

std::string_view Row::operator[](std::string_view column) const {
  const auto found = columns_->find(std::string(column));
  if (found == columns_->end() || found->second >= fields_.size()) return {};
  return fields_[found->second];
}

bool Row::has(std::string_view column) const { return columns_->contains(std::string(column)); }

std::vector<std::string> Row::columns() const {
  std::vector<std::string> names(columns_->size());
  for (const auto& [name, place] : *columns_) names[place] = name;
  return names;
}

bool Row::blank() const {
  for (const auto& text : fields_) {
    if (!text.empty()) return false;
  }
  return true;
}

std::string Row::place(std::string_view column) const {
  return file_ + ", line " + std::to_string(line_) + ", column " + std::string(column);
}

std::optional<double> Row::number(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) return std::nullopt;
  std::string digits(text);
  if (const auto comma = digits.find(',');
      decimal_comma_ && comma != std::string::npos && digits.find('.') == std::string::npos) {
    digits[comma] = '.';
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) {
    throw InputError(
        place(column) + ": not a number", std::string(text), 0,
        decimal_comma_ ? "a plain number such as 12,5, or nothing" : "a plain number such as 12.5, or nothing");
  }
  return value;
}

std::string_view Row::required(std::string_view column) const {
  const std::string_view text = (*this)[column];
  if (text.empty()) throw InputError(place(column) + ": must not be blank");
  return text;
}

namespace {

/// Whether the header line has semicolons and no comma. What stands in quotes parts nothing.
bool parts_by_semicolon(std::string_view text) {
  bool quoted = false;
  bool semicolon = false;
  for (const char sign : text.substr(std::min(text.find_first_not_of("\r\n"), text.size()))) {
    if (sign == '"') quoted = !quoted;
    if (quoted) continue;
    if (sign == '\n' || sign == '\r') break;
    if (sign == ',') return false;
    semicolon = semicolon || sign == ';';
  }
  return semicolon;
}

}  // namespace

/// Feeds bytes to libcsv, which calls back field by field and row by row.
class Reader {
 public:
  Reader(std::string name, const std::function<void(const Row&)>& each_row) : each_row_(each_row) {
    row_.file_ = std::move(name);
    row_.columns_ = &columns_;
    csv_init(&parser_, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI);
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void feed(std::string_view bytes) {
    if (at_start_ && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (at_start_ && parts_by_semicolon(bytes)) {
      csv_set_delim(&parser_, ';');
      row_.decimal_comma_ = true;
    }
    at_start_ = false;
    // Line by line, so that a row knows the line on which it began.
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      const std::string_view part = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 1);
      check(csv_parse(&parser_, part.data(), part.size(), on_field, on_row, this) == part.size());
      if (part.back() == '\n') ++line_;
      bytes.remove_prefix(part.size());
    }
  }

  void finish() { check(csv_fini(&parser_, on_field, on_row, this) == 0); }

 private:
  static void on_field(void* text, std::size_t size, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    if (reader.row_.fields_.empty()) reader.row_.line_ = reader.line_;
    reader.row_.fields_.emplace_back(text ? static_cast<const char*>(text) : "", size);
  }

  static void on_row(int, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      if (!reader.failure_) reader.take_row();
    } catch (...) {
      // An exception must not cross the C parser; it goes on from `check`.
      reader.failure_ = std::current_exception();
    }
    reader.row_.fields_.clear();
  }

  void take_row() {
    if (!columns_.empty()) {
      each_row_(row_);
      return;
    }
    for (std::size_t i = 0; i < row_.fields_.size(); ++i) {
      if (!columns_.emplace(row_.fields_[i], i).second) {
        throw InputError(row_.file_ + ", line " + std::to_string(row_.line_) + ": the header names \"" +
                             row_.fields_[i] + "\" twice",
                         {}, 0, "each column once");
      }
    }
  }

  void check(bool parsed) {
    if (failure_) std::rethrow_exception(failure_);
    if (!parsed) {
      const int error = csv_error(&parser_);
      const std::string what = error == CSV_EPARSE ? "a quote stands where none may" : csv_strerror(error);
      throw InputError(row_.file_ + ", line " + std::to_string(line_) + ": " + what, {}, 0,
                       "fields with a comma or a quote inside double quotes, quotes doubled");
    }
  }

  csv_parser parser_{};
  const std::function<void(const Row&)>& each_row_;
  std::unordered_map<std::string, std::size_t> columns_;
  Row row_;
  std::size_t line_ = 1;
  bool at_start_ = true;
  std::exception_ptr failure_;
};

void read_file(const std::filesystem::path& file, const std::function<void(const Row&)>& each_row) {
  const auto refuse = [&](int error) {
    throw StorageError(StorageError::Kind::Failed, "cannot read " + file.string(), std::strerror(error));
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) refuse(EISDIR);
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(errno);
  Reader reader(file.filename().string(), each_row);
  std::string block(std::size_t{1} << 16, '\0');
  errno = 0;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    reader.feed(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
  }
  if (in.bad()) refuse(errno != 0 ? errno : EIO);  // else half a file would pass for a whole one
  reader.finish();
}

void read_text(std::string_view text, const std::string& name, const std::function<void(const Row&)>& each_row) {
  Reader reader(name, each_row);
  reader.feed(text);
  reader.finish();
}

}  // namespace lytes::csv
