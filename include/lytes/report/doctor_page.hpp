#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "lytes/report/style.hpp"
#include "lytes/storage/copies.hpp"
#include "lytes/storage/finding.hpp"
#include "lytes/storage/purge.hpp"
#include "lytes/storage/rescue.hpp"
#include "lytes/storage/restore.hpp"

namespace lytes::report {

/// One line a check, with what to do below it, and a last line that says how the journal is.
std::string doctor_page(std::span<const storage::Finding> findings, const Style& style);
std::string doctor_json(std::span<const storage::Finding> findings);

std::string backup_line(const std::filesystem::path& copy, std::uint64_t bytes, const Style& style);
std::string backup_json(const std::filesystem::path& copy, std::uint64_t bytes);

std::string restored_page(const std::filesystem::path& backup, const storage::Restored& restored, bool dry_run,
                          const Style& style);
std::string restored_json(const std::filesystem::path& backup, const storage::Restored& restored, bool dry_run);

std::string rescued_page(const std::filesystem::path& copy, const storage::Rescued& rescued, const Style& style);
std::string rescued_json(const std::filesystem::path& copy, const storage::Rescued& rescued);

/// What was forgotten, and where it may still lie.
std::string purged_page(const storage::Purged& purged, const storage::Copies& copies, const Style& style);
std::string purged_json(const storage::Purged& purged, const storage::Copies& copies);

}  // namespace lytes::report
