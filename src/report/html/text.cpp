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

std::string sentences_html(std::string_view sentences) {
  std::string html;
  bool as_code = false;
  while (true) {
    const std::size_t mark = sentences.find('`');
    const bool closes = as_code || sentences.find('`', mark + 1) != std::string_view::npos;
    html += escaped(sentences.substr(0, mark));
    if (mark == std::string_view::npos) return html;
    html += !closes ? "`" : as_code ? "</code>" : "<code>";
    as_code = closes && !as_code;
    sentences.remove_prefix(mark + 1);
  }
}

std::string paragraph(std::string_view sentences, std::string_view looks) {
  if (sentences.empty()) return "";
  const std::string attribute = looks.empty() ? "" : " class=\"" + std::string(looks) + "\"";
  return "<p" + attribute + ">" + sentences_html(sentences) + "</p>\n";
}

std::string item(std::string_view sentences) {
  return sentences.empty() ? "" : "<li>" + sentences_html(sentences) + "</li>\n";
}

}  // namespace lytes::report
