#include "changeset_form.hpp"

#include <cstdint>

namespace lytes::storage {
namespace {

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  bool to_the_end() {
    while (!failed_ && at_ < bytes_.size()) {
      if (bytes_[at_] == 'T') {
        table();
      } else {
        change();
      }
    }
    return !failed_;
  }

 private:
  unsigned char byte() {
    if (at_ >= bytes_.size()) failed_ = true;
    return failed_ ? 0 : static_cast<unsigned char>(bytes_[at_++]);
  }

  void skip(std::uint64_t count) {
    if (count > bytes_.size() - at_) failed_ = true;
    if (!failed_) at_ += static_cast<std::size_t>(count);
  }

  /// Seven bits a byte, the highest first; the ninth byte counts whole.
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int i = 0; i < 9 && !failed_; ++i) {
      const unsigned char next = byte();
      if (i == 8) return value << 8U | next;
      value = value << 7U | (next & 0x7FU);
      if ((next & 0x80U) == 0) break;
    }
    return value;
  }

  void table() {
    skip(1);
    columns_ = number();
    skip(columns_);
    const std::size_t end = bytes_.find('\0', at_);
    if (end == std::string_view::npos) failed_ = true;
    if (!failed_) at_ = end + 1;
  }

  void change() {
    constexpr unsigned char deleted = 9;
    constexpr unsigned char inserted = 18;
    constexpr unsigned char updated = 23;
    const unsigned char operation = byte();
    skip(1);  // whether a trigger did it
    if (columns_ == 0 || (operation != deleted && operation != inserted && operation != updated)) failed_ = true;
    const int rows = operation == updated ? 2 : 1;
    for (int row = 0; row < rows; ++row) {
      for (std::uint64_t column = 0; column < columns_ && !failed_; ++column) value();
    }
  }

  void value() {
    switch (byte()) {
      case 0:  // not said
      case 5:  // NULL
        return;
      case 1:  // a whole number
      case 2:  // a real one
        return skip(8);
      case 3:  // text
      case 4:  // bytes
        return skip(number());
      default:
        failed_ = true;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint64_t columns_ = 0;
  bool failed_ = false;
};

}  // namespace

bool is_whole_changeset(std::string_view changeset) { return Walk(changeset).to_the_end(); }

}  // namespace lytes::storage
