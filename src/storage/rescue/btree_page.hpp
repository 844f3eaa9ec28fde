#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "image.hpp"

namespace lytes::storage {

/// The pages of a database's file, whatever its bytes are.
/// https://www.sqlite.org/fileformat2.html#pages
struct PagedBytes {
  Image bytes;  ///< never empty; behind the last whole page may stand the begun one of a file that was cut off
  std::size_t page_size;

  std::uint32_t whole_pages() const { return static_cast<std::uint32_t>(bytes.size() / page_size); }
  /// The begun one counted.
  std::uint32_t all_pages() const { return static_cast<std::uint32_t>((bytes.size() + page_size - 1) / page_size); }
  /// What stands of a page; nothing where there is none. The first has number 1.
  std::span<const std::byte> page(std::uint32_t number) const;
};

/// https://www.sqlite.org/fileformat2.html#b_tree_pages
enum class PageKind : unsigned char { InteriorIndex = 2, InteriorTable = 5, LeafIndex = 10, LeafTable = 13 };

inline bool is_of_table(PageKind kind) { return kind == PageKind::InteriorTable || kind == PageKind::LeafTable; }
inline bool is_leaf(PageKind kind) { return kind == PageKind::LeafIndex || kind == PageKind::LeafTable; }

/// Bytes before a page's b-tree header: the first page begins with the file's own header.
inline std::size_t btree_start(std::uint32_t page_number) { return page_number == 1 ? 100 : 0; }

/// What the first byte says.
std::optional<PageKind> page_kind(std::span<const std::byte> page, std::size_t start);

/// Where the cells of a page begin, in the order of their keys, as far as the places lie inside what stands of it.
std::vector<std::size_t> cell_places(std::span<const std::byte> page, std::size_t start, PageKind kind);

/// The pages that an interior page leads to.
std::vector<std::uint32_t> children(std::span<const std::byte> page, std::size_t start, PageKind kind);

/// The number in `count` bytes, the highest first; zero where the bytes do not stand.
std::uint64_t big_endian(std::span<const std::byte> bytes, std::size_t at, std::size_t count);

/// A row as it stands in a page.
struct Record {
  std::vector<std::uint64_t> serial_types;  ///< one a column
  std::uint64_t overflow_bytes;             ///< of the row that stand in other pages
};

/// Reads the head of the row whose cell (without an interior cell's child) begins at `at`.
/// @return nothing when what stands there is no row: it goes beyond what stands, or its parts do not add up
std::optional<Record> record_at(std::span<const std::byte> page, std::size_t at, bool of_table, std::size_t page_size);

}  // namespace lytes::storage
