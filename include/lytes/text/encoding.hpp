#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lytes::text {

/// How a file writes its letters.
enum class Encoding {
  Utf8,
  Utf16LittleEndian,
  Utf16BigEndian,
  Latin1  ///< ISO 8859-1 as Windows writes it (code page 1252)
};

/// How a file that begins so is written: by its byte order mark, or by the zeros that UTF-16 puts beside plain letters.
/// Latin-1 cannot be told from its bytes and has to be said.
Encoding encoding_of(std::string_view beginning);

/// Bytes of the byte order mark that a text begins with; 0 for none.
std::size_t byte_order_mark(std::string_view beginning);

/// Turns bytes into UTF-8, block by block, wherever a block may end. UTF-8 is passed on as it is, sound or not; what
/// is no UTF-16 becomes a byte that is no UTF-8 either, so that `unsound_place` finds it.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  Encoding encoding() const { return encoding_; }
  std::string decoded(std::string_view bytes);
  /// What is left to be said of a character that no block has ended.
  std::string finished();

 private:
  Encoding encoding_;
  std::string rest_;  ///< bytes of a character that the next block ends
};

/// Place of the first byte that is no UTF-8; npos where all of it is.
std::size_t unsound_place(std::string_view text);

}  // namespace lytes::text
