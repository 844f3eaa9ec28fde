# How every room of the house is built and tested.

include(CheckCXXCompilerFlag)
include(CheckCXXSourceCompiles)
include(CheckLinkerFlag)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(LYTES_TESTS "Build the tests" ON)
option(LYTES_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(LYTES_FUZZ "Build the fuzz targets (needs clang)" OFF)
option(LYTES_BENCH "Build the benchmarks and calibrations" OFF)
option(LYTES_WARNINGS_AS_ERRORS "Stop at the first warning" OFF)
option(LYTES_PRECOMPILE "Read the standard library's headers once for all rooms, and Catch2's once for all tests" OFF)

add_library(lytes_options INTERFACE)
target_compile_definitions(lytes_options INTERFACE LYTES_VERSION="${PROJECT_VERSION}")
target_compile_options(lytes_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Optimizing, GCC 12 sees overlapping copies in every "literal" + std::string: https://gcc.gnu.org/PR105651
  # It sees more of them, and copies longer than memory, in headers that were read beforehand.
  target_compile_options(lytes_options INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
  if(LYTES_PRECOMPILE)
    target_compile_options(lytes_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endif()
# What users run stops where memory is about to be misused, instead of going on with somebody's health data: bounds of
# containers and buffers, the stack, jumps, and tables that are read-only once the program has started.
# Tests and fuzzers stop at the bounds of containers where it would.
target_compile_definitions(lytes_options INTERFACE _GLIBCXX_ASSERTIONS)
if(NOT LYTES_SANITIZE AND NOT LYTES_FUZZ)
  target_compile_definitions(lytes_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
  target_compile_options(lytes_options INTERFACE $<$<CONFIG:Release>:-fstack-protector-strong>)
  check_cxx_compiler_flag(-fcf-protection LYTES_PROTECTS_JUMPS)
  if(LYTES_PROTECTS_JUMPS)
    target_compile_options(lytes_options INTERFACE $<$<CONFIG:Release>:-fcf-protection>)
  endif()
  target_link_options(lytes_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
endif()
# Of a program that is started for every drink most of the time goes into handing it out from its file: shorter code, in
# pieces that the linker may put in an order. The rooms that work through years of days say otherwise below.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
target_compile_options(lytes_options INTERFACE $<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>)
# Built anywhere from the same source, the program is the same byte for byte.
target_compile_options(lytes_options INTERFACE "$<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>")
if(LYTES_WARNINGS_AS_ERRORS)
  target_compile_options(lytes_options INTERFACE -Werror)
endif()
if(LYTES_SANITIZE)
  # With -fsanitize GCC takes more for uninitialized than is, as its manual says of this warning.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=address,undefined)
endif()
if(LYTES_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

if(LYTES_TESTS)
  enable_testing()
  find_package(Catch2 2.13 REQUIRED CONFIG)
  find_package(date 3.0 REQUIRED CONFIG)  # another reader of time zones, for comparison
  include(Catch)
endif()

# The standard library is most of what a file takes to compile. Where it is read once for all of them, a file that forgets
# to include something compiles all the same: the builds for sanitizers and for users do without, and find it.
set(LYTES_STANDARD_HEADERS <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <filesystem> <fstream> <functional>
  <map> <memory> <optional> <ranges> <set> <span> <sstream> <stdexcept> <string> <string_view> <utility> <variant> <vector>)
if(LYTES_PRECOMPILE)
  file(WRITE "${PROJECT_BINARY_DIR}/precompiled/empty.cpp" "")
  add_library(lytes_precompiled OBJECT "${PROJECT_BINARY_DIR}/precompiled/empty.cpp")
  target_link_libraries(lytes_precompiled PRIVATE lytes_options)
  target_precompile_headers(lytes_precompiled PRIVATE ${LYTES_STANDARD_HEADERS})
  if(LYTES_TESTS)
    add_library(lytes_precompiled_for_tests OBJECT "${PROJECT_BINARY_DIR}/precompiled/empty.cpp")
    target_link_libraries(lytes_precompiled_for_tests PRIVATE lytes_options)
    target_precompile_headers(lytes_precompiled_for_tests PRIVATE ${LYTES_STANDARD_HEADERS} <catch2/catch.hpp>)
  endif()
endif()

# lytes_precompile(<target> <library whose headers it shares>)
function(lytes_precompile target shared)
  if(LYTES_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${shared})
    # Without it a compiler cache cannot tell what such a file is made of.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# lytes_room(<name> [DEPENDS <room>...] [USES <library>...] [TESTS_USE <library>...])
#
# Makes the library lytes_<name> from src/<name>/*.cpp and one folder deeper, and the program
# <name>_tests from tests/<name>/*_test.cpp. Golden sessions, tests/<name>/*.test, become a test each.
function(lytes_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "DEPENDS;USES;TESTS_USE")
  file(GLOB sources CONFIGURE_DEPENDS "src/${name}/*.cpp" "src/${name}/*/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_library(lytes_${name} STATIC ${sources})
  target_include_directories(lytes_${name}
    PUBLIC "${PROJECT_SOURCE_DIR}/include"
    PRIVATE "${PROJECT_SOURCE_DIR}/src/${name}")
  foreach(below IN LISTS room_DEPENDS)
    if(TARGET lytes_${below})
      target_link_libraries(lytes_${name} PUBLIC lytes_${below})
    endif()
  endforeach()
  # A packaged library's headers are not ours to warn about.
  target_link_libraries(lytes_${name} PRIVATE lytes_options ${room_USES})
  lytes_precompile(lytes_${name} lytes_precompiled)

  file(GLOB tests CONFIGURE_DEPENDS "tests/${name}/*_test.cpp")
  if(LYTES_TESTS AND tests)
    add_executable(${name}_tests ${tests})
    target_include_directories(${name}_tests PRIVATE "${PROJECT_SOURCE_DIR}/src/${name}" "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name}_tests PRIVATE LYTES_SOURCE_DIR="${PROJECT_SOURCE_DIR}" LYTES_BUILD_DIR="${PROJECT_BINARY_DIR}")
    target_link_libraries(${name}_tests PRIVATE
      lytes_${name} lytes_options ${room_USES} ${room_TESTS_USE} nlohmann_json::nlohmann_json Catch2::Catch2WithMain)
    lytes_precompile(${name}_tests lytes_precompiled_for_tests)
    catch_discover_tests(${name}_tests EXTRA_ARGS -w NoTests TEST_PREFIX "${name}: " DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
  endif()
  file(GLOB sessions CONFIGURE_DEPENDS "tests/${name}/*.test")
  if(LYTES_TESTS AND sessions)
    file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/*/manual/*.scd")
    lytes_session_tests(${name} ${sessions} "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/docs/language.md" ${pages})
  endif()
endfunction()

# lytes_long_loops(<room>...)
#
# For rooms that go through years of days: a fifth of a week's instructions.
function(lytes_long_loops)
  foreach(name IN LISTS ARGN)
    if(TARGET lytes_${name})
      target_compile_options(lytes_${name} PRIVATE $<$<CONFIG:Release>:-O3>)
    endif()
  endforeach()
endfunction()

# lytes_session_tests(<room> <file>...)
#
# Makes the program session_player, and a test for each file that holds a session for it.
function(lytes_session_tests room)
  add_library(golden_sessions STATIC
    "tests/${room}/golden_session.cpp" "tests/${room}/indented_json.cpp" "tests/${room}/line_difference.cpp")
  target_include_directories(golden_sessions PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(golden_sessions PRIVATE LYTES_DIARIES="${PROJECT_SOURCE_DIR}/tests/${room}/diaries")
  target_link_libraries(golden_sessions PUBLIC lytes_${room} PRIVATE lytes_options nlohmann_json::nlohmann_json)
  target_link_libraries(${room}_tests PRIVATE golden_sessions)
  add_executable(session_player "tests/${room}/session_player.cpp")
  target_include_directories(session_player PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(session_player PRIVATE golden_sessions lytes_options)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file STEM name)
    if(file MATCHES "[.]scd$")
      set(name "page of ${name}")
    endif()
    add_test(NAME "session: ${name}" COMMAND session_player "${file}")
    set_tests_properties("session: ${name}" PROPERTIES TIMEOUT 300)
  endforeach()
endfunction()

# tests/house reads the sources themselves and needs no room.
function(lytes_house_tests)
  if(NOT LYTES_TESTS)
    return()
  endif()
  file(GLOB tests CONFIGURE_DEPENDS "tests/house/*_test.cpp")
  add_executable(house_tests ${tests})
  target_compile_definitions(house_tests PRIVATE LYTES_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(house_tests PRIVATE lytes_options Catch2::Catch2WithMain)
  catch_discover_tests(house_tests EXTRA_ARGS -w NoTests TEST_PREFIX "house: " DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

# The tables under nutrient_data/ and vocabulary/ are checked where they lie.
function(lytes_nutrient_data_tests)
  if(NOT LYTES_TESTS)
    return()
  endif()
  find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
  add_test(NAME "nutrient_data: every table holds what SOURCES.md says"
    COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/script/check-nutrient-data")
  add_test(NAME "vocabulary: every table holds what SOURCES.md says"
    COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/script/check-vocabulary")
endfunction()

# Compiles migrations/*.sql into a room.
function(lytes_embed_migrations name)
  file(GLOB migrations CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/migrations/*.sql")
  list(SORT migrations)
  set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedMigrations.cmake")
  set(embedded "${PROJECT_BINARY_DIR}/embedded/migrations.cpp")
  add_custom_command(
    OUTPUT "${embedded}"
    COMMAND "${CMAKE_COMMAND}" "-DMIGRATIONS=${migrations}" "-DOUTPUT=${embedded}" -P "${script}"
    DEPENDS ${migrations} "${script}"
    VERBATIM)
  target_sources(lytes_${name} PRIVATE "${embedded}")
endfunction()

# Compiles src/<name>/html/style.css into a room, with the hash by which a page's policy allows it.
function(lytes_embed_style name)
  set(style "${PROJECT_SOURCE_DIR}/src/${name}/html/style.css")
  set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedStyle.cmake")
  set(embedded "${PROJECT_BINARY_DIR}/embedded/html_style.cpp")
  add_custom_command(
    OUTPUT "${embedded}"
    COMMAND "${CMAKE_COMMAND}" "-DSTYLE=${style}" "-DOUTPUT=${embedded}" -P "${script}"
    DEPENDS "${style}" "${script}"
    VERBATIM)
  target_sources(lytes_${name} PRIVATE "${embedded}")
  if(LYTES_TESTS)
    find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
    add_test(NAME "${name}: the policy's hash is that of the style"
      COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/tests/${name}/check_style_hash.py" "${embedded}")
  endif()
endfunction()

# The food catalogue: made from nutrient_data/ and vocabulary/ while the program is built. It lies where the program looks for it,
# in ../share/lytes as seen from the folder of the executable, in the build tree as in an installation.
function(lytes_catalogue)
  set(catalogue "${PROJECT_BINARY_DIR}/share/lytes/catalogue.db")
  file(GLOB tables CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/nutrient_data/*.csv" "${PROJECT_SOURCE_DIR}/vocabulary/*.csv")
  add_executable(build_catalogue src/build_catalogue.cpp)
  target_link_libraries(build_catalogue PRIVATE lytes_foods lytes_options)
  add_custom_command(
    OUTPUT "${catalogue}"
    COMMAND build_catalogue "${PROJECT_SOURCE_DIR}/nutrient_data" "${PROJECT_SOURCE_DIR}/vocabulary" "${catalogue}"
    DEPENDS build_catalogue ${tables}
    COMMENT "Making the food catalogue")
  add_custom_target(catalogue ALL DEPENDS "${catalogue}")
  install(FILES "${catalogue}" DESTINATION "${CMAKE_INSTALL_DATADIR}/lytes")
  foreach(tests IN ITEMS foods_tests targets_tests language_tests timeline_tests safety_tests insight_tests
    exchange_tests report_tests cli_tests program_tests golden_sessions)
    if(TARGET ${tests})
      add_dependencies(${tests} catalogue)
      target_compile_definitions(${tests} PRIVATE LYTES_CATALOGUE="${catalogue}")
    endif()
  endforeach()
endfunction()

# The program itself: one call into the room at the top.
function(lytes_program)
  if(NOT TARGET lytes_program)
    return()
  endif()
  add_executable(lytes src/main.cpp)
  target_link_libraries(lytes PRIVATE lytes_program lytes_options)
  add_dependencies(lytes catalogue)
  if(NOT LYTES_SANITIZE)
    # A third of a start: no shared libraries to load and no names to look up in them, and fewer pages to relocate.
    set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
    check_cxx_source_compiles("#include <cmath>\nint main(int words, char**) { return std::lgamma(words) > 1; }"
      LYTES_LINKER_TAKES_LIBC)
    unset(CMAKE_REQUIRED_LINK_OPTIONS)
    set(LYTES_LINKS_WHOLE OFF)
    if(LYTES_LINKER_TAKES_LIBC AND CMAKE_BUILD_TYPE STREQUAL "Release")
      set(LYTES_LINKS_WHOLE ON)
      target_sources(lytes PRIVATE src/no_extensions.cpp)
      target_link_options(lytes PRIVATE -static-pie -Wl,--gc-sections,--wrap=dlopen)
    else()
      target_link_options(lytes PRIVATE -static-libstdc++ -static-libgcc -Wl,--gc-sections)
    endif()
    set(LYTES_LINKS_WHOLE ${LYTES_LINKS_WHOLE} PARENT_SCOPE)  # for the list of what is linked in
    check_linker_flag(CXX "-Wl,-z,pack-relative-relocs" LYTES_LINKER_PACKS_RELOCATIONS)
    if(LYTES_LINKER_PACKS_RELOCATIONS)
      target_link_options(lytes PRIVATE "-Wl,-z,pack-relative-relocs")
    endif()
    # A file is handed out in stretches of 64 KB, each for some microseconds. With what every start goes through in front
    # a drink touches 33 of them, and in no order 81.
    set(first_functions "${PROJECT_SOURCE_DIR}/cmake/first_functions.ld")
    check_linker_flag(CXX "-Wl,-T,${first_functions}" LYTES_LINKER_ORDERS_FUNCTIONS)
    if(LYTES_LINKER_ORDERS_FUNCTIONS)
      target_link_options(lytes PRIVATE "$<$<CONFIG:Release>:-Wl,-T,${first_functions}>")
      set_property(TARGET lytes APPEND PROPERTY LINK_DEPENDS "${first_functions}")
    endif()
  endif()
  set_target_properties(lytes PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  # Users need no names of functions; what is measured in the build tree keeps them.
  install(CODE "if(CMAKE_INSTALL_CONFIG_NAME STREQUAL \"Release\")\n  set(CMAKE_INSTALL_DO_STRIP ON)\nendif()")
  install(TARGETS lytes RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()

# The HTML report in a real browser. Skips itself, with a line that says why, where Chromium or the modules are missing.
function(lytes_browser_test)
  if(NOT LYTES_TESTS OR NOT TARGET lytes)
    return()
  endif()
  find_program(LYTES_NODE node)
  if(NOT LYTES_NODE)
    message(STATUS "No browser test of the HTML report: node is missing")
    return()
  endif()
  add_test(NAME "browser: a report is sound on a phone, a desk and paper"
    COMMAND "${LYTES_NODE}" "${PROJECT_SOURCE_DIR}/tests/browser/report_test.mjs"
      "$<TARGET_FILE:lytes>" "${PROJECT_BINARY_DIR}/browser")
  set_tests_properties("browser: a report is sound on a phone, a desk and paper"
    PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 180 COST 1000)  # begun first, the others are run beside it
endfunction()

# The SQL of docs/cohort.md in DuckDB. Skips itself where that is missing.
function(lytes_cohort_test)
  if(NOT LYTES_TESTS OR NOT TARGET lytes)
    return()
  endif()
  find_program(LYTES_NODE node)
  if(NOT LYTES_NODE)
    message(STATUS "No test of the cohort: node is missing")
    return()
  endif()
  add_test(NAME "cohort: two hundred anonymous exports agree with the report of each"
    COMMAND "${LYTES_NODE}" "${PROJECT_SOURCE_DIR}/tests/cohort/cohort_test.mjs"
      "$<TARGET_FILE:lytes>" "${PROJECT_BINARY_DIR}/cohort")
  set_tests_properties("cohort: two hundred anonymous exports agree with the report of each"
    PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)
endfunction()

# A few rounds of what script/torture does in full.
function(lytes_torture_tests)
  if(NOT LYTES_TESTS OR NOT TARGET lytes OR LYTES_SANITIZE)
    return()
  endif()
  find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
  add_library(failing_io MODULE tests/torture/failing_io.c)
  add_test(NAME "torture: a command that is killed is done as a whole or not at all"
    COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/tests/torture/kills.py" "$<TARGET_FILE:lytes>" 56 56)
  add_test(NAME "torture: what is said of a failing disk is so"
    COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/tests/torture/io_faults.py"
      "$<TARGET_FILE:lytes>" "$<TARGET_FILE:failing_io>" drink undo restore)
endfunction()

# The program as the system around it sees it: its shells, its timers, its environment.
function(lytes_system_tests)
  if(NOT LYTES_TESTS OR NOT TARGET lytes OR LYTES_SANITIZE)
    return()
  endif()
  find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
  file(GLOB scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/system/*.py")
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM name)
    add_test(NAME "system: ${name}" COMMAND "${Python3_EXECUTABLE}" -B "${script}" "$<TARGET_FILE:lytes>")
    set_tests_properties("system: ${name}" PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 180)
  endforeach()
endfunction()

# Fuzz targets, tests/fuzz/<room>_<what>_fuzz.cpp, each linked with the room that its name begins with.
# A folder of inputs beside it, tests/fuzz/<room>_<what>_seeds, is where to start from.
function(lytes_fuzz_targets)
  if(NOT LYTES_FUZZ)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "tests/fuzz/*_fuzz.cpp")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    string(REGEX MATCH "^[^_]+" room "${name}")
    add_executable(${name} "${source}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE lytes_${room} lytes_options SQLiteCpp)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    target_compile_definitions(${name} PRIVATE LYTES_CATALOGUE="${PROJECT_BINARY_DIR}/share/lytes/catalogue.db")
    add_dependencies(${name} catalogue)
  endforeach()
endfunction()

# Programs that measure: bench/<room>_<what>_bench.cpp for time (Google Benchmark), bench/<room>_<what>_calibration.cpp
# for how often a statistic is wrong. Each is linked with the room that its name begins with.
function(lytes_bench_programs)
  if(NOT LYTES_BENCH)
    return()
  endif()
  # Not a measurement but what measurements read: a journal of ten years.
  add_executable(make_journal bench/make_journal.cpp)
  target_link_libraries(make_journal PRIVATE lytes_journal lytes_options)
  find_package(benchmark 1.7 REQUIRED CONFIG)
  file(GLOB sources CONFIGURE_DEPENDS "bench/*_bench.cpp" "bench/*_calibration.cpp")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    string(REGEX MATCH "^[^_]+" room "${name}")
    add_executable(${name} "${source}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/bench")
    target_link_libraries(${name} PRIVATE lytes_${room} lytes_options)
    if(name MATCHES "_bench$")
      target_link_libraries(${name} PRIVATE benchmark::benchmark_main)
    endif()
  endforeach()
endfunction()
