#pragma once

namespace lytes::storage {

/// Tells SQLite that this process has one thread and will not ask how much memory it takes: locks and counts are an
/// eighth of the instructions of a logged drink. To be called before any file is opened; later it does nothing.
void configure_for_one_thread();

}  // namespace lytes::storage
