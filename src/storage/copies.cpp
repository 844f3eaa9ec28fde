#include "lytes/storage/copies.hpp"

#include <algorithm>
#include <string>

#include "hidden_name.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

bool is_in_the_making(const std::string& name) {
  return name.starts_with('.') && name.find(mark_of_new) != std::string::npos;
}

}  // namespace

Copies copies_of(const fs::path& journal) {
  const fs::path file = fs::absolute(journal);
  const std::string name = file.filename().string();
  const std::string stem = file.stem().string();
  Copies copies;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(file.parent_path(), error)) {
    const std::string other = entry.path().filename().string();
    const bool log_set_aside = other.starts_with(name + "-") && other.find(".set-aside") != std::string::npos;
    if (other.starts_with("." + stem + ".") && is_in_the_making(other)) copies.hidden.push_back(entry.path());
    if (log_set_aside || other.starts_with(stem + ".replaced-") || other.starts_with(stem + ".version-")) {
      copies.kept.push_back(entry.path());
    }
  }
  for (const auto& entry : fs::directory_iterator(file.parent_path() / "backups", error)) {
    const std::string other = entry.path().filename().string();
    if (other.starts_with(stem + ".")) copies.backups.push_back(entry.path());
    if (other.starts_with("." + stem + ".") && is_in_the_making(other)) copies.hidden.push_back(entry.path());
  }
  for (auto* list : {&copies.backups, &copies.kept, &copies.hidden}) std::sort(list->begin(), list->end());
  return copies;
}

}  // namespace lytes::storage
