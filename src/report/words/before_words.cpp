#include "words/before_words.hpp"

#include <fmt/format.h>

#include "lytes/calendar/moment.hpp"
#include "words/dates.hpp"

namespace lytes::report {

namespace {

std::string number(double value, const timeline::BeforehandFacts& facts) {
  const bool whole = facts.unit == "ml" || facts.unit == "mg";
  return fmt::format("{:.{}f}", value, whole ? 0 : 1);
}

}  // namespace

std::string when_words(const timeline::BeforeSpasm& before) {
  return fmt::format("{}, {}", short_date(calendar::civil_day(before.when)), calendar::short_time(before.when));
}

std::string spasm_words(const timeline::BeforeSpasm& before) { return when_words(before) + ", " + before.site; }

bool is_known(const timeline::BeforehandFigure& figure) { return figure.before || figure.usual; }

std::string before_words(const timeline::BeforehandFigure& figure, const timeline::BeforehandFacts& facts) {
  if (!figure.before) return "–";
  return (figure.at_least ? "at least " : "") + number(*figure.before, facts);
}

std::string usual_words(const timeline::BeforehandFigure& figure, const timeline::BeforehandFacts& facts) {
  return figure.usual ? number(*figure.usual, facts) : "–";
}

std::string coincidence_sentence() {
  return "These are single days: even five of them alike prove nothing. What goes together is judged over all days.";
}

}  // namespace lytes::report
