#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/archive/zip.hpp"
#include "lytes/csv/csv.hpp"

namespace lytes::exchange {

/// A file that is to be imported, or what standard input says.
class InputFile {
 public:
  /// @throws StorageError when the file cannot be read
  explicit InputFile(std::filesystem::path path);
  InputFile(std::string text, std::string name);

  /// Without its folders, for messages.
  const std::string& name() const { return name_; }
  /// Empty for what standard input says.
  const std::optional<std::filesystem::path>& path() const { return path_; }
  /// The first few thousand bytes.
  const std::string& beginning() const { return beginning_; }
  bool is_zip() const { return zip_.has_value(); }
  /// Of a zip the file in it of that name; null where this is no zip or has none.
  const archive::Member* member(std::string_view file_name) const;
  /// Of a zip the first file in it whose name ends so.
  const archive::Member* member_ending(std::string_view ending) const;

  /// Told how many bytes have been read, and of how many.
  std::function<void(std::uint64_t done, std::uint64_t all)> progress;

  /// @throws StorageError, and of a zip InputError
  void each_block(const csv::Sink& sink) const;
  void each_block(const archive::Member& member, const csv::Sink& sink) const;

 private:
  std::optional<std::filesystem::path> path_;
  std::string text_;
  std::string name_;
  std::string beginning_;
  std::uint64_t size_ = 0;
  std::optional<archive::Zip> zip_;
};

}  // namespace lytes::exchange
