#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::archive {

/// A file in a zip.
struct Member {
  std::string name;        ///< as the zip has it: a name to tell files apart, never a place to write to
  std::uint64_t size = 0;  ///< unpacked
  std::uint64_t packed_size = 0;
  std::uint64_t header_at = 0;
  std::uint32_t checksum = 0;
  unsigned method = 0;
};

/// A zip that somebody else made, read and never unpacked to where it says. Zip64 is read too, so that a member may be
/// of any size; what is encrypted or packed by another method than deflate is not.
class Zip {
 public:
  /// Whether a file that begins so is a zip.
  static bool begins(std::string_view beginning);

  /// Reads the list of what is in it.
  /// @throws StorageError when the file cannot be read
  /// @throws InputError when it is no zip that can be read
  explicit Zip(const std::filesystem::path& file);

  /// The files in it, in its order; folders are left out.
  const std::vector<Member>& members() const { return members_; }

  /// The member of that name, folders and capitals aside; null for none.
  const Member* find(std::string_view file_name) const;

  /// Unpacks a member, block by block.
  /// @throws InputError for one that unpacks to more than it says, or to far more than what people pack (a bomb), is
  ///         cut off, encrypted or does not fit its checksum
  void read(const Member& member, const std::function<void(std::string_view block)>& sink) const;

 private:
  std::filesystem::path file_;
  std::vector<Member> members_;
};

/// "export.xml" for "apple_health_export/export.xml".
std::string_view file_name_in(std::string_view path);

}  // namespace lytes::archive
