#include "lytes/command/completion_script.hpp"

namespace lytes::command {

namespace {

constexpr const char* bash = R"sh(# lytes in bash: eval "$(lytes completion bash)" in ~/.bashrc
_lytes() {
  local word=${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
    else
      printf -v line %q "${line%%$'\t'*}"
      COMPREPLY+=("$line")
    fi
  done < <("${COMP_WORDS[0]}" completion offer -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _lytes lytes
)sh";

constexpr const char* zsh = R"sh(#compdef lytes
# lytes in zsh: eval "$(lytes completion zsh)" in ~/.zshrc, behind compinit
_lytes() {
  local line
  local -a offered shown
  for line in "${(@f)$($words[1] completion offer -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      _files
    elif [[ -n $line ]]; then
      offered+=("${line%%$'\t'*}")
      shown+=("${line/$'\t'/  }")
    fi
  done
  (( $#offered )) && compadd -M 'm:{a-zA-Z}={A-Za-z}' -l -d shown -a offered
}
if [[ $funcstack[1] == _lytes ]]; then
  _lytes "$@"
elif (( $+functions[compdef] )); then
  compdef _lytes lytes
fi
)sh";

constexpr const char* fish = R"sh(# lytes in fish: lytes completion fish | source in config.fish
function __lytes_offers
  set -l words (commandline -opc)
  set -l word (commandline -ct)
  $words[1] completion offer -- $words[2..-1] "$word" 2>/dev/null | while read -l line
    if test "$line" = :files
      __fish_complete_path "$word"
    else
      echo $line
    end
  end
end
complete -c lytes -f -a '(__lytes_offers)'
)sh";

}  // namespace

std::string completion_script(Shell shell) {
  switch (shell) {
    case Shell::Bash:
      return bash;
    case Shell::Zsh:
      return zsh;
    case Shell::Fish:
      return fish;
  }
  return {};
}

}  // namespace lytes::command
