# What an installation holds beside the program and its catalogue, and the package that is made of it.

find_program(LYTES_GZIP gzip REQUIRED)

# lytes_zipped(<file> <made>): a file as packages hold it, without name and time in it.
function(lytes_zipped file made)
  add_custom_command(
    OUTPUT "${made}"
    COMMAND "${LYTES_GZIP}" -9 -n -c "${file}" > "${made}"
    DEPENDS "${file}"
    VERBATIM)
endfunction()

# The manual: src/<room>/manual/COMMAND.scd, a page each, compiled into the room for its examples and into man pages by
# scdoc where that is there. Each page's examples are a test.
function(lytes_manual room)
  file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${room}/manual/*.scd")
  set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedManual.cmake")
  set(embedded "${PROJECT_BINARY_DIR}/embedded/manual.cpp")
  add_custom_command(
    OUTPUT "${embedded}"
    COMMAND "${CMAKE_COMMAND}" "-DPAGES=${pages}" "-DOUTPUT=${embedded}" -P "${script}"
    DEPENDS ${pages} "${script}"
    VERBATIM)
  target_sources(lytes_${room} PRIVATE "${embedded}")
  if(LYTES_TESTS)
    find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
    add_test(NAME "manual: docs/manual.md is what the pages say"
      COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/script/make-manual" --check)
  endif()
  find_program(LYTES_SCDOC scdoc)
  if(NOT LYTES_SCDOC)
    message(STATUS "No man pages: scdoc is missing")
    return()
  endif()
  set(made "${PROJECT_BINARY_DIR}/share/man/man1")
  file(MAKE_DIRECTORY "${made}")
  set(zipped "")
  foreach(page IN LISTS pages)
    cmake_path(GET page STEM command)
    set(name "lytes-${command}.1")
    if(command STREQUAL "lytes")
      set(name "lytes.1")
    endif()
    add_custom_command(
      OUTPUT "${made}/${name}"
      COMMAND "${LYTES_SCDOC}" < "${page}" > "${made}/${name}"
      DEPENDS "${page}"
      VERBATIM)
    lytes_zipped("${made}/${name}" "${made}/${name}.gz")
    list(APPEND zipped "${made}/${name}.gz")
  endforeach()
  add_custom_target(man_pages ALL DEPENDS ${zipped})
  install(FILES ${zipped} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endfunction()

# What shells read of themselves; each is what `lytes completion SHELL` prints.
function(lytes_completions)
  set(made "${PROJECT_BINARY_DIR}/completions")
  file(MAKE_DIRECTORY "${made}")
  foreach(shell IN ITEMS bash zsh fish)
    add_custom_command(
      OUTPUT "${made}/lytes.${shell}"
      COMMAND "$<TARGET_FILE:lytes>" completion "${shell}" > "${made}/lytes.${shell}"
      DEPENDS lytes
      VERBATIM)
  endforeach()
  add_custom_target(completions ALL DEPENDS "${made}/lytes.bash" "${made}/lytes.zsh" "${made}/lytes.fish")
  set(share "${CMAKE_INSTALL_DATADIR}")
  install(FILES "${made}/lytes.bash" DESTINATION "${share}/bash-completion/completions" RENAME lytes)
  # zsh looks into the one below /usr/local and into the other, on Debian, below /usr.
  install(FILES "${made}/lytes.zsh" DESTINATION "${share}/zsh/site-functions" RENAME _lytes)
  install(FILES "${made}/lytes.zsh" DESTINATION "${share}/zsh/vendor-completions" RENAME _lytes)
  install(FILES "${made}/lytes.fish" DESTINATION "${share}/fish/vendor_completions.d")
endfunction()

# Licence, documents, and the list of what is linked in, under ../share/doc/lytes as seen from the program. Documents lie
# there as they lie here, for they link to one another; pages link to docs/statistics.md.
function(lytes_documents)
  set(made "${PROJECT_BINARY_DIR}/share/doc/lytes")
  file(MAKE_DIRECTORY "${made}")
  file(GLOB documents RELATIVE "${PROJECT_SOURCE_DIR}" CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/docs/*.*" "${PROJECT_SOURCE_DIR}/docs/pictures/*.png")
  list(APPEND documents README.md ARCHITECTURE.md CONTRIBUTING.md nutrient_data/SOURCES.md tests/reference/README.md)
  set(share "${CMAKE_INSTALL_DATADIR}/doc/lytes")
  foreach(document IN LISTS documents)
    configure_file("${document}" "${made}/${document}" COPYONLY)
    cmake_path(GET document PARENT_PATH folder)
    install(FILES "${document}" DESTINATION "${share}/${folder}")
  endforeach()
  string(TIMESTAMP LYTES_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)  # heeds SOURCE_DATE_EPOCH
  configure_file(cmake/changelog.in "${made}/changelog" @ONLY)
  lytes_zipped("${made}/changelog" "${made}/changelog.gz")
  lytes_zipped("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${made}/CHANGELOG.md.gz")
  set(script "${PROJECT_SOURCE_DIR}/cmake/LinkedIn.cmake")
  add_custom_command(
    OUTPUT "${made}/copyright" "${made}/lytes.spdx.json"
    COMMAND "${CMAKE_COMMAND}" "-DVERSION=${PROJECT_VERSION}" "-DLICENCE=${PROJECT_SOURCE_DIR}/LICENSE"
      "-DWHOLE=${LYTES_LINKS_WHOLE}" "-DLIST=${made}/lytes.spdx.json" "-DCOPYRIGHT=${made}/copyright" -P "${script}"
    DEPENDS "${script}" "${PROJECT_SOURCE_DIR}/LICENSE"
    VERBATIM)
  add_custom_target(documents ALL
    DEPENDS "${made}/copyright" "${made}/lytes.spdx.json" "${made}/changelog.gz" "${made}/CHANGELOG.md.gz")
  install(FILES "${made}/copyright" "${made}/lytes.spdx.json" "${made}/changelog.gz" "${made}/CHANGELOG.md.gz"
    DESTINATION "${share}")
endfunction()

# `cpack -G DEB` makes the package; script/package makes and tests it.
function(lytes_package)
  if(EXISTS "/etc/debian_version")
    install(FILES cmake/lintian-overrides DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides" RENAME lytes)
  endif()
  set(CPACK_GENERATOR "DEB")
  set(CPACK_PACKAGE_NAME "lytes")
  set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
  set(CPACK_PACKAGE_CONTACT "${LYTES_MAINTAINER}")
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "diary for people with recurrent muscle spasms or cramps")
  set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "In one line a day's meals, drinks, supplements, stress and spasms are logged;
every week lytes says honestly whether going short of water, magnesium or
potassium goes together with more spasms. No account, no network, one file
that is yours.")
  set(CPACK_DEBIAN_PACKAGE_SECTION "utils")
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata")
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libnotify-bin, bash-completion")
  set(CPACK_DEBIAN_FILE_NAME "DEB-DEFAULT")
  set(CPACK_STRIP_FILES ON)
  set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
  set(CPACK_OUTPUT_FILE_PREFIX "${PROJECT_BINARY_DIR}/package")
  # Folders of a package are for everybody, whatever the builder's umask.
  set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  include(CPack)
endfunction()
