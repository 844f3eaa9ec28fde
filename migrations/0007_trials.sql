-- Experiments with a coin. Two tables hold what was drawn for good: the history records no table whose name begins with
-- kept_, so undo leaves it, and nobody draws for a day again. Two hold what the person decides about it.

CREATE TABLE kept_trial (
  trial         INTEGER PRIMARY KEY,         -- as `trial.id`
  ended_day     TEXT CHECK (ended_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- where it was ended early
  ended_by      TEXT,                        -- 'person', or what safety had against it
  seed          TEXT NOT NULL CHECK (length(seed) = 32 AND seed NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE kept_draw (
  day           TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  trial         INTEGER NOT NULL,
  coin          TEXT NOT NULL CHECK (coin IN ('target', 'usual'))
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_draw_guard ON kept_draw (trial, coin, day);

-- What it was planned by, fixed before the first coin. Shares are from 0 to 1.
CREATE TABLE trial (
  id            INTEGER PRIMARY KEY,
  nutrient      TEXT NOT NULL CHECK (nutrient IN ('water', 'magnesium', 'potassium')),
  from_day      TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  planned_days  INTEGER NOT NULL CHECK (planned_days BETWEEN 28 AND 365),
  from_minute   INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),  -- of the clock, before which no coin is drawn
  ratio         REAL NOT NULL CHECK (ratio > 1),                          -- that it is to find
  rate          REAL NOT NULL CHECK (rate > 0),                           -- spasms a day before
  dispersion    REAL NOT NULL CHECK (dispersion >= 0),
  short_share   REAL NOT NULL CHECK (short_share BETWEEN 0 AND 1),
  waiting_share REAL NOT NULL CHECK (waiting_share BETWEEN 0 AND 1),
  waiting_ends_short REAL NOT NULL CHECK (waiting_ends_short BETWEEN 0 AND 1),
  obeyed        REAL NOT NULL CHECK (obeyed BETWEEN 0 AND 1),
  known         REAL NOT NULL CHECK (known BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX trial_guard ON trial (rate, planned_days, from_day, nutrient, from_minute, id);

-- The coins that count. A draw that was undone has no row here and one in kept_draw: its day is left out.
CREATE TABLE trial_coin (
  day           TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  trial         INTEGER NOT NULL REFERENCES trial (id) DEFERRABLE INITIALLY DEFERRED,
  coin          TEXT NOT NULL CHECK (coin IN ('target', 'usual')),
  obeyed        INTEGER CHECK (obeyed IN (0, 1))  -- where the person said so; else the log tells
) STRICT, WITHOUT ROWID;
CREATE INDEX trial_coin_guard ON trial_coin (trial, coin, obeyed, day);
