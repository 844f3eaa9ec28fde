#include "btree_page.hpp"

#include <algorithm>

namespace lytes::storage {
namespace {

// The head of a page: kind, two bytes of free space, the number of cells (at 3), three more; interior pages add their
// last child. Then the places of the cells, two bytes each.
constexpr std::size_t number_of_cells = 3;
constexpr std::size_t last_child = 8;

std::size_t head_size(PageKind kind) { return is_leaf(kind) ? 8 : 12; }

/// Reads on from a place in a page, and stops at the end of what stands.
class Reader {
 public:
  Reader(std::span<const std::byte> bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  bool failed() const { return failed_; }
  std::size_t at() const { return at_; }

  /// Seven bits a byte, the highest first; the ninth byte counts whole.
  /// https://www.sqlite.org/fileformat2.html#varint
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int i = 0; i < 9; ++i) {
      if (at_ >= bytes_.size()) {
        failed_ = true;
        return 0;
      }
      const auto byte = static_cast<std::uint64_t>(bytes_[at_++]);
      if (i == 8) return value << 8U | byte;
      value = value << 7U | (byte & 0x7FU);
      if ((byte & 0x80U) == 0) break;
    }
    return value;
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_;
  bool failed_ = false;
};

/// How much of a row stands in its own page.
/// https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages
std::uint64_t local_bytes(std::uint64_t payload, bool of_table, std::size_t page_size) {
  const std::uint64_t most = of_table ? page_size - 35 : (page_size - 12) * 64 / 255 - 23;
  if (payload <= most) return payload;
  const std::uint64_t least = (page_size - 12) * 32 / 255 - 23;
  const std::uint64_t filled = least + (payload - least) % (page_size - 4);
  return filled <= most ? filled : least;
}

/// https://www.sqlite.org/fileformat2.html#record_format
std::uint64_t bytes_of_type(std::uint64_t serial_type) {
  constexpr std::uint64_t of_numbers[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return serial_type < 12 ? of_numbers[serial_type] : (serial_type - 12) / 2;
}

}  // namespace

std::span<const std::byte> PagedBytes::page(std::uint32_t number) const {
  if (number == 0 || number > all_pages()) return {};
  const std::size_t begin = std::size_t{number - 1} * page_size;
  return std::span(bytes).subspan(begin, std::min(page_size, bytes.size() - begin));
}

std::optional<PageKind> page_kind(std::span<const std::byte> page, std::size_t start) {
  const std::uint64_t first = big_endian(page, start, 1);
  if (first != 2 && first != 5 && first != 10 && first != 13) return std::nullopt;
  return static_cast<PageKind>(first);
}

std::vector<std::size_t> cell_places(std::span<const std::byte> page, std::size_t start, PageKind kind) {
  const std::size_t first = start + head_size(kind);
  if (page.size() < first) return {};
  const std::size_t said = big_endian(page, start + number_of_cells, 2);
  const std::size_t count = std::min(said, (page.size() - first) / 2);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = big_endian(page, first + 2 * i, 2);
    if (place >= first + 2 && place < page.size()) places.push_back(place);
  }
  return places;
}

std::vector<std::uint32_t> children(std::span<const std::byte> page, std::size_t start, PageKind kind) {
  std::vector<std::uint32_t> found;
  if (is_leaf(kind)) return found;
  for (const std::size_t place : cell_places(page, start, kind)) {
    found.push_back(static_cast<std::uint32_t>(big_endian(page, place, 4)));
  }
  found.push_back(static_cast<std::uint32_t>(big_endian(page, start + last_child, 4)));
  return found;
}

std::uint64_t big_endian(std::span<const std::byte> bytes, std::size_t at, std::size_t count) {
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  std::uint64_t value = 0;
  for (const std::byte byte : bytes.subspan(at, count)) value = value << 8U | static_cast<std::uint64_t>(byte);
  return value;
}

std::optional<Record> record_at(std::span<const std::byte> page, std::size_t at, bool of_table, std::size_t page_size) {
  Reader cell(page, at);
  const std::uint64_t payload = cell.varint();
  if (of_table) cell.varint();  // the row's number
  constexpr std::uint64_t largest_row = std::uint64_t{1} << 31U;
  if (cell.failed() || payload > largest_row) return std::nullopt;
  const std::size_t begin = cell.at();
  const std::uint64_t local = local_bytes(payload, of_table, page_size);
  const std::uint64_t pointer = local < payload ? 4 : 0;
  if (local + pointer > page.size() - begin) return std::nullopt;

  Reader head(page.first(begin + local), begin);
  const std::uint64_t head_bytes = head.varint();
  if (head.failed() || head_bytes > local) return std::nullopt;
  Record record{{}, payload - local};
  std::uint64_t sum = head_bytes;
  while (!head.failed() && head.at() < begin + head_bytes) {
    const std::uint64_t type = head.varint();
    record.serial_types.push_back(type);
    sum += bytes_of_type(type);
    if (sum > payload) return std::nullopt;
  }
  if (head.failed() || head.at() != begin + head_bytes || sum != payload) return std::nullopt;
  return record;
}

}  // namespace lytes::storage
