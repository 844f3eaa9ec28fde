#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lytes/text/encoding.hpp"

namespace lytes::csv {

/// A column's name as it is compared: without capitals and the blanks around it.
std::string plain_name(std::string_view name);

/// One row of a CSV file, its fields reached by the names in the header.
class Row {
 public:
  /// The field under `column`; empty when the row is shorter or the file has no such column.
  std::string_view operator[](std::string_view column) const;

  /// The field as a number, with a decimal point, or a decimal comma where no comma parts the fields; empty when blank.
  /// @throws InputError naming file, line and column when the field is something else
  std::optional<double> number(std::string_view column) const;

  /// Whether a comma in a number is the decimals', because none parts the fields.
  bool may_have_decimal_comma() const { return decimal_comma_; }

  /// The field, which must not be blank.
  /// @throws InputError naming file, line and column
  std::string_view required(std::string_view column) const;

  bool has(std::string_view column) const;
  /// The names in the header as they are written, in its order.
  std::vector<std::string> columns() const;
  bool blank() const;

  /// Line of the file on which the row begins, counted from 1 with the header.
  std::size_t line() const { return line_; }

  /// "FILE, line 3, column water_g", for messages.
  std::string place(std::string_view column) const;

 private:
  friend class Reader;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  /// The place of a column by its plain name, and by its name as it is written.
  using Columns = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
  std::string_view field(std::size_t place) const {
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view(bytes_).substr(begin, ends_[place] - begin);
  }

  std::string bytes_;              ///< of all fields, one behind the other
  std::vector<std::size_t> ends_;  ///< where in them each field ends
  const Columns* columns_ = nullptr;
  const std::vector<std::string>* header_ = nullptr;
  std::string file_;
  std::size_t line_ = 0;
  bool decimal_comma_ = false;
};

/// What a file does not say of itself.
struct Form {
  std::optional<text::Encoding> encoding = std::nullopt;  ///< empty: what its beginning looks like
  std::size_t lines_before_header = 0;                    ///< left out, whatever they hold
};

/// Takes a file's bytes, block by block.
using Sink = std::function<void(std::string_view block)>;

/// Reads RFC 4180 text with a header row, row by row, so that a large file needs little memory.
///
/// A byte order mark is skipped, and UTF-16 read as well; CRLF and LF both end a row; columns are matched by name,
/// capitals aside, never by place. Where the header line holds no comma, semicolons part the fields, as spreadsheets
/// write them in countries with a decimal comma, or else tabs; a line "sep=;" before the header says what does. A row
/// may be shorter than the header, and have blank fields behind its end.
/// @throws StorageError when the file cannot be read
/// @throws InputError when the file is empty or no text, a row takes more than a million bytes, the header has
///         thousands of names or one of them twice, a quote is never closed, or something stands in a field that the
///         header has no name for
void read_file(const std::filesystem::path& file, const std::function<void(const Row&)>& each_row);

/// The same for text in memory; `name` stands for the file in messages.
void read_text(std::string_view text, const std::string& name, const std::function<void(const Row&)>& each_row);

/// The same for what `blocks` hands to the sink it is given.
void read_blocks(const std::function<void(const Sink&)>& blocks, const std::string& name, const Form& form,
                 const std::function<void(const Row&)>& each_row);

/// The names in the header of a file that begins so, as they are written; empty where it has none that can be read.
std::vector<std::string> header_of(std::string_view beginning, const Form& form = {});

/// Calls `sink` with all of a file.
/// @throws StorageError when the file cannot be read
void each_block(const std::filesystem::path& file, const Sink& sink);

}  // namespace lytes::csv
