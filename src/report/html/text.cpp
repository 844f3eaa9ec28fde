#include "html/text.hpp"

#include "lytes/report/style.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char sign : text) {
    switch (sign) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += sign;
    }
  }
  return safe;
}

std::string user_words(std::string_view text, std::size_t columns) {
  return escaped(text::shortened(text::printable(text), columns));
}

std::string isolated(std::string_view text, std::size_t columns) {
  return "<bdi>" + user_words(text, columns) + "</bdi>";
}

}  // namespace lytes::report
