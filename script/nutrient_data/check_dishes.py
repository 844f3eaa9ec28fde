"""Checks of dishes.csv, and the rule by which a dish's figures are worked out from its recipe."""

import re
import unicodedata
from decimal import Decimal

from check_everyday import words_of
from check_figures import CEILING

LEAST_DISHES = 350

COLUMNS = {
    "water": "water_g",
    "magnesium": "magnesium_mg",
    "potassium": "potassium_mg",
    "sodium": "sodium_mg",
    "calcium": "calcium_mg",
    "caffeine": "caffeine_mg",
    "alcohol": "alcohol_g",
}

# A dish has no figure for what more than this share of its weight has none for.
TOLERATED_GAP = Decimal("0.05")

# Frying loses the most water: batter a good fifth of its weight.
MOST_LOST = Decimal("0.25")

# Worked out with pen and paper from foods.csv: dish, nutrient, per 100 g, or None for unknown.
BY_HAND = [
    ("latte", "magnesium", "9.4"),  # (60 g x 7 + 240 g x 10) / 300 g
    ("latte", "caffeine", "42.4"),  # 60 x 212 / 300
    ("cappuccino", "potassium", "128.6"),  # (30 x 115 + 120 x 132) / 150
    ("coffee with sugar", "potassium", "47.43"),  # (232 x 49 + 8 x 2) / 240
    ("shandy", "alcohol", "1.95"),  # half of 3.9
    ("oatmeal with milk", "water", "75.33"),  # (4.336 + 211.512 - 20 boiled off) / 260
    ("fish and chips", "sodium", "385.5"),  # the mean of 561 and 210
    ("injera", "magnesium", "74.2"),  # (60 x 184 + 90 x 1) / 150
    ("ragi mudde", "magnesium", "53.75"),  # (80 x 146 + 145.5 x 1) / 220
    ("oat milk", "magnesium", "6.42"),  # (4 x 138 + 90 x 1) / 100
    ("oat milk", "sodium", None),  # said so in the row
    ("almond milk latte", "caffeine", None),  # USDA has no caffeine figure for the almond drink, four fifths of it
    ("matcha latte", "caffeine", None),  # said so in the row
]

WORDS_BY_HAND = {
    "caffe latte": "latte",
    "oatmilk": "oat milk",
    "radler": "shandy",
    "döner": "doner kebab",
    "pbj": "peanut butter and jelly sandwich",
    "gyoza": "dumpling",
    "guac": "guacamole",
    "chai": "masala chai",
    "apfelschorle": "apple spritzer",
    "cottage pie": "shepherd's pie",
}

# What nobody eats or drinks at one sitting.
MOST_IN_PORTION = {"magnesium": 350, "potassium": 2000, "sodium": 2300, "calcium": 800, "caffeine": 200, "alcohol": 25}


def folded(word):
    """Lower case, without accents, each word in the singular: what two names must differ in."""
    plain = unicodedata.normalize("NFD", word.lower()).replace("ß", "ss")
    return " ".join(_singular(part) for part in "".join(c for c in plain if not unicodedata.combining(c)).split())


def _singular(word):
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and re.search(r"(s|x|z|ch|sh|o)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def recipe_of(row):
    """Pairs of a food's number or code and grams; raises ValueError when the column is not of that shape."""
    pairs = []
    for item in row["ingredients"].split(";"):
        match = re.fullmatch(r"(\d{5}|[A-Z]\d{3}) (\d+(?:\.\d+)?)", item)
        if not match:
            raise ValueError(f"{item!r} is not the number or code of a food and a weight")
        pairs.append((match[1], Decimal(match[2])))
    return pairs


def figures_of(row, foods):
    """Nutrients per 100 g of the finished dish; None is unknown. Water alone is lost in cooking."""
    recipe = recipe_of(row)
    total = sum(grams for _, grams in recipe)
    finished = Decimal(row["yield_grams"] or total)
    figures = {}
    for nutrient, column in COLUMNS.items():
        amount, without_figure = Decimal(0), Decimal(0)
        for food, grams in recipe:
            if foods[food][column]:
                amount += Decimal(foods[food][column]) * grams / 100
            else:
                without_figure += grams
        if nutrient == "water":
            amount -= total - finished
        missing = without_figure > TOLERATED_GAP * total or nutrient in row["unknown"].split(";")
        figures[nutrient] = None if missing else amount * 100 / finished
    return figures


def check_dishes(rows, foods, everyday_names, findings):
    """@return what the words of everyday names and dishes stand for, folded"""
    findings.expect(len(rows) >= LEAST_DISHES, f"dishes: only {len(rows)} rows")
    names = [row["name"] for row in rows]
    findings.expect(names == sorted(set(names)), "dishes: not sorted, or a name twice")
    by_number = {row["food"]: row for row in foods}
    figures = {}
    for row in rows:
        where = f"dishes {row['name']!r}"
        if _check_recipe(row, by_number, where, findings):
            figures[row["name"]] = figures_of(row, by_number)
            _check_figures(row, figures[row["name"]], where, findings)
    words = _check_words(rows, everyday_names, findings)
    for name, nutrient, expected in BY_HAND:
        value = figures.get(name, {}).get(nutrient)
        same = value == expected if None in (value, expected) else abs(value - Decimal(expected)) < Decimal("0.01")
        findings.expect(name in figures and same, f"dishes {name}: {nutrient} is {value}, not {expected}")
    for word, name in WORDS_BY_HAND.items():
        findings.expect(words.get(folded(word)) == name, f"dishes: {word!r} is {words.get(folded(word))!r}, not {name!r}")
    return words


def _check_words(rows, everyday_names, findings):
    words = {folded(word): f"everyday name {row['name']!r}" for row in everyday_names for word in words_of(row)}
    for row in rows:
        for word in words_of(row):
            findings.expect(word == word.lower().strip(), f"dishes: {word!r} is not lower case")
            findings.expect(not re.search(r"[,|\"]|\s{2}", word), f"dishes: {word!r}")
            holder = words.get(folded(word))
            findings.expect(holder is None, f"dishes: {word!r} of {row['name']!r} is already {holder}")
            words[folded(word)] = row["name"]
    return words


def _check_recipe(row, foods, where, findings):
    """Whether the figures can be worked out at all."""
    findings.expect(row["kind"] in ("drink", "food"), f"{where}: kind {row['kind']!r}")
    findings.expect(row["portion"] and row["source"], f"{where}: no portion or no source")
    findings.expect(5 <= Decimal(row["grams"]) <= 700, f"{where}: {row['grams']} g")
    each = Decimal(row["each_grams"] or row["grams"])
    findings.expect(0 < each <= Decimal(row["grams"]), f"{where}: one piece weighs more than the portion")
    unknown = set(filter(None, row["unknown"].split(";")))
    findings.expect(unknown <= COLUMNS.keys(), f"{where}: unknown {unknown - COLUMNS.keys()}")
    try:
        recipe = recipe_of(row)
    except ValueError as fault:
        findings.expect(False, f"{where}: {fault}")
        return False
    known = all(food in foods for food, _ in recipe)
    findings.expect(known, f"{where}: ingredients that no table of foods holds")
    findings.expect(all(grams > 0 for _, grams in recipe), f"{where}: an ingredient of no weight")
    findings.expect(len({food for food, _ in recipe}) == len(recipe), f"{where}: an ingredient twice")
    total = sum(grams for _, grams in recipe)
    finished = Decimal(row["yield_grams"] or total)
    findings.expect(total * (1 - MOST_LOST) <= finished <= total, f"{where}: {total} g give {finished} g")
    return known


def _check_figures(row, figures, where, findings):
    findings.expect(figures["water"] is not None, f"{where}: water is unknown")
    minerals = sum(figures[n] or Decimal(0) for n in COLUMNS if n not in ("water", "alcohol")) / 1000
    whole = figures["water"] + (figures["alcohol"] or Decimal(0)) + minerals
    findings.expect(0 <= figures["water"] and whole <= 100, f"{where}: 100 g hold {whole} g")
    least_water = Decimal(60) if row["kind"] == "drink" else Decimal(2)
    findings.expect(figures["water"] >= least_water, f"{where}: water {figures['water']:.0f} %")
    for nutrient, value in figures.items():
        if value is None:
            continue
        findings.expect(0 <= value <= CEILING[COLUMNS[nutrient]], f"{where}: {nutrient} {value}")
        most = MOST_IN_PORTION.get(nutrient)
        served = value * Decimal(row["grams"]) / 100
        findings.expect(most is None or served <= most, f"{where}: {nutrient} {served:.0f} in a portion")


def check_exchanges(exchanges, foods, dishes, findings):
    """Each food stands in one class, and is one that dishes are made of or may be made with."""
    known = {row["food"] for row in foods} | {"dish:" + row["name"] for row in dishes}
    seen = set()
    for row in exchanges:
        for food in row["foods"].split(";"):
            findings.expect(food in known, f"exchanges {row['class']}: no food {food}")
            findings.expect(food not in seen, f"exchanges {row['class']}: {food} twice")
            seen.add(food)
        findings.expect(row["source"], f"exchanges {row['class']}: no source")
