#include "lytes/targets/red_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "lytes/errors.hpp"
#include "words.hpp"

namespace lytes::targets {
namespace {

constexpr std::string_view bladder_or_bowel = "loss of bladder or bowel control";
constexpr std::string_view saddle_numbness = "numbness between the legs";
constexpr std::string_view fall_or_accident = "after a fall or accident";
constexpr std::string_view severe = "severe";
constexpr std::string_view lasting = "lasting";

constexpr std::string_view chest_pain = "chest pain";

/// A flag, how it reads inside a sentence, and what people say for it.
///
/// A phrase is words in their order, each with its alternatives between bars. In a longer text small words may stand
/// between them: "lost control of my bladder" is said by "lost|loss control bladder|bowel".
struct Vocabulary {
  RedFlag flag;
  std::string_view in_a_sentence;
  std::vector<std::string_view> phrases;
  std::vector<std::string_view> alone;  ///< say it only where a sign was asked for: a bladder may be the site itself
};

const std::vector<Vocabulary>& vocabulary() {
  static const std::vector<Vocabulary> words = {
      {{bladder_or_bowel, Level::Urgent},
       "loss of bladder or bowel control",
       {"bladder or bowel", "lost|loss|losing|lose bladder|bowel|bowels|urine|stool",
        "lost|loss|losing|lose|no bladder|bowel|bowels control",
        "lost|loss|losing|lose|no control bladder|bowel|bowels|peeing|pooing",
        "cant control|hold|feel bladder|bowel|bowels|pee|urine|wee|poo|stool", "cant pee|urinate|wee|poo|poop",
        "trouble|difficulty|difficult peeing|urinating|pee|urinate",
        "wet|wetting|soiled|soiling|peed|pooed|pooped myself", "wet|wetting|soiled bed|pants|underwear",
        "incontinence|incontinent"},
       {"bladder", "bowel", "bowels", "loss of control", "lost control", "bladder control", "bowel control"}},
      {{saddle_numbness, Level::Urgent},
       "numbness between the legs",
       {"saddle numbness|numb|anaesthesia|anesthesia", "numb|numbness|tingling between legs|thighs",
        "numb|numbness|tingling saddle|groin|crotch|genital|genitals|privates|buttock|buttocks|bottom|anus",
        "no|lost|loss|losing|lose feeling between legs|thighs",
        "no|lost|loss|losing|lose feeling groin|crotch|genital|genitals|privates|buttock|buttocks|bottom|anus",
        "cant feel genitals|privates|crotch|groin|buttocks|bottom",
        "groin|crotch|genital|genitals|privates|buttock|buttocks numb|numbness"},
       {}},
      {{fall_or_accident, Level::Urgent},
       "a fall or accident before it",
       {"after|since|from fall|fell|falling|accident|injury|crash", "car|bike|bicycle|traffic|road accident|crash",
        "fell off|down|over|from|on|yesterday|today", "had fall|accident", "fall or accident"},
       {"fall", "fell", "a fall", "accident", "an accident", "injury", "crash"}},
      {{chest_pain, Level::Urgent},
       "chest pain",
       {"chest pain|pains|pressure|tightness", "pain|pressure|tightness chest", "tight chest"},
       {}},
      {{"shortness of breath", Level::Urgent},
       "shortness of breath",
       {"short|shortness breath", "cant breathe", "trouble|difficulty|hard breathing|breathe",
        "breathless|breathlessness"},
       {}},
      {{"trouble speaking or a drooping face", Level::Urgent},
       "trouble speaking or a drooping face",
       {"trouble speaking", "face|mouth drooping|droops|drooped|droop", "drooping|droopy face|mouth",
        "trouble|difficulty|hard speaking|talking|speak|talk", "cant speak|talk", "slurred|slurring speech|words"},
       {}},
      {{"a seizure or passing out", Level::Urgent},
       "a seizure or passing out",
       {"seizure|seizures|convulsion|convulsions", "passed|passing|blacked|blacking out", "blackout|fainted|fainting",
        "lost|loss|losing consciousness", "unconscious"},
       {"faint"}},
      {{"brown urine", Level::Urgent},
       "brown urine",
       {"brown|cola|coke|tea|red|bloody|black urine|pee|wee",
        "brown|cola|coke|tea|red coloured|colored|brown urine|pee|wee", "urine|pee|wee brown|cola|red|bloody|black",
        "blood urine|pee"},
       {}},
      {{"numbness", Level::SeeDoctor},
       "numbness",
       {"numb|numbness", "no|lost|loss|losing|lose|without feeling|sensation",
        "cant feel leg|legs|foot|feet|toe|toes|arm|arms|hand|hands|finger|fingers|thigh|calf|knee|face"},
       {}},
      {{"tingling", Level::SeeDoctor}, "tingling", {"tingle|tingles|tingling|tingly", "pins needles", "prickling"}, {}},
      {{"weakness", Level::SeeDoctor},
       "weakness",
       {"weak|weakness|paralysed|paralyzed|paralysis",
        "leg|legs|knee|knees|foot|ankle gave|gives|giving|give|gave|buckled way|out", "leg|legs|knee|knees buckled",
        "cant move|lift|raise leg|legs|foot|feet|toe|toes|arm|arms|hand|hands|finger|fingers", "foot drop",
        "drop foot"},
       {}},
      {{"trouble swallowing", Level::SeeDoctor},
       "trouble swallowing",
       {"trouble|difficulty|hard swallowing|swallow", "cant swallow"},
       {}},
      {{"dark urine", Level::SeeDoctor},
       "dark urine",
       {"dark urine|pee|wee", "dark coloured|colored urine|pee|wee", "urine|pee|wee dark"},
       {}},
      {{"fever", Level::SeeDoctor}, "fever", {"fever|feverish", "high temperature"}, {"temperature"}},
      {{"unexplained weight loss", Level::SeeDoctor},
       "unexplained weight loss",
       {"weight loss", "losing|lost weight"},
       {}},
      {{severe, Level::SeeDoctor},
       "very severe pain",
       {"very severe", "severe pain", "unbearable|excruciating", "worst ever"},
       {"severe"}},
      {{"worsening", Level::SeeDoctor},
       "spasms that keep getting worse",
       {"worsening|worsens", "getting|gets worse"},
       {"worse"}},
      {{lasting, Level::SeeDoctor},
       "a spasm that lasts for days",
       {"for days", "lasting days", "persistent", "wont stop", "not going away"},
       {"lasting"}},
  };
  return words;
}

/// What sounds like a sign and is none.
constexpr std::array<std::string_view, 6> harmless = {"fell|fall|falling asleep", "fell|fall ill",     "hay fever",
                                                      "weak coffee|tea",          "lost|losing sleep", "no trouble"};

struct Word {
  std::string text;   ///< in lower case, "can't", "cannot" and "unable to" as "cant"
  std::size_t begin;  ///< in the text as said
  std::size_t end;
  bool after_break = false;  ///< a comma or another sign stands before it
};

bool is_one_of(std::string_view word, std::string_view alternatives) {
  for (std::size_t begin = 0; begin <= alternatives.size();) {
    const std::size_t end = std::min(alternatives.find('|', begin), alternatives.size());
    if (alternatives.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

constexpr std::string_view small_words =
    "a|all|and|any|are|around|at|be|been|both|completely|down|feel|feels|felt|from|go|gone|got|had|has|have|her|his|"
    "i|in|inner|is|it|left|little|lower|me|my|of|off|on|own|really|right|so|some|the|there|to|totally|up|upper|was|"
    "went|were|whole|with";
constexpr std::string_view negations = "no|not|without|never|isnt|wasnt|didnt|dont|doesnt|havent|nor";

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool broken = false;
  for (std::size_t i = 0; i < text.size();) {
    Word word{{}, i, i, broken};
    for (; i < text.size(); ++i) {
      const auto letter = static_cast<unsigned char>(text[i]);
      constexpr std::string_view curly = "\xE2\x80\x99";
      if (letter == '\'') continue;
      if (text.substr(i, curly.size()) == curly) {
        i += curly.size() - 1;
        continue;
      }
      if (letter < 0x80 && std::isalnum(letter) == 0) break;
      word.text += letter < 0x80 ? static_cast<char>(std::tolower(letter)) : text[i];
    }
    word.end = i;
    if (!word.text.empty()) {
      if (is_one_of(word.text, "cannot|couldnt|couldn|unable")) word.text = "cant";
      const bool split =
          !words.empty() && !word.after_break && word.text == "not" && is_one_of(words.back().text, "can|could");
      if (split) {
        words.back().text = "cant";
        words.back().end = word.end;
      } else {
        words.push_back(std::move(word));
      }
      broken = false;
    }
    for (; i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '\'' &&
           std::isalnum(static_cast<unsigned char>(text[i])) == 0;
         ++i) {
      constexpr std::string_view breaks = ",;.!?()+&";
      broken = broken || breaks.find(text[i]) != std::string_view::npos;
    }
  }
  return words;
}

/// One past the last word of the phrase where it begins at `first`, or nothing.
std::optional<std::size_t> match(std::string_view phrase, const std::vector<Word>& words, std::size_t first) {
  constexpr std::size_t most_between = 3;
  std::size_t at = first;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const std::string_view wanted = phrase.substr(begin, end - begin);
    const auto fits = [&](std::size_t i) { return i < words.size() && is_one_of(words[i].text, wanted); };
    for (std::size_t skipped = 0; begin > 0 && !fits(at); ++skipped, ++at) {
      if (at >= words.size() || words[at].after_break || skipped == most_between) return std::nullopt;
      if (!is_one_of(words[at].text, small_words)) return std::nullopt;
    }
    if (!fits(at) || (begin > 0 && words[at].after_break)) return std::nullopt;
    ++at;
    begin = end + 1;
  }
  return at;
}

/// Whether the word before a sign takes it back: "no numbness", and with it "no numbness or tingling".
bool is_denied(const std::vector<Word>& words, std::size_t first, std::size_t denied_to) {
  for (std::size_t i = first; i > 0 && !words[i].after_break; --i) {
    const std::string& before = words[i - 1].text;
    if (is_one_of(before, negations) || is_one_of(before, "more|longer"))
      return before != "more" || (i > 1 && is_one_of(words[i - 2].text, negations));
    if (i == denied_to) return true;
    if (before == "or") {
      if (i > 1 && !is_one_of(words[i - 2].text, negations)) --i;  // "no pain or numbness"
    } else if (before == "and" || !is_one_of(before, small_words)) {
      return false;
    }
  }
  return false;
}

struct Match {
  const Vocabulary* entry;  ///< null for what is harmless
  std::size_t end;
};

/// The longest sign that begins at a word; of two that are as long the one that is listed first.
std::optional<Match> longest(const std::vector<Word>& words, std::size_t first) {
  std::optional<Match> best;
  const auto consider = [&](const Vocabulary* entry, std::string_view phrase) {
    const auto end = match(phrase, words, first);
    if (end && (!best || *end > best->end)) best = Match{entry, *end};
  };
  for (const std::string_view phrase : harmless) consider(nullptr, phrase);
  for (const Vocabulary& entry : vocabulary()) {
    for (const std::string_view phrase : entry.phrases) consider(&entry, phrase);
  }
  return best;
}

/// The flag that these words alone are the name of, or another word for.
const Vocabulary* find(std::string_view text) {
  const std::string words = plain_words(text);
  for (const Vocabulary& entry : vocabulary()) {
    const auto& alone = entry.alone;
    if (words == entry.flag.name || std::find(alone.begin(), alone.end(), words) != alone.end()) return &entry;
  }
  return nullptr;
}

/// The flags that part of what was said after --with names.
std::vector<RedFlag> flags_in(const std::string& part) {
  if (const Vocabulary* entry = find(part)) return {entry->flag};
  std::vector<RedFlag> flags;
  for (const FoundSign& sign : find_signs(part)) flags.push_back(sign.flag);
  return flags;
}

std::string all_names() {
  std::vector<std::string> names;
  for (const Vocabulary& entry : vocabulary()) names.emplace_back(entry.flag.name);
  return listed(names);
}

/// Where a flag's words may end and what divides them from the next.
struct Divider {
  std::size_t at;
  std::size_t length;
};

/// The first divider after `from`.
Divider next_divider(const std::string& text, std::size_t from) {
  static constexpr std::array<std::string_view, 5> dividers = {",", ";", "+", "&", " and "};
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const std::string_view divider : dividers) {
      if (text.compare(at, divider.size(), divider) == 0) return {at, divider.size()};
    }
  }
  return {text.size(), 0};
}

/// Whether the words name a flag that begins before `limit`.
bool begins_flag(const std::string& words, std::size_t limit) {
  if (find(words) != nullptr) return true;
  const auto signs = find_signs(words);
  return !signs.empty() && signs.front().begin < limit;
}

/// Each flag's words with their place in the text: the shortest run of parts that is a flag, else a single part.
std::vector<std::pair<std::string, std::size_t>> parts_of(const std::string& text) {
  constexpr int most_parts = 4;  // of one flag: "pins and needles" has two
  std::vector<std::pair<std::string, std::size_t>> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    Divider end = next_divider(text, begin);
    const Divider single = end;
    const auto known = [&] { return begins_flag(text.substr(begin, end.at - begin), single.at - begin); };
    for (int part = 1; part < most_parts && !known() && end.length > 0; ++part)
      end = next_divider(text, end.at + end.length);
    if (!known()) end = single;
    const std::string words = plain_words(text.substr(begin, end.at - begin));
    const std::size_t place = text.find_first_not_of(" \t", begin);
    if (!words.empty()) parts.emplace_back(words, place);
    begin = end.at + std::max<std::size_t>(end.length, 1);
  }
  return parts;
}

std::vector<std::string> in_sentences(const std::vector<RedFlag>& flags, Level level) {
  std::vector<std::string> words;
  for (const RedFlag& flag : flags) {
    if (flag.level == level) words.emplace_back(in_a_sentence(flag.name));
  }
  return words;
}

}  // namespace

const std::vector<RedFlag>& red_flags() {
  static const std::vector<RedFlag> flags = [] {
    std::vector<RedFlag> all;
    for (const Vocabulary& entry : vocabulary()) all.push_back(entry.flag);
    return all;
  }();
  return flags;
}

std::vector<FoundSign> find_signs(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  std::vector<FoundSign> signs;
  std::size_t denied_to = words.size() + 1;  // no word's number
  for (std::size_t i = 0; i < words.size();) {
    const auto found = longest(words, i);
    if (!found) {
      ++i;
      continue;
    }
    if (found->entry != nullptr) {
      if (is_denied(words, i, denied_to)) {
        denied_to = found->end;
      } else {
        const std::size_t begin = words[i].begin;
        signs.push_back({found->entry->flag, begin, words[found->end - 1].end - begin});
      }
    }
    i = found->end;
  }
  return signs;
}

SaidSigns read_signs(std::string_view text) {
  SaidSigns said;
  std::vector<std::string_view> named;
  for (const auto& [words, place] : parts_of(std::string(text))) {
    const auto flags = flags_in(words);
    for (const RedFlag& flag : flags) named.push_back(flag.name);
    if (flags.empty()) said.unknown.push_back({words, place});
  }
  for (const RedFlag& flag : red_flags()) {
    if (std::find(named.begin(), named.end(), flag.name) != named.end()) said.flags.push_back(flag);
  }
  return said;
}

std::vector<RedFlag> read_red_flags(std::string_view text) {
  SaidSigns said = read_signs(text);
  if (!said.unknown.empty()) {
    const auto& [words, place] = said.unknown.front();
    throw InputError("'" + words + "' is not a sign that is known", std::string(text), place, all_names());
  }
  if (said.flags.empty()) throw InputError("No sign is named", std::string(text), 0, all_names());
  return std::move(said.flags);
}

std::string_view in_a_sentence(std::string_view name) {
  for (const Vocabulary& entry : vocabulary()) {
    if (entry.flag.name == name) return entry.in_a_sentence;
  }
  return name;
}

std::optional<RedFlag> red_flag_named(std::string_view name) {
  for (const RedFlag& flag : red_flags()) {
    if (flag.name == name) return flag;
  }
  return std::nullopt;
}

SpasmSigns signs_of(std::optional<int> severity, std::optional<double> minutes, std::span<const std::string> names) {
  SpasmSigns signs{severity, minutes, {}};
  for (const std::string& name : names) {
    if (const auto sign = red_flag_named(name)) signs.flags.push_back(*sign);
  }
  return signs;
}

std::vector<RedFlag> flags_of(const SpasmSigns& signs) {
  std::vector<RedFlag> flags;
  for (const RedFlag& flag : red_flags()) {
    const bool said =
        std::any_of(signs.flags.begin(), signs.flags.end(), [&](const RedFlag& one) { return one.name == flag.name; });
    const bool shown = (flag.name == severe && signs.severity.value_or(0) >= severe_from) ||
                       (flag.name == lasting && signs.minutes.value_or(0) >= lasting_from_minutes);
    if (said || shown) flags.push_back(flag);
  }
  return flags;
}

std::vector<Caution> spasm_cautions(const SpasmSigns& signs, const PersonalAdvice& personal) {
  const std::vector<RedFlag> flags = flags_of(signs);
  std::vector<Caution> cautions;
  if (const auto urgent = in_sentences(flags, Level::Urgent); !urgent.empty()) {
    cautions.push_back(
        {"red_flag_urgent", Level::Urgent,
         fmt::format("A spasm together with {} needs to be looked at straight away. Please call your emergency "
                     "number or go to an emergency department now.",
                     listed(urgent))});
  }
  if (const auto others = in_sentences(flags, Level::SeeDoctor); !others.empty()) {
    std::string message = fmt::format(
        "Please see a doctor about this soon: {}. There may be a simple reason, but it "
        "takes an examination to tell.",
        listed(others));
    if (const auto sooner = personal.because_of(Effect::SeeDoctorSooner); !sooner.empty()) {
      message += fmt::format(" With {} in your profile, rather today or tomorrow.", listed(sooner));
    }
    cautions.push_back({"red_flag", Level::SeeDoctor, std::move(message)});
  }
  return cautions;
}

}  // namespace lytes::targets
