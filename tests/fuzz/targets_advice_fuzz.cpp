// Whatever is typed as a condition or a medicine, it is read as known rows, each once, and nothing to read is never
// taken for all that was said.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "lytes/foods/catalogue.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/targets/advice.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

storage::ReadOnlyFile& catalogue() {
  constexpr int version = foods::Catalogue::version;
  static auto file = storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, version);
  return file;
}

const targets::AdviceBook& book() {
  static const targets::AdviceBook all = targets::load_advice(catalogue());
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto reading = book().read(text);
  std::set<std::string> names;
  for (const auto* advice : reading.about) require(names.insert(advice->name).second, "a row is named once");
  require(!reading.whole || !reading.about.empty(), "what says nothing is not wholly read");
  const auto rows = targets::load_advice_about(catalogue(), {text});
  const auto few = rows.read(text);
  require(few.whole == reading.whole && few.about.size() == reading.about.size(), "few rows read as all do");
  book().names_like(text);
  return 0;
}
