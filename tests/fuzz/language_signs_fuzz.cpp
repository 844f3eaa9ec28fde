// Whatever bytes a text holds, the signs in it stand inside it, in their order, and are signs that lytes knows.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "language/plain_speaker.hpp"
#include "lytes/language/entry_signs.hpp"
#include "lytes/language/signs.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

bool is_known(const std::string& name) {
  const auto& names = language::testing::real_vocabulary().sign_names();
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto& vocabulary = language::testing::real_vocabulary();
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  std::size_t end_before = 0;
  for (const auto& sign : language::find_signs(vocabulary, text)) {
    require(is_known(sign.name), "what is found is a sign");
    require(sign.length > 0 && sign.begin + sign.length <= text.size(), "a sign stands inside the text");
    require(sign.begin >= end_before, "signs stand one behind the other");
    end_before = sign.begin + sign.length;
  }
  for (const auto& name : language::read_signs(vocabulary, text).names)
    require(is_known(name), "what is read is a sign");
  journal::Entry entry;
  entry.kind = journal::EntryKind::Spasm;
  entry.what = journal::Spasm{"back", 5, 10.0, {}};
  entry.note = text;
  for (const auto& said : language::signs_said(vocabulary, {&entry, 1}))
    require(is_known(said.name) && said.entry == 0, "what an entry says is a sign of that entry");
  return 0;
}
