# libedit with what its archive needs: termcap, and two small libraries of BSD's that Debian keeps apart.
find_path(LibEdit_INCLUDE_DIR histedit.h)
find_library(LibEdit_LIBRARY edit)
find_library(LibEdit_TINFO tinfo)
find_library(LibEdit_BSD bsd)
find_library(LibEdit_MD md)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibEdit REQUIRED_VARS LibEdit_LIBRARY LibEdit_TINFO LibEdit_BSD LibEdit_MD LibEdit_INCLUDE_DIR)
if(LibEdit_FOUND AND NOT TARGET LibEdit::LibEdit)
  add_library(LibEdit::LibEdit UNKNOWN IMPORTED)
  set_target_properties(LibEdit::LibEdit PROPERTIES
    IMPORTED_LOCATION "${LibEdit_LIBRARY}"
    INTERFACE_LINK_LIBRARIES "${LibEdit_TINFO};${LibEdit_BSD};${LibEdit_MD}"
    INTERFACE_INCLUDE_DIRECTORIES "${LibEdit_INCLUDE_DIR}")
endif()
