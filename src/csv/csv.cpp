#include "lytes/csv/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <optional>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::csv {

std::string plain_name(std::string_view name) { return text::lowered(text::trimmed(name)); }

std::string_view Row::operator[](std::string_view column) const {
  auto found = columns_->find(column);  // mostly it is named as the header does
  if (found == columns_->end()) found = columns_->find(plain_name(column));
  return found == columns_->end() || found->second >= ends_.size() ? std::string_view() : field(found->second);
}

bool Row::has(std::string_view column) const { return columns_->contains(plain_name(column)); }

std::vector<std::string> Row::columns() const {
  std::vector<std::string> names;
  for (const std::string& name : *header_) {
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

bool Row::blank() const { return bytes_.empty(); }

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

/// How a file parts its fields, and how many bytes in front of the header say so.
struct Parting {
  char delimiter = ',';
  std::size_t said_in = 0;
};

/// What parts the header line: a comma; where it has none a semicolon; where it has neither a tab. What stands in
/// quotes parts nothing. Excel's "sep=;" on a line before the header has the last word.
Parting parting_of(std::string_view text) {
  const std::string_view first = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
  constexpr std::string_view said = "sep=";
  const std::string_view bare = first.substr(first.starts_with('"') ? 1 : 0);
  const bool named =
      bare.size() > said.size() && std::string_view(",;\t|").find(bare[said.size()]) != std::string::npos;
  if (named && plain_name(bare.substr(0, said.size())) == said) return {bare[said.size()], first.size()};
  bool quoted = false;
  bool semicolon = false;
  bool tab = false;
  for (const char sign : text.substr(std::min(text.find_first_not_of("\r\n"), text.size()))) {
    if (sign == '"') quoted = !quoted;
    if (quoted) continue;
    if (sign == '\n' || sign == '\r') break;
    if (sign == ',') return {};
    semicolon = semicolon || sign == ';';
    tab = tab || sign == '\t';
  }
  return {semicolon ? ';' : tab ? '\t' : ',', 0};
}

}  // namespace

/// A diary's longest rows hold a few texts of 20,000 bytes each.
constexpr std::size_t longest_row = 1'000'000;

/// An export of every nutrient there is has some hundred.
constexpr std::size_t most_columns = 2'000;

/// Feeds bytes to libcsv, which calls back field by field and row by row.
class Reader {
 public:
  Reader(std::string name, const Form& form, const std::function<void(const Row&)>& each_row)
      : form_(form), lines_to_leave_(form.lines_before_header), each_row_(each_row) {
    row_.file_ = std::move(name);
    row_.columns_ = &columns_;
    row_.header_ = &header_;
    csv_init(&parser_, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI);
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  const std::vector<std::string>& header() const { return header_; }

  void feed(std::string_view bytes) {
    if (bytes.empty()) return;
    if (!decoder_) decoder_.emplace(form_.encoding.value_or(text::encoding_of(bytes)));
    if (decoder_->encoding() == text::Encoding::Utf8) return feed_text(bytes);
    feed_text(decoder_->decoded(bytes));
  }

  void feed_text(std::string_view bytes) {
    if (at_start_) bytes.remove_prefix(text::byte_order_mark(bytes));
    at_start_ = false;
    for (; lines_to_leave_ > 0 && !bytes.empty(); --lines_to_leave_) {
      bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
      ++line_;
    }
    if (bytes.empty()) return;
    if (!parted_) bytes = begun(bytes);
    // Line by line, so that a row knows the line on which it began.
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      const std::string_view part = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 1);
      row_bytes_ += part.size();
      refuse_what_is_no_row(part);
      check(csv_parse(&parser_, part.data(), part.size(), on_field, on_row, this) == part.size());
      if (part.back() == '\n') ++line_;
      bytes.remove_prefix(part.size());
    }
  }

  void finish() {
    if (decoder_) feed_text(decoder_->finished());
    check(csv_fini(&parser_, on_field, on_row, this) == 0);
    if (header_.empty())
      throw InputError(row_.file_ + ", line 1: the file is empty", {}, 0, "a line that names the columns");
  }

 private:
  /// @return what is to be parsed of the first bytes
  std::string_view begun(std::string_view bytes) {
    parted_ = true;
    const Parting parting = parting_of(bytes);
    csv_set_delim(&parser_, static_cast<unsigned char>(parting.delimiter));
    delimiter_ = parting.delimiter;
    row_.decimal_comma_ = delimiter_ != ',';
    return bytes.substr(parting.said_in);
  }

  static void on_field(void* text, std::size_t size, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    Row& row = reader.row_;
    if (row.ends_.empty()) row.line_ = reader.line_;
    if (text) row.bytes_.append(static_cast<const char*>(text), size);
    row.ends_.push_back(row.bytes_.size());
  }

  static void on_row(int, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      if (!reader.failure_) reader.take_row();
    } catch (...) {
      // An exception must not cross the C parser; it goes on from `check`.
      reader.failure_ = std::current_exception();
    }
    reader.row_.bytes_.clear();
    reader.row_.ends_.clear();
    reader.row_bytes_ = 0;
  }

  /// What has no end, or is no text, would fill the memory before it was found to be no row.
  void refuse_what_is_no_row(std::string_view part) const {
    const bool no_text = part.find('\0') != std::string_view::npos;
    if (!no_text && row_bytes_ <= longest_row) return;
    throw InputError(
        row_.file_ + ", line " + std::to_string(line_) +
            (no_text ? ": the file is no text" : ": a row of more than " + std::to_string(longest_row) + " bytes"),
        {}, 0, "the file saved as CSV");
  }

  void take_row() {
    refuse_what_is_no_utf8();
    if (header_.empty()) return take_header();
    refuse_field_without_column();
    each_row_(row_);
  }

  void refuse_what_is_no_utf8() const {
    if (std::ranges::all_of(row_.bytes_, text::is_ascii)) return;
    for (std::size_t i = 0; i < row_.ends_.size(); ++i) {
      const std::string_view field = row_.field(i);
      const std::size_t place = text::unsound_place(field);
      if (place == std::string::npos) continue;
      throw InputError(row_.file_ + ", line " + std::to_string(row_.line_) + ": letters that are not UTF-8",
                       std::string(field), place, "the file saved as UTF-8; or say that it is in Latin-1");
    }
  }

  /// Spreadsheets write nameless columns behind the last; only what stands in them would be lost.
  void take_header() {
    for (std::size_t i = 0; i < row_.ends_.size(); ++i) header_.emplace_back(row_.field(i));
    if (header_.size() > most_columns) {
      throw InputError(row_.file_ + ", line " + std::to_string(row_.line_) + ": a header of " +
                           std::to_string(header_.size()) + " columns",
                       {}, 0, "at most " + std::to_string(most_columns));
    }
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string name = plain_name(header_[i]);
      if (name.empty()) header_[i].clear();
      if (name.empty() || columns_.emplace(name, i).second) continue;
      throw InputError(
          row_.file_ + ", line " + std::to_string(row_.line_) + ": the header names \"" + header_[i] + "\" twice", {},
          0, "each column once");
    }
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (!header_[i].empty()) columns_.emplace(header_[i], i);
    }
  }

  void refuse_field_without_column() const {
    for (std::size_t i = 0; i < row_.ends_.size(); ++i) {
      if (row_.field(i).empty() || (i < header_.size() && !header_[i].empty())) continue;
      std::string line;
      std::size_t place = 0;
      for (std::size_t field = 0; field < row_.ends_.size(); ++field) {
        if (field > 0) line += delimiter_;
        if (field == i) place = line.size();
        line += row_.field(field);
      }
      throw InputError(
          row_.file_ + ", line " + std::to_string(row_.line_) + ": a field that the header has no name for", line,
          place,
          delimiter_ == ',' ? "a field for each name; decimals with a point, such as 7.5; text with a "
                              "comma in double quotes"
                            : "a field for each name");
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

  const Form form_;
  std::size_t lines_to_leave_;
  std::optional<text::Decoder> decoder_;
  csv_parser parser_{};
  const std::function<void(const Row&)>& each_row_;
  std::vector<std::string> header_;
  Row::Columns columns_;
  char delimiter_ = ',';
  Row row_;
  std::size_t line_ = 1;
  std::size_t row_bytes_ = 0;  ///< fed since the last row ended
  bool at_start_ = true;
  bool parted_ = false;  ///< whether it is known what parts the fields
  std::exception_ptr failure_;
};

void each_block(const std::filesystem::path& file, const Sink& sink) {
  const auto refuse = [&](int error) {
    throw StorageError(StorageError::Kind::Failed, "cannot read " + file.string(), std::strerror(error));
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) refuse(EISDIR);
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(errno);
  std::string block(std::size_t{1} << 16, '\0');
  errno = 0;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    sink(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
  }
  if (in.bad()) refuse(errno != 0 ? errno : EIO);  // else half a file would pass for a whole one
}

void read_file(const std::filesystem::path& file, const std::function<void(const Row&)>& each_row) {
  read_blocks([&](const Sink& sink) { each_block(file, sink); }, file.filename().string(), {}, each_row);
}

void read_text(std::string_view text, const std::string& name, const std::function<void(const Row&)>& each_row) {
  read_blocks([&](const Sink& sink) { sink(text); }, name, {}, each_row);
}

void read_blocks(const std::function<void(const Sink&)>& blocks, const std::string& name, const Form& form,
                 const std::function<void(const Row&)>& each_row) {
  Reader reader(name, form, each_row);
  blocks([&](std::string_view block) { reader.feed(block); });
  reader.finish();
}

std::vector<std::string> header_of(std::string_view beginning, const Form& form) {
  const std::function<void(const Row&)> no_row = [](const Row&) {};
  Reader reader("", form, no_row);
  try {
    reader.feed(beginning);
  } catch (const InputError&) {
    return reader.header();  // the beginning may end, or be wrong, behind it
  }
  return reader.header();
}

}  // namespace lytes::csv
