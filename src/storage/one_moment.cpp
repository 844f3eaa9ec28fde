#include "lytes/storage/one_moment.hpp"

#include <SQLiteCpp/Database.h>

namespace lytes::storage {

OneMoment::OneMoment(SQLite::Database& database) : database_(database) { database_.exec("SAVEPOINT one_moment"); }

OneMoment::~OneMoment() { database_.tryExec("RELEASE one_moment"); }

}  // namespace lytes::storage
