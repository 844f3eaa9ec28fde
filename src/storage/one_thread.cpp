#include "lytes/storage/one_thread.hpp"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace lytes::storage {
namespace {

/// Memory for SQLite, which asks for thousands of small blocks while it reads a schema and prepares statements, and
/// gives them back in no order. A block that comes back is kept for the next one of its size; none goes back to the
/// system. Large ones are the C library's. Each is preceded by its size, which SQLite asks for.
class Blocks {
 public:
  void* allocate(std::size_t size) {
    const std::size_t whole = whole_of(size);
    if (whole > largest) return with_size(std::malloc(whole), whole);
    Free*& kept = kept_[whole / unit];
    if (kept == nullptr) return with_size(fresh(whole), whole);
    Free* const block = kept;
    kept = block->next;
    return with_size(block, whole);
  }

  void give_back(void* memory) {
    const std::size_t whole = whole_at(memory);
    void* const block = start_of(memory);
    if (whole > largest) return std::free(block);
    Free*& kept = kept_[whole / unit];
    kept = new (block) Free{kept};
  }

  void* resize(void* memory, std::size_t size) {
    const std::size_t before = whole_at(memory);
    const std::size_t whole = whole_of(size);
    if (whole == before) return memory;
    if (whole > largest && before > largest) return with_size(std::realloc(start_of(memory), whole), whole);
    void* const moved = allocate(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, memory, (whole < before ? whole : before) - head);
    give_back(memory);
    return moved;
  }

  static std::size_t usable(const void* memory) { return whole_at(memory) - head; }
  static std::size_t rounded(std::size_t size) { return whole_of(size) - head; }

 private:
  struct Free {
    Free* next;
  };

  static constexpr std::size_t head = sizeof(std::size_t);
  static constexpr std::size_t unit = 16;
  static constexpr std::size_t largest = 2048;  // with its head
  static constexpr std::size_t stretch = std::size_t{1} << 16U;

  static std::size_t whole_of(std::size_t size) { return (size + head + unit - 1) / unit * unit; }
  static void* start_of(void* memory) { return static_cast<std::byte*>(memory) - head; }

  static std::size_t whole_at(const void* memory) {
    std::size_t whole = 0;
    std::memcpy(&whole, static_cast<const std::byte*>(memory) - head, sizeof whole);
    return whole;
  }

  static void* with_size(void* block, std::size_t whole) {
    if (block == nullptr) return nullptr;
    std::memcpy(block, &whole, sizeof whole);
    return static_cast<std::byte*>(block) + head;
  }

  void* fresh(std::size_t whole) {
    if (static_cast<std::size_t>(end_ - next_) < whole) {
      auto* const more = static_cast<std::byte*>(std::malloc(stretch));
      if (more == nullptr) return nullptr;
      next_ = more;
      end_ = more + stretch;
    }
    void* const block = next_;
    next_ += whole;
    return block;
  }

  std::array<Free*, largest / unit + 1> kept_{};
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
};

Blocks blocks;  // SQLite's functions for memory are given nothing to keep it in

void use_blocks() {
  static const sqlite3_mem_methods methods = {
      [](int size) { return blocks.allocate(static_cast<std::size_t>(size)); },
      [](void* memory) { blocks.give_back(memory); },
      [](void* memory, int size) { return blocks.resize(memory, static_cast<std::size_t>(size)); },
      [](void* memory) { return memory == nullptr ? 0 : static_cast<int>(Blocks::usable(memory)); },
      [](int size) { return static_cast<int>(Blocks::rounded(static_cast<std::size_t>(size))); },
      [](void* /*nothing*/) { return SQLITE_OK; },
      [](void* /*nothing*/) {},
      nullptr};
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

}  // namespace

void configure_for_one_thread() {
  // Refused once SQLite is in use, and in a build of it that knows no threads: both are well.
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  // No twenty pages at once for each cache: writing one entry opens four caches, and two of them hold a page or two.
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
  use_blocks();
}

}  // namespace lytes::storage
