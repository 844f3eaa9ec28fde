-- SQLite keeps no checksums of its pages: a bit that flips on a failing disk would change a total without a word.
-- So every figure that a total is made of is kept a second time, in an index, which SQLite itself keeps in step
-- whatever program writes. Reading compares the two, and an integrity check does so for all of them.

-- One number for the figures of an intake, in thousandths; unknown counts as -1. Any one figure that changes by what a
-- page could show changes the number. The expression stands again in src/journal/intake_guard.hpp.
CREATE INDEX intake_guard ON intake (entry_id,
  CAST(round(coalesce(water_ml, -1) * 1000) AS INTEGER) * 3 + CAST(round(coalesce(magnesium_mg, -1) * 1000) AS INTEGER) * 5
  + CAST(round(coalesce(potassium_mg, -1) * 1000) AS INTEGER) * 7 + CAST(round(coalesce(sodium_mg, -1) * 1000) AS INTEGER) * 11
  + CAST(round(coalesce(calcium_mg, -1) * 1000) AS INTEGER) * 13 + CAST(round(coalesce(caffeine_mg, -1) * 1000) AS INTEGER) * 17
  + CAST(round(coalesce(alcohol_g, -1) * 1000) AS INTEGER) * 19);

-- The others are few; a plain copy is small enough.
CREATE INDEX spasm_guard ON spasm (entry_id, severity, minutes, site);
CREATE INDEX stress_guard ON stress (entry_id, rating);
CREATE INDEX factor_guard ON factor (entry_id, value, name, unit);
CREATE INDEX day_status_guard ON day_status (status, day, stream);
CREATE INDEX profile_fact_guard ON profile_fact (value, name, from_day);
CREATE INDEX own_target_guard ON own_target (amount, nutrient, from_day);
CREATE INDEX setting_guard ON setting (value, name);
