// Whatever is typed, an amount is either what its header promises or an error that points into the text; and what is
// printed reads back.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"

using namespace lytes::quantity;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <typename Read>
void read_or_refuse(const std::string& text, Read read) {
  try {
    read();
  } catch (const lytes::InputError& error) {
    require(error.input == text);
    require(error.place <= text.size());
    require(!error.valid.empty());
  }
}

void check_reads_back(double number, std::optional<Measure> measure) {
  const std::string printed = format_amount(number, measure);
  const Amount back = parse_amount(printed);
  require(back.rest.empty() && back.measure == measure && back.number_given);
  require(std::abs(back.number - number) <= 6e-3 * number);
  require(format_amount(back.number, back.measure) == printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  for (const OunceOf ounce : {OunceOf::Food, OunceOf::Drink}) {
    read_or_refuse(text, [&] {
      const Amount amount = parse_amount(text, ounce);
      require(amount.number >= 1e-4 && amount.number <= 1e6);
      require(amount.rest_offset <= text.size());
      require(text.compare(amount.rest_offset, amount.rest.size(), amount.rest) == 0);
      require(!amount.measure || amount.measure_offset < text.size());
      check_reads_back(amount.number, amount.measure);
    });
    read_or_refuse(text, [&] { require(parse_measured(text, ounce).number >= 0); });
  }
  read_or_refuse(text, [&] { require(parse_number(text) >= 0); });
  measure_named(text);
  return 0;
}
