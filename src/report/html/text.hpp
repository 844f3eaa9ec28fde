#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lytes::report {

/// Text as it may stand between tags and inside a quoted attribute.
std::string escaped(std::string_view text);

/// What a user typed, safe to show: hidden signs made visible, cut to `columns`, escaped.
std::string user_words(std::string_view text, std::size_t columns = 60);

/// The same set apart, so that a site written from right to left leaves the sentence around it as it is.
std::string isolated(std::string_view text, std::size_t columns = 60);

}  // namespace lytes::report
