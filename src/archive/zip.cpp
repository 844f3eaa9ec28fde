#include "lytes/archive/zip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

// The form is PKWARE's APPNOTE.TXT 6.3; all numbers have their lowest byte first.

namespace lytes::archive {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view local_mark = "PK\x03\x04";
constexpr std::string_view central_mark = "PK\x01\x02";
constexpr std::string_view end_mark = "PK\x05\x06";
constexpr std::string_view end64_mark = "PK\x06\x06";
constexpr std::string_view locator64_mark = "PK\x06\x07";
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t locator64_size = 20;
constexpr std::size_t end64_size = 56;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

constexpr std::uint64_t most_members = 100'000;
constexpr std::uint64_t largest_list = 32'000'000;
/// Text of records that are all alike shrinks to a thirtieth; a file of nothing but one letter to a thousandth.
constexpr std::uint64_t most_shrunk = 150;
constexpr std::uint64_t small_enough = 16'000'000;

class File {
 public:
  explicit File(const fs::path& file) : name_(file.filename().string()), in_(file, std::ios::binary) {
    if (!in_) {
      throw StorageError(StorageError::Kind::Failed, "cannot read " + file.string(), std::strerror(errno));
    }
    in_.seekg(0, std::ios::end);
    size_ = static_cast<std::uint64_t>(std::max<std::streamoff>(in_.tellg(), 0));
  }

  std::uint64_t size() const { return size_; }

  [[noreturn]] void refuse(const std::string& what, const std::string& valid = "the zip as the app made it") const {
    throw InputError(name_ + ": " + what, {}, 0, valid);
  }

  std::string bytes(std::uint64_t at, std::uint64_t count) {
    if (at > size_ || count > size_ - at) refuse("the zip is cut off");
    std::string text(count, '\0');
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(at));
    in_.read(text.data(), static_cast<std::streamsize>(count));
    if (static_cast<std::uint64_t>(in_.gcount()) != count) refuse("the zip is cut off");
    return text;
  }

 private:
  std::string name_;
  std::ifstream in_;
  std::uint64_t size_ = 0;
};

std::uint64_t number_at(std::string_view text, std::size_t at, std::size_t bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes; i > 0; --i) number = number << 8U | static_cast<unsigned char>(text.at(at + i - 1));
  return number;
}

struct List {
  std::uint64_t at;
  std::uint64_t size;
  std::uint64_t members;
};

/// Where the list of members lies, as the end of the file says.
List find_list(File& file) {
  constexpr std::uint64_t longest_end = end_size + 65'535;
  const std::uint64_t looked_at = std::min(file.size(), longest_end);
  const std::uint64_t from = file.size() - looked_at;
  const std::string tail = file.bytes(from, looked_at);
  const auto at = tail.rfind(end_mark);
  if (at == std::string::npos || at + end_size > tail.size()) file.refuse("no zip, or one that is cut off");
  const std::string_view end = std::string_view(tail).substr(at);
  List list{number_at(end, 16, 4), number_at(end, 12, 4), number_at(end, 10, 2)};
  const bool is_zip64 = list.at == in_zip64 || list.size == in_zip64 || list.members == 0xFFFF;
  if (is_zip64 && from + at >= locator64_size) {
    const std::string locator = file.bytes(from + at - locator64_size, locator64_size);
    if (locator.starts_with(locator64_mark)) {
      const std::string end64 = file.bytes(number_at(locator, 8, 8), end64_size);
      if (!end64.starts_with(end64_mark)) file.refuse("no zip, or one that is cut off");
      list = {number_at(end64, 48, 8), number_at(end64, 40, 8), number_at(end64, 32, 8)};
    }
  }
  if (list.members > most_members || list.size > largest_list) file.refuse("a zip of too many files");
  return list;
}

/// Sizes and place beyond four bytes stand in a field of their own.
void read_zip64(std::string_view extra, Member& member) {
  while (extra.size() >= 4) {
    const std::uint64_t id = number_at(extra, 0, 2);
    const std::uint64_t size = std::min<std::uint64_t>(number_at(extra, 2, 2), extra.size() - 4);
    std::string_view field = extra.substr(4, size);
    if (id == 1) {
      for (std::uint64_t* value : {&member.size, &member.packed_size, &member.header_at}) {
        if (*value != in_zip64 || field.size() < 8) continue;
        *value = number_at(field, 0, 8);
        field.remove_prefix(8);
      }
    }
    extra.remove_prefix(4 + size);
  }
}

std::vector<Member> read_list(File& file) {
  const List list = find_list(file);
  const std::string text = file.bytes(list.at, list.size);
  std::string_view rest = text;
  std::vector<Member> members;
  while (rest.size() >= central_size && rest.starts_with(central_mark)) {
    Member member;
    member.method = static_cast<unsigned>(number_at(rest, 10, 2));
    if ((number_at(rest, 8, 2) & 1U) != 0) member.method = in_zip64;  // encrypted
    member.checksum = static_cast<std::uint32_t>(number_at(rest, 16, 4));
    member.packed_size = number_at(rest, 20, 4);
    member.size = number_at(rest, 24, 4);
    member.header_at = number_at(rest, 42, 4);
    const std::uint64_t name = number_at(rest, 28, 2);
    const std::uint64_t extra = number_at(rest, 30, 2);
    const std::uint64_t whole = central_size + name + extra + number_at(rest, 32, 2);
    if (whole > rest.size()) file.refuse("the zip is cut off");
    member.name = rest.substr(central_size, name);
    read_zip64(rest.substr(central_size + name, extra), member);
    if (!member.name.ends_with('/')) members.push_back(std::move(member));
    rest.remove_prefix(whole);
  }
  return members;
}

/// Hands on what was unpacked, and sees that it is what the list says.
class Counted {
 public:
  Counted(const File& file, const Member& member, const std::function<void(std::string_view)>& sink)
      : file_(file), member_(member), sink_(sink) {}

  void take(std::string_view block) {
    size_ += block.size();
    if (size_ > member_.size) file_.refuse("the zip holds more than it says in " + member_.name);
    sum_ = crc32(sum_, reinterpret_cast<const Bytef*>(block.data()), static_cast<uInt>(block.size()));
    if (!block.empty()) sink_(block);
  }

  void finish() const {
    if (size_ != member_.size || sum_ != member_.checksum) file_.refuse(member_.name + " in it is damaged or cut off");
  }

 private:
  const File& file_;
  const Member& member_;
  const std::function<void(std::string_view)>& sink_;
  std::uint64_t size_ = 0;
  uLong sum_ = crc32(0, nullptr, 0);
};

constexpr std::size_t block_size = std::size_t{1} << 16;

class Inflater {
 public:
  Inflater() { ready_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// @return whether more is to come; nothing where the bytes are not what deflate makes
  std::optional<bool> unpack(std::string& packed, Counted& counted) {
    if (!ready_) return std::nullopt;
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    int result = Z_OK;
    while (result == Z_OK) {
      stream_.next_out = out_.data();
      stream_.avail_out = static_cast<uInt>(out_.size());
      result = inflate(&stream_, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return std::nullopt;
      counted.take({reinterpret_cast<const char*>(out_.data()), out_.size() - stream_.avail_out});
      if (stream_.avail_in == 0 && stream_.avail_out > 0) break;
    }
    return result != Z_STREAM_END;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
  std::array<Bytef, block_size> out_{};
};

}  // namespace

bool Zip::begins(std::string_view beginning) {
  return beginning.starts_with(local_mark) || beginning.starts_with(end_mark);
}

Zip::Zip(const fs::path& file) : file_(file) {
  File in(file);
  members_ = read_list(in);
}

const Member* Zip::find(std::string_view file_name) const {
  const std::string wanted = text::lowered(file_name);
  const auto found = std::ranges::find_if(
      members_, [&](const Member& member) { return text::lowered(file_name_in(member.name)) == wanted; });
  return found == members_.end() ? nullptr : &*found;
}

void Zip::read(const Member& member, const std::function<void(std::string_view)>& sink) const {
  File file(file_);
  constexpr unsigned stored = 0;
  constexpr unsigned deflated = 8;
  if (member.method != stored && member.method != deflated) {
    file.refuse(member.name + " in it is encrypted, or packed in a way that is not known",
                "the zip unpacked, and its file");
  }
  if (member.size > small_enough && member.size / most_shrunk > member.packed_size) {
    file.refuse("what " + member.name + " unpacks to is too much to be meant");
  }
  const std::string header = file.bytes(member.header_at, local_size);
  if (!header.starts_with(local_mark)) file.refuse("the zip is damaged");
  std::uint64_t at = member.header_at + local_size + number_at(header, 26, 2) + number_at(header, 28, 2);
  Counted counted(file, member, sink);
  Inflater inflater;
  bool more = true;
  for (std::uint64_t left = member.packed_size; left > 0 && more;) {
    std::string packed = file.bytes(at, std::min<std::uint64_t>(left, block_size));
    at += packed.size();
    left -= packed.size();
    if (member.method == stored) {
      counted.take(packed);
      continue;
    }
    const auto going_on = inflater.unpack(packed, counted);
    if (!going_on) file.refuse(member.name + " in it is damaged or cut off");
    more = *going_on;
  }
  counted.finish();
}

std::string_view file_name_in(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace lytes::archive
