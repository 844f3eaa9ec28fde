-- Medicines are a kind of their own: a name and a dose, and nothing that a day's sums hold. The new kind is one word more
-- in a CHECK, which changes no row that is there; so the table is not rebuilt, and the history still speaks of it. This
-- is how SQLite's manual changes a CHECK (lang_altertable.html, 7); the table below makes other programs look again.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''factor'', ''note'')', '''factor'', ''note'', ''medicine'')')
  WHERE type = 'table' AND name = 'entry';
PRAGMA writable_schema = RESET;

CREATE TABLE medicine (
  entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  name          TEXT NOT NULL CHECK (name <> ''),
  dose          TEXT                         -- as it was said: '400 mg', '2 tablets'; NULL where it was not
) STRICT;
CREATE INDEX medicine_guard ON medicine (entry_id, name, dose);
