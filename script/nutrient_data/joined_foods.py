"""Joins SR28 and SR24 into one table of foods and one of household portions."""

import re
from decimal import Decimal

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
    "06596", "07043", "14305", "14462", "20124", "20125", "21080", "21124", "22912", "25001", "27015", "27022", "27023",
}  # fmt: skip

# Zeros that cannot be measurements, since the food holds the nutrient by nature: blank instead. An energy
# drink without caffeine; meat, nuts, cereals, soya and malt without magnesium or potassium.
ZERO_IS_NOT_MEASURED = {
    "03989": "magnesium_mg", "08681": "magnesium_mg", "08683": "magnesium_mg", "12077": "magnesium_mg",
    "14080": "potassium_mg", "14197": "potassium_mg", "14309": "potassium_mg", "14315": "potassium_mg",
    "14627": "caffeine_mg", "16246": "magnesium_mg", "16247": "magnesium_mg", "16248": "magnesium_mg",
    "16249": "magnesium_mg", "17169": "magnesium_mg", "19152": "magnesium_mg", "19408": "magnesium_mg",
    "22938": "magnesium_mg", "22942": "magnesium_mg", "22966": "magnesium_mg", "28003": "magnesium_mg",
    "28005": "magnesium_mg", "28006": "magnesium_mg", "28108": "potassium_mg", "28143": "magnesium_mg",
    "28283": "potassium_mg", "42136": "magnesium_mg", "42141": "magnesium_mg",
}  # fmt: skip

# Figures that cannot be right. USDA gives espresso 80 mg of magnesium in 100 g, 27 times that of its filter coffee,
# beside 2.3 times the potassium. Both are washed out of the same powder: its magnesium is that of filter coffee (3 mg)
# by the strength that potassium shows (115 to 49 mg).
CORRECTED = {("14210", "magnesium_mg"): Decimal(7), ("14202", "magnesium_mg"): Decimal(7)}

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
        if unit.startswith("inch, "):  # "6 inch, sub" is one sub of six inches
            amount, unit = Decimal(1), f"{amount} {unit.replace(',', '')}"
        if re.search(r"\bpr g$", unit):  # "ckd pr g": a laboratory yield, not a household measure
            continue
        if _key(amount, unit) not in seen:
            seen.add(_key(amount, unit))
            joined.append((amount, unit, grams))
    return joined


def join_foods(sr28, sr24):
    readable = ReadableNames(food.name for food in sr24.values())
    foods = {}
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
    for ndb_number, nutrient in ZERO_IS_NOT_MEASURED.items():
        if foods[ndb_number].per_100g[nutrient] == 0:
            del foods[ndb_number].per_100g[nutrient]
    for (ndb_number, nutrient), value in CORRECTED.items():
        foods[ndb_number].per_100g[nutrient] = value
    return dict(sorted(foods.items()))
