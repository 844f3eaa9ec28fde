#include "mending.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "migrations.hpp"

namespace lytes::storage {
namespace {

constexpr std::size_t smallest_page = 512;
constexpr std::size_t largest_page = 65536;
constexpr std::size_t usual_page = 4096;
// https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::size_t header_size = 100;
constexpr std::size_t place_of_page_size = 16;
constexpr std::size_t place_of_changes = 24;
constexpr std::size_t place_of_page_count = 28;
constexpr std::size_t place_of_free_pages = 32;
constexpr std::size_t place_of_changes_at_count = 92;
constexpr char magic_text[] = "SQLite format 3";  // its zero at the end belongs to it
constexpr std::string_view magic(magic_text, sizeof magic_text);

void put(Image& image, std::size_t at, std::uint64_t value, std::size_t count) {
  for (std::size_t i = count; i > 0; --i, value >>= 8U) image[at + i - 1] = static_cast<std::byte>(value & 0xFFU);
}

bool has_magic(const Image& bytes) {
  return bytes.size() >= header_size && std::memcmp(bytes.data(), magic.data(), magic.size()) == 0;
}

/// @return 0 when there is no such size
std::size_t page_size_in_header(const Image& bytes) {
  if (bytes.size() < header_size) return 0;
  const std::uint64_t said = big_endian(bytes, place_of_page_size, 2);
  const std::size_t size = said == 1 ? largest_page : said;
  const bool possible = size >= smallest_page && size <= largest_page && (size & (size - 1)) == 0;
  return possible ? size : 0;
}

/// Whether what stands there looks like a page of just that size: its cells begin inside, and fill it from its end.
bool looks_like_page(std::span<const std::byte> page) {
  const auto kind = page_kind(page, 0);
  if (!kind) return false;
  const std::uint64_t said = big_endian(page, 3, 2);
  const std::vector<std::size_t> places = cell_places(page, 0, *kind);
  return said > 0 && places.size() == said && *std::max_element(places.begin(), places.end()) >= page.size() / 2;
}

std::size_t page_size_by_looks(const Image& bytes) {
  std::size_t best = usual_page;
  std::size_t most = 0;
  for (std::size_t size = smallest_page; size <= largest_page; size *= 2) {
    std::size_t pages = 0;
    for (std::size_t at = size; at + size <= bytes.size(); at += size) {
      if (looks_like_page(std::span(bytes).subspan(at, size))) ++pages;
    }
    if (pages > most) {
      most = pages;
      best = size;
    }
  }
  return best;
}

/// A page that an inner page leads to.
struct Child {
  std::uint32_t number;
  bool of_table;
};

std::vector<Child> all_children(const Image& bytes, std::size_t page_size) {
  std::vector<Child> found;
  for (std::size_t at = 0; at + page_size <= bytes.size(); at += page_size) {
    const auto page = std::span(bytes).subspan(at, page_size);
    const auto kind = page_kind(page, 0);
    if (!kind) continue;
    for (const std::uint32_t child : children(page, 0, *kind)) found.push_back({child, is_of_table(*kind)});
  }
  return found;
}

/// How many pages were taken off the front of a file: with so many before it most inner pages lead where they should.
std::size_t pages_lost_in_front(const Image& bytes, std::size_t page_size) {
  constexpr std::size_t most_lost = 1000;
  const std::vector<Child> children = all_children(bytes, page_size);
  const auto leads_right = [&](const Child& child, std::size_t lost) {
    const std::size_t at = (std::size_t{child.number} - 1 - lost) * page_size;
    if (child.number <= lost || at + page_size > bytes.size()) return false;
    const auto kind = page_kind(std::span(bytes).subspan(at, page_size), 0);
    return kind && is_of_table(*kind) == child.of_table;
  };
  std::size_t best = bytes.size() >= page_size && looks_like_page(std::span(bytes).first(page_size)) ? 1 : 0;
  std::ptrdiff_t most = 0;
  for (std::size_t lost = 0; lost < most_lost; ++lost) {
    const auto right = std::ranges::count_if(children, [&](const Child& child) { return leads_right(child, lost); });
    if (right > most) {
      most = right;
      best = lost;
    }
  }
  return best;
}

}  // namespace

Image fresh_journal(std::size_t page_size) {
  const auto database = open_in_memory();
  database->exec(fmt::format("PRAGMA page_size = {}", page_size));
  migrate(*database, migrations());
  return image_of(*database);
}

PagedBytes mend_header(Image bytes) {
  const bool headed = has_magic(bytes);
  std::size_t page_size = page_size_in_header(bytes);
  if (page_size == 0 || !headed) page_size = page_size_by_looks(bytes);
  if (!headed) bytes.insert(bytes.begin(), pages_lost_in_front(bytes, page_size) * page_size, std::byte{0});
  if (bytes.size() < page_size) bytes.resize(page_size);
  const std::uint64_t free_pages = headed ? big_endian(bytes, place_of_free_pages, 8) : 0;
  const Image fresh = fresh_journal(page_size);
  std::copy_n(fresh.begin(), header_size, bytes.begin());
  PagedBytes mended{std::move(bytes), page_size};
  // The number of pages is believed when these two are the same.
  put(mended.bytes, place_of_changes, 1, 4);
  put(mended.bytes, place_of_changes_at_count, 1, 4);
  put(mended.bytes, place_of_page_count, mended.whole_pages(), 4);
  put(mended.bytes, place_of_free_pages, free_pages, 8);
  return mended;
}

}  // namespace lytes::storage
