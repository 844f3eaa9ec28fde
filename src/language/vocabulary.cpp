#include "lytes/language/vocabulary.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <span>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "phrase_index.hpp"

namespace lytes::language {

namespace {

StorageError damaged(const std::string& what) {
  return {StorageError::Kind::Damaged, "the catalogue's vocabulary holds " + what, "Install lytes again."};
}

BodyWord body_word_kind(const std::string& word) {
  if (word == "part") return BodyWord::Part;
  if (word == "tail") return BodyWord::Tail;
  if (word == "qualifier") return BodyWord::Qualifier;
  if (word == "side") return BodyWord::Side;
  throw damaged("the unknown kind \"" + word + "\"");
}

Scale scale_named(const std::string& word) {
  if (word == "hours") return Scale::Hours;
  if (word == "units") return Scale::Units;
  if (word == "rating") return Scale::Rating;
  if (word == "free") return Scale::Free;
  throw damaged("the unknown scale \"" + word + "\"");
}

/// The rows of a query, each made by `make(statement)`.
template <typename Make>
auto rows_of(storage::ReadOnlyFile& catalogue, const char* sql, Make make) {
  return catalogue.guarded([&] {
    std::vector<decltype(make(std::declval<SQLite::Statement&>()))> rows;
    SQLite::Statement statement(catalogue.database(), sql);
    while (statement.executeStep()) rows.push_back(make(statement));
    return rows;
  });
}

SignPhrase::Said said_by(std::string_view word) {
  if (word == "anywhere") return SignPhrase::Said::Anywhere;
  if (word == "asked") return SignPhrase::Said::Asked;
  if (word == "history") return SignPhrase::Said::History;
  if (word == "excuse") return SignPhrase::Said::Excuse;
  throw damaged("a sign said \"" + std::string(word) + "\"");
}

std::string text_at(SQLite::Statement& row, int column) { return row.getColumn(column).getString(); }

}  // namespace

Factors::Factors(std::vector<FactorWord> words) : words_(std::move(words)) {
  for (const FactorWord& word : words_) longest_ = std::max(longest_, word.word.size());
}

const FactorWord* Factors::find(std::string_view word) const {
  const auto found = std::ranges::find(words_, word, &FactorWord::word);
  return found == words_.end() ? nullptr : &*found;
}

WordSet::WordSet(std::string words) : text_(std::move(words)) {
  words_.reserve(static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 1);
  for (std::string_view rest = text_; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    words_.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

bool WordSet::contains(std::string_view word) const { return std::ranges::binary_search(words_, word); }

std::optional<std::string_view> WordSet::meaning_of(std::string_view word) const {
  const auto begins_pair = [&](std::string_view pair) {
    return pair.size() > word.size() && pair[word.size()] == '=' && pair.starts_with(word);
  };
  const std::string first = std::string(word) + "=";
  const auto found = std::ranges::lower_bound(words_, std::string_view(first));
  if (found == words_.end() || !begins_pair(*found)) return std::nullopt;
  return found->substr(first.size());
}

Vocabulary::Vocabulary(storage::ReadOnlyFile& catalogue) : catalogue_(catalogue) {}

Vocabulary::~Vocabulary() = default;

const BodyParts& Vocabulary::body_parts() const {
  if (!body_parts_) {
    body_parts_.emplace(rows_of(
        catalogue_, "SELECT word, kind, name, plural FROM body_word ORDER BY rowid", [](SQLite::Statement& row) {
          return BodyParts::Row{text_at(row, 0), body_word_kind(text_at(row, 1)), text_at(row, 2), text_at(row, 3)};
        }));
  }
  return *body_parts_;
}

const Factors& Vocabulary::factors() const {
  if (!factors_) {
    factors_.emplace(
        rows_of(catalogue_, "SELECT word, name, scale FROM factor_word ORDER BY rowid", [](SQLite::Statement& row) {
          return FactorWord{text_at(row, 0), text_at(row, 1), scale_named(text_at(row, 2))};
        }));
  }
  return *factors_;
}

const std::vector<std::string>& Vocabulary::sign_names() const {
  if (!sign_names_) {
    emergencies_ = 0;
    sign_names_ = rows_of(catalogue_, "SELECT name, level FROM sign ORDER BY rowid", [&](SQLite::Statement& row) {
      if (text_at(row, 1) == "emergency") ++emergencies_;
      return text_at(row, 0);
    });
  }
  return *sign_names_;
}

std::size_t Vocabulary::emergencies() const {
  sign_names();
  return emergencies_;
}

const PhraseIndex& Vocabulary::sign_index() const {
  if (!sign_index_) {
    const auto emergencies = std::span(sign_names()).first(this->emergencies());
    sign_index_ = std::make_unique<const PhraseIndex>(*this, sign_phrases(), emergencies);
  }
  return *sign_index_;
}

const PhraseIndex& Vocabulary::factor_index() const {
  if (!factor_index_) {
    factor_phrases_ =
        rows_of(catalogue_, "SELECT factor, words FROM factor_phrase ORDER BY rowid", [](SQLite::Statement& row) {
          return SignPhrase{text_at(row, 0), SignPhrase::Said::Anywhere, text_at(row, 1)};
        });
    // "sat crooked all day" tells more of how than of how long.
    static const std::vector<std::string> first = {"posture"};
    factor_index_ = std::make_unique<const PhraseIndex>(*this, factor_phrases_, first);
  }
  return *factor_index_;
}

const std::vector<SignPhrase>& Vocabulary::sign_phrases() const {
  if (!sign_phrases_) {
    sign_phrases_ = catalogue_.guarded([&] {
      std::vector<SignPhrase> phrases;
      storage::RowCursor rows(catalogue_.database(), "SELECT sign, said, words FROM sign_words ORDER BY rowid");
      while (rows.step())
        phrases.push_back({std::string(rows.text(0)), said_by(rows.text(1)), std::string(rows.text(2))});
      return phrases;
    });
  }
  return *sign_phrases_;
}

const std::vector<Meal>& Vocabulary::meals() const {
  if (!meals_) {
    meals_ = rows_of(
        catalogue_, "SELECT word, name, from_hour, to_hour FROM meal ORDER BY rowid", [](SQLite::Statement& row) {
          return Meal{text_at(row, 0), text_at(row, 1), row.getColumn(2).getDouble(), row.getColumn(3).getDouble()};
        });
  }
  return *meals_;
}

const WordSet& Vocabulary::words(std::string_view list) const {
  const auto known = small_words_.find(list);
  if (known != small_words_.end()) return known->second;
  std::string words = catalogue_.guarded([&] {
    if (!words_query_) {
      words_query_ =
          std::make_unique<SQLite::Statement>(catalogue_.database(), "SELECT words FROM small_words WHERE list = ?");
    }
    words_query_->reset();
    words_query_->bind(1, std::string(list));
    return words_query_->executeStep() ? text_at(*words_query_, 0) : std::string();
  });
  return small_words_.try_emplace(std::string(list), std::move(words)).first->second;
}

}  // namespace lytes::language
