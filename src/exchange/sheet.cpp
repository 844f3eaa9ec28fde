#include "sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::exchange {

namespace {

using calendar::DateOrder;
using calendar::Day;
using quantity::Nutrient;

/// What of a text is left to be read.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  std::optional<int> number(std::size_t most_digits) {
    std::size_t digits = 0;
    while (digits < text_.size() && digits < most_digits && text::is_digit(text_[digits])) ++digits;
    if (digits == 0 || (digits < text_.size() && text::is_digit(text_[digits]))) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data(), text_.data() + digits, value);
    text_.remove_prefix(digits);
    return value;
  }

  bool take(char sign) {
    if (text_.empty() || text_.front() != sign) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::string word() {
    const std::string_view letters = text::letters_at(text_, 0);
    text_.remove_prefix(letters.size());
    return text::lowered(letters);
  }

  void skip_blanks() { text_.remove_prefix(std::min(text::skip_spaces(text_, 0), text_.size())); }
  bool begins_with_digit() const { return !text_.empty() && text::is_digit(text_.front()); }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

std::optional<Day> real_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::optional<int> month_called(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto found = std::ranges::find(months, word.substr(0, 3));
  if (found == months.end()) return std::nullopt;
  return static_cast<int>(found - months.begin()) + 1;
}

/// The two numbers in front of the year in "1/27/2026".
struct SlashDate {
  int first;
  int second;
  int year;
};

std::optional<SlashDate> slash_date(Rest& rest, char sign) {
  const auto first = rest.number(2);
  if (!first || !rest.take(sign)) return std::nullopt;
  const auto second = rest.number(2);
  if (!second || !rest.take(sign)) return std::nullopt;
  const auto year = rest.number(4);
  if (!year) return std::nullopt;
  return SlashDate{*first, *second, *year < 100 ? *year + 2000 : *year};
}

std::optional<Day> numbers_date(Rest& rest, DateOrder order) {
  Rest tried = rest;
  if (const auto year = tried.number(4); year && *year > 31 && tried.take('-')) {
    const auto month = tried.number(2);
    if (!month || !tried.take('-')) return std::nullopt;
    const auto day = tried.number(2);
    rest = tried;
    return day ? real_day(*year, *month, *day) : std::nullopt;
  }
  tried = rest;
  if (const auto date = slash_date(tried, '.')) {
    rest = tried;
    return real_day(date->year, date->second, date->first);
  }
  tried = rest;
  const auto date = slash_date(tried, '/');
  if (!date) return std::nullopt;
  rest = tried;
  return order == DateOrder::DayFirst ? real_day(date->year, date->second, date->first)
                                      : real_day(date->year, date->first, date->second);
}

/// "8th Dec 2021", "Dec 8, 2021"
std::optional<Day> words_date(Rest& rest) {
  std::optional<int> day;
  if (rest.begins_with_digit()) {
    day = rest.number(2);
    const std::string ending = rest.word();
    if (!ending.empty() && !text::is_one_of(ending, "st|nd|rd|th")) return std::nullopt;
    rest.take('.');
    rest.skip_blanks();
  }
  const auto month = month_called(rest.word());
  if (!month) return std::nullopt;
  rest.take('.');
  rest.skip_blanks();
  if (!day) {
    day = rest.number(2);
    rest.word();
  }
  rest.take(',');
  rest.skip_blanks();
  const auto year = rest.number(4);
  return day && year ? real_day(*year, *month, *day) : std::nullopt;
}

}  // namespace

Sheet::Sheet(const InputFile& file, const Reading& reading, std::size_t lines_before_header,
             const archive::Member* member)
    : file_(file),
      member_(member),
      name_(member ? std::string(archive::file_name_in(member->name)) : file.name()),
      form_{reading.encoding, lines_before_header} {
  std::string beginning = file.beginning();
  if (member) {
    beginning.clear();
    constexpr std::size_t enough = 65'536;
    file_.each_block(*member, [&](std::string_view block) {
      if (beginning.size() < enough) beginning += block;
    });
  }
  header_ = csv::header_of(beginning, form_);
}

bool Sheet::has(std::string_view column) const {
  const std::string wanted = csv::plain_name(column);
  return std::ranges::any_of(header_, [&](const std::string& name) { return csv::plain_name(name) == wanted; });
}

void Sheet::each_row(const std::function<void(const csv::Row&)>& each) const {
  csv::read_blocks([&](const csv::Sink& sink) { member_ ? file_.each_block(*member_, sink) : file_.each_block(sink); },
                   name_, form_,
                   [&](const csv::Row& row) {
                     if (!row.blank()) each(row);
                   });
}

bool has_columns(const InputFile& file, std::initializer_list<std::string_view> columns,
                 std::size_t lines_before_header) {
  if (file.is_zip()) return false;
  // Names are looked at here and no letters, so that Latin-1 will do where the letters are no UTF-8.
  auto encoding = text::encoding_of(file.beginning());
  const bool sound = encoding != text::Encoding::Utf8 || text::unsound_place(file.beginning()) == std::string::npos;
  if (!sound) encoding = text::Encoding::Latin1;
  const auto header = csv::header_of(file.beginning(), {encoding, lines_before_header});
  return std::ranges::all_of(columns, [&](std::string_view column) {
    return std::ranges::any_of(header, [&](const std::string& name) { return csv::plain_name(name) == column; });
  });
}

std::string place_of(const csv::Row& row) {
  const std::string place = row.place("");
  return fmt::format("{}:{}", place.substr(0, place.rfind(", line ")), row.line());
}

void refuse(const csv::Row& row, std::string_view column, const std::string& what, const std::string& valid) {
  throw InputError(row.place(column) + ": " + what, std::string(row[column]), 0, valid);
}

void refuse_header(const InputFile& file, const std::string& what, const std::string& columns) {
  throw InputError(fmt::format("{}, line 1: {}", file.name(), what), {}, 0, "a header with " + columns);
}

std::string text_in(const csv::Row& row, std::string_view column) {
  const std::string_view text = text::trimmed(row[column]);
  if (text.size() > longest_text) {
    throw InputError(fmt::format("{}: a text of more than {} bytes", row.place(column), longest_text), {}, 0,
                     "a shorter one");
  }
  return std::string(text);
}

std::optional<double> amount_in(const csv::Row& row, std::string_view column, double most) {
  // Apps write a point before decimals; spreadsheets that write a comma there write a point before thousands.
  const bool any_point = row.may_have_decimal_comma() && row[column].find('.') != std::string_view::npos;
  if (const auto both = any_point ? quantity::two_readings(row[column]) : std::nullopt;
      both && both->as_thousands <= most) {
    refuse(row, column, "this could be " + both->in_words(), both->in_words() + ", without a mark before three digits");
  }
  const auto value = row.number(column);
  if (value && (*value < 0 || *value > most)) {
    refuse(row, column, "out of range", fmt::format("a number from 0 to {:.0f}, or nothing if it is not known", most));
  }
  return value;
}

std::optional<DateText> read_date(std::string_view text, DateOrder order) {
  Rest rest(text::trimmed(text));
  Rest tried = rest;
  auto day = numbers_date(tried, order);
  if (!day) {
    tried = rest;
    day = words_date(tried);
  }
  if (!day) return std::nullopt;
  const std::string_view behind = tried.text();
  if (!behind.empty() && behind.front() != ' ' && behind.front() != 'T' && behind.front() != ',') return std::nullopt;
  return DateText{*day, std::string(text::trimmed(behind.substr(std::min<std::size_t>(behind.size(), 1))))};
}

Day day_in(const csv::Row& row, std::string_view column, DateOrder order) {
  const auto date = read_date(row.required(column), order);
  if (!date) refuse(row, column, "not a date", "a date such as 2026-11-20");
  if (date->day < calendar::earliest_day || date->day > calendar::latest_day) {
    refuse(row, column, fmt::format("lytes keeps days from {}", calendar::known_years), "a date in those years");
  }
  return date->day;
}

Day DateColumn::day_in(const csv::Row& row) {
  if (!order_ && row[column_].find('/') != std::string_view::npos) order_ = order_of_file();
  return exchange::day_in(row, column_, order_.value_or(DateOrder::Unsaid));
}

DateOrder DateColumn::order_of_file() const {
  DateOrder shown = DateOrder::Unsaid;
  sheet_.each_row([&](const csv::Row& row) {
    if (shown != DateOrder::Unsaid) return;
    Rest rest(text::trimmed(row[column_]));
    const auto date = slash_date(rest, '/');
    if (date && date->first > 12) shown = DateOrder::DayFirst;
    if (date && date->second > 12) shown = DateOrder::MonthFirst;
  });
  if (shown != DateOrder::Unsaid) return shown;
  return reckoning_.date_order == DateOrder::Unsaid ? DateOrder::MonthFirst : reckoning_.date_order;
}

std::optional<std::chrono::seconds> read_clock(std::string_view text) {
  Rest rest(text::trimmed(text));
  const auto hours = rest.number(2);
  if (!hours || !rest.take(':')) return std::nullopt;
  const auto minutes = rest.number(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int seconds = 0;
  if (rest.take(':')) {
    const auto said = rest.number(2);
    if (!said || *said > 59) return std::nullopt;
    seconds = *said;
    if (rest.take('.')) rest.number(9);
  }
  rest.skip_blanks();
  std::string half = rest.word();
  if (text::is_one_of(half, "a|p") && rest.take('.')) {
    half += rest.word();
    rest.take('.');
  }
  const bool twelve = text::is_one_of(half, "am|pm");
  if (!rest.text().empty() || (!half.empty() && !twelve) || *hours > (twelve ? 12 : 23)) return std::nullopt;
  const int hour = twelve ? *hours % 12 + (half == "pm" ? 12 : 0) : *hours;
  return std::chrono::hours(hour) + std::chrono::minutes(*minutes) + std::chrono::seconds(seconds);
}

std::optional<std::chrono::seconds> clock_in(const csv::Row& row, std::string_view column) {
  const std::string_view text = text::trimmed(row[column]);
  if (text.empty()) return std::nullopt;
  const auto clock = read_clock(text);
  if (!clock) refuse(row, column, "not a time", "a time such as 7:30, 07:30 or 7:30 PM, or nothing");
  return clock;
}

std::optional<std::chrono::seconds> read_offset(std::string_view text) {
  text = text::trimmed(text);
  for (const std::string_view name : {"UTC", "GMT"}) {
    if (text.starts_with(name)) text.remove_prefix(name.size());
  }
  if (text.empty() || text == "Z") return std::chrono::seconds{0};
  const bool minus = text.front() == '-';
  if (!minus && text.front() != '+') return std::nullopt;
  std::string digits;
  for (const char c : text.substr(1)) {
    if (text::is_digit(c)) digits += c;
    if (!text::is_digit(c) && c != ':') return std::nullopt;
  }
  if (digits.size() != 4) return std::nullopt;
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  const auto offset = std::chrono::hours(two(0)) + std::chrono::minutes(two(2));
  if (offset > std::chrono::hours(18)) return std::nullopt;
  return minus ? -offset : std::chrono::seconds(offset);
}

namespace {

/// What one of a unit is in the nutrient's own: millilitres, milligrams, or grams of alcohol.
std::optional<double> factor_of(std::string_view unit, Nutrient nutrient) {
  struct Unit {
    std::string_view name;
    double grams;
  };
  constexpr double fluid_ounce = 29.5735295625;
  constexpr std::array<Unit, 10> units = {{{"g", 1},
                                           {"mg", 1e-3},
                                           {"\u00B5g", 1e-6},
                                           {"\u03BCg", 1e-6},
                                           {"mcg", 1e-6},
                                           {"kg", 1e3},
                                           {"ml", 1},
                                           {"l", 1e3},
                                           {"fl oz", fluid_ounce},
                                           {"oz", fluid_ounce}}};
  const auto found = std::ranges::find(units, unit, &Unit::name);
  if (found == units.end()) return std::nullopt;
  const bool volume = found - units.begin() >= 6;
  const bool is_water = nutrient == Nutrient::Water;
  if (volume && !is_water) return std::nullopt;
  if (is_water || nutrient == Nutrient::Alcohol) return found->grams;
  return found->grams * 1e3;
}

}  // namespace

std::vector<NutrientCell> nutrient_cells(const std::vector<std::string>& header) {
  std::vector<NutrientCell> cells;
  for (const std::string& column : header) {
    const std::string plain = csv::plain_name(column);
    const auto bracket = plain.rfind('(');
    if (bracket == std::string::npos || !plain.ends_with(')')) continue;
    const std::string_view name = text::trimmed(std::string_view(plain).substr(0, bracket));
    const std::string_view unit = std::string_view(plain).substr(bracket + 1, plain.size() - bracket - 2);
    const auto facts = std::ranges::find(quantity::nutrient_table, name, &quantity::NutrientFacts::name);
    if (facts == quantity::nutrient_table.end()) continue;
    if (const auto factor = factor_of(unit, facts->nutrient)) cells.push_back({column, facts->nutrient, *factor});
  }
  return cells;
}

quantity::Nutrients nutrients_in(const csv::Row& row, const std::vector<NutrientCell>& cells) {
  quantity::Nutrients nutrients;
  for (const auto& [column, nutrient, factor] : cells) {
    constexpr double most_water = 30'000;
    constexpr double most = 200'000;
    const auto amount = amount_in(row, column, (nutrient == Nutrient::Water ? most_water : most) / factor);
    if (amount) nutrients[nutrient] = *amount * factor;
  }
  return nutrients;
}

bool any_known(const quantity::Nutrients& nutrients) {
  return std::ranges::any_of(quantity::all_nutrients,
                             [&](Nutrient nutrient) { return nutrients[nutrient].has_value(); });
}

}  // namespace lytes::exchange
