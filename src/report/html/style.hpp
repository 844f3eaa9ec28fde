#pragma once

#include <string_view>

namespace lytes::report {

/// style.css as it stands, and its SHA-256 in base64, as a Content-Security-Policy names it.
std::string_view html_style();
std::string_view html_style_sha256();

}  // namespace lytes::report
