#include "lytes/foods/imported_foods.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <charconv>

#include "figures.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "ranking.hpp"
#include "usual_portion.hpp"

namespace lytes::foods {

namespace {

constexpr std::string_view prefix = "fdc:";
constexpr storage::FileWords words_of_file = {
    "a file of imported foods", "Import them anew (lytes foods import), or delete the file: no diary needs it."};

std::string name_with_brand(const std::string& name, const std::string& brand) {
  if (brand.empty() || text::lowered(name).find(text::lowered(brand)) != std::string::npos) return name;
  return name + " (" + brand + ")";
}

void add_portion(Food& food, std::string name, double size) {
  const bool there = std::ranges::any_of(
      food.portions, [&](const Portion& portion) { return text::lowered(portion.name) == text::lowered(name); });
  if (!name.empty() && size > 0 && !there) food.portions.push_back({std::move(name), size});
}

/// "cookie" of "cookies", where the two are the same word to whoever asks for it.
std::string one_of(const std::string& many) {
  if (!many.ends_with('s')) return many;
  std::string one = many.substr(0, many.size() - 1);
  return text::key_of(text::words_of(one)) == text::key_of(text::words_of(many)) ? one : many;
}

/// "2 COOKIES (30 g)" is a serving of two: one is half of it. What says no more than a weight says nothing new.
void add_household(Food& food, const std::string& said, double serving) {
  try {
    const std::string plain = text::lowered(said.substr(0, said.find('(')));
    const auto amount = quantity::parse_amount(plain);
    if (!amount.number_given || amount.number <= 0) return;
    const bool volume =
        amount.measure && quantity::dimension_of(*amount.measure) == quantity::Dimension::Volume && amount.rest.empty();
    if (amount.measure && !volume) return;
    std::string one = volume ? quantity::format_amount(1, amount.measure).substr(2) : one_of(amount.rest);
    if (one != "onz") add_portion(food, std::move(one), serving / amount.number);
  } catch (const InputError&) {
    return;  // words that no kitchen measures by
  }
}

}  // namespace

bool is_imported(std::string_view ref) { return ref.starts_with(prefix); }

std::filesystem::path ImportedFoods::file_beside(const std::filesystem::path& journal) {
  if (journal.empty()) return {};
  return journal.parent_path() / (journal.stem().string() + ".foods.db");
}

ImportedFoods::ImportedFoods(std::filesystem::path file) : path_(std::move(file)) {}

ImportedFoods::~ImportedFoods() = default;

storage::ReadOnlyFile* ImportedFoods::file() const {
  if (!looked_) {
    std::error_code ignored;
    if (!path_.empty() && std::filesystem::exists(std::filesystem::symlink_status(path_, ignored))) {
      file_ = std::make_unique<storage::ReadOnlyFile>(
          storage::ReadOnlyFile::open(path_, storage::imported_foods_application_id, version, words_of_file));
    }
    looked_ = true;
  }
  return file_.get();
}

std::size_t ImportedFoods::count() const {
  if (!file()) return 0;
  return file_->guarded([&] {
    return static_cast<std::size_t>(file_->database().execAndGet("SELECT coalesce(max(id), 0) FROM food").getInt64());
  });
}

std::optional<Food> ImportedFoods::food_where(const char* condition, std::int64_t number) const {
  if (!file()) return std::nullopt;
  return file_->guarded([&]() -> std::optional<Food> {
    SQLite::Statement row(file_->database(), "SELECT fdc_id, name, brand, barcode, by_volume, serving, household, " +
                                                 quantity::nutrient_columns() + " FROM food WHERE " + condition);
    row.bind(1, number);
    if (!row.executeStep()) return std::nullopt;
    const std::int64_t id = row.getColumn(0).getInt64();
    const bool by_volume = row.getColumn(4).getInt() != 0;
    Food food{std::string(prefix) + std::to_string(id),
              name_with_brand(row.getColumn(1).getString(), row.getColumn(2).getString()),
              by_volume ? FoodKind::Drink : FoodKind::Food,
              {100, by_volume ? "ml" : "g"},
              figures_at(row, 7),
              {},
              std::nullopt,
              std::nullopt,
              {}};
    if (!row.isColumnNull(3)) food.barcode = barcode_of(row.getColumn(3).getInt64());
    if (!row.isColumnNull(5)) {
      const double serving = row.getColumn(5).getDouble();
      food.usual = Portion{"serving", serving};
      add_household(food, row.getColumn(6).getString(), serving);
      add_portion(food, "serving", serving);
    }
    SQLite::Statement portion(file_->database(),
                              "SELECT name, grams FROM portion WHERE fdc_id = ? ORDER BY position LIMIT 100");
    portion.bind(1, id);
    while (portion.executeStep()) add_portion(food, portion.getColumn(0).getString(), portion.getColumn(1).getDouble());
    if (!food.usual) food.usual = usual_of(food.portions);
    return food;
  });
}

std::optional<Food> ImportedFoods::find(std::string_view ref) const {
  if (!is_imported(ref)) return std::nullopt;
  const std::string_view digits = ref.substr(prefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return food_where("fdc_id = ?", number);
}

std::optional<Food> ImportedFoods::with_barcode(std::string_view barcode) const {
  const auto number = barcode_number(barcode);
  return number ? food_where("barcode = ?", *number) : std::nullopt;
}

std::vector<Candidate> ImportedFoods::matching(const std::string& match, const std::vector<std::string>& words,
                                               std::size_t most) const {
  // The ids stand in the order of the plainest names, so that the first few are enough to choose the best from.
  SQLite::Statement query(file_->database(),
                          "SELECT fdc_id, name, brand FROM food_search JOIN food ON food.id = food_search.rowid"
                          " WHERE food_search MATCH ? LIMIT 300");
  query.bind(1, match);
  const Scorer scorer(words);
  std::vector<Candidate> found;
  while (query.executeStep()) {
    const std::string ref = std::string(prefix) + query.getColumn(0).getString();
    const std::string name = query.getColumn(1).getString();
    const std::string brand = query.getColumn(2).getString();
    // Packs shout: in capitals there every word would be a brand. What is of no brand comes before what is.
    const std::string plain = text::lowered(name + ", " + brand);
    const std::string key = text::key_of(text::words_of(plain));
    found.push_back({ref, name_with_brand(name, brand), name, std::nullopt,
                     scorer.score(key, rank_of(plain, key, ref), brand.empty())});
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
  std::vector<Candidate> best;
  for (Candidate& candidate : found) {
    const bool there = std::ranges::find(best, candidate.name, &Candidate::name) != best.end();
    if (!there && best.size() < most) best.push_back(std::move(candidate));
  }
  return best;
}

std::vector<Candidate> ImportedFoods::search(const std::vector<std::string>& words, bool last_is_prefix,
                                             std::size_t most) const {
  if (words.empty() || !file()) return {};
  std::string match;
  for (const auto& word : words) match += (match.empty() ? "\"" : " \"") + word + '"';
  return file_->guarded([&] {
    auto found = matching(match, words, most);
    constexpr std::size_t shortest_beginning = 3;
    const bool begins = found.empty() && last_is_prefix && words.back().size() >= shortest_beginning;
    return begins ? matching(match + '*', words, most) : found;
  });
}

}  // namespace lytes::foods
