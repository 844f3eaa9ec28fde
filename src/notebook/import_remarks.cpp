#include "lytes/notebook/import_remarks.hpp"

#include <chrono>

#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/notes_remarks.hpp"
#include "lytes/safety/signs.hpp"

namespace lytes::notebook {

namespace {

constexpr std::chrono::days news{28};

/// Whether an entry has words, or numbers, that a sign may be told with.
bool is_worded(const journal::Entry& entry) { return !journal::is_intake(entry.kind) || entry.note; }

}  // namespace

ImportRemarks remarks_on_import(Notebook& notebook, const std::vector<journal::Entry>& entries, bool saved) {
  const calendar::Day first_new = notebook.today() - news;
  std::vector<language::Drafts> recent(1);
  std::vector<journal::Entry> old;
  for (const journal::Entry& entry : entries) {
    if (entry.when.day >= first_new) {
      recent.front().entries.push_back(entry);
    } else if (is_worded(entry)) {
      old.push_back(entry);
    }
  }
  ImportRemarks found;
  if (!old.empty()) found.old_signs = safety::told_signs(old, notebook.vocabulary()).size();
  if (!recent.front().entries.empty()) found.remarks = remarks_on_notes(notebook, recent, saved);
  return found;
}

}  // namespace lytes::notebook
