#include <fmt/format.h>

#include <cstring>

#include "lytes/report/html_report.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::report {

std::string file_link(const std::string& path) {
  std::string link = "file://";
  for (const char sign : path) {
    const bool plain = text::is_digit(sign) || text::is_ascii_letter(sign) || std::strchr("/-._~", sign) != nullptr;
    link += plain ? std::string(1, sign) : fmt::format("%{:02X}", static_cast<unsigned char>(sign));
  }
  return link;
}

}  // namespace lytes::report
