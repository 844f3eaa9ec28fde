"""Joins SR28 and SR24 into one table of foods and one of household portions."""

import re

from usda_names import ReadableNames
from usda_packages import Food

# SR28 uses the number for another product than SR24 did, or changed what decides the missing figures
# (SR24: lemon-lime soda "contains caffeine"; SR28: "no caffeine"). Nothing of SR24 is joined to these.
ANOTHER_FOOD_IN_SR24 = {
    "06585", "06748", "08216", "08305", "08354", "14144", "14148", "14309", "14315", "43026",
}  # fmt: skip

# Same food, but SR24's name says something that SR28's figures no longer mean.
RENAMED_IN_SR28 = {
    "05169", "05170", "05179", "05180", "05181", "05182", "05184", "05185", "05187", "05188", "05215", "05216",
    "05219", "05220", "05227", "05228", "06349", "06586", "06587", "06589", "06590", "06592", "06594", "06595",
    "06596", "07043", "14462", "20124", "20125", "21080", "21124", "22912", "25001", "27015", "27022", "27023",
}  # fmt: skip

# SR24 zeros that cannot be measurements: these drinks and mixes contain caffeine by nature.
CAFFEINE_NOT_MEASURED = {"14627"}

# Entries that are not foods.
NOT_A_FOOD = {"23999"}  # "ground beef calculator"

_UNIT_WORDS = [
    (r"\bfluid ounces?\b", "fl oz"),
    (r"\btablespoons?\b", "tbsp"),
    (r"\bteaspoons?\b", "tsp"),
    (r"\b(Tbsp|Tsp|Cup|Slice|Serving|Piece|Bar|Oz)\b", lambda match: match.group().lower()),
    (r"\bfl\. ?oz\b", "fl oz"),
]


def tidy_unit(text):
    """SR28's "cup,  (8 fl oz)" and SR24's "cup (8 fl oz)" are the same words."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r",\s*\(", " (", text)
    text = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", text))
    text = re.sub(r",(?=[A-Za-z])", ", ", text)
    for pattern, replacement in _UNIT_WORDS:
        text = re.sub(pattern, replacement, text)
    return text.strip(" ,")


def _key(amount, unit):
    return amount, re.sub(r"[^a-z0-9/.\"]", "", unit.lower())


def join_portions(first, further):
    """`first` as it stands, then what `further` adds: same words and amount once, the first one's grams."""
    joined, seen = [], set()
    for amount, unit, grams in (*first, *further):
        unit = tidy_unit(unit)
        if re.search(r"\bpr g$", unit):  # "ckd pr g": a laboratory yield, not a household measure
            continue
        if _key(amount, unit) not in seen:
            seen.add(_key(amount, unit))
            joined.append((amount, unit, grams))
    return joined


def join_foods(sr28, sr24):
    readable = ReadableNames(food.name for food in sr24.values())
    foods, taken_names = {}, set()
    for ndb_number, new in sr28.items():
        old = sr24.get(ndb_number)
        if old is None or ndb_number in ANOTHER_FOOD_IN_SR24:
            foods[ndb_number] = Food(readable.of(new.name), dict(new.per_100g), join_portions(new.portions, ()))
            continue
        name = readable.of(new.name) if ndb_number in RENAMED_IN_SR28 else old.name
        figures = dict(new.per_100g)
        for nutrient in ("caffeine_mg", "alcohol_g"):
            if nutrient in old.per_100g:
                figures[nutrient] = old.per_100g[nutrient]
        foods[ndb_number] = Food(name, figures, join_portions(new.portions, old.portions))
    taken_names = {food.name.casefold() for food in foods.values()}
    for ndb_number, old in sr24.items():
        if ndb_number not in foods and ndb_number not in NOT_A_FOOD and old.name.casefold() not in taken_names:
            foods[ndb_number] = Food(old.name, dict(old.per_100g), join_portions(old.portions, ()))
    for ndb_number in CAFFEINE_NOT_MEASURED:
        foods[ndb_number].per_100g.pop("caffeine_mg", None)
    return dict(sorted(foods.items()))
