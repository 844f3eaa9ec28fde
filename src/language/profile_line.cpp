#include "lytes/language/profile_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

#include "lytes/bounds.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

struct Said {
  std::string what;
  std::string value;
};

constexpr const char* example =
    "`lytes profile set sex=female birth_year=1980 guideline=us condition=\"kidney disease\" medicine=lisinopril`";

/// "sex=female condition=kidney disease" or "sex female".
std::vector<Said> read_pairs(const std::vector<std::string>& words) {
  std::vector<Said> said;
  if (words.empty()) throw InputError("nothing to set", {}, 0, example);
  if (std::ranges::none_of(words, [](const auto& word) { return word.find('=') != std::string::npos; })) {
    if (words.size() < 2)
      throw InputError("no value for \"" + words[0] + "\"", text::joined(words), words[0].size(), example);
    return {{words[0], text::joined({words.begin() + 1, words.end()})}};
  }
  for (const auto& word : words) {
    const std::size_t sign = word.find('=');
    if (sign != std::string::npos) {
      said.push_back({word.substr(0, sign), word.substr(sign + 1)});
    } else if (said.empty()) {
      throw InputError("a name without a value", text::joined(words), 0, example);
    } else {
      said.back().value += " " + word;
    }
  }
  return said;
}

/// The next comma that parts two things, at or after a place; "2,5 mg" has none.
std::size_t parting_comma(const std::string& list, std::size_t at) {
  const auto digit = [&](std::size_t place) { return place < list.size() && text::is_digit(list[place]); };
  std::size_t comma = list.find(',', at);
  while (comma != std::string::npos && comma > 0 && digit(comma - 1) && digit(comma + 1)) {
    comma = list.find(',', comma + 1);
  }
  return std::min(comma, list.size());
}

/// "ramipril, spironolactone" are two.
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t end = parting_comma(list, begin);
    const std::string_view part = text::trimmed(std::string_view(list).substr(begin, end - begin));
    if (!part.empty() || list.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

constexpr std::array settings_there_are = {"day_start", "measures", "date_order", "history_limit_mb"};
constexpr std::array<const char*, 11> facts_there_are = {"sex",         "birth_year",  "stage",    "guideline",
                                                         "fluid_basis", "condition",   "medicine", "since",
                                                         "reviewed",    "kidney_test", "health"};

bool is_setting(const std::string& what) {
  return std::ranges::find(settings_there_are, what) != settings_there_are.end();
}

/// All that can be set, the one that was most likely meant in front: it begins as what was said does.
std::string what_there_is(const std::string& said) {
  std::string nearest;
  std::string all;
  std::size_t longest = 2;
  const auto add = [&](const std::string& name) {
    all += (all.empty() ? "" : ", ") + name;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(name, said).in1 - name.begin());
    if (same <= longest) return;
    longest = same;
    nearest = name;
  };
  for (const char* name : facts_there_are) add(name);
  for (const char* name : settings_there_are) add(name);
  return nearest.empty() ? "one of " + all : "`" + nearest + "`, or another of " + all;
}

/// A fact of the person, or where it is none, all that it could have been.
template <class Read>
auto known_name(const std::string& what, Read&& read) {
  try {
    return read();
  } catch (const InputError& error) {
    if (!std::string_view(error.what()).starts_with("A profile holds no")) throw;
    throw InputError(error.what(), what, 0, what_there_is(what));
  }
}

/// Megabytes of history, in whole ones.
std::string read_history_limit(const std::string& text) {
  constexpr double most_megabytes = 10'000;
  const double megabytes = quantity::parse_number(text);
  if (megabytes < 1 || megabytes > most_megabytes || megabytes != std::floor(megabytes))
    throw InputError("not a size that the history can have", text, 0, "whole megabytes from 1 to 10000");
  return fmt::format("{:.0f}", megabytes);
}

/// Checked, and in the words that are stored.
std::string read_setting(const Said& said) {
  try {
    if (said.what == "day_start") {
      const auto minutes = calendar::parse_clock(said.value).count();
      return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    if (said.what == "measures") return std::string(quantity::system_name(quantity::parse_system(said.value)));
    if (said.what == "date_order") return std::string(calendar::word(calendar::parse_date_order(said.value)));
    return read_history_limit(said.value);
  } catch (const InputError& error) {
    throw InputError(error.what(), said.what + "=" + said.value, said.what.size() + 1 + error.place, error.valid);
  }
}

/// "since=2024-03" belongs to the conditions and medicines of the words before it.
void begin_since(std::vector<targets::StatedFact>& facts, std::size_t first, const Said& said, calendar::Day today) {
  const bool none = std::ranges::none_of(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(),
                                         [](auto& fact) { return targets::is_about_health(fact.name); });
  if (none) {
    throw InputError("nothing that began then", "since=" + said.value, 0,
                     "`lytes profile set medicine=\"ramipril 5 mg\" since=2024-03`");
  }
  const std::string since = targets::read_since(said.value, today);
  for (std::size_t place = first; place < facts.size(); ++place) {
    if (targets::is_about_health(facts[place].name)) facts[place] = targets::with_beginning(facts[place], since);
  }
}

}  // namespace

ProfileLine read_profile_line(const std::vector<std::string>& words, calendar::Day today) {
  const int year = static_cast<int>(std::chrono::year_month_day(today).year());
  ProfileLine line;
  auto& facts = line.facts;
  std::size_t first_of_last = 0;
  for (const auto& said : read_pairs(words)) {
    if (is_setting(said.what)) {
      line.settings.emplace_back(said.what, read_setting(said));
    } else if (said.what == "since") {
      begin_since(facts, first_of_last, said, today);
    } else {
      first_of_last = facts.size();
      for (const auto& value : parts_of(said.value)) {
        if (facts.size() == most_entries_at_once) refuse_more_entries(said.value, 0);
        facts.push_back(known_name(said.what, [&] { return targets::read_fact(said.what, value, year); }));
        if (facts.back().name == "kidney_test") facts.back().value = targets::read_kidney_test(value, today);
      }
    }
  }
  return line;
}

std::span<const ConfigKey> config_keys() {
  static constexpr std::array<ConfigKey, 5> keys = {{
      {"measures", "cups, pints and ounces", "us, imperial or metric"},
      {"date_order", "how 3/4 is read", "day_first or month_first"},
      {"day_start", "when a day begins: what is earlier belongs to the evening before", "a time such as 04:00"},
      {"guideline", "whose reference intakes hold", "us or efsa"},
      {"history_limit_mb", "how much can be undone", "whole megabytes from 1 to 10000"},
  }};
  return keys;
}

const ConfigKey& config_key(const std::string& name) {
  const auto known = std::ranges::find(config_keys(), name, &ConfigKey::name);
  if (known != config_keys().end()) return *known;
  const auto* nearest = &config_keys().front();
  std::string all;
  for (const auto& key : config_keys()) {
    all += (all.empty() ? "" : ", ") + std::string(key.name);
    if (text::letters_in_place(std::string(key.name), name) > text::letters_in_place(std::string(nearest->name), name))
      nearest = &key;
  }
  const bool near = text::letters_in_place(std::string(nearest->name), name) > 2;
  throw InputError("there is no setting \"" + name + "\"", name, 0,
                   near ? "`" + std::string(nearest->name) + "`; there are " + all : "one of " + all);
}

ProfileLine read_config_line(const std::vector<std::string>& words, calendar::Day today) {
  if (words.size() == 1 && words[0].find('=') == std::string::npos) config_key(words[0]);
  for (const auto& said : read_pairs(words)) config_key(said.what);
  return read_profile_line(words, today);
}

ProfileName read_profile_name(const std::vector<std::string>& words) {
  if (words.empty()) throw InputError("nothing to clear", {}, 0, "`lytes profile clear condition=\"kidney disease\"`");
  std::string what = text::joined(words);
  std::string which;
  if (const std::size_t sign = what.find('='); sign != std::string::npos) {
    which = what.substr(sign + 1);
    what.resize(sign);
  } else if (words.size() > 1) {
    what = words[0];
    which = text::joined({words.begin() + 1, words.end()});
  }
  if (is_setting(what)) return {true, what};
  return {false, known_name(what, [&] { return targets::fact_name(what, which); })};
}

}  // namespace lytes::language
