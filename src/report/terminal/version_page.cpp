#include "lytes/report/version_page.hpp"

#include <fmt/format.h>

namespace lytes::report {

std::string version_page(const VersionView& view) {
  return fmt::format("lytes {}\nSQLite {}\nzone data {}\ncatalogue {}, {}\n", view.lytes, view.sqlite,
                     view.zones.empty() ? "of unknown version" : view.zones, view.catalogue,
                     view.foods ? fmt::format("{} foods and products", *view.foods) : "which cannot be read");
}

}  // namespace lytes::report
