#include "body_part.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace lytes::cli {

namespace {

/// The other words for a part, with bars between, and how more than one are called where that is not just an "s" more.
struct Part {
  std::string_view name;
  std::string_view also;
  std::string_view plural;
};

constexpr std::array<Part, 87> parts = {{
    {"abdomen", "", ""},
    {"abductor", "", ""},
    {"abs", "", "abs"},
    {"achilles", "", "achilles"},
    {"adductor", "", ""},
    {"ankle", "", ""},
    {"arch", "", "arches"},
    {"arm", "", ""},
    {"armpit", "", ""},
    {"back", "rücken|ruecken|rucken", "back"},
    {"ball", "", ""},
    {"belly", "bauch", "bellies"},
    {"biceps", "bicep", "biceps"},
    {"bottom", "", "bottom"},
    {"breast", "", ""},
    {"bum", "", ""},
    {"butt", "", ""},
    {"buttock", "", ""},
    {"calf", "calve|wade|waden|wadenkrampf|wadenkrämpfe", "calves"},
    {"cheek", "", ""},
    {"chest", "brust", "chest"},
    {"chin", "", ""},
    {"coccyx", "", "coccyx"},
    {"collarbone", "", ""},
    {"deltoid", "delt", ""},
    {"diaphragm", "", "diaphragm"},
    {"ear", "", ""},
    {"elbow", "", ""},
    {"eye", "", ""},
    {"eyebrow", "", ""},
    {"eyelid", "", ""},
    {"face", "", "face"},
    {"finger", "", ""},
    {"flank", "", ""},
    {"foot", "fuß|fuss", "feet"},
    {"forearm", "", ""},
    {"forehead", "", "forehead"},
    {"gastrocnemius", "", "gastrocnemius"},
    {"glute", "", ""},
    {"groin", "", "groin"},
    {"hamstring", "hammie|hammy", ""},
    {"hand", "", ""},
    {"head", "", "head"},
    {"heel", "", ""},
    {"hip", "", ""},
    {"jaw", "", "jaw"},
    {"knee", "knie", ""},
    {"lat", "", ""},
    {"leg", "bein|beine", ""},
    {"lip", "", ""},
    {"lumbar", "", "lumbar"},
    {"mouth", "", "mouth"},
    {"nape", "", "nape"},
    {"neck", "nacken", "neck"},
    {"oblique", "", ""},
    {"palm", "", ""},
    {"pectoral", "pec", ""},
    {"pelvic", "", "pelvic"},
    {"pelvis", "", "pelvis"},
    {"piriformis", "", "piriformis"},
    {"psoas", "", "psoas"},
    {"quad", "quadricep|quadriceps", ""},
    {"rhomboid", "", ""},
    {"rib", "", ""},
    {"rotator", "", "rotator"},
    {"sacrum", "", "sacrum"},
    {"scalp", "", "scalp"},
    {"scapula", "", "scapulas"},
    {"shin", "", ""},
    {"shoulder", "schulter|schultern", ""},
    {"sole", "", ""},
    {"soleus", "", "soleus"},
    {"spine", "", "spine"},
    {"stomach", "", "stomach"},
    {"tailbone", "", "tailbone"},
    {"temple", "", ""},
    {"thigh", "oberschenkel", ""},
    {"throat", "", "throat"},
    {"thumb", "", ""},
    {"toe", "zeh|zehe", ""},
    {"tongue", "", "tongue"},
    {"torso", "trunk", "torso"},
    {"trapezius", "trap", "trapezius"},
    {"triceps", "tricep", "triceps"},
    {"tummy", "", "tummy"},
    {"waist", "", "waist"},
    {"wrist", "", ""},
}};

constexpr std::array<std::string_view, 18> tails = {"area",   "band",    "blade",  "blades",  "bone",   "cage",
                                                    "cuff",   "flexor",  "floor",  "flexors", "girdle", "joint",
                                                    "muscle", "muscles", "region", "tendon",  "wall",   "web"};
constexpr std::array<std::string_view, 29> qualifiers = {
    "above",  "below",  "behind", "big",   "bottom", "center", "central",   "front", "great",   "index",
    "inner",  "inside", "little", "low",   "lower",  "mid",    "middle",    "outer", "outside", "pinky",
    "pinkie", "rear",   "ring",   "small", "top",    "under",  "underside", "upper", "whole"};

struct Side {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<Side, 3> sides = {{{"left", "left|l|lt|lft|links|linke|linker|linkes"},
                                        {"right", "right|r|rt|rgt|rechts|rechte|rechter|rechtes"},
                                        {"both", "both|bilateral|beide|beiden"}}};

bool among(std::string_view word, std::string_view alternatives) {
  for (std::size_t begin = 0; begin < alternatives.size();) {
    const std::size_t end = std::min(alternatives.find('|', begin), alternatives.size());
    if (alternatives.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

std::string plural_of(const Part& part) {
  return part.plural.empty() ? std::string(part.name) + "s" : std::string(part.plural);
}

struct Named {
  const Part* part;
  bool plural;
};

std::optional<Named> find_part(std::string_view word) {
  const auto singular = [](std::string_view said) {
    return std::ranges::find_if(parts, [&](const Part& part) { return said == part.name || among(said, part.also); });
  };
  if (const auto part = singular(word); part != parts.end()) return Named{&*part, false};
  for (const Part& part : parts) {
    if (word == plural_of(part)) return Named{&part, true};
  }
  if (!word.ends_with('s')) return std::nullopt;
  const auto part = singular(word.substr(0, word.size() - 1));  // "calfs"
  return part == parts.end() ? std::nullopt : std::optional(Named{&*part, true});
}

bool is_ordinal(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  return digits > 0 && among(word.substr(digits), "st|nd|rd|th");
}

}  // namespace

BodyWord body_word(std::string_view word) {
  if (!side_named(word).empty()) return BodyWord::Side;
  if (find_part(word)) return BodyWord::Part;
  if (std::ranges::find(tails, word) != tails.end()) return BodyWord::Tail;
  const bool qualifier = std::ranges::find(qualifiers, word) != qualifiers.end() || is_ordinal(word);
  return qualifier ? BodyWord::Qualifier : BodyWord::None;
}

std::string_view side_named(std::string_view word) {
  for (const Side& side : sides) {
    if (among(word, side.words)) return side.name;
  }
  return {};
}

std::string part_named(std::string_view word) {
  const auto named = find_part(word);
  if (!named) return std::string(word);
  return named->plural ? plural_of(*named->part) : std::string(named->part->name);
}

std::string both_of(std::string_view part) {
  const auto named = find_part(part);
  return named ? plural_of(*named->part) : std::string(part);
}

}  // namespace lytes::cli
