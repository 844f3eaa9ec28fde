#include "phrase_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::targets {

struct PhraseReader::Token {
  std::string text;
  std::vector<std::size_t> forms;  ///< ids of what it is or may be meant as; several where a slip is doubtful
  bool filler = false;
  bool joint = false;
  bool figure = false;
  bool loose = false;        ///< taken for a word that it resembles, but not closely
  std::size_t clause = 0;    ///< parted by "/", "+", ";" and ","
  std::size_t sentence = 0;  ///< parted by ";" and "," alone: a name may hold a "/"
};

struct PhraseReader::Match {
  enum class Fit { InOrder, WithAGap, AnyOrder };

  std::size_t phrase;
  std::vector<std::size_t> tokens;
  Fit fit;
};

namespace {

constexpr std::size_t long_word = 8;  // from here on two letters may be wrong
constexpr std::size_t shortest_compound = 9;
constexpr std::size_t shortest_in_compound = 6;
constexpr std::size_t shortest_content = 3;
constexpr int most_slips = 24;

/// "hypo" and "hyper" say the opposite of each other, so that one is never a slip of the other.
enum class Direction { None, Hypo, Hyper };

Direction direction_of(std::string_view word) {
  if (word.starts_with("hypo")) return Direction::Hypo;
  return word.starts_with("hyper") ? Direction::Hyper : Direction::None;
}

/// A word that is neither may be a slip of both.
bool may_be_a_slip(std::string_view typed, std::string_view meant) {
  const Direction direction = direction_of(typed);
  return direction == Direction::None || direction == direction_of(meant);
}

/// "1,5 liter": the comma parts no two things.
bool is_decimal_comma(std::string_view text, std::string_view between, std::size_t at) {
  return between == "," && at > 0 && text::is_digit(text[at - 1]) && text::is_digit(text[at + 1]);
}

template <class Values, class Value>
bool holds(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

PhraseReader::PhraseReader(const std::vector<Phrase>& phrases, const SmallWords& small_words)
    : fillers_(small_words.fillers.begin(), small_words.fillers.end()),
      joints_(small_words.joints.begin(), small_words.joints.end()) {
  for (const Phrase& phrase : phrases) {
    Known known{{}, phrase.meaning, phrase.holds, phrase.harmless};
    const std::string_view words = phrase.words;
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      known.words.push_back(id_of(words.substr(begin, end - begin)));
      begin = end + 1;
    }
    if (known.words.empty()) continue;
    by_first_.resize(words_.size());
    by_first_[known.words.front()].push_back(phrases_.size());
    phrases_.push_back(std::move(known));
  }
  for (const std::string& word : small_words.others) id_of(word);
  by_first_.resize(words_.size());
}

std::size_t PhraseReader::id_of(std::string_view word) {
  const auto [place, added] = ids_.try_emplace(std::string(word), words_.size());
  if (added) words_.emplace_back(word);
  return place->second;
}

PhraseReader::Tokens PhraseReader::tokens_of(std::string_view text) const {
  Tokens tokens;
  std::size_t clause = 0;
  std::size_t sentence = 0;
  std::size_t end = 0;
  int slips_left = most_slips;
  for (auto& word : text::words_and_figures_of(text)) {
    if (tokens.size() == most_words) break;
    std::string_view between = word.offset > end ? text.substr(end, word.offset - end) : std::string_view();
    if (is_decimal_comma(text, between, end)) between = {};
    if (between.find_first_of("/+;,") != std::string_view::npos) ++clause;
    if (between.find_first_of(";,") != std::string_view::npos) ++sentence;
    end = word.offset + word.length;
    Token token;
    token.text = std::move(word.text);
    token.clause = clause;
    token.sentence = sentence;
    understand(token, slips_left);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

void PhraseReader::understand(Token& token, int& slips_left) const {
  token.filler = fillers_.contains(token.text);
  token.joint = joints_.contains(token.text);
  token.figure = text::is_digit(token.text.front());
  if (const auto known = ids_.find(token.text); known != ids_.end()) {
    token.forms.push_back(known->second);
    return;
  }
  if (token.filler || token.joint || token.figure || token.text.size() < shortest_slip || slips_left == 0) return;
  --slips_left;
  take_for_a_slip(token);
  if (token.forms.empty()) take_for_a_compound(token);
}

/// All words at the least distance; beside a word that begins with neither "hypo" nor "hyper" also those of either
/// within reach, so that the stricter reading is among them.
void PhraseReader::take_for_a_slip(Token& token) const {
  const int limit = token.text.size() < long_word ? 1 : 2;
  int nearest = limit;
  std::vector<std::pair<std::size_t, int>> found;
  for (std::size_t id = 0; id < words_.size(); ++id) {
    const std::string& word = words_[id];
    if (word.size() < shortest_slip || !may_be_a_slip(token.text, word)) continue;
    const int distance = text::spelling_distance(token.text, word, limit);
    if (distance > limit) continue;
    nearest = std::min(nearest, distance);
    found.emplace_back(id, distance);
  }
  for (const auto& [id, distance] : found) {
    if (distance == nearest || direction_of(words_[id]) != Direction::None) token.forms.push_back(id);
  }
  token.loose = nearest > 1 || token.text.size() < long_word || token.forms.size() > 1;
}

/// "dialysepatient" speaks of what "dialyse" does.
void PhraseReader::take_for_a_compound(Token& token) const {
  if (token.text.size() < shortest_compound || direction_of(token.text) != Direction::None) return;
  std::size_t longest = 0;
  for (const Known& phrase : phrases_) {
    if (phrase.words.size() != 1 || phrase.harmless) continue;
    const std::string& word = words_[phrase.words.front()];
    if (word.size() < shortest_in_compound || word.size() < longest) continue;
    if (token.text.find(word) == std::string::npos) continue;
    if (word.size() > longest) token.forms.clear();
    longest = word.size();
    token.forms.push_back(phrase.words.front());
  }
  token.loose = true;
}

void PhraseReader::try_phrase(const Tokens& tokens, const View& view, std::size_t at, std::size_t phrase,
                              std::vector<Match>& matches) const {
  const auto& words = phrases_[phrase].words;
  const std::size_t count = words.size();
  const auto is_in_sentence = [&](std::size_t place, std::size_t word) {
    return place < view.size() && tokens[view[place]].sentence == tokens[view[at]].sentence &&
           holds(tokens[view[place]].forms, word);
  };
  const auto is = [&](std::size_t place, std::size_t word) {
    return is_in_sentence(place, word) && tokens[view[place]].clause == tokens[view[at]].clause;
  };
  std::vector<std::size_t> places{view[at]};
  bool gap = false;
  for (std::size_t place = at + 1, word = 1; word < count; ++word, ++place) {
    if (!is_in_sentence(place, words[word])) {
      if (gap || !is(place + 1, words[word])) break;
      gap = true;
      ++place;
    }
    places.push_back(view[place]);
  }
  if (places.size() == count) {
    matches.push_back({phrase, std::move(places), gap ? Match::Fit::WithAGap : Match::Fit::InOrder});
    return;
  }
  for (std::size_t begin = at + 1 >= count ? at + 1 - count : 0; begin <= at && begin + count <= view.size(); ++begin) {
    std::vector<std::size_t> free(words);
    for (std::size_t place = begin; place < begin + count; ++place) {
      const auto word = std::find_if(free.begin(), free.end(), [&](std::size_t one) { return is(place, one); });
      if (word == free.end()) break;
      free.erase(word);
    }
    if (!free.empty()) continue;
    const auto first = view.begin() + static_cast<std::ptrdiff_t>(begin);
    matches.push_back({phrase, {first, first + static_cast<std::ptrdiff_t>(count)}, Match::Fit::AnyOrder});
    return;
  }
}

void PhraseReader::find_in(const Tokens& tokens, const View& view, std::vector<Match>& matches) const {
  for (std::size_t at = 0; at < view.size(); ++at) {
    for (const std::size_t word : tokens[view[at]].forms) {
      for (const std::size_t phrase : by_first_[word]) try_phrase(tokens, view, at, phrase, matches);
    }
  }
}

/// A phrase counts unless longer ones say all of its words; with its words in another order only where none of them is
/// said by another phrase: "high blood pressure low" is no low blood pressure.
std::vector<PhraseReader::Match> PhraseReader::accepted(const Tokens& tokens, std::vector<Match> matches) const {
  std::stable_sort(matches.begin(), matches.end(), [](const Match& one, const Match& other) {
    const bool loose = one.fit == Match::Fit::AnyOrder;
    const bool other_loose = other.fit == Match::Fit::AnyOrder;
    if (loose != other_loose) return other_loose;
    return one.tokens.size() > other.tokens.size();
  });
  std::vector<std::size_t> said_by(tokens.size(), 0);  // words of the longest phrase that says a token
  std::vector<Match> kept;
  for (Match& match : matches) {
    const Known& phrase = phrases_[match.phrase];
    const auto loose = [&](std::size_t token) { return tokens[token].loose; };
    if (phrase.harmless && std::ranges::any_of(match.tokens, loose)) continue;
    const auto by_longer = [&](std::size_t token) { return said_by[token] > match.tokens.size(); };
    const auto said = [&](std::size_t token) { return said_by[token] > 0; };
    const bool any_order = match.fit == Match::Fit::AnyOrder;
    if (any_order ? std::ranges::any_of(match.tokens, said) : std::ranges::all_of(match.tokens, by_longer)) continue;
    for (const std::size_t token : match.tokens) said_by[token] = std::max(said_by[token], match.tokens.size());
    kept.push_back(std::move(match));
  }
  return kept;
}

/// Every part between "and", "with", "/" and the like must say something; words left beside what holds nothing back may
/// mean something else altogether.
bool PhraseReader::wholly_read(const Tokens& tokens, const std::vector<Match>& matches) const {
  struct Part {
    bool content = false;
    bool said = false;
    bool held = false;
    bool unread = false;

    bool read() const { return !content || (said && (held || !unread)); }
  };
  std::vector<std::pair<bool, bool>> said(tokens.size());  // by any phrase, by one that holds something
  for (const Match& match : matches) {
    for (const std::size_t token : match.tokens) {
      said[token].first = true;
      said[token].second = said[token].second || phrases_[match.phrase].holds;
    }
  }
  Part part;
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    const Token& token = tokens[place];
    const bool parts = place > 0 && (token.joint || token.clause != tokens[place - 1].clause) && !said[place].first;
    if (parts || (place > 0 && token.clause != tokens[place - 1].clause)) {
      if (!part.read()) return false;
      part = {};
    }
    if (token.joint) continue;
    part.said = part.said || said[place].first;
    part.held = part.held || said[place].second;
    const bool content = !token.filler && !token.figure && token.text.size() >= shortest_content;
    part.content = part.content || content || said[place].first;
    part.unread = part.unread || (content && !said[place].first);
  }
  return part.read();
}

PhraseReader::Reading PhraseReader::read(std::string_view text) const {
  const Tokens tokens = tokens_of(text);
  View all;
  View weighty;
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    all.push_back(place);
    if (!tokens[place].filler && !tokens[place].joint && !tokens[place].figure) weighty.push_back(place);
  }
  std::vector<Match> found;
  find_in(tokens, all, found);
  find_in(tokens, weighty, found);
  const auto matches = accepted(tokens, std::move(found));

  Reading reading;
  reading.whole = !matches.empty() && tokens.size() < most_words && wholly_read(tokens, matches);
  std::set<std::pair<std::size_t, std::size_t>> ordered;
  for (const Match& match : matches) ordered.emplace(match.tokens.front(), phrases_[match.phrase].meaning);
  for (const auto& [place, meaning] : ordered) {
    if (!holds(reading.meanings, meaning)) reading.meanings.push_back(meaning);
  }
  return reading;
}

}  // namespace lytes::targets
