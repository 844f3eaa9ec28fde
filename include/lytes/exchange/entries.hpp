#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::exchange {

/// Entries in few bytes, one behind the other: an export holds years of them, and a journal's entry has room for
/// everything that any may say. What comes out is what went in, the numbers of the store aside.
class Entries {
 public:
  /// Goes through them in their order, each made anew.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = journal::Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = const journal::Entry*;
    using reference = journal::Entry;

    Iterator() = default;
    Iterator(const Entries& entries, std::size_t at) : entries_(&entries), at_(at) {}
    journal::Entry operator*() const { return (*entries_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Entries* entries_ = nullptr;
    std::size_t at_ = 0;
  };

  void push_back(const journal::Entry& entry);

  std::size_t size() const { return places_.size(); }
  bool empty() const { return places_.empty(); }
  journal::Entry operator[](std::size_t at) const;
  /// The day of an entry, without making it.
  calendar::Day day(std::size_t at) const { return calendar::Day(std::chrono::days(places_.at(at).day)); }

  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  bool operator==(const Entries&) const = default;

 private:
  struct Place {
    std::uint32_t block;
    std::uint32_t offset;
    std::int32_t day;

    bool operator==(const Place&) const = default;
  };
  std::deque<std::string> blocks_;
  std::vector<Place> places_;
};

}  // namespace lytes::exchange
