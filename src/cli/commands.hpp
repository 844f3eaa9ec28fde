#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "terms.hpp"

namespace lytes::cli {

// Each declares its commands on the program; what they do stands in the file of that name.
void declare_drink(Command& program);
void declare_eat(Command& program);
void declare_take(Command& program);
void declare_spasm(Command& program);
void declare_feelings(Command& program);  // stress, log, note
void declare_line(Command& program);
void declare_read(Command& program);
void declare_day(Command& program);
void declare_seen(Command& program);
void declare_today(Command& program);
void declare_week(Command& program);
void declare_report(Command& program);
void declare_trial(Command& program);
void declare_import(Command& program);
void declare_export(Command& program);
void declare_entries(Command& program);  // list, show
void declare_edit(Command& program);     // edit, delete
void declare_again(Command& program);
void declare_history(Command& program);  // undo, redo, history
void declare_profile(Command& program);
void declare_targets(Command& program);
void declare_config(Command& program);
void declare_remind(Command& program);
void declare_foods(Command& program);
void declare_foods_import(Command& foods);
void declare_recipe(Command& program);
void declare_completion(Command& program);
void declare_demo(Command& program);
void declare_backup(Command& program);  // backup, restore
void declare_doctor(Command& program);
void declare_purge(Command& program);

/// Runs one line of a prompt: as `run` does, but that a word which is no command is a line, also alone.
/// @param options that were given before
int run_line(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options);

/// Every command there is.
void declare_all_commands(Command& program);

/// Whether a word is a command's name.
bool is_command(std::string_view word);

/// What `lytes` alone does.
void show_today(Session& session);

}  // namespace lytes::cli
