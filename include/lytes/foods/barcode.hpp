#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::foods {

// A barcode is kept and shown as the digits that stand under its bars, in the shortest form that holds it: 8, 12, 13 or
// 14 of them (GTIN-8, -12, -13, -14). Zeros in front are no other product, so that each has one such text. The last
// digit is worked out from the others (GS1 General Specifications, 7.9).

/// A barcode as it was typed or scanned, blanks and hyphens aside. The short code of small packs (UPC-E: 8 digits that
/// begin with 0) is written out.
/// @throws InputError where the digits are none, with how many there may be or what the last would have to be
std::string read_barcode(std::string_view typed);

/// What a table says is a barcode, where zeros in front may be lost: as a number, and nothing where it is none.
std::optional<std::int64_t> barcode_number(std::string_view text);

/// The barcode of a number.
std::string barcode_of(std::int64_t number);

/// Whether somebody who types this means a barcode: eight digits or more, and nothing else but blanks and hyphens.
bool looks_like_barcode(std::string_view typed);

}  // namespace lytes::foods
