#include "lytes/journal/seen_signs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/setting.hpp"

namespace lytes::journal {
namespace {

// "numbness @ left calf @ 1795600800; fever @ @ 1795600800", the last being seconds since 1970.
constexpr std::string_view setting_name = "signs_seen";
constexpr std::string_view between_rows = "; ";
constexpr std::string_view between_fields = " @ ";

/// One row; nothing where it is none that lytes writes.
std::optional<SeenSign> row_in(std::string_view text) {
  const std::size_t place = text.find(between_fields);
  const std::size_t at = text.rfind(between_fields);
  if (place == std::string_view::npos || place == at) return std::nullopt;
  const std::string_view seconds = text.substr(at + between_fields.size());
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
  constexpr std::int64_t latest = 7'258'118'400;  // the end of 2199
  if (error != std::errc{} || end != seconds.data() + seconds.size() || value < 0 || value > latest)
    return std::nullopt;
  const std::size_t begin = place + between_fields.size();
  return SeenSign{std::string(text.substr(0, place)), std::string(text.substr(begin, at - begin)),
                  calendar::Instant(std::chrono::seconds(value))};
}

std::string text_of(const SeenSign& seen) {
  std::string text = seen.sign;
  text += between_fields;
  text += seen.place;
  text += between_fields;
  return text + std::to_string(seen.at.time_since_epoch().count());
}

}  // namespace

std::string seen_place(std::string_view place) {
  std::string kept(place);
  std::ranges::replace_if(
      kept, [](char c) { return c == ';' || c == '@'; }, ',');
  return kept;
}

std::vector<SeenSign> seen_signs(storage::JournalFile& journal) {
  std::vector<SeenSign> seen;
  const std::string text = storage::setting(journal, setting_name).value_or("");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(between_rows, begin), text.size());
    if (auto row = row_in(std::string_view(text).substr(begin, end - begin))) seen.push_back(std::move(*row));
    begin = end + between_rows.size();
  }
  std::ranges::stable_sort(seen, {}, &SeenSign::at);
  return seen;
}

void add_seen_signs(storage::JournalFile& journal, std::span<const SeenSign> seen, std::chrono::days kept_for) {
  std::vector<SeenSign> all = seen_signs(journal);
  all.insert(all.end(), seen.begin(), seen.end());
  std::ranges::stable_sort(all, {}, &SeenSign::at);
  std::string text;
  for (const SeenSign& one : all) {
    if (one.at + kept_for < all.back().at) continue;
    text += (text.empty() ? "" : std::string(between_rows)) + text_of(one);
  }
  storage::set_setting(journal, setting_name, text.empty() ? std::nullopt : std::optional(text));
}

}  // namespace lytes::journal
