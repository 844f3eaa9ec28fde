"""Checks of the tables written by hand: everyday names, containers."""

import re
from collections import defaultdict
from decimal import Decimal

LEAST_NAMES = 600

# Names whose food and default portion were looked up by hand.
BY_HAND = [
    ("banana", "09040", "medium", "118"),
    ("coffee", "14209", "cup", "237"),
    ("water", "14411", "glass", "240"),
    ("egg", "01129", "large", "50"),
    ("rice", "20045", "cup", "158"),
    ("oatmeal", "08121", "cup", "234"),
    ("cola", "14400", "can", "368"),
    ("lentils", "16070", "cup", "198"),
    ("whole wheat bread", "18075", "slice", "32"),
    ("apple", "09003", "medium", "182"),
]

ALIASES_BY_HAND = {
    "oj": "orange juice",
    "yoghurt": "yogurt",
    "aubergine": "eggplant",
    "courgette": "zucchini",
    "porridge": "oatmeal",
    "prawn": "shrimp",
    "crisps": "potato chips",
    "coke": "cola",
    "hard boiled egg": "egg",
    "wholemeal bread": "whole wheat bread",
    "veg": "mixed vegetables",
}

def words_of(row):
    return [row["name"], *filter(None, row["aliases"].split(";"))]


def check_everyday_names(rows, foods, portions, findings):
    findings.expect(len(rows) >= LEAST_NAMES, f"everyday_names: only {len(rows)} rows")
    numbers = {row["food"]: row for row in foods}
    weights = defaultdict(list)
    for row in portions:
        # "0.5 fillet 178 g": what people call a fillet may be the half of USDA's.
        weights[row["food"]].append((row["unit"], Decimal(row["grams"])))
        weights[row["food"]].append((row["unit"], Decimal(row["grams"]) / Decimal(row["amount"])))
    words = {}
    for row in rows:
        where = f"everyday_names {row['name']!r}"
        findings.expect(row["food"] in numbers, f"{where}: no food {row['food']}")
        findings.expect(row["kind"] in ("drink", "food"), f"{where}: kind {row['kind']!r}")
        findings.expect(row["portion"], f"{where}: no portion")
        findings.expect(0 < Decimal(row["grams"]) <= 1000, f"{where}: {row['grams']} g")
        findings.expect(not row["each_grams"] or Decimal(row["each_grams"]) > 0, f"{where}: each {row['each_grams']}")
        for word in words_of(row):
            findings.expect(word == word.lower().strip(), f"{where}: {word!r} is not lower case")
            findings.expect(not re.search(r"[,|\"]|\s{2}", word), f"{where}: {word!r}")
            findings.expect(word not in words, f"everyday_names: {word!r} stands for {words.get(word)!r} and {row['name']!r}")
            words[word] = row["name"]
        _check_weight(row, weights[row["food"]], where, findings)

    by_name = {row["name"]: row for row in rows}
    for name, food, portion, grams in BY_HAND:
        row = by_name[name]
        findings.expect((row["food"], row["portion"], row["grams"]) == (food, portion, grams), f"everyday_names {name}")
    for alias, name in ALIASES_BY_HAND.items():
        findings.expect(words.get(alias) == name, f"everyday_names: {alias!r} is {words.get(alias)!r}, not {name!r}")


def _check_weight(row, weights, where, findings):
    """Where USDA gives the same word a weight, the default is within what USDA gives; else it is one person's helping."""
    grams = Decimal(row["grams"])
    word = re.compile(rf"(?:serving, )?{re.escape(row['portion'])}s?\b")
    same = [weight for unit, weight in weights if word.match(unit)]
    if same:
        low, high = min(same) * Decimal("0.94"), max(same) * Decimal("1.06")
        allowed = low <= grams <= high or row["name"] in ("chicken breast", "raw chicken breast", "steak")
        findings.expect(allowed, f"{where}: {grams} g a {row['portion']}, USDA {low:.1f} to {high:.1f}")


# A drink weighs about what its water does; one that does not has a row in containers.csv that says what it is served in.
LEAST_DENSITY, MOST_DENSITY = Decimal("0.95"), Decimal("1.10")


def _check_densities(containers, everyday_names, dishes, findings):
    sizes = {(row["container"], row["of"]): Decimal(row["ml"]) for row in containers if row["ml"]}
    sizes[("cup", "")] = Decimal("236.6")
    for row in (*everyday_names, *dishes):
        millilitres = sizes.get((row["portion"], row["name"])) or sizes.get((row["portion"], ""))
        if row["kind"] != "drink" or not millilitres:
            continue
        density = Decimal(row["grams"]) / millilitres
        where = f"{row['name']!r}: a {row['portion']} of {row['grams']} g"
        findings.expect(LEAST_DENSITY <= density <= MOST_DENSITY, f"{where} is {density:.2f} g/ml")


def check_containers(rows, everyday_names, dishes, findings):
    names = {row["name"] for row in (*everyday_names, *dishes)}
    seen = set()
    for row in rows:
        where = f"containers {row['container']} of {row['of'] or 'any drink'}"
        findings.expect(not row["of"] or row["of"] in names, f"{where}: no such everyday name")
        findings.expect(bool(row["ml"]) != bool(row["grams"]), f"{where}: millilitres or grams, one of them")
        findings.expect(0 < Decimal(row["ml"] or row["grams"]) <= 5000, f"{where}: size")
        findings.expect(row["source"], f"{where}: no source")
        findings.expect((row["container"], row["of"]) not in seen, f"{where}: twice")
        seen.add((row["container"], row["of"]))
    _check_densities(rows, everyday_names, dishes, findings)
    sizes = {(row["container"], row["of"]): row["ml"] for row in rows}
    for key, millilitres in ((("glass", ""), "240"), (("can", "cola"), "355"), (("bottle", "red wine"), "750")):
        findings.expect(sizes.get(key) == millilitres, f"containers {key}: {sizes.get(key)}")
