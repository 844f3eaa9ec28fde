// Apple Health: export.xml, or the zip it comes in
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "readers/readers.hpp"
#include "samples.hpp"
#include "sheet.hpp"
#include "spasm_names.hpp"
#include "xml.hpp"

namespace lytes::exchange {
namespace {

using quantity::Nutrient;

constexpr std::string_view dietary = "HKQuantityTypeIdentifierDietary";
constexpr std::string_view body_mass = "HKQuantityTypeIdentifierBodyMass";
constexpr std::string_view category = "HKCategoryTypeIdentifier";
constexpr std::string_view severity = "HKCategoryValueSeverity";
constexpr std::string_view presence = "HKCategoryValuePresence";

struct Unit {
  std::string_view name;
  double grams;  ///< or millilitres
  bool volume;
};

/// The units that HealthKit writes: HKUnit, developer.apple.com/documentation/healthkit.
constexpr std::array units = {Unit{"mL", 1, true},
                              Unit{"L", 1000, true},
                              Unit{"dL", 100, true},
                              Unit{"cL", 10, true},
                              Unit{"fl_oz_us", 29.5735295625, true},
                              Unit{"fl_oz_imp", 28.4130625, true},
                              Unit{"cup_us", 236.5882365, true},
                              Unit{"cup_imp", 284.130625, true},
                              Unit{"pt_us", 473.176473, true},
                              Unit{"pt_imp", 568.26125, true},
                              Unit{"g", 1, false},
                              Unit{"mg", 1e-3, false},
                              Unit{"mcg", 1e-6, false},
                              Unit{"kg", 1000, false},
                              Unit{"oz", 28.349523125, false},
                              Unit{"lb", 453.59237, false},
                              Unit{"st", 6350.29318, false}};

/// "Lower back pain" for "LowerBackPain".
std::string in_words(std::string_view name) {
  std::string words;
  for (const char c : name) {
    if (text::is_capital(c) && !words.empty()) words += ' ';
    words += words.empty() ? c : text::lower(c);
  }
  return words;
}

class HealthReader {
 public:
  HealthReader(const InputFile& file, Reading& reading, std::string name)
      : collector_(reading, "Apple Health"),
        samples_(collector_, "apple-health"),
        spasms_(reading),
        name_(std::move(name)),
        xml_(
            name_, [this](const char* element, const Attributes& attributes) { start(element, attributes); },
            [this](const char* element) { end(element); }),
        file_(file) {}

  Incoming read(const archive::Member* member) {
    const auto feed = [this](std::string_view block) { xml_.feed(block); };
    member ? file_.each_block(*member, feed) : file_.each_block(feed);
    xml_.finish();
    if (!is_health_) refuse("this is no export of Apple Health", {});
    samples_.finish();
    spasms_.require_all_found();
    collector_.set_candidates(spasms_.candidates());
    return collector_.take();
  }

 private:
  [[noreturn]] void refuse(const std::string& what, std::string_view value,
                           const std::string& valid = "the export as Apple Health made it") const {
    throw InputError(fmt::format("{}, line {}: {}", name_, xml_.line(), what), std::string(value), 0, valid);
  }

  void start(const char* element, const Attributes& attributes) {
    if (std::strcmp(element, "Record") == 0) return record(attributes);
    if (std::strcmp(element, "Correlation") == 0) ++correlations_;
    if (in_sample_ && std::strcmp(element, "MetadataEntry") == 0 && attributes["key"] == "HKFoodType") {
      std::string_view food = attributes["value"];
      constexpr std::size_t longest_name = 200;
      samples_.name_last(food.substr(0, food.size() > longest_name ? 0 : food.size()));
    }
    if (std::strcmp(element, "HealthData") == 0) is_health_ = true;
  }

  void end(const char* element) {
    if (std::strcmp(element, "Record") == 0) in_sample_ = false;
    if (std::strcmp(element, "Correlation") == 0) --correlations_;
  }

  void record(const Attributes& attributes) {
    collector_.count_row();
    const char* found = attributes.find("type");
    // What a correlation holds stands outside of it once more.
    if (!found || correlations_ > 0) return;
    const std::string_view type = found;
    if (type.starts_with(dietary)) return nutrient(type.substr(dietary.size()), attributes);
    if (type == body_mass) return weight(attributes);
    const std::string_view value = type.starts_with(category) ? attributes["value"] : std::string_view();
    if (value.starts_with(severity) || value.starts_with(presence)) symptom(type.substr(category.size()), attributes);
  }

  void nutrient(std::string_view name, const Attributes& attributes) {
    const auto facts = std::ranges::find_if(
        quantity::nutrient_table, [&](const quantity::NutrientFacts& one) { return text::lowered(name) == one.name; });
    if (facts == quantity::nutrient_table.end()) return;
    const auto [at, offset] = moment(attributes, "startDate");
    const bool is_water = facts->nutrient == Nutrient::Water;
    const double grams = measured(attributes, is_water);
    constexpr double most = 50'000;
    if (grams > most) refuse("more than anybody takes in at once", attributes["value"], "an amount that can be meant");
    const bool in_grams = is_water || facts->nutrient == Nutrient::Alcohol;
    if (!samples_.add({at, offset, facts->nutrient, in_grams ? grams : grams * 1e3, app(attributes)}))
      refuse("more apps wrote into this export than can be meant", attributes["sourceName"]);
    in_sample_ = true;
  }

  void weight(const Attributes& attributes) {
    const auto [at, offset] = moment(attributes, "startDate");
    const When when = collector_.at_instant(at, offset);
    const double kilograms = measured(attributes, false) / 1000;
    if (!collector_.has_come(when, place())) return;
    collector_.add_factor(source(attributes), when, fmt::format("weight {}", at.time_since_epoch().count()), "weight",
                          kilograms, "kg");
  }

  void symptom(std::string_view type, const Attributes& attributes) {
    const std::string name = in_words(type);
    std::string_view value = attributes["value"];
    const bool is_severity = value.starts_with(severity);
    value.remove_prefix(is_severity ? severity.size() : presence.size());
    const auto [at, offset] = moment(attributes, "startDate");
    const When when = collector_.at_instant(at, offset);
    const std::string words = in_words(value);
    const auto& vocabulary = collector_.reading().speaker.vocabulary();
    const auto said = is_severity ? severity_in_words(vocabulary, words) : std::nullopt;
    const bool is_spasm = spasms_.is_spasm(name, fmt::format("{} {}", calendar::iso(when.moment.day), words));
    if (said == 0 || words == "Not present") return;
    if (!collector_.has_come(when, place())) return;
    if (said) {
      collector_.remark("scale", "of severities in words mild is taken as 3 of 10, moderate as 5, severe as 8");
    }
    const std::string identity = fmt::format("{} {}", name, at.time_since_epoch().count());
    if (!is_spasm) {
      const auto rating = said ? std::optional<double>(*said) : std::nullopt;
      return collector_.add_factor(source(attributes), when, identity, name, rating, "");
    }
    const auto [ends, end_offset] = moment(attributes, "endDate");
    const double minutes = static_cast<double>((ends - at).count()) / 60;
    constexpr double longest = 24 * 60;
    const bool lasted = minutes > 0 && minutes < longest;
    add_spasm(collector_, source(attributes), when, identity,
              {name, said, lasted ? std::optional(minutes) : std::nullopt});
  }

  /// "2024-08-07 12:58:00 +1200"
  std::pair<calendar::Instant, std::chrono::seconds> moment(const Attributes& attributes, std::string_view name) const {
    const std::string_view said = attributes[name];
    const auto date = read_date(said, calendar::DateOrder::Unsaid);
    const auto blank = date ? date->rest.find(' ') : std::string::npos;
    if (blank != std::string::npos && date->day >= calendar::earliest_day && date->day <= calendar::latest_day) {
      const auto clock = read_clock(std::string_view(date->rest).substr(0, blank));
      const auto offset = read_offset(std::string_view(date->rest).substr(blank));
      if (clock && offset) {
        return {calendar::Instant(date->day.time_since_epoch() + *clock - *offset), *offset};
      }
    }
    refuse(fmt::format("{} is not a time", name), said, "a time such as 2024-08-07 12:58:00 +1200");
  }

  /// Grams or millilitres.
  double measured(const Attributes& attributes, bool is_water) const {
    const std::string_view value = attributes["value"];
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number) || number < 0) {
      refuse("value is not an amount", value, "a number such as 250");
    }
    const std::string_view unit = attributes["unit"];
    const auto found = std::ranges::find(units, unit, &Unit::name);
    if (found == units.end() || (found->volume && !is_water))
      refuse("a unit that lytes does not know here", unit, "mL, L, fl_oz_us, mg, g");
    return number * found->grams;
  }

  static std::string app(const Attributes& attributes) {
    const std::string_view name = attributes["sourceName"];
    constexpr std::size_t longest_name = 100;
    return name.empty() || name.size() > longest_name ? "unnamed" : std::string(name);
  }
  static std::string source(const Attributes& attributes) { return "apple-health." + app(attributes); }
  std::string place() const { return fmt::format("{}:{}", name_, xml_.line()); }

  Collector collector_;
  Samples samples_;
  SpasmNames spasms_;
  std::string name_;
  XmlReader xml_;
  const InputFile& file_;
  int correlations_ = 0;
  bool in_sample_ = false;
  bool is_health_ = false;
};

const archive::Member* export_in(const InputFile& file) {
  if (!file.is_zip()) return nullptr;
  if (const auto* member = file.member("export.xml")) return member;
  const auto* other = file.member_ending(".xml");  // the name is in the phone's language
  return other && !text::lowered(other->name).ends_with("_cda.xml") ? other : nullptr;
}

}  // namespace

bool is_apple_health(const InputFile& file) {
  if (file.is_zip()) return export_in(file) != nullptr;
  const std::string& beginning = file.beginning();
  return beginning.find("<HealthData") != std::string::npos ||
         beginning.find("<!DOCTYPE HealthData") != std::string::npos;
}

Incoming read_apple_health(const InputFile& file, Reading& reading) {
  const auto* member = export_in(file);
  if (file.is_zip() && !member) throw InputError(file.name() + ": there is no export.xml in it");
  return HealthReader(file, reading, member ? std::string(archive::file_name_in(member->name)) : file.name())
      .read(member);
}

}  // namespace lytes::exchange
