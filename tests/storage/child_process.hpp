#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>

#include "lytes/errors.hpp"

namespace lytes::storage::testing {

/// Runs `work` in a process of its own, so that it can give up rights or meet limits.
/// @return "ok", or what the error said: "Failed: ... | advice"; "killed by N" when it did not end by itself
template <class Work>
std::string in_child(Work&& work) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no child process");
  if (child == 0) {
    std::string said = "ok";
    try {
      work();
    } catch (const StorageError& error) {
      constexpr const char* kinds[] = {"Failed", "Damaged", "Locked", "TooNew"};
      said = std::string(kinds[static_cast<int>(error.kind)]) + ": " + error.what() + " | " + error.what_to_do;
    } catch (const std::exception& error) {
      said = std::string("unexpected: ") + error.what();
    }
    const auto written = ::write(ends[1], said.data(), said.size());
    ::_exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[512];
  for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    said.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? "killed by " + std::to_string(WTERMSIG(status)) : said;
}

/// A user whom permissions bind: nobody when the tests run as root, else the one who runs them.
inline constexpr unsigned nobody = 65534;

inline void give_to_bound_user(const std::string& path) {
  if (::geteuid() == 0 && ::chown(path.c_str(), nobody, nobody) != 0) throw std::runtime_error("chown " + path);
}

inline void become_bound_user() {
  if (::geteuid() != 0) return;
  if (::setresgid(nobody, nobody, nobody) != 0 || ::setresuid(nobody, nobody, nobody) != 0) std::abort();
}

}  // namespace lytes::storage::testing
