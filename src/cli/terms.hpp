#pragma once

namespace lytes::command {
class Command;
}

namespace lytes::console {
class Session;
struct Context;
struct GlobalOptions;
}  // namespace lytes::console

namespace lytes::cli {

// What every command is written in: what it is, who is before it, and the world around both.
using command::Command;
using console::Context;
using console::GlobalOptions;
using console::Session;

}  // namespace lytes::cli
