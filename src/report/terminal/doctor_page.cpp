#include "lytes/report/doctor_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

using storage::Finding;
using Verdict = Finding::Verdict;

const char* word(Verdict verdict) {
  return verdict == Verdict::Sound ? "OK" : verdict == Verdict::Advice ? "ADVICE" : "DAMAGED";
}

bool any(std::span<const Finding> findings, Verdict verdict) {
  return std::ranges::any_of(findings, [&](const Finding& finding) { return finding.verdict == verdict; });
}

std::string shown(const std::filesystem::path& path) { return text::printable(path.string()); }

}  // namespace

std::string doctor_page(std::span<const Finding> findings, const Style& style) {
  constexpr std::size_t indent = 9;
  std::string text;
  for (const Finding& finding : findings) {
    std::string check = finding.check;
    std::ranges::replace(check, '_', ' ');
    text += text::wrapped(fmt::format("{:<9}{}: {}", word(finding.verdict), check, text::printable(finding.said)),
                          style.width, indent) +
            "\n";
    if (!finding.what_to_do.empty()) {
      text += std::string(indent, ' ') +
              text::wrapped(text::printable(finding.what_to_do),
                            style.width > indent ? style.width - indent : style.width, indent) +
              "\n";
    }
  }
  text += any(findings, Verdict::Damaged)  ? "Something is damaged; nothing was changed.\n"
          : any(findings, Verdict::Advice) ? "Nothing is lost; there is something to see to.\n"
                                           : "All is well.\n";
  return in_style(text, style);
}

std::string backup_line(const std::filesystem::path& copy, std::uint64_t bytes, const Style& style) {
  return in_style(fmt::format("Backed up to {} ({:.1f} MB).\n", shown(copy), static_cast<double>(bytes) / 1e6), style);
}

std::string restored_page(const std::filesystem::path& backup, const storage::Restored& restored, bool dry_run,
                          const Style& style) {
  if (dry_run) {
    std::string text =
        fmt::format("{} was checked and would be the journal, {}.\n", shown(backup), shown(restored.journal));
    if (restored.replaced)
      text += fmt::format("The journal that is there would be kept as {}\n", shown(*restored.replaced));
    return in_style(text + "Nothing was saved.\n", style);
  }
  std::string text =
      fmt::format("{} was checked and is now the journal, {}.\n", shown(backup), shown(restored.journal));
  if (restored.replaced) {
    text += fmt::format("The journal that was there is kept: {}\nTo go back to it: lytes --db '{}' restore '{}'\n",
                        shown(*restored.replaced), shown(restored.journal), shown(*restored.replaced));
  }
  return in_style(text, style);
}

std::string rescued_page(const std::filesystem::path& copy, const storage::Rescued& rescued, const Style& style) {
  std::string text = fmt::format("Saved {} rows to {}; {} are lost.\n", rescued.saved(), shown(copy), rescued.lost());
  for (const auto& table : rescued.tables) {
    std::string name = table.name;
    std::ranges::replace(name, '_', ' ');
    text += fmt::format("  {:<18}{:>8} saved", name, table.saved);
    if (table.lost > 0) text += fmt::format("{:>8} lost", table.lost);
    text += "\n";
  }
  text += fmt::format("The damaged journal was left as it is. To go on with what was saved: lytes restore '{}'\n",
                      shown(copy));
  return in_style(text, style);
}

std::string purged_page(const storage::Purged& purged, const storage::Copies& copies, const Style& style) {
  std::string text = fmt::format(
      "What was deleted or changed is forgotten: {} change{} can no longer be undone. The journal takes {:.1f} MB "
      "instead "
      "of {:.1f}.",
      purged.changes, purged.changes == 1 ? "" : "s", static_cast<double>(purged.bytes_after) / 1e6,
      static_cast<double>(purged.bytes_before) / 1e6);
  text = text::wrapped(text, style.width) + "\n";
  const auto list = [&](const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) text += "  " + shown(file) + "\n";
  };
  if (copies.backups.empty() && copies.kept.empty() && copies.hidden.empty()) return in_style(text, style);
  text +=
      text::wrapped("These files may still hold it; delete those that you do not want to keep:", style.width) + "\n";
  list(copies.backups);
  list(copies.kept);
  list(copies.hidden);
  return in_style(text, style);
}

}  // namespace lytes::report
