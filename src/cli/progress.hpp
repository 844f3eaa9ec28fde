#pragma once

#include <cstdint>
#include <string>

#include "lytes/calendar/zone.hpp"

namespace lytes::cli {

class Session;

/// On a terminal, how far a file has been read, once that takes more than a second.
class Progress {
 public:
  explicit Progress(Session& session);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const std::string& name, std::uint64_t done, std::uint64_t all);

 private:
  void wipe() const;

  Session& session_;
  calendar::Instant began_;
  calendar::Instant shown_{};
  std::size_t length_ = 0;
};

}  // namespace lytes::cli
