#include "tokens.hpp"

#include <algorithm>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::calendar {

namespace {

bool parts_tokens(char c) { return c == ' ' || c == ',' || (c >= '\t' && c <= '\r'); }

}  // namespace

bool Token::is_number(std::size_t fewest_digits, std::size_t most_digits) const {
  return kind == Kind::Number && text.size() >= fewest_digits && text.size() <= most_digits;
}

int Token::value() const {
  int value = 0;
  for (const char c : std::string_view(text).substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

Tokens::Tokens(std::string_view text) : text_(text) {
  std::size_t at = 0;
  while (true) {
    const std::size_t before = at;
    while (at < text.size() && parts_tokens(text[at])) ++at;
    const bool apart = at > before;
    if (at == text.size()) {
      tokens_.push_back({Token::Kind::End, {}, at, apart});
      return;
    }
    const std::size_t start = at;
    const auto run = [&](auto belongs) {
      while (at < text.size() && belongs(text[at])) ++at;
    };
    Token::Kind kind = Token::Kind::Sign;
    if (text::is_digit(text[at])) {
      kind = Token::Kind::Number;
      run(text::is_digit);
    } else if (text::is_ascii_letter(text[at])) {
      kind = Token::Kind::Word;
      run(text::is_ascii_letter);
    } else {
      ++at;
    }
    tokens_.push_back({kind, text::lowered(text.substr(start, at - start)), start, apart});
  }
}

const Token& Tokens::peek(std::size_t ahead) const { return tokens_[std::min(position_ + ahead, tokens_.size() - 1)]; }

const Token& Tokens::take() {
  const Token& token = peek();
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool Tokens::accept(std::string_view what) {
  if (!peek().is(what)) return false;
  take();
  return true;
}

bool Tokens::accept_any(std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return accept(word); });
}

bool Tokens::accept_all(std::initializer_list<std::string_view> sequence) {
  std::size_t ahead = 0;
  for (const std::string_view what : sequence) {
    if (!peek(ahead++).is(what)) return false;
  }
  position_ += sequence.size();
  return true;
}

void Tokens::refuse(const std::string& what, std::size_t place, const std::string& valid) const {
  throw InputError(what, std::string(text_), std::min(place, text_.size()), valid);
}

}  // namespace lytes::calendar
