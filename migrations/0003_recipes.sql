-- What a recipe was made of. The recipe itself is a food of the user's own, so that it is found, eaten and corrected
-- like any other; its figures are the sum of these lines as they were when it was written down.

CREATE TABLE recipe (
  own_food_id   INTEGER PRIMARY KEY REFERENCES own_food (id) DEFERRABLE INITIALLY DEFERRED,
  servings      REAL NOT NULL CHECK (servings > 0),
  yield_g       REAL CHECK (yield_g > 0)         -- weight when it is done, where it was said
) STRICT;

CREATE TABLE recipe_item (
  own_food_id   INTEGER NOT NULL REFERENCES recipe (own_food_id) DEFERRABLE INITIALLY DEFERRED,
  position      INTEGER NOT NULL,
  food          TEXT,                            -- as in `intake`
  description   TEXT NOT NULL CHECK (description <> ''),
  amount        TEXT NOT NULL,
  grams         REAL CHECK (grams >= 0),
  water_ml      REAL CHECK (water_ml >= 0),
  magnesium_mg  REAL CHECK (magnesium_mg >= 0),
  potassium_mg  REAL CHECK (potassium_mg >= 0),
  sodium_mg     REAL CHECK (sodium_mg >= 0),
  calcium_mg    REAL CHECK (calcium_mg >= 0),
  caffeine_mg   REAL CHECK (caffeine_mg >= 0),
  alcohol_g     REAL CHECK (alcohol_g >= 0),
  PRIMARY KEY (own_food_id, position)
) STRICT, WITHOUT ROWID;
