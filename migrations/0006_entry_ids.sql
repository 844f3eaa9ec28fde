-- The number of an entry is this journal's own; two devices give the same number to different entries. So every entry
-- also has 16 random bytes, by which it is known wherever it goes. The table gives them itself, to whatever writes rows:
-- also where the history brings back a row that was recorded before there were any. A table with rows takes no such
-- default from ALTER TABLE, so it is put into the schema's own text, as in 0005_medicines.sql.

ALTER TABLE entry ADD COLUMN uuid BLOB;
UPDATE entry SET uuid = randomblob(16);

PRAGMA writable_schema = ON;
UPDATE sqlite_schema
  SET sql = replace(sql, 'uuid BLOB', 'uuid BLOB NOT NULL ON CONFLICT REPLACE DEFAULT (randomblob(16)) CHECK (length(uuid) = 16)')
  WHERE type = 'table' AND name = 'entry';
PRAGMA writable_schema = RESET;

CREATE UNIQUE INDEX entry_by_uuid ON entry (uuid);
