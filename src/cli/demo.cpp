// demo: the program at work on a made-up diary
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <sstream>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/made_up_diary.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/report/demo_page.hpp"
#include "lytes/storage/temporary_folder.hpp"

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

using calendar::Day;
using std::chrono::days;

constexpr int demo_days = 400;

/// The experiment of the demo: so long a diary before it, and so many days of its own.
constexpr int days_before_trial = 200;
constexpr int trial_days = 200;
constexpr exchange::MadeUpPerson before_trial{0.7, 1.0, 0.45, 20'270'504};
constexpr exchange::MadeUpPerson on_trial{0.7, 1.0, 0.45, 20'270'505};
constexpr const char* demo_seed = "5d1f0c9a7be34862a0f3d9174c6b2e85";  // no secret: the same coins every time

/// Where the diary lies while it is shown; gone with all that is in it, unless it is to be kept.
class Folder {
 public:
  Folder(const Context& context, const std::string& kept) : path_(kept) {
    if (kept.empty()) {
      path_ = passing_.emplace(context.paths.temporary).path();
      return;
    }
    std::error_code error;
    fs::create_directories(path_, error);
    if (error || !fs::is_empty(path_, error))
      throw InputError("not a new or empty folder", kept, 0, "a folder for the demo alone");
  }

  const fs::path& path() const { return path_; }

 private:
  std::optional<storage::TemporaryFolder> passing_;
  fs::path path_;
};

/// Noon of a day, as `--now` is said.
std::string noon(Day day) { return calendar::iso(day) + " 12:00"; }

class Demo {
 public:
  Demo(const Session& outer, Day today, const fs::path& journal)
      : outer_(outer), today_(today), journal_(journal.string()) {}

  void write_diary() const {
    write(outer_.options.now, [](Session& session) { return exchange::made_up_diary(session, demo_days); });
  }

  /// A diary, an experiment with magnesium that is begun by it, and the days up to its end.
  void write_trial() const {
    const Day begins = today_ - days{trial_days};
    says({"profile", "set", "sex=female", "birth_year=1985", "health=none"}, noon(begins - days{days_before_trial}));
    write(noon(begins - days{1}),
          [](Session& session) { return exchange::made_up_diary(session, days_before_trial, before_trial); });
    says({"trial", "start", "magnesium", "--days", std::to_string(trial_days)}, noon(begins));
    std::vector<journal::DrawnCoin> coins;
    write(outer_.options.now, [&](Session& session) {
      const auto trial = journal::Trials(session.journal()).latest().value();
      return exchange::made_up_diary(session, trial_days, on_trial, [&](Day day) {
        coins.push_back({day, insight::coin_of(trial, day)});
        return coins.back().side == journal::CoinSide::Target;
      });
    });
    keep(coins);
  }

  /// What one command says of the diary.
  std::string says(std::vector<std::string> words, const std::string& now) const {
    std::ostringstream out;
    const Context& context = outer_.context();
    Context inner{context.clock, context.zone,     context.in,    out,
                  context.err,   context.terminal, context.paths, context.run_editor};
    inner.locale = context.locale;
    inner.random_seed = [] { return std::string(demo_seed); };
    words.insert(words.end(), {"--db", journal_});
    if (!now.empty()) words.insert(words.end(), {"--now", now});
    if (outer_.options.json) words.emplace_back("--json");
    if (outer_.options.no_color) words.emplace_back("--no-color");
    if (run(words, inner) != Done) throw StorageError(StorageError::Kind::Failed, "the demo diary cannot be shown");
    return out.str();
  }

  std::string says(std::vector<std::string> words) const { return says(std::move(words), outer_.options.now); }

 private:
  /// A session of the demo's journal, at another time than now where one is given.
  std::unique_ptr<Session> session(const std::string& now) const {
    auto session = std::make_unique<Session>(outer_.context(), "demo");
    session->options = outer_.options;
    session->options.now = now;
    session->options.journal = journal_;
    session->options.yes = true;  // nobody is there to be asked
    return session;
  }

  template <typename MakeDiary>
  void write(const std::string& now, const MakeDiary& make) const {
    const auto inner = session(now);
    const exchange::MadeUpDiary diary = make(*inner);
    inner->save([&] {
      for (const auto& line : diary.lines) inner->store().add(line);
      for (const auto& said : diary.said) inner->store().say(said.day, said.stream, said.status);
    });
  }

  /// Those that were drawn before the evidence ended the experiment.
  void keep(const std::vector<journal::DrawnCoin>& coins) const {
    const auto inner = session(outer_.options.now);
    journal::Trials trials(inner->journal());
    auto trial = trials.latest().value();
    trial.coins = coins;
    const auto timeline = timeline::build(inner->store(), inner->targets(), {trial.terms.from, today_});
    const auto ended = insight::trial_standing(trial, timeline.rows(), today_).evidence_ended_it;
    inner->save([&] {
      for (const auto& coin : coins) {
        if (!ended || coin.day < *ended) trials.add_coin(trial.id, coin.day, coin.side);
      }
    });
  }

  const Session& outer_;
  Day today_;
  std::string journal_;
};

struct DemoOptions {
  std::string kept;
  bool trial = false;
};

/// What is shown; of pages for people the last is written into the kept folder too.
std::vector<report::DemoPage> pages_of(const Demo& demo, const DemoOptions& options, const fs::path& folder) {
  std::vector<std::string> last =
      options.trial ? std::vector<std::string>{"trial", "show"} : std::vector<std::string>{"week"};
  const std::string name = options.trial ? "trial" : "week";
  const std::string first = options.trial ? "week" : "today";
  if (!options.kept.empty()) last.insert(last.end(), {"--html", (folder / (name + ".html")).string()});
  return {{first, demo.says({first})}, {name, demo.says(last)}};
}

void run_demo(Session& outer, const DemoOptions& options) {
  const Folder folder(outer.context(), options.kept);
  const fs::path journal = folder.path() / "journal.db";
  const Demo demo(outer, outer.now_without_journal().day, journal);
  options.trial ? demo.write_trial() : demo.write_diary();
  const auto pages = pages_of(demo, options, folder.path());
  if (outer.options.json) return outer.say(report::demo_json(pages));
  outer.say(fmt::format("A made-up diary of {} days{}: real foods and figures, no real person.\n\n{}\n{}\n",
                        options.trial ? days_before_trial + trial_days : demo_days,
                        options.trial ? " with an experiment in it" : "", pages.front().document,
                        pages.back().document));
  outer.say(options.kept.empty() ? "To keep it and look around: lytes demo --keep FOLDER\n"
                                 : fmt::format("To look around: export LYTES_DB={}\n", fs::absolute(journal).string()));
  outer.say("Your own journal was not touched.\n");
}

}  // namespace

void declare_demo(Command& program) {
  auto& command = program.add("demo", "A made-up diary, in a place of its own");
  auto& options = command.runs(run_demo);
  command.option("--trial", options.trial, "One with an experiment in it, and how that ended");
  command.option("--keep FOLDER", options.kept, "Leave it in this new folder, with its page");
}

}  // namespace lytes::cli
