#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "btree_page.hpp"

namespace lytes::storage {

/// A tree of a damaged file.
struct Tree {
  std::string table;   ///< empty when its rows are no table's: an index
  std::uint32_t root;  ///< a page
  bool certain;        ///< the file's own schema says so; if not, a journal just has it there as a rule
};

/// Which tree leads to a page, and which pages are free and hold only what was deleted.
class PageOwners {
 public:
  PageOwners(const PagedBytes& pages, const std::vector<Tree>& trees);

  /// Nothing where no tree leads to the page.
  const Tree* owner(std::uint32_t page) const;
  bool is_free(std::uint32_t page) const { return page < free_.size() && free_[page]; }

 private:
  void follow(const PagedBytes& pages, std::size_t tree);
  void find_free(const PagedBytes& pages);

  const std::vector<Tree>& trees_;
  std::vector<std::uint32_t> owners_;  ///< by page: the place of its tree from 1 on, or 0
  std::vector<bool> free_;
};

}  // namespace lytes::storage
