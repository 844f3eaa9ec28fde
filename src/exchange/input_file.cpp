#include "lytes/exchange/input_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::exchange {

namespace {

constexpr std::size_t looked_at = 65'536;

}  // namespace

InputFile::InputFile(std::filesystem::path path) : path_(std::move(path)), name_(path_->filename().string()) {
  const auto refuse = [&](int error) {
    throw StorageError(StorageError::Kind::Failed, "cannot read " + path_->string(), std::strerror(error));
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(*path_, ignored)) refuse(EISDIR);
  std::ifstream in(*path_, std::ios::binary);
  if (!in) refuse(errno);
  beginning_.resize(looked_at);
  in.read(beginning_.data(), looked_at);
  beginning_.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  const auto size = std::filesystem::file_size(*path_, ignored);
  size_ = ignored ? 0 : size;
  if (archive::Zip::begins(beginning_)) zip_.emplace(*path_);
}

InputFile::InputFile(std::string text, std::string name)
    : text_(std::move(text)), name_(std::move(name)), beginning_(text_.substr(0, looked_at)), size_(text_.size()) {}

const archive::Member* InputFile::member(std::string_view file_name) const {
  return zip_ ? zip_->find(file_name) : nullptr;
}

const archive::Member* InputFile::member_ending(std::string_view ending) const {
  if (!zip_) return nullptr;
  const auto found = std::ranges::find_if(
      zip_->members(), [&](const archive::Member& member) { return text::lowered(member.name).ends_with(ending); });
  return found == zip_->members().end() ? nullptr : &*found;
}

void InputFile::each_block(const csv::Sink& sink) const {
  if (!path_) return sink(text_);
  std::uint64_t done = 0;
  csv::each_block(*path_, [&](std::string_view block) {
    sink(block);
    done += block.size();
    if (progress) progress(done, size_);
  });
}

void InputFile::each_block(const archive::Member& member, const csv::Sink& sink) const {
  std::uint64_t done = 0;
  zip_->read(member, [&](std::string_view block) {
    sink(block);
    done += block.size();
    if (progress) progress(done, member.size);
  });
}

}  // namespace lytes::exchange
