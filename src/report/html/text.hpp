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

/// Sentences of our own, escaped; what is to be typed, which stands in them between backticks, as code.
std::string sentences_html(std::string_view sentences);
/// A paragraph of them, or nothing for nothing.
/// @param looks a class of style.css; none where it is empty
std::string paragraph(std::string_view sentences, std::string_view looks = "");
/// The same as an item of a list.
std::string item(std::string_view sentences);

}  // namespace lytes::report
