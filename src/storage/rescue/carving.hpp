#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "btree_page.hpp"
#include "page_owners.hpp"
#include "table_shape.hpp"

namespace lytes::storage {

/// A page that looks as if it held rows of a table.
struct FoundPage {
  std::uint32_t number;
  PageKind kind;
  std::vector<std::size_t> rows;  ///< where the cells of those that look like the table's begin
};

/// For each table the pages that seem to hold its rows: those that its tree leads to first, then those that no tree
/// leads to, and not the free ones. A page may be named for more than one table.
/// @return one list a shape, in the same order
std::vector<std::vector<FoundPage>> find_pages(const PagedBytes& pages, std::span<const TableShape> shapes,
                                               const PageOwners& owners);

/// Reads rows off single pages, whatever has become of the tree that led to them.
///
/// SQLite itself reads them: in a database in memory that has only the one table, whose only page is the one to be read
/// and whose other pages are the damaged file's own, so that what is too long for the page is found where its row says.
/// Deciphering rows here would take less memory, but SQLite's way of reading them is the one that cannot be wrong.
class Carving {
 public:
  /// @param pages must outlive this
  explicit Carving(const PagedBytes& pages);
  Carving(const Carving&) = delete;
  Carving& operator=(const Carving&) = delete;

  /// To be called before `read` whenever the table is another one.
  /// @param condition what its rows are, in SQL
  void begin(const TableShape& shape, const std::string& condition);
  /// Hands over the rows of that table that can be read from the page.
  void read(const FoundPage& page, const std::function<void(SQLite::Statement&)>& take);

 private:
  bool read_rows(const FoundPage& page, std::span<const std::size_t> rows,
                 const std::function<void(SQLite::Statement&)>& take);
  void lay(const FoundPage& page, std::span<const std::size_t> rows);
  bool within_limit(const FoundPage& page, std::size_t row);

  const PagedBytes& pages_;
  std::uint32_t place_;  ///< of the page under test: behind the file's own
  Image image_;
  std::unique_ptr<SQLite::Database> database_;  ///< its file is `image_`, whose last page changes between queries
  std::unique_ptr<SQLite::Statement> query_;
  std::uint32_t changes_ = 1;
  std::uint64_t overflow_bytes_left_;
};

}  // namespace lytes::storage
