# Writes the manual's pages into a C++ file, for their examples stand in what --help says. Run as a script:
#   cmake -DPAGES=<file.scd;file.scd;...> -DOUTPUT=<file.cpp> -P EmbedManual.cmake

set(rows "")
foreach(file IN LISTS PAGES)
  cmake_path(GET file STEM command)
  file(READ "${file}" text)
  string(APPEND rows "    Page{\"${command}\", R\"scd(${text})scd\"},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made from src/command/manual/ by cmake/EmbedManual.cmake.
#include \"lytes/command/manual.hpp\"

#include <array>

namespace lytes::command {

std::span<const Page> manual() {
  static constexpr std::array pages = {
${rows}  };
  return pages;
}

}  // namespace lytes::command
")
