#pragma once

namespace lytes::exchange::testing {

/// Rows in every table of the journal but the history.
inline constexpr const char* whole_diary = R"(
  INSERT INTO setting VALUES ('day_start', '05:00'), ('signs_seen', 'numbness @ left calf @ 1795600800');
  INSERT INTO profile_fact VALUES ('birth_year', '2026-11-01', '1983'), ('sex', '2026-11-01', 'female'),
    ('condition:kidney disease', '2026-11-02', 'yes'), ('sex', '2026-11-09', NULL);
  INSERT INTO own_target VALUES ('magnesium', '2026-11-01', 350), ('magnesium', '2026-11-09', NULL);
  INSERT INTO own_food (id, name, kind, basis_amount, basis_unit, water_ml, magnesium_mg, barcode) VALUES
    (3, 'Grandma''s soup', 'food', 600, 'g', 500.25, NULL, NULL),
    (7, 'Shake', 'drink', 1, 'bottle', 330, 12.5, '4006381333931');
  INSERT INTO own_portion VALUES (3, 'bowl', 300), (3, 'cup', 240);
  INSERT INTO recipe VALUES (3, 2, NULL);
  INSERT INTO recipe_item (own_food_id, position, food, description, amount, grams) VALUES
    (3, 1, 'own:7', 'Shake', '1 bottle', NULL), (3, 2, 'usda:11124', 'Carrots, raw', '200 g', 200);
  INSERT INTO remembered_answer VALUES ('food', 'soup', 'own:3'), ('salt', 'magnesium citrate', 'elemental');
  INSERT INTO day_status VALUES ('2026-11-18', 'intake', 'complete'), ('2026-11-19', 'spasms', 'complete');
  INSERT INTO read_line VALUES (-1234567890123456789, '2026-11-18', 1, 'date');
  INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day, note, import_key) VALUES
    (4, 4, 'food', 1795000000, 3600, '2026-11-18', 'with =SUM(A1), "mum"', NULL),
    (6, 4, 'drink', 1794990000, 3600, '2026-11-18', NULL, 'app:1'),
    (7, 7, 'spasm', 1795086400, 3600, '2026-11-19', NULL, NULL),
    (8, 8, 'stress', 1795086500, 3600, '2026-11-19', NULL, NULL),
    (9, 9, 'factor', 1795086600, 3600, '2026-11-19', NULL, NULL),
    (10, 10, 'factor', 1795086700, 3600, '2026-11-19', NULL, NULL),
    (11, 11, 'medicine', 1795086800, 3600, '2026-11-19', NULL, NULL),
    (12, 12, 'note', 1795086900, 3600, '2026-11-19', 'a talk with Peter', NULL),
    (13, 13, 'food', 1795087000, 3600, '2026-11-19', NULL, NULL);
  INSERT INTO intake (entry_id, food, description, amount, grams, water_ml, magnesium_mg, potassium_mg) VALUES
    (4, 'own:3', 'Grandma''s soup', '1 bowl', 300, 250.125, NULL, 100), (6, 'usda:14209', 'Coffee', '2 cups', 474, 471.1, 14.2, NULL),
    (13, 'own:20', 'A food that is gone', '1', NULL, 10, 5, 1);
  INSERT INTO spasm VALUES (7, 'calf left', 7, 10.5);
  INSERT INTO spasm_flag VALUES (7, 'numbness'), (7, 'tingling in Peter''s words');
  INSERT INTO stress VALUES (8, 6.5);
  INSERT INTO factor VALUES (9, 'sleep', 6.5, 'h'), (10, 'argument with Peter', 4, NULL);
  INSERT INTO medicine VALUES (11, 'ibuprofen', '400 mg');
  INSERT INTO kept_trial VALUES (1, NULL, NULL, '000102030405060708090a0b0c0d0e0f');
  INSERT INTO kept_draw VALUES ('2026-11-18', 1, 'target'), ('2026-11-19', 1, 'usual');
  INSERT INTO trial VALUES (1, 'magnesium', '2026-11-18', 168, 900, 2, 0.5, 1.1, 0.5, 0.6, 0.9, 0.85, 0.9);
  INSERT INTO trial_coin VALUES ('2026-11-18', 1, 'target', NULL), ('2026-11-19', 1, 'usual', 1);
)";

}  // namespace lytes::exchange::testing
