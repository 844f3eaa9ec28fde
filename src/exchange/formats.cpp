#include "lytes/exchange/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "readers/readers.hpp"

namespace lytes::exchange {

namespace {

constexpr std::array table = {
    Format{"cronometer", "Cronometer",
           "servings.csv, dailysummary.csv (also by meal), biometrics.csv, exercises.csv, notes.csv", is_cronometer,
           read_cronometer},
    Format{"apple-health", "Apple Health", "export.xml, or export.zip as the phone shares it", is_apple_health,
           read_apple_health},
    Format{"health-connect", "Health Connect", "health_connect_export.db, or the zip that Android exports",
           is_health_connect, read_health_connect},
    Format{"bearable", "Bearable", "its CSV, one row a reading", is_bearable, read_bearable},
    Format{"daylio", "Daylio", "its CSV of moods and activities", is_daylio, read_daylio},
    Format{"myfitnesspal", "MyFitnessPal", "the nutrition summary, one row a meal", is_my_fitness_pal,
           read_my_fitness_pal},
    Format{"samsung-health", "Samsung Health", "com.samsung.health.water_intake....csv", is_samsung_health,
           read_samsung_health},
    Format{"loseit", "Lose It!", "the zip, or the food-logs.csv in it", is_lose_it, read_lose_it},
    Format{"daily", "Daily diary", "a CSV with one row a day; its columns are below", is_daily, read_daily},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format& format_called(std::string_view name) {
  const auto found = std::ranges::find(table, text::lowered(name), &Format::name);
  if (found != table.end()) return *found;
  std::vector<std::string_view> names;
  for (const Format& format : table) names.push_back(format.name);
  names.emplace_back("lytes");  // read as a whole journal: whole/import.hpp
  throw InputError(fmt::format("no format to import is called \"{}\"", name), std::string(name), 0,
                   fmt::format("{}", fmt::join(names, ", ")));
}

const Format& recognised_format(const InputFile& file) {
  const auto found = std::ranges::find_if(table, [&](const Format& format) { return format.recognises(file); });
  if (found != table.end()) return *found;
  throw InputError(fmt::format("{} is in no format that lytes knows", file.name()), {}, 0,
                   "an export of one of the apps that 'lytes import --help' lists, as the app made it");
}

}  // namespace lytes::exchange
