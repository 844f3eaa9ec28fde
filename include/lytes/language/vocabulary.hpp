#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Statement;
}

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::language {

/// What a word says of a place on the body.
enum class BodyWord {
  None,
  Part,       ///< "calf", "neck"
  Tail,       ///< only after a part: the blade of "shoulder blade"
  Qualifier,  ///< only before a part: "upper", "inner", "2nd"
  Side        ///< "left", "rt", "both"
};

/// The words for places on the body. Words are looked up in lower case.
class BodyParts {
 public:
  struct Row {
    std::string word;
    BodyWord kind;
    std::string name;    ///< as it is kept
    std::string plural;  ///< empty: the name with an s
  };

  /// @param rows of two that fit a word the first counts
  explicit BodyParts(const std::vector<Row>& rows);

  BodyWord kind_of(std::string_view word) const;

  /// "left", "right" or "both" for a word that is a side; else empty.
  std::string_view side_named(std::string_view word) const;

  /// The qualifier as it is kept: "uper" as "upper". Other words stay as they are.
  std::string qualifier_named(std::string_view word) const;

  /// The part as it is kept: "calfs" as "calves", "wade" as "calf". Other words stay as they are.
  std::string part_named(std::string_view word) const;

  /// The part whose name, of seven letters or more, was meant with one slip: "hamstring" of "hamstirng". Empty for
  /// none.
  std::string part_meant(std::string_view word) const;

  /// One that comes in pairs, of both sides: "both feet".
  std::string both_of(std::string_view part) const;

 private:
  struct Named {
    const std::string* name;
    const std::string* plural;
    bool is_plural;
  };
  std::optional<Named> find_part(std::string_view word) const;

  std::map<std::string, std::pair<std::string, std::string>, std::less<>> parts_;  ///< name and plural, by word
  std::map<std::string, std::string, std::less<>> plurals_;                        ///< word of `parts_`, by plural
  std::map<std::string, std::string, std::less<>> sides_;
  std::set<std::string, std::less<>> tails_;
  std::map<std::string, std::string, std::less<>> qualifiers_;
};

/// How the value of a factor is said and kept.
enum class Scale { Hours, Units, Rating, Free };

/// A factor with a meaning of its own, by one of the words for it.
struct FactorWord {
  std::string word;
  std::string name;
  Scale scale;
};

/// The factors that are known, by their words.
class Factors {
 public:
  explicit Factors(std::vector<FactorWord> words);

  /// Null where the word names none.
  const FactorWord* find(std::string_view word) const;
  const std::vector<FactorWord>& all() const { return words_; }
  /// Bytes of the longest word there is.
  std::size_t longest() const { return longest_; }

 private:
  std::vector<FactorWord> words_;
  std::size_t longest_ = 0;
};

/// Words that speak of a sign or a factor: in their order, each with its alternatives between bars. In a text small
/// words may stand between them: "lost control of my bladder" is said by "lost|loss bladder|bowel".
struct SignPhrase {
  /// Where the words say what the row means.
  enum class Said {
    Anywhere,
    Asked,    ///< only where a sign was asked for, and alone: a bladder may be the site itself
    History,  ///< anywhere, and also of what was years ago
    Excuse    ///< words beside which the sign is none
  };

  std::string sign;  ///< or factor; empty: what sounds like one and is none
  Said said;
  std::string words;  ///< as vocabulary/SOURCES.md tells
};

/// A meal that people speak of, and when its food is eaten.
struct Meal {
  std::string word;
  std::string name;
  double from_hour;  ///< local time
  double to_hour;
};

/// The words of one list, in the order of their bytes.
class WordSet {
 public:
  WordSet() = default;
  /// @param words in that order, with a line end between
  explicit WordSet(std::string words);
  WordSet(const WordSet&) = delete;
  WordSet& operator=(const WordSet&) = delete;
  ~WordSet() = default;

  bool contains(std::string_view word) const;
  /// In a list of pairs, "sarnie=sandwich": what the first of a pair means; nothing where no pair begins so.
  std::optional<std::string_view> meaning_of(std::string_view word) const;
  bool empty() const { return words_.empty(); }
  std::vector<std::string_view>::const_iterator begin() const { return words_.begin(); }
  std::vector<std::string_view>::const_iterator end() const { return words_.end(); }

 private:
  std::string text_;
  std::vector<std::string_view> words_;
};

class PhraseIndex;

/// The words people use, as the catalogue holds them (vocabulary/*.csv). Each table is read when it is first asked for.
/// All throw StorageError when the catalogue cannot be read.
class Vocabulary {
 public:
  /// @param catalogue must outlive this object
  explicit Vocabulary(storage::ReadOnlyFile& catalogue);
  ~Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  const BodyParts& body_parts() const;
  const Factors& factors() const;
  /// The names of the signs in their order, the emergencies first.
  const std::vector<std::string>& sign_names() const;
  const std::vector<SignPhrase>& sign_phrases() const;
  /// The first so many of the signs' names are emergencies.
  std::size_t emergencies() const;
  /// The phrases as they are looked for; made when a text is first searched.
  const PhraseIndex& sign_index() const;
  /// The same of what people say of what may matter to spasms: "painted the ceiling".
  const PhraseIndex& factor_index() const;
  const std::vector<Meal>& meals() const;
  /// Small words by the name of their list in vocabulary/small_words.csv: "negation". Empty for a list that is not
  /// there.
  const WordSet& words(std::string_view list) const;

 private:
  storage::ReadOnlyFile& catalogue_;
  mutable std::optional<BodyParts> body_parts_;
  mutable std::optional<Factors> factors_;
  mutable std::optional<std::vector<std::string>> sign_names_;
  mutable std::optional<std::vector<SignPhrase>> sign_phrases_;
  mutable std::size_t emergencies_ = 0;
  mutable std::unique_ptr<const PhraseIndex> sign_index_;
  mutable std::vector<SignPhrase> factor_phrases_;
  mutable std::unique_ptr<const PhraseIndex> factor_index_;
  mutable std::optional<std::vector<Meal>> meals_;
  mutable std::unique_ptr<SQLite::Statement> words_query_;  ///< asked for many lists by one line
  mutable std::map<std::string, WordSet, std::less<>> small_words_;
};

}  // namespace lytes::language
