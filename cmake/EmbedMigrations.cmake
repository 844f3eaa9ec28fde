# Writes the migrations into a C++ file. Run as a script:
#   cmake -DMIGRATIONS=<file;file;...> -DOUTPUT=<file.cpp> -P EmbedMigrations.cmake
# Files are named NNNN_name.sql and numbered from 0001 without a gap.

set(rows "")
set(expected 0)
foreach(file IN LISTS MIGRATIONS)
  cmake_path(GET file STEM stem)
  if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
    message(FATAL_ERROR "${file}: a migration is named NNNN_name.sql")
  endif()
  set(number "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  math(EXPR expected "${expected} + 1")
  string(REGEX REPLACE "^0+" "" version "${number}")
  if(NOT version EQUAL expected)
    message(FATAL_ERROR "${file}: expected migration number ${expected}")
  endif()
  file(READ "${file}" sql)
  string(APPEND rows "    Migration{${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made from migrations/ by cmake/EmbedMigrations.cmake.
#include \"migrations.hpp\"

#include <array>

namespace lytes::storage {

std::span<const Migration> migrations() {
  static constexpr std::array embedded = {
${rows}  };
  return embedded;
}

}  // namespace lytes::storage
")
