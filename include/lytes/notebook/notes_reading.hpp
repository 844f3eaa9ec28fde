#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/journal/read_lines.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/language/notes.hpp"
#include "lytes/remark.hpp"

namespace lytes::notebook {

class Notebook;

/// A line of notes that was not read, and why.
struct LeftLine {
  std::size_t number;
  std::string text;
  std::string code;  ///< "invalid_input", "ambiguous_food", ...
  std::string why;
  std::vector<std::string> candidates;
};

/// New lines with what each says, and those that stay as they are.
struct Reading {
  std::vector<journal::ReadLine> lines;
  std::vector<language::Drafts> drafts;  ///< of each of them
  std::vector<Remark> doses;             ///< of lines that were left for what they say was taken
  std::vector<language::Drafts> heard;   ///< lines that were not read, for the signs in them
  std::size_t before = 0;
  std::vector<LeftLine> left;
};

struct ReadingRules {
  bool said_now;        ///< so that a day without a date is that of today
  bool takes_any_dose;  ///< also one that a doctor is to hear of
  std::function<bool(std::string_view)> is_command;
};

/// Reads what was not read before. Nothing is saved.
Reading read_new_lines(Notebook& notebook, const std::vector<language::NoteLine>& notes, const ReadingRules& rules);

/// Saves the lines that no other program has read meanwhile, as one change, and those alone stay in the reading.
void save_notes(Notebook& notebook, Reading& reading);

}  // namespace lytes::notebook
