#include "indented_json.hpp"

#include <cstddef>
#include <nlohmann/json.hpp>

namespace lytes::test {

namespace {

/// Behind the quote that closes the string whose opening quote stands at `begin`.
std::size_t end_of_string(const std::string& json, std::size_t begin) {
  std::size_t at = begin + 1;
  while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return at + 1;
}

bool opens(char c) { return c == '{' || c == '['; }
bool closes(char c) { return c == '}' || c == ']'; }

/// Of a text that is known to be a JSON document.
class Indenter {
 public:
  std::string indent(const std::string& json) {
    for (std::size_t at = 0; at < json.size(); ++at) {
      if (json[at] == '"') {
        const std::size_t end = end_of_string(json, at);
        result_.append(json, at, end - at);
        at = end - 1;
      } else {
        put(json[at], at > 0 && opens(json[at - 1]), at + 1 < json.size() && closes(json[at + 1]));
      }
    }
    return result_;
  }

 private:
  void put(char c, bool after_opening, bool before_closing) {
    if (closes(c)) {
      depth_ -= 2;
      if (!after_opening) break_line();
    }
    result_ += c;
    if (opens(c)) depth_ += 2;
    if (c == ',' || (opens(c) && !before_closing)) break_line();
    if (c == ':') result_ += ' ';
  }

  void break_line() { result_ += "\n" + std::string(depth_, ' '); }

  std::string result_;
  std::size_t depth_ = 0;  ///< in blanks
};

}  // namespace

std::string indented_json(const std::string& text) {
  return nlohmann::json::accept(text) ? Indenter().indent(text) : text;
}

}  // namespace lytes::test
