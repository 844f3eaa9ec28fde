#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "clauses.hpp"
#include "clock_span.hpp"
#include "corrected.hpp"
#include "in_figures.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/language/spasm_line.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"
#include "several_kinds.hpp"

namespace lytes::language {

namespace {

/// Puts words behind those of a note.
void add_words(std::optional<std::string>& note, const std::string& words) {
  if (words.empty()) return;
  note = note ? *note + "; " + words : words;
}

/// What was said after --with: the signs, and the words to keep beside them.
struct With {
  std::vector<std::string> signs;
  std::string places;   ///< where a sign was felt, which its name does not keep: "numbness in leg"
  std::string unknown;  ///< words that are no sign
};

bool names_place(const Vocabulary& vocabulary, const std::string& text) {
  const auto& names = vocabulary.sign_names();
  if (std::ranges::find(names, text) != names.end()) return false;
  std::istringstream words(text);
  const Words all{std::istream_iterator<std::string>(words), {}};
  return std::ranges::any_of(all,
                             [&](const auto& word) { return vocabulary.body_parts().kind_of(word) == BodyWord::Part; });
}

With read_with(const Vocabulary& vocabulary, const Words& texts) {
  With with;
  const auto add = [](std::string& list, const std::string& words) { list += (list.empty() ? "with " : ", ") + words; };
  for (const auto& text : texts) {
    const SaidSigns said = read_signs(vocabulary, text);
    with.signs.insert(with.signs.end(), said.names.begin(), said.names.end());
    if (names_place(vocabulary, text)) {
      add(with.places, text);
    } else {
      for (const auto& part : said.unknown) add(with.unknown, part.words);
    }
  }
  return with;
}

journal::Spasm spasm_from(const SpasmLine& said, const std::vector<std::string>& with) {
  journal::Spasm spasm{said.site, said.severity, said.minutes, {}};
  for (const auto* signs : {&with, &said.signs}) {
    for (const auto& sign : *signs) {
      if (std::ranges::find(spasm.flags, sign) == spasm.flags.end()) spasm.flags.push_back(sign);
    }
  }
  return spasm;
}

void tell_how_understood(const SpasmLine& said, std::vector<Remark>& remarks) {
  if (!said.severity_said.empty()) {
    const bool in_words =
        text::is_ascii_letter(said.severity_said.front()) || !text::is_ascii(said.severity_said.front());
    const bool range = said.severity_said.find_first_not_of("0123456789.,/") != std::string::npos;
    const char* why = in_words ? "as no number was said" : range ? "the higher of the two" : "the next whole point";
    remarks.push_back(lytes::note("severity_rounded",
                                  fmt::format("{} is kept as {}/10, {}", said.severity_said, *said.severity, why)));
  }
  if (!said.site_said.empty())
    remarks.push_back(lytes::note("site_taken", fmt::format("a {} is taken as a cramp of the calf", said.site_said)));
  if (said.times > 1)
    remarks.push_back(lytes::note("several_spasms", fmt::format("{} spasms, each an entry of its own", said.times)));
}

}  // namespace

namespace {

Drafts drafts_of(const std::vector<SpasmLine>& spasms, const With& with, const calendar::Moment& when,
                 const std::string& note) {
  Drafts drafts;
  if (!with.unknown.empty())
    drafts.remarks.push_back(
        lytes::note("unknown_sign", "\"" + with.unknown + "\" is kept as a note: it is no sign that lytes knows"));
  for (const SpasmLine& said : spasms) {
    journal::Entry entry;
    entry.kind = journal::EntryKind::Spasm;
    entry.when = when;
    for (const auto& part : {said.note, with.places, with.unknown, note}) add_words(entry.note, part);
    entry.what = spasm_from(said, with.signs);
    drafts.entries.insert(drafts.entries.end(), static_cast<std::size_t>(said.times), entry);
    tell_how_understood(said, drafts.remarks);
  }
  return drafts;
}

}  // namespace

Drafts draft_spasm_at(Speaker& speaker, const std::string& line, const calendar::Moment& when) {
  return drafts_of(read_spasm_lines(speaker.vocabulary(), line), {}, when, {});
}

namespace {

/// The words of the command with their time, which may also stand within: "calf cramp in the night, right leg".
TimedLine timed_spasm(Speaker& speaker, const Words& words) {
  const auto& reckoning = speaker.reckoning();
  TimedLine line = read_timed_line(reckoning, words);
  constexpr std::size_t longest = 500;  // bytes; a longer line tells a story
  const std::string said = text::joined(words);
  const bool span = said.size() <= longest && clock_span_in(speaker.vocabulary(), said);  // "from 10 to 10:30 ..."
  if (!span && (!line.said.empty() || line.text.size() > longest)) return line;
  const std::string whole = "spasm " + (span ? said : line.text);
  const auto clauses = clauses_of(speaker.vocabulary(), reckoning, whole);
  if (clauses.size() != 1 || clauses.front().kind != ClauseKind::Spasm || !clauses.front().when) return line;
  const Clause& spasm = clauses.front();
  return {spasm.text, spasm.when->moment, remarks_on(*spasm.when, spasm.when_said, reckoning), spasm.when_said};
}

}  // namespace

Drafts draft_spasm(Speaker& speaker, const Words& typed, const Words& with_words, const std::string& note) {
  const Words words{corrected(speaker.vocabulary(), in_figures(text::joined(typed)))};
  const std::string whole = "spasm " + words.front();
  if (with_words.empty() && note.empty() && tells_of_another_kind(speaker, whole, ClauseKind::Spasm))
    return draft_line(speaker, {whole});
  const TimedLine line = timed_spasm(speaker, words);
  const auto spasms = read_spasm_lines(speaker.vocabulary(), line.text);
  if (spasms.front().none) {
    const std::string& day = spasms.front().site;
    Drafts drafts;
    drafts.no_spasms_on = day.empty() ? line.when.day : calendar::parse_day(day, speaker.reckoning());
    return drafts;
  }
  Drafts drafts = drafts_of(spasms, read_with(speaker.vocabulary(), with_words), line.when, note);
  drafts.remarks.insert(drafts.remarks.begin(), line.remarks.begin(), line.remarks.end());
  return drafts;
}

}  // namespace lytes::language
