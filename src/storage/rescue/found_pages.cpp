#include <algorithm>
#include <optional>

#include "carving.hpp"

namespace lytes::storage {
namespace {

/// What a page may be to a table.
enum class Standing { Own, Nobodys, Anothers };

struct Candidate {
  Standing standing;
  FoundPage page;
};

/// The rows of a page as each table would have them.
struct Fit {
  std::size_t cells = 0;
  std::vector<std::vector<std::size_t>> rows;  ///< by table
  std::size_t most() const {
    std::size_t count = 0;
    for (const auto& found : rows) count = std::max(count, found.size());
    return count;
  }
};

Fit fit(std::span<const std::byte> page, PageKind kind, std::span<const TableShape> shapes, std::size_t page_size) {
  constexpr std::size_t child_pointer = 4;
  Fit found;
  found.rows.resize(shapes.size());
  std::vector<std::size_t> places = cell_places(page, 0, kind);
  found.cells = places.size();
  std::vector<bool> seen(page_size);
  for (std::size_t place : places) {
    if (seen[place]) continue;
    seen[place] = true;
    if (!is_leaf(kind)) place += child_pointer;
    const auto record = record_at(page, place, is_of_table(kind), page_size);
    if (!record) continue;
    for (std::size_t table = 0; table < shapes.size(); ++table) {
      if (shapes[table].without_rowid == is_of_table(kind) || !shapes[table].fits(*record)) continue;
      found.rows[table].push_back(place);
    }
  }
  return found;
}

/// As what a page may be read: an inner page of an index holds rows, too, and a damaged head may be of either kind.
std::vector<PageKind> readable_kinds(std::span<const std::byte> page) {
  const auto kind = page_kind(page, 0);
  if (!kind) return {PageKind::LeafTable, PageKind::LeafIndex};
  if (*kind == PageKind::InteriorTable) return {};
  return {*kind};
}

std::optional<Standing> standing(const Tree* owner, bool is_free, const std::string& table, const Fit& fit,
                                 std::size_t fitting, std::span<const TableShape> shapes) {
  const bool own = owner != nullptr && owner->table == table;
  if (own && owner->certain) return Standing::Own;
  // Among strangers' rows some look like one's own.
  if (is_free || fitting < fit.most() || fitting * 4 < fit.cells) return std::nullopt;
  if (own) return Standing::Own;
  if (owner == nullptr) return Standing::Nobodys;
  if (!owner->certain) return Standing::Anothers;
  // A damaged pointer leads from one tree into another: then the rows are not its own.
  for (std::size_t other = 0; other < shapes.size(); ++other) {
    if (shapes[other].name == owner->table && fit.rows[other].empty()) return Standing::Anothers;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::vector<FoundPage>> find_pages(const PagedBytes& pages, std::span<const TableShape> shapes,
                                               const PageOwners& owners) {
  std::vector<std::vector<Candidate>> candidates(shapes.size());
  for (std::uint32_t number = 2; number <= pages.all_pages(); ++number) {
    for (const PageKind kind : readable_kinds(pages.page(number))) {
      Fit found = fit(pages.page(number), kind, shapes, pages.page_size);
      for (std::size_t table = 0; table < shapes.size(); ++table) {
        if (found.rows[table].empty()) continue;
        const auto what = standing(owners.owner(number), owners.is_free(number), shapes[table].name, found,
                                   found.rows[table].size(), shapes);
        if (what) candidates[table].push_back({*what, {number, kind, found.rows[table]}});
      }
    }
  }
  std::vector<std::vector<FoundPage>> lists(shapes.size());
  for (std::size_t table = 0; table < shapes.size(); ++table) {
    std::ranges::stable_sort(candidates[table], {}, &Candidate::standing);
    for (Candidate& candidate : candidates[table]) lists[table].push_back(std::move(candidate.page));
  }
  return lists;
}

}  // namespace lytes::storage
