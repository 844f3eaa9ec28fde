#include "carving.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <new>

#include "damage.hpp"
#include "image.hpp"
#include "session.hpp"

namespace lytes::storage {
namespace {

void put(Image& image, std::size_t at, std::uint64_t value, std::size_t count) {
  for (std::size_t i = count; i > 0; --i, value >>= 8U) image[at + i - 1] = static_cast<std::byte>(value & 0xFFU);
}

/// SQLite keeps locks in this page where it locks files, and never reads it.
/// https://www.sqlite.org/fileformat2.html#the_lock_byte_page
std::uint32_t lock_page(std::size_t page_size) { return static_cast<std::uint32_t>(0x40000000U / page_size) + 1; }

/// The first page of a database that has this one table, with its root in page `root`.
Image first_page(const TableShape& shape, std::size_t page_size, std::uint32_t root) {
  SQLite::Database database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  database.exec(fmt::format("PRAGMA page_size = {}", page_size));
  database.exec(plain_table(shape));
  database.exec(fmt::format("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = {}", root));
  // Not image_of: a copy of this database, without that page, would be refused.
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, SqliteFree> bytes(sqlite3_serialize(database.getHandle(), "main", &size, 0));
  if (bytes == nullptr || static_cast<std::size_t>(size) < page_size) throw std::bad_alloc();
  const auto* begin = reinterpret_cast<const std::byte*>(bytes.get());
  return {begin, begin + page_size};
}

}  // namespace

Carving::Carving(const PagedBytes& pages)
    : pages_(pages), place_(pages.whole_pages() + 1), overflow_bytes_left_(4 * pages.bytes.size() + 1'000'000) {
  if (place_ == lock_page(pages.page_size)) ++place_;
  const std::size_t whole = std::size_t{pages.whole_pages()} * pages.page_size;
  image_.reserve(place_ * pages.page_size);
  image_.assign(pages.bytes.begin(), pages.bytes.begin() + static_cast<std::ptrdiff_t>(whole));
  image_.resize(place_ * pages.page_size);
}

void Carving::begin(const TableShape& shape, const std::string& condition) {
  query_.reset();
  database_.reset();
  const Image first = first_page(shape, pages_.page_size, place_);
  std::copy_n(first.begin(), pages_.page_size, image_.begin());
  constexpr std::size_t place_of_page_count = 28;
  put(image_, place_of_page_count, place_, 4);
  lay({0, shape.without_rowid ? PageKind::LeafIndex : PageKind::LeafTable, {}}, {});
  database_ = open_image(image_);
  std::vector<std::string> names;
  for (const TableShape::Column& column : shape.columns) names.push_back(column.name);
  query_ = std::make_unique<SQLite::Statement>(
      *database_, fmt::format(R"(SELECT {} FROM "{}" WHERE {})", quoted_list(names), shape.name, condition));
}

void Carving::read(const FoundPage& page, const std::function<void(SQLite::Statement&)>& take) {
  std::vector<std::size_t> rows;
  for (const std::size_t row : page.rows) {
    if (within_limit(page, row)) rows.push_back(row);
  }
  if (read_rows(page, rows, take)) return;
  // One of them cannot be read; the others are read without it.
  for (const std::size_t row : rows) read_rows(page, {&row, 1}, take);
}

/// Each page of overflow belongs to one row: what goes far beyond the file's size is one chain met again and again.
bool Carving::within_limit(const FoundPage& page, std::size_t row) {
  const auto record = record_at(pages_.page(page.number), row, is_of_table(page.kind), pages_.page_size);
  if (!record || record->overflow_bytes > overflow_bytes_left_) return false;
  overflow_bytes_left_ -= record->overflow_bytes;
  return true;
}

bool Carving::read_rows(const FoundPage& page, std::span<const std::size_t> rows,
                        const std::function<void(SQLite::Statement&)>& take) {
  lay(page, rows);
  try {
    query_->reset();
    while (query_->executeStep()) take(*query_);
    query_->reset();
    return true;
  } catch (const SQLite::Exception& error) {
    if (!stops_reading(error)) throw;
    query_->tryReset();
    return false;
  }
}

/// Puts a page that has only these rows in the table's place.
void Carving::lay(const FoundPage& page, std::span<const std::size_t> rows) {
  constexpr std::size_t head = 8;
  const std::size_t begin = (std::size_t{place_} - 1) * pages_.page_size;
  const auto from = pages_.page(page.number);
  std::fill_n(image_.begin() + static_cast<std::ptrdiff_t>(begin), pages_.page_size, std::byte{0});
  std::copy(from.begin(), from.end(), image_.begin() + static_cast<std::ptrdiff_t>(begin));
  // The list of places must not run over the rows.
  std::size_t count = 0;
  std::size_t lowest = pages_.page_size;
  for (const std::size_t row : rows) {
    if (row < head + 2 * rows.size()) continue;
    put(image_, begin + head + 2 * count++, row, 2);
    lowest = std::min(lowest, row);
  }
  put(image_, begin, static_cast<std::uint64_t>(is_of_table(page.kind) ? PageKind::LeafTable : PageKind::LeafIndex), 1);
  put(image_, begin + 1, 0, 2);
  put(image_, begin + 3, count, 2);
  put(image_, begin + 5, lowest, 2);
  put(image_, begin + 7, 0, 1);
  // By these two SQLite sees that the file is another one than it has read.
  constexpr std::size_t place_of_changes = 24;
  constexpr std::size_t place_of_version = 92;
  put(image_, place_of_changes, ++changes_, 4);
  put(image_, place_of_version, changes_, 4);
}

}  // namespace lytes::storage
