#include "html/page_head.hpp"

#include <fmt/format.h>

#include "html/style.hpp"

namespace lytes::report {

std::string html_head(const std::string& title) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
         fmt::format(
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
             "base-uri 'none'; form-action 'none'\">\n",
             html_style_sha256()) +
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"lytes " LYTES_VERSION
         "\">\n" +
         fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n", title, html_style());
}

}  // namespace lytes::report
