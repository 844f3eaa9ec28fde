-- The journal. Days are ISO dates ('2026-11-22') of the logical day, so that the file can be read without
-- this program; instants are UTC seconds since 1970 with the UTC offset that was in force.
-- A NULL amount is unknown, never zero.

CREATE TABLE entry (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  line          INTEGER NOT NULL,            -- id of the first entry written by the same command line
  kind          TEXT NOT NULL CHECK (kind IN ('drink', 'food', 'supplement', 'total', 'spasm', 'stress', 'factor', 'note')),
  at_utc        INTEGER NOT NULL,
  utc_offset_s  INTEGER NOT NULL CHECK (abs(utc_offset_s) <= 86400),
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note          TEXT,
  import_key    TEXT                         -- names the imported row, so that importing again adds nothing
) STRICT;
-- The order of every list; with the rest it holds all that adding up days needs, so that the table is not visited.
CREATE INDEX entry_by_day ON entry (day, at_utc, id, kind, utc_offset_s);
-- The few among the many intakes.
CREATE INDEX happening_by_day ON entry (day, at_utc, id, kind, utc_offset_s) WHERE kind IN ('spasm', 'stress', 'factor');
CREATE UNIQUE INDEX entry_by_import_key ON entry (import_key) WHERE import_key IS NOT NULL;

-- The figures an intake was logged with; later corrections of a food do not reach back.
CREATE TABLE intake (
  entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  food          TEXT,                        -- 'usda:09040', 'own:3', 'recipe:2', 'supplement:magnesium citrate'
  description   TEXT NOT NULL CHECK (description <> ''),
  amount        TEXT NOT NULL,               -- as echoed: '1 medium'
  grams         REAL CHECK (grams >= 0),
  water_ml      REAL CHECK (water_ml >= 0),
  magnesium_mg  REAL CHECK (magnesium_mg >= 0),
  potassium_mg  REAL CHECK (potassium_mg >= 0),
  sodium_mg     REAL CHECK (sodium_mg >= 0),
  calcium_mg    REAL CHECK (calcium_mg >= 0),
  caffeine_mg   REAL CHECK (caffeine_mg >= 0),
  alcohol_g     REAL CHECK (alcohol_g >= 0)
) STRICT;

CREATE TABLE spasm (
  entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  site          TEXT NOT NULL CHECK (site <> ''),
  severity      INTEGER CHECK (severity BETWEEN 0 AND 10),
  minutes       REAL CHECK (minutes >= 0)
) STRICT;

CREATE TABLE spasm_flag (
  entry_id      INTEGER NOT NULL REFERENCES spasm (entry_id) DEFERRABLE INITIALLY DEFERRED,
  flag          TEXT NOT NULL,
  PRIMARY KEY (entry_id, flag)
) STRICT, WITHOUT ROWID;

CREATE TABLE stress (
  entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  rating        REAL NOT NULL CHECK (rating BETWEEN 0 AND 10)
) STRICT;

CREATE TABLE factor (
  entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  name          TEXT NOT NULL CHECK (name <> ''),
  value         REAL,
  unit          TEXT
) STRICT;

-- What the user said of a day. Without a row a day is partial if it has entries of the stream, else none.
CREATE TABLE day_status (
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  stream        TEXT NOT NULL CHECK (stream IN ('intake', 'spasms')),
  status        TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'none')),
  PRIMARY KEY (day, stream)
) STRICT, WITHOUT ROWID;

-- The person, as of each day. A NULL value ends what stood before.
CREATE TABLE profile_fact (
  name          TEXT NOT NULL,
  from_day      TEXT NOT NULL,
  value         TEXT,
  PRIMARY KEY (name, from_day)
) STRICT, WITHOUT ROWID;

-- A clinician's own numbers; they win over the reference intakes. A NULL amount ends what stood before.
CREATE TABLE own_target (
  nutrient      TEXT NOT NULL,
  from_day      TEXT NOT NULL,
  amount        REAL CHECK (amount > 0),
  PRIMARY KEY (nutrient, from_day)
) STRICT, WITHOUT ROWID;

-- Foods and products of the user's own. Figures are per `basis_amount` of `basis_unit`
-- ('g', 'ml', or a word of the user's such as 'tablet').
CREATE TABLE own_food (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  kind          TEXT NOT NULL CHECK (kind IN ('drink', 'food', 'supplement')),
  basis_amount  REAL NOT NULL CHECK (basis_amount > 0),
  basis_unit    TEXT NOT NULL CHECK (basis_unit <> ''),
  water_ml      REAL CHECK (water_ml >= 0),
  magnesium_mg  REAL CHECK (magnesium_mg >= 0),
  potassium_mg  REAL CHECK (potassium_mg >= 0),
  sodium_mg     REAL CHECK (sodium_mg >= 0),
  calcium_mg    REAL CHECK (calcium_mg >= 0),
  caffeine_mg   REAL CHECK (caffeine_mg >= 0),
  alcohol_g     REAL CHECK (alcohol_g >= 0)
) STRICT;

CREATE TABLE own_portion (
  own_food_id   INTEGER NOT NULL REFERENCES own_food (id) DEFERRABLE INITIALLY DEFERRED,
  name          TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
  grams         REAL NOT NULL CHECK (grams > 0),
  PRIMARY KEY (own_food_id, name)
) STRICT, WITHOUT ROWID;

-- What the user answered last time, so that nobody is asked twice:
-- question 'food': words -> food; question 'salt': words -> 'salt' or 'elemental'.
CREATE TABLE remembered_answer (
  question      TEXT NOT NULL CHECK (question IN ('food', 'salt')),
  words         TEXT NOT NULL,
  answer        TEXT NOT NULL,
  PRIMARY KEY (question, words)
) STRICT, WITHOUT ROWID;

-- day_start ('04:00'), measures ('us', 'imperial', 'metric'), fluid_basis ('total', 'drinks'), ...
CREATE TABLE setting (
  name          TEXT PRIMARY KEY,
  value         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a command that wrote. Not itself subject to undo. The blob stands last, so that the columns before it are
-- read without walking through it.
CREATE TABLE change (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  at_utc        INTEGER NOT NULL,
  undone        INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  bytes_so_far  INTEGER NOT NULL,            -- sum of length(changeset) up to this row
  command       TEXT NOT NULL,
  changeset     BLOB NOT NULL
) STRICT;
