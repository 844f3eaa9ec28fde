#pragma once

#include <cstdint>
#include <string>

#include "lytes/calendar/zone.hpp"

namespace lytes::console {

class Session;

/// On a terminal, how far something long has come, once it takes more than a second.
class Progress {
 public:
  explicit Progress(Session& session);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// @param share that is done, 0 to 1
  void show(const std::string& name, double share);
  /// Nothing where nobody knows how much all is.
  void show(const std::string& name, std::uint64_t done, std::uint64_t all);

 private:
  void wipe() const;

  Session& session_;
  calendar::Instant began_;
  calendar::Instant shown_{};
  std::size_t length_ = 0;
};

}  // namespace lytes::console
