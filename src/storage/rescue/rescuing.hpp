#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "btree_page.hpp"
#include "carving.hpp"
#include "lytes/storage/rescue.hpp"
#include "page_owners.hpp"
#include "salvage.hpp"

namespace lytes::storage {

/// The way of the rows from a damaged file's pages into a new journal.
class Rescuing {
 public:
  Rescuing(const PagedBytes& pages, SQLite::Database& to, const Knowledge& knowledge, const Progress& progress);

  /// Every row that can be read, one table after another.
  Rescued save_rows();

  /// A row that is added later must not get the number of one that is lost, for the history speaks of it.
  void keep_numbers_from_coming_again();

 private:
  void carve(const std::vector<bool>& whole);
  Rescued::Table follow_traces(std::size_t table);
  void note_sequences();
  void note_numbers_that_others_speak_of();
  void note_number(const std::string& table, std::int64_t number);
  void tell(double share);

  const PagedBytes& pages_;
  SQLite::Database& to_;
  const Knowledge& knowledge_;
  const Progress& progress_;
  int hundredths_told_ = -1;

  std::vector<TableShape> shapes_;
  std::unique_ptr<SQLite::Database> from_;
  ReadingLimit limit_;
  std::vector<TableFill> fills_;
  std::vector<TableSalvage> salvages_;
  std::map<std::string, std::int64_t> highest_;  ///< number of a row that is spoken of, by table
};

}  // namespace lytes::storage
