# Writes the manual's pages into a C++ file, for their examples stand in what --help says. Run as a script:
#   cmake -DPAGES=<file.scd;file.scd;...> -DOUTPUT=<file.cpp> -P EmbedManual.cmake

set(rows "")
foreach(file IN LISTS PAGES)
  cmake_path(GET file STEM command)
  file(READ "${file}" text)
  string(APPEND rows "    Page{\"${command}\", R\"scd(${text})scd\"},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made from src/cli/manual/ by cmake/EmbedManual.cmake.
#include \"manual.hpp\"

#include <array>

namespace lytes::cli {

std::span<const Page> manual() {
  static constexpr std::array pages = {
${rows}  };
  return pages;
}

}  // namespace lytes::cli
")
