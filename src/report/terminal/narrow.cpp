#include "lytes/report/narrow.hpp"

#include <algorithm>
#include <sstream>

#include "lytes/text/width.hpp"

namespace lytes::report {

std::string for_narrow(std::string page, const Style& style) {
  constexpr std::size_t laid_out_for = 80;
  if (style.width >= laid_out_for && !style.width_is_said) return page;
  std::string folded;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (text::display_width(line) > style.width) {
      const std::size_t leading = std::min(line.find_first_not_of(' '), line.size());
      const std::size_t indent = std::min(leading + 2, style.width / 4);
      line = text::wrapped(std::string(std::min(leading, indent), ' ') + line.substr(leading), style.width, indent);
    }
    folded += line + (lines.eof() ? "" : "\n");
  }
  return folded;
}

}  // namespace lytes::report
