-- Which lines of notes were read, so that reading the same notes again adds nothing, also after what they logged was
-- changed or deleted. Of what a line said only a hash is kept: what is deleted and purged must not stay here.

CREATE TABLE read_line (
  hash          INTEGER NOT NULL,            -- of the words, without regard to case and blanks
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  occurrence    INTEGER NOT NULL CHECK (occurrence >= 1),  -- the same line again on that day is another
  day_said      TEXT NOT NULL CHECK (day_said IN ('date', 'day of year', 'weekday', 'nothing')),
  PRIMARY KEY (hash, day, occurrence)
) STRICT, WITHOUT ROWID;
