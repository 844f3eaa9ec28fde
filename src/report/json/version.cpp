#include "json/text.hpp"
#include "lytes/report/version_page.hpp"

namespace lytes::report {

std::string version_json(const VersionView& view) {
  return text_of(
      Json{{"lytes", view.lytes},
           {"sqlite", view.sqlite},
           {"zone_data", view.zones.empty() ? Json() : Json(view.zones)},
           {"catalogue", {{"version", view.catalogue}, {"foods", view.foods ? Json(*view.foods) : Json()}}}});
}

}  // namespace lytes::report
