#include "version.hpp"

#include "lytes/calendar/zone_data.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue_size.hpp"
#include "lytes/report/version_page.hpp"
#include "lytes/storage/sqlite_version.hpp"

namespace lytes::cli {

namespace {

/// Nothing where the catalogue is damaged or not there: then above all somebody asks which version this is.
std::optional<std::size_t> foods_known(Session& session) {
  try {
    return foods::catalogue_size(session.catalogue_file());
  } catch (const StorageError&) {
    return std::nullopt;
  }
}

}  // namespace

void show_version(Session& session) {
  const report::VersionView view{LYTES_VERSION, storage::sqlite_version(), calendar::zone_data_version(),
                                 foods::Catalogue::version, foods_known(session)};
  session.say(session.options.json ? report::version_json(view) : report::version_page(view));
}

}  // namespace lytes::cli
