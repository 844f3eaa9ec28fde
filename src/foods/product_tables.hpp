#pragma once

#include <filesystem>

namespace SQLite {
class Database;
}

namespace lytes::foods {

class NameWriter;

/// Fills the catalogue with products.csv and waters.csv: what labels say of electrolytes, supplements, salt substitutes
/// and mineral waters. A blank figure is one that the label does not state, and stays unknown.
void write_products(SQLite::Database& db, const std::filesystem::path& nutrient_data, NameWriter& names);

}  // namespace lytes::foods
