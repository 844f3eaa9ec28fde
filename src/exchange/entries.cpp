#include "lytes/exchange/entries.hpp"

#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

namespace lytes::exchange {

namespace {

using journal::Entry;

constexpr std::size_t block_size = std::size_t{1} << 16;

class Writer {
 public:
  explicit Writer(std::string& bytes) : bytes_(bytes) {}

  template <class Number>
  requires std::is_arithmetic_v<Number>
  void put(Number number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }

  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }

  template <class Value>
  void put(const std::optional<Value>& value) {
    put(static_cast<std::uint8_t>(value.has_value()));
    if (value) put(*value);
  }

  void put(const journal::Intake& intake) {
    put(intake.food);
    put(intake.description);
    put(intake.amount);
    put(intake.grams);
    for (const auto nutrient : quantity::all_nutrients) put(intake.nutrients[nutrient]);
  }
  void put(const journal::Spasm& spasm) {
    put(spasm.site);
    put(spasm.severity);
    put(spasm.minutes);
    put(static_cast<std::uint32_t>(spasm.flags.size()));
    for (const std::string& flag : spasm.flags) put(flag);
  }
  void put(const journal::Stress& stress) { put(stress.rating); }
  void put(const journal::Factor& factor) {
    put(factor.name);
    put(factor.value);
    put(factor.unit);
  }
  void put(const journal::Medicine& medicine) {
    put(medicine.name);
    put(medicine.dose);
  }
  void put(const journal::Note&) {}

 private:
  std::string& bytes_;
};

class Reader {
 public:
  explicit Reader(const char* at) : at_(at) {}

  template <class Number>
  requires std::is_arithmetic_v<Number>
  void get(Number& number) {
    std::memcpy(&number, at_, sizeof number);
    at_ += sizeof number;
  }

  void get(std::string& text) {
    std::uint32_t size = 0;
    get(size);
    text.assign(at_, size);
    at_ += size;
  }

  template <class Value>
  void get(std::optional<Value>& value) {
    std::uint8_t any = 0;
    get(any);
    if (any == 0) return;
    get(value.emplace());
  }

  void get(journal::Intake& intake) {
    get(intake.food);
    get(intake.description);
    get(intake.amount);
    get(intake.grams);
    for (const auto nutrient : quantity::all_nutrients) get(intake.nutrients[nutrient]);
  }
  void get(journal::Spasm& spasm) {
    get(spasm.site);
    get(spasm.severity);
    get(spasm.minutes);
    std::uint32_t flags = 0;
    get(flags);
    spasm.flags.resize(flags);
    for (std::string& flag : spasm.flags) get(flag);
  }
  void get(journal::Stress& stress) { get(stress.rating); }
  void get(journal::Factor& factor) {
    get(factor.name);
    get(factor.value);
    get(factor.unit);
  }
  void get(journal::Medicine& medicine) {
    get(medicine.name);
    get(medicine.dose);
  }
  void get(journal::Note&) {}

 private:
  const char* at_;
};

/// What goes with a kind, still empty.
journal::What what_of(journal::EntryKind kind) {
  switch (kind) {
    case journal::EntryKind::Spasm:
      return journal::Spasm{};
    case journal::EntryKind::Stress:
      return journal::Stress{};
    case journal::EntryKind::Factor:
      return journal::Factor{};
    case journal::EntryKind::Note:
      return journal::Note{};
    case journal::EntryKind::Medicine:
      return journal::Medicine{};
    default:
      return journal::Intake{};
  }
}

}  // namespace

void Entries::push_back(const Entry& entry) {
  if (blocks_.empty() || blocks_.back().size() > block_size)
    blocks_.emplace_back().reserve(block_size + block_size / 8);
  std::string& block = blocks_.back();
  places_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size()),
                     static_cast<std::int32_t>(entry.when.day.time_since_epoch().count())});
  Writer writer(block);
  writer.put(static_cast<std::uint8_t>(entry.kind));
  writer.put(std::int64_t{entry.when.at.time_since_epoch().count()});
  writer.put(std::int64_t{entry.when.utc_offset.count()});
  writer.put(entry.note);
  writer.put(entry.import_key);
  std::visit([&](const auto& what) { writer.put(what); }, entry.what);
}

Entry Entries::operator[](std::size_t at) const {
  const Place& place = places_.at(at);
  Reader reader(blocks_.at(place.block).data() + place.offset);
  Entry entry;
  std::uint8_t kind = 0;
  std::int64_t instant = 0;
  std::int64_t offset = 0;
  reader.get(kind);
  reader.get(instant);
  reader.get(offset);
  entry.kind = static_cast<journal::EntryKind>(kind);
  entry.when = {calendar::Instant(std::chrono::seconds(instant)), std::chrono::seconds(offset), day(at)};
  reader.get(entry.note);
  reader.get(entry.import_key);
  entry.what = what_of(entry.kind);
  std::visit([&](auto& what) { reader.get(what); }, entry.what);
  return entry;
}

}  // namespace lytes::exchange
