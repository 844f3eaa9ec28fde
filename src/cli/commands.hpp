#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace lytes::cli {

class Session;

// Each declares its commands on the application; what they do stands in the file of that name.
void declare_drink(CLI::App& app, Session& session);
void declare_eat(CLI::App& app, Session& session);
void declare_take(CLI::App& app, Session& session);
void declare_spasm(CLI::App& app, Session& session);
void declare_feelings(CLI::App& app, Session& session);  // stress, log, note
void declare_line(CLI::App& app, Session& session);
void declare_read(CLI::App& app, Session& session);
void declare_day(CLI::App& app, Session& session);
void declare_seen(CLI::App& app, Session& session);
void declare_today(CLI::App& app, Session& session);
void declare_week(CLI::App& app, Session& session);
void declare_report(CLI::App& app, Session& session);
void declare_trial(CLI::App& app, Session& session);
void declare_import(CLI::App& app, Session& session);
void declare_export(CLI::App& app, Session& session);
void declare_entries(CLI::App& app, Session& session);  // list, show
void declare_edit(CLI::App& app, Session& session);     // edit, delete
void declare_again(CLI::App& app, Session& session);
void declare_history(CLI::App& app, Session& session);  // undo, redo, history
void declare_profile(CLI::App& app, Session& session);
void declare_targets(CLI::App& app, Session& session);
void declare_config(CLI::App& app, Session& session);
void declare_remind(CLI::App& app, Session& session);
void declare_foods(CLI::App& app, Session& session);
void declare_foods_import(CLI::App& foods, Session& session);
void declare_recipe(CLI::App& app, Session& session);
void declare_completion(CLI::App& app, Session& session);
void declare_demo(CLI::App& app, Session& session);
void declare_backup(CLI::App& app, Session& session);  // backup, restore
void declare_doctor(CLI::App& app, Session& session);
void declare_purge(CLI::App& app, Session& session);

struct Context;
struct GlobalOptions;

/// Runs one line of a prompt: as `run` does, but that a word which is no command is a line, also alone.
/// @param options that were given before
int run_line(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options);

/// Every command there is.
void declare_all_commands(CLI::App& app, Session& session);

/// Whether a word is a command's name.
bool is_command(std::string_view word);

/// What `lytes` alone does.
void show_today(Session& session);

}  // namespace lytes::cli
