#include "page_owners.hpp"

namespace lytes::storage {

PageOwners::PageOwners(const PagedBytes& pages, const std::vector<Tree>& trees)
    : trees_(trees), owners_(pages.all_pages() + std::size_t{1}), free_(pages.all_pages() + std::size_t{1}) {
  // What the schema says goes before what is only usual.
  for (const bool certain : {true, false}) {
    for (std::size_t tree = 0; tree < trees.size(); ++tree) {
      if (trees[tree].certain == certain) follow(pages, tree);
    }
  }
  find_free(pages);
}

const Tree* PageOwners::owner(std::uint32_t page) const {
  if (page >= owners_.size() || owners_[page] == 0) return nullptr;
  return &trees_[owners_[page] - 1];
}

void PageOwners::follow(const PagedBytes& pages, std::size_t tree) {
  std::vector<std::uint32_t> next{trees_[tree].root};
  while (!next.empty()) {
    const std::uint32_t number = next.back();
    next.pop_back();
    if (number == 0 || number >= owners_.size() || owners_[number] != 0) continue;
    owners_[number] = static_cast<std::uint32_t>(tree + 1);
    const auto page = pages.page(number);
    const auto kind = page_kind(page, btree_start(number));
    if (!kind) continue;
    for (const std::uint32_t child : children(page, btree_start(number), *kind)) next.push_back(child);
  }
}

/// Follows the list of free pages as far as its pages are such: the head of a tree's page makes no page's number.
/// https://www.sqlite.org/fileformat2.html#the_freelist
void PageOwners::find_free(const PagedBytes& pages) {
  constexpr std::size_t place_of_first = 32;
  constexpr std::size_t head = 8;
  std::uint64_t number = big_endian(pages.bytes, place_of_first, 4);
  while (number > 1 && number < free_.size() && !free_[number]) {
    const auto page = pages.page(static_cast<std::uint32_t>(number));
    const std::uint64_t next = big_endian(page, 0, 4);
    const std::uint64_t count = big_endian(page, 4, 4);
    if (page.size() < pages.page_size || next >= free_.size() || count > (page.size() - head) / 4) return;
    free_[number] = true;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t leaf = big_endian(page, head + 4 * i, 4);
      if (leaf > 1 && leaf < free_.size()) free_[leaf] = true;
    }
    number = next;
  }
}

}  // namespace lytes::storage
