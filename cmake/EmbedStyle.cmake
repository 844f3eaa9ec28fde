# Writes a style sheet and its SHA-256 into a C++ file. Run as a script:
#   cmake -DSTYLE=<file.css> -DOUTPUT=<file.cpp> -P EmbedStyle.cmake

file(READ "${STYLE}" style)
string(SHA256 hex "${style}")

# Base64: every three hexadecimal digits are twelve bits, which are two letters; the last digit and two zero bits are
# one letter, and "=" fills up.
set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
set(base64 "")
foreach(at RANGE 0 60 3)
  string(SUBSTRING "${hex}" ${at} 3 digits)
  math(EXPR first "0x${digits} >> 6")
  math(EXPR second "0x${digits} & 63")
  string(SUBSTRING "${letters}" ${first} 1 first)
  string(SUBSTRING "${letters}" ${second} 1 second)
  string(APPEND base64 "${first}${second}")
endforeach()
string(SUBSTRING "${hex}" 63 1 digit)
math(EXPR last "0x${digit} << 2")
string(SUBSTRING "${letters}" ${last} 1 last)
string(APPEND base64 "${last}=")

file(WRITE "${OUTPUT}" "// Made from style.css by cmake/EmbedStyle.cmake.
#include \"html/style.hpp\"

namespace lytes::report {

std::string_view html_style() { return R\"css(${style})css\"; }

std::string_view html_style_sha256() { return \"${base64}\"; }

}  // namespace lytes::report
")
