#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lytes::console {
class Session;
}

namespace lytes::command {

using console::Session;

/// What may stand behind a command: a word by its place, or an option by its name.
struct Option {
  /// Shown instead of running anything.
  enum class Page { Help, Version };

  /// Where that goes which is typed there. A text takes many words with blanks between.
  using Into = std::variant<Page, bool*, int*, std::int64_t*, std::string*, std::optional<int>*, std::optional<double>*,
                            std::optional<std::string>*, std::vector<std::int64_t>*, std::vector<std::string>*>;

  /// @param term as help shows it: "--note TEXT", "-q, --quiet", "id"; "what..." takes many words, and "[what]" may be
  /// left out
  Option(std::string_view term, Into goes_into, std::string meaning);

  bool has_place() const { return !name.starts_with('-'); }
  bool takes_value() const { return has_place() || !value.empty(); }
  /// "--note TEXT", "what..."
  std::string term() const;
  /// "TEXT", or what it may be where that is bounded: "PERCENT (1 to 100)", "complete|partial".
  std::string value_name() const;

  std::string name;    ///< "--note", "what"
  std::string letter;  ///< "-q"; may be empty
  std::string value;   ///< "TEXT"; empty for a flag, and for what has a place
  std::string says;
  Into into;
  bool required = false;
  bool many = false;
  // What few want, to be said behind the declaration.
  std::optional<std::pair<int, int>> range;
  std::vector<std::string> one_of;
  std::string not_with;      ///< the name of an option declared before it
  bool last_counts = false;  ///< when it is said twice, which else is an error
  int most_words = 0;        ///< of many; 0: any number
};

/// A command: what may stand behind it, the commands below it, and what it does.
class Command {
 public:
  /// @param path "foods add"; empty for the program itself
  Command(std::string path, std::string says);
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  Command& add(const std::string& name, std::string says);

  // What may stand behind it, in the order in which help shows it.
  void shows(Option::Page page, std::string_view term, std::string says) {
    options_.emplace_back(term, page, std::move(says));
  }
  template <typename Value>
  Option& option(std::string_view term, Value& into, std::string says) {
    return options_.emplace_back(term, &into, std::move(says));
  }

  /// What it does where none of the commands below it is named; without this one of them must be.
  void runs(std::function<void(Session&)> what) { run_ = std::move(what); }

  /// The same with what was typed, which lives as long as the command and is to be given to its options.
  template <typename Typed>
  Typed& runs(void (*what)(Session&, const Typed&)) {
    return runs<Typed, void (*)(Session&, const Typed&)>(what);
  }
  template <typename Typed, typename Run>
  Typed& runs(Run what) {
    auto typed = std::make_shared<Typed>();
    run_ = [typed, what](Session& session) { what(session, *typed); };
    return *typed;
  }

  /// The same for one that writes, so that an error says whether anything was saved.
  template <typename... Typed, typename Run>
  decltype(auto) writes(Run what) {
    writes_ = true;
    if constexpr (sizeof...(Typed) == 0) {
      return runs(std::move(what));
    } else {
      return runs<Typed...>(std::move(what));
    }
  }

  void run(Session& session) const;

  const std::string& path() const { return path_; }
  std::string name() const { return path_.substr(path_.rfind(' ') + 1); }
  const std::string& says() const { return says_; }
  const std::list<Option>& options() const { return options_; }
  const std::list<Command>& below() const { return below_; }
  bool needs_one_below() const { return !run_ && !below_.empty(); }

  /// Null where there is none.
  const Command* command_called(std::string_view name) const;
  /// By its name or letter.
  const Option* option_called(std::string_view name) const;

  std::string more;  ///< what help says at its end

 private:
  std::string path_;
  std::string says_;
  std::list<Option> options_;
  std::list<Command> below_;
  std::function<void(Session&)> run_;
  bool writes_ = false;
};

}  // namespace lytes::command
