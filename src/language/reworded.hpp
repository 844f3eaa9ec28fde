#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A line of food in the words that foods go by: "chkn sarnie" as "chicken sandwich", "between 5 and 6 dates" as "5-6
/// dates", "a mug and a half of tea" as "1.5 mug of tea", "twice" as "x2", "500mlwater" as "500ml water".
class Reworded {
 public:
  /// @param is_known whether words are a name as they stand, which are then left alone
  Reworded(const Vocabulary& vocabulary, std::string_view line, const std::function<bool(std::string_view)>& is_known);

  const std::string& text() const { return text_; }
  /// Where in the line it stands what is at `place` in the text.
  std::size_t place_in_line(std::size_t place) const;

 private:
  /// Words that were put for others.
  struct Change {
    std::size_t begin;  ///< in the text
    std::size_t size;
    std::size_t begin_in_line;
    std::size_t size_in_line;
  };
  void put(std::string_view line, std::size_t begin, std::size_t end, std::string_view words);

  std::string text_;
  std::size_t copied_ = 0;  ///< bytes of the line that are in the text
  std::vector<Change> changes_;
};

}  // namespace lytes::language
