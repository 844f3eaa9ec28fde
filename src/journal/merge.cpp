#include "lytes/journal/merge.hpp"

namespace lytes::journal {

namespace {

/// Takes over one part of an entry.
class Parts {
 public:
  template <class Part>
  void take(const Part& before, const Part& after, const Part& now, Part& into) {
    if (after == before) {
      into = now;
    } else if (now == before || now == after) {
      into = after;
    } else {
      clashed_ = true;
    }
  }
  bool clashed() const { return clashed_; }

 private:
  bool clashed_ = false;
};

/// What an intake was logged from says its figures: they change together.
void take_what(Parts& parts, const Intake& before, const Intake& after, const Intake& now, Intake& into) {
  parts.take(before, after, now, into);
}

void take_what(Parts& parts, const Spasm& before, const Spasm& after, const Spasm& now, Spasm& into) {
  parts.take(before.site, after.site, now.site, into.site);
  parts.take(before.severity, after.severity, now.severity, into.severity);
  parts.take(before.minutes, after.minutes, now.minutes, into.minutes);
  parts.take(before.flags, after.flags, now.flags, into.flags);
}

void take_what(Parts& parts, const Stress& before, const Stress& after, const Stress& now, Stress& into) {
  parts.take(before, after, now, into);
}

void take_what(Parts& parts, const Factor& before, const Factor& after, const Factor& now, Factor& into) {
  parts.take(before, after, now, into);
}

void take_what(Parts& parts, const Medicine& before, const Medicine& after, const Medicine& now, Medicine& into) {
  parts.take(before.name, after.name, now.name, into.name);
  parts.take(before.dose, after.dose, now.dose, into.dose);
}

void take_what(Parts&, const Note&, const Note&, const Note&, Note&) {}

bool is_same_entry(const Entry& before, const Entry& now) {
  if (now.line != before.line || now.kind != before.kind || now.what.index() != before.what.index()) return false;
  if (const auto* intake = std::get_if<Intake>(&before.what);
      intake && intake->description != std::get<Intake>(now.what).description) {
    return false;
  }
  return now.when == before.when || now.what == before.what;
}

}  // namespace

std::optional<Entry> merged(const Entry& before, const Entry& after, const Entry& now) {
  if (now == before) return after;
  if (!is_same_entry(before, now) || after.what.index() != now.what.index()) return std::nullopt;
  Parts parts;
  Entry result = now;
  parts.take(before.kind, after.kind, now.kind, result.kind);
  parts.take(before.when, after.when, now.when, result.when);
  parts.take(before.note, after.note, now.note, result.note);
  std::visit(
      [&](const auto& content) {
        using Content = std::decay_t<decltype(content)>;
        take_what(parts, content, std::get<Content>(after.what), std::get<Content>(now.what),
                  std::get<Content>(result.what));
      },
      before.what);
  if (parts.clashed()) return std::nullopt;
  return result;
}

}  // namespace lytes::journal
