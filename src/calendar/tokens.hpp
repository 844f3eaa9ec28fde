#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::calendar {

/// A run of digits, a run of letters in lower case, or one other character.
struct Token {
  enum class Kind { Number, Word, Sign, End };

  Kind kind;
  std::string text;
  std::size_t place;  ///< of its first byte
  bool apart;         ///< a space or comma stands before it

  bool is(std::string_view what) const { return kind != Kind::End && text == what; }
  bool is_number(std::size_t fewest_digits, std::size_t most_digits) const;
  int value() const;  ///< of a number of at most nine digits
};

/// The tokens of a phrase, with a cursor. Spaces and commas only part tokens.
class Tokens {
 public:
  explicit Tokens(std::string_view text);

  std::string_view text() const { return text_; }
  std::size_t position() const { return position_; }
  void back_to(std::size_t position) { position_ = position; }

  /// The token `ahead` of the cursor; past the last one an End token.
  const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  bool at_end() const { return peek().kind == Token::Kind::End; }

  bool accept(std::string_view what);
  bool accept_any(std::initializer_list<std::string_view> words);
  /// All of `sequence`, one token each, or none of it.
  bool accept_all(std::initializer_list<std::string_view> sequence);

  [[noreturn]] void refuse(const std::string& what, std::size_t place, const std::string& valid) const;

 private:
  std::string_view text_;
  std::vector<Token> tokens_;  // the last one is an End
  std::size_t position_ = 0;
};

}  // namespace lytes::calendar
