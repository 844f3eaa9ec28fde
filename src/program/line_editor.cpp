#include "line_editor.hpp"

#include <histedit.h>
#include <langinfo.h>

#include <clocale>
#include <cstdio>
#include <string_view>

namespace lytes::program {

namespace {

constexpr int lines_remembered = 500;

}  // namespace

struct LineEditor::Editing {
  EditLine* editor = nullptr;
  History* history = nullptr;
  HistEvent event{};
  std::string prompt;

  static char* prompt_of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return static_cast<Editing*>(self)->prompt.data();
  }
};

LineEditor::LineEditor() : editing_(std::make_unique<Editing>()) {
  // The editor moves by characters, not by bytes; what lytes writes is UTF-8 in any locale.
  std::setlocale(LC_CTYPE, "");
  if (std::string_view(nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
  editing_->history = history_init();
  history(editing_->history, &editing_->event, H_SETSIZE, lines_remembered);
  history(editing_->history, &editing_->event, H_SETUNIQUE, 1);
  editing_->editor = el_init("lytes", stdin, stderr, stderr);
  el_set(editing_->editor, EL_CLIENTDATA, editing_.get());
  el_set(editing_->editor, EL_PROMPT, Editing::prompt_of);
  el_set(editing_->editor, EL_SIGNAL, 1);  // the terminal is given back as it was
  el_set(editing_->editor, EL_EDITOR, "emacs");
  el_set(editing_->editor, EL_HIST, history, editing_->history);
  // Keys that the editor leaves to the user's settings, and that everybody expects.
  el_set(editing_->editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_set(editing_->editor, EL_BIND, "\033[3~", "ed-delete-next-char", nullptr);
  el_source(editing_->editor, nullptr);
}

LineEditor::~LineEditor() {
  el_end(editing_->editor);
  history_end(editing_->history);
}

std::optional<std::string> LineEditor::line(const std::string& prompt) {
  editing_->prompt = prompt;
  int length = 0;
  const char* typed = el_gets(editing_->editor, &length);
  if (typed == nullptr || length <= 0) {
    std::fputs("\n", stderr);
    return std::nullopt;
  }
  std::string line(typed, static_cast<std::size_t>(length));
  if (line.find_first_not_of(" \t\r\n") != std::string::npos)
    history(editing_->history, &editing_->event, H_ENTER, line.c_str());
  while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace lytes::program
