#pragma once

#include <memory>
#include <optional>
#include <string>

namespace lytes::program {

/// Lines typed on the terminal, with arrow keys and a history that is kept in memory alone: what was typed is about
/// somebody's health.
class LineEditor {
 public:
  LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;
  ~LineEditor();

  /// @param prompt what stands before it
  /// @return nothing at the end of input
  std::optional<std::string> line(const std::string& prompt);

 private:
  struct Editing;
  std::unique_ptr<Editing> editing_;
};

}  // namespace lytes::program
