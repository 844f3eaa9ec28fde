#pragma once

namespace lytes::storage {

/// Tells SQLite that this process has one thread and will not ask how much memory it takes, and gives it memory that
/// small blocks are had from quickly: locks, counts and the general allocator are a third of the instructions of a
/// logged drink. To be called before any file is opened; later it does nothing.
void configure_for_one_thread();

}  // namespace lytes::storage
