#include "spasm_place.hpp"

#include <algorithm>

namespace lytes::language {
namespace {

class PlaceReader {
 public:
  PlaceReader(const Vocabulary& vocabulary, const std::vector<Token>& tokens, std::size_t begin, bool in_signs)
      : vocabulary_(vocabulary), parts_(vocabulary.body_parts()), tokens_(tokens), at_(begin), in_signs_(in_signs) {}

  std::optional<Place> read() {
    const std::size_t begin = at_;
    for (; at_ < tokens_.size() && at_ <= std::max(begin, place_.end) + most_between; ++at_) {
      const Token& token = tokens_[at_];
      if (token.in_sign && !in_signs_) break;
      if (token.comma_before && at_ > begin) set_apart();
      if (!take(token.text, token.body, at_ == begin)) break;
    }
    settle_side();
    if (place_.items.empty()) return std::nullopt;
    return place_;
  }

 private:
  /// A side with no part after it belongs to the one before: "calf left".
  void settle_side() {
    if (side_.empty() || apart_ || !qualifiers_.empty()) return;
    if (place_.items.empty() || !place_.items.back().side.empty()) return;
    place_.items.back().side = side_;
    place_.end = side_end_;
    side_.clear();
  }

  void set_apart() {
    settle_side();
    apart_ = true;
  }

  bool take(const std::string& word, BodyWord kind, bool first) {
    switch (kind) {
      case BodyWord::Side:
        if (!side_.empty() && !apart_) return false;
        if (!side_.empty() && side_ != parts_.side_named(word)) {  // "left and right calf"
          side_ = "both";
          apart_ = apart_ && !place_.items.empty();
        } else {
          side_ = parts_.side_named(word);
        }
        side_end_ = at_ + 1;
        return true;
      case BodyWord::Part:
        part(parts_.part_named(word));
        return true;
      case BodyWord::Tail:
        if (place_.items.empty() || place_.end != at_) return false;
        place_.items.back().words += " " + word;
        place_.items.back().last_part.clear();
        place_.end = at_ + 1;
        return true;
      case BodyWord::Qualifier:
        if (!place_.items.empty() && place_.end == at_ && vocabulary_.words("qualifier behind").contains(word)) {
          Place::Item& item = place_.items.back();  // "Rücken oben"
          item.words = parts_.qualifier_named(word) + " " + item.words;
          place_.end = at_ + 1;
          return true;
        }
        qualifiers_ += parts_.qualifier_named(word) + " ";
        return true;
      case BodyWord::None:
        break;
    }
    if (first) return false;
    if (vocabulary_.words("place joining").contains(word)) {
      set_apart();
      joined_ = true;
    } else if (word == "of") {
      of_ = true;
    } else {
      return vocabulary_.words("place between").contains(word);
    }
    return true;
  }

  /// "fingers left hand", "toe cramps both feet", "foot cramp (right arch)": a part of the other, and one place.
  bool joins_limb(const std::string& name) {
    if (place_.items.empty() || of_ || !qualifiers_.empty()) return false;
    Place::Item& item = place_.items.back();
    const bool sided = item.side.empty() || side_.empty();
    const bool joined = joined_ || item.words != item.last_part || !sided || (item.side.empty() && side_.empty());
    if (joined) return false;
    const bool before = is_part_of(item.last_part, name);
    if (!before && !is_part_of(name, item.last_part)) return false;
    const std::string& side = item.side.empty() ? side_ : item.side;
    const std::string limb = before ? name : item.last_part;
    item.words =
        (before ? item.last_part : name) + " of " + side + " " + (side == "both" ? parts_.both_of(limb) : limb);
    item.last_part = limb;
    item.side.clear();
    side_.clear();
    apart_ = false;
    place_.end = at_ + 1;
    return true;
  }

  /// "toes" of the "foot"
  bool is_part_of(const std::string& small, const std::string& limb) const {
    const auto one = [](const std::string& word) { return word == "feet" ? "foot" : word == "hands" ? "hand" : word; };
    return vocabulary_.words("part of " + one(limb)).contains(small);
  }

  void part(const std::string& name) {
    if (joins_limb(name)) return;
    const bool same = !place_.items.empty() && !apart_ && (of_ || side_.empty());
    if (!same) {
      place_.items.push_back({side_, qualifiers_ + name, name});
    } else {
      Place::Item& item = place_.items.back();
      item.words += (of_ ? " of " : " ") + qualifiers_ + name;
      item.last_part = name;
      if (item.side.empty()) item.side = side_;
    }
    side_.clear();
    qualifiers_.clear();
    of_ = apart_ = joined_ = false;
    place_.end = at_ + 1;
  }

  /// Words without a part of the body among them that are looked through for the next one.
  static constexpr std::size_t most_between = 16;

  const Vocabulary& vocabulary_;
  const BodyParts& parts_;
  const std::vector<Token>& tokens_;
  std::size_t at_;
  bool in_signs_;
  Place place_;
  std::string side_;
  std::size_t side_end_ = 0;
  std::string qualifiers_;
  bool of_ = false;
  bool apart_ = false;   // a joining word or a comma stands before what comes next
  bool joined_ = false;  // a joining word
};

}  // namespace

std::string Place::text(const BodyParts& parts) const {
  std::string result;
  for (const Item& item : items) {
    std::string words = item.words;
    if (item.side == "both" && words.ends_with(item.last_part)) {
      words.resize(words.size() - item.last_part.size());
      words += parts.both_of(item.last_part);
    }
    result += (result.empty() ? "" : " and ") + (item.side.empty() ? words : item.side + " " + words);
  }
  return result;
}

std::optional<Place> read_place(const Vocabulary& vocabulary, const std::vector<Token>& tokens, std::size_t begin,
                                bool in_signs) {
  return PlaceReader(vocabulary, tokens, begin, in_signs).read();
}

}  // namespace lytes::language
