// Whatever lies in a document that is said to be an export of lytes, it is brought into an empty journal whole or not
// at all, and what was brought in can be exported and brought in again to the same bytes.

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "require.hpp"

using namespace lytes;
using fuzz::require;

namespace {

/// A journal that has just been begun.
class EmptyJournal {
 public:
  EmptyJournal() {
    path_ = std::filesystem::temp_directory_path() / ("lytes-fuzz-" + std::to_string(getpid()));
    static const std::string begun = [&] {
      storage::JournalFile::open(path_, storage::Access::Write);
      std::ifstream in(path_, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    std::ofstream(path_, std::ios::binary) << begun;
    file_.emplace(storage::JournalFile::open(path_, storage::Access::Write));
  }

  std::string exported() {
    std::string text;
    exchange::export_json(*file_, {}, [&](std::string_view piece) { text += piece; });
    return text;
  }

  /// @return whether it was taken
  bool import(const std::string& text) {
    storage::Change change(*file_, "import lytes", std::chrono::sys_seconds{});
    try {
      exchange::import_whole(*file_, text, "diary.json", false);
    } catch (const InputError& error) {
      require(!std::string_view(error.what()).empty(), "a refusal says why");
      return false;
    } catch (const StorageError& error) {
      require(error.kind == StorageError::Kind::TooNew, "nothing else goes wrong with the journal", error.what());
      return false;
    }
    change.commit();
    return true;
  }

 private:
  std::filesystem::path path_;
  std::optional<storage::JournalFile> file_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  std::string exported;
  {
    EmptyJournal journal;
    const std::string before = journal.exported();
    const bool taken = journal.import(text);
    exported = journal.exported();
    require(taken || exported == before, "a refusal saves nothing", text);
    if (!taken) return 0;
  }
  EmptyJournal other;
  require(other.import(exported), "an export can be brought in", exported);
  require(other.exported() == exported, "brought in again it is the same", exported);
  return 0;
}
