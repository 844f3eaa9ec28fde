#include "lytes/console/text_input.hpp"

#include <fmt/format.h>

#include <fstream>
#include <istream>
#include <sstream>

#include "lytes/bounds.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::console {

namespace {

/// Ten thousand years of days take less.
constexpr std::size_t most_input = 256'000'000;

std::string all_of(std::istream& in, const std::string& name) {
  std::string text;
  std::string block(std::size_t{1} << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
    if (text.size() > most_input)
      throw InputError(fmt::format("{} has no end within {} bytes", name, most_input), {}, 0, "a file of less");
  }
  return text;
}

}  // namespace

std::string text_of_input(Session& session, const std::string& file) {
  session.rest();
  if (file == "-") return all_of(session.context().in, "standard input");
  std::error_code ignored;
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file, ignored))
    throw InputError("the file cannot be read", file, 0, "a file of notes, or - for standard input");
  return all_of(in, "the file");
}

std::vector<std::string> line_words(Session& session, const std::vector<std::string>& words,
                                    const std::string& between) {
  const bool from_input = !words.empty() && words.front() == "-" && (words.size() == 1 || words[1].starts_with('@'));
  if (!from_input) return words;
  std::string line;
  std::istringstream lines(text_of_input(session, "-"));
  for (std::string one; std::getline(lines, one);) {
    const std::string_view said = text::trimmed(one);
    if (!said.empty()) line += (line.empty() ? "" : between) + std::string(said);
  }
  require_line_that_fits(line);
  auto all = text::parted_at_blanks(line);
  all.insert(all.end(), words.begin() + 1, words.end());
  return all;
}

}  // namespace lytes::console
