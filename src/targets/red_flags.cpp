#include "lytes/targets/red_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

/// A flag, how it reads inside a sentence, and what people say for it.
struct Vocabulary {
  RedFlag flag;
  std::string_view in_a_sentence;
  std::vector<std::string_view> said;
};

const std::vector<Vocabulary>& vocabulary() {
  static const std::vector<Vocabulary> words = {
      {{bladder_or_bowel, Level::Urgent},
       "loss of bladder or bowel control",
       {"bladder", "bowel", "bowels", "bladder or bowel", "loss of bladder control", "loss of bowel control",
        "loss of control", "incontinence", "incontinent", "cannot pee", "can't pee", "cannot urinate",
        "can't urinate"}},
      {{saddle_numbness, Level::Urgent},
       "numbness between the legs",
       {"saddle numbness", "numb between the legs", "numb saddle", "numb groin", "groin numbness", "genital numbness",
        "numb genitals"}},
      {{fall_or_accident, Level::Urgent},
       "a fall or accident before it",
       {"fall", "fell", "a fall", "after a fall", "accident", "an accident", "after an accident", "injury", "crash",
        "fall or accident"}},
      {{"numbness", Level::SeeDoctor}, "numbness", {"numb", "loss of feeling", "no feeling"}},
      {{"tingling", Level::SeeDoctor}, "tingling", {"tingle", "tingles", "pins and needles", "prickling"}},
      {{"weakness", Level::SeeDoctor},
       "weakness",
       {"weak", "weak arm", "weak arms", "weak leg", "weak legs", "weakness of arms or legs", "weak hand", "weak foot",
        "foot drop"}},
      {{"fever", Level::SeeDoctor}, "fever", {"feverish", "temperature", "high temperature"}},
      {{"unexplained weight loss", Level::SeeDoctor},
       "unexplained weight loss",
       {"weight loss", "losing weight", "lost weight"}},
      {{severe, Level::SeeDoctor},
       "very severe pain",
       {"very severe", "severe pain", "unbearable", "excruciating", "worst ever"}},
      {{"worsening", Level::SeeDoctor}, "spasms that keep getting worse", {"worse", "getting worse", "worsens"}},
      {{lasting, Level::SeeDoctor},
       "a spasm that lasts for days",
       {"lasting for days", "lasting days", "for days", "persistent", "will not stop", "won't stop", "not going away"}},
  };
  return words;
}

const Vocabulary* find(std::string_view word) {
  for (const Vocabulary& entry : vocabulary()) {
    const auto& said = entry.said;
    if (word == entry.flag.name || std::find(said.begin(), said.end(), word) != said.end()) return &entry;
  }
  return nullptr;
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

/// The first divider after `from` that does not stand inside a longer flag ("pins and needles").
Divider next_divider(const std::string& text, std::size_t from) {
  static constexpr std::array<std::string_view, 5> dividers = {",", ";", "+", "&", " and "};
  Divider first{text.size(), 0};
  for (const std::string_view divider : dividers) {
    const std::size_t at = text.find(divider, from);
    if (at != std::string::npos && at < first.at) first = {at, divider.size()};
  }
  return first;
}

/// Each flag's words with their place in the text: the shortest run of parts that is a flag, else a single part.
std::vector<std::pair<std::string, std::size_t>> parts_of(const std::string& text) {
  std::vector<std::pair<std::string, std::size_t>> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    Divider end = next_divider(text, begin);
    const Divider single = end;
    while (find(plain_words(text.substr(begin, end.at - begin))) == nullptr && end.length > 0) {
      end = next_divider(text, end.at + end.length);
    }
    const bool known = find(plain_words(text.substr(begin, end.at - begin))) != nullptr;
    if (!known) end = single;
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
    if (flag.level == level) words.emplace_back(find(flag.name)->in_a_sentence);
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

std::vector<RedFlag> read_red_flags(std::string_view text) {
  std::vector<std::string_view> named;
  for (const auto& [words, place] : parts_of(std::string(text))) {
    const Vocabulary* entry = find(words);
    if (entry == nullptr)
      throw InputError("'" + words + "' is not a sign that is known", std::string(text), place, all_names());
    named.push_back(entry->flag.name);
  }
  if (named.empty()) throw InputError("No sign is named", std::string(text), 0, all_names());
  std::vector<RedFlag> flags;
  for (const RedFlag& flag : red_flags()) {
    if (std::find(named.begin(), named.end(), flag.name) != named.end()) flags.push_back(flag);
  }
  return flags;
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
