"""Checks of indian_foods.csv, whose source gives grams of everything: no figure may have slipped by a unit."""

import re
from decimal import Decimal

from check_figures import CEILING
from indian_foods import NAMES

MINERALS = ("magnesium_mg", "potassium_mg", "sodium_mg", "calcium_mg")

# Ash is what minerals and their oxides, carbonates and phosphates weigh: these four are a tenth to nearly all of it. A
# figure a thousand times too large weighs more than the ash; one a thousand times too small is less than any food holds.
LEAST_OF_ASH, MOST_OF_ASH = Decimal("0.10"), Decimal("0.95")
LEAST = {"magnesium_mg": 5, "potassium_mg": 50, "sodium_mg": Decimal("0.5"), "calcium_mg": 5}

# None is salted; sea fish hold the most.
MOST_SODIUM = 300

# Read by hand from the package, its grams as milligrams: code, column, value per 100 g.
BY_HAND = [
    ("A010", "water_g", "10.89"),
    ("A010", "magnesium_mg", "146"),  # Ragi
    ("A010", "potassium_mg", "443"),
    ("A010", "calcium_mg", "364"),
    ("A003", "magnesium_mg", "124"),  # Bajra
    ("A005", "magnesium_mg", "133"),  # Jowar
    ("B021", "potassium_mg", "1395"),  # Red gram, dal
    ("C003", "magnesium_mg", "177"),  # Amaranth leaves, red
    ("S006", "potassium_mg", "303"),  # Rohu
]

# The nearest food of the USDA: another cultivar, species or state, so within a factor of four.
KIN = {
    "A003": "20031", "A005": "20067", "A010": "20031", "A011": "20050", "A016": "20031", "A017": "20031",
    "B001": "16056", "B002": "16056", "B003": "16083", "B010": "16080", "B012": "16080", "B021": "16101",
    "C003": "11003", "C022": "09311", "D039": "11052", "D051": "09144", "D057": "09176", "D059": "09226",
    "D068": "11220", "E021": "09107", "E034": "09200", "F017": "11601", "I001": "19304", "L003": "01228",
    "P003": "15001", "P005": "15091", "P017": "15093", "P034": "15046", "P057": "15007", "P071": "15039",
    "P087": "15051", "S002": "15008", "S005": "15234", "S006": "15008",
}  # fmt: skip
KIN_MINERALS = ("magnesium_mg", "potassium_mg")
KIN_FACTOR = 4


def check_indian_foods(rows, foods, findings):
    codes = [row["food"] for row in rows]
    findings.expect(codes == sorted(NAMES), "indian_foods: not what indian_foods.py takes, or not sorted")
    names = {row["name"].casefold() for row in foods}
    by_number = {row["food"]: row for row in foods}
    for row in rows:
        where = f"indian_foods {row['food']} {row['name']}"
        findings.expect(re.fullmatch(r"[A-Z]\d{3}", row["food"]), f"{where}: not a code of the tables")
        findings.expect(row["name"] == NAMES.get(row["food"]), f"{where}: the name")
        findings.expect(row["name"].casefold() not in names, f"{where}: a food of the USDA's has this name")
        findings.expect((row["caffeine_mg"], row["alcohol_g"]) == ("0", "0"), f"{where}: caffeine or alcohol")
        _check_units(row, where, findings)
        if row["food"] in KIN:
            _check_kin(row, by_number[KIN[row["food"]]], where, findings)
    by_code = {row["food"]: row for row in rows}
    for code, column, value in BY_HAND:
        found = by_code[code][column]
        findings.expect(found == value, f"indian_foods {code}: {column} {found}, by hand {value}")


def _check_units(row, where, findings):
    ash = Decimal(row["ash_g"])
    findings.expect(Decimal("0.2") <= ash <= 9, f"{where}: {ash} g of ash")
    findings.expect(row["water_g"] and Decimal(row["water_g"]) + ash <= 100, f"{where}: water {row['water_g']}")
    known = {column: Decimal(row[column]) for column in MINERALS if row[column]}
    findings.expect(len(known) == len(MINERALS), f"{where}: a mineral is unknown")
    findings.expect(Decimal(row["sodium_mg"] or 0) <= MOST_SODIUM, f"{where}: sodium {row['sodium_mg']}")
    for column, value in known.items():
        findings.expect(LEAST[column] <= value <= CEILING[column], f"{where}: {column} {value}")
    of_ash = sum(known.values()) / 1000 / ash
    findings.expect(LEAST_OF_ASH <= of_ash <= MOST_OF_ASH, f"{where}: the minerals are {of_ash:.0%} of the ash")


def _check_kin(row, kin, where, findings):
    """In what is not water: a fresh food and a dry one are no kin otherwise."""
    dry, kin_dry = (100 - Decimal(food["water_g"]) for food in (row, kin))
    for column in KIN_MINERALS:
        ratio = Decimal(row[column]) / dry / (Decimal(kin[column]) / kin_dry)
        near = 1 / Decimal(KIN_FACTOR) <= ratio <= KIN_FACTOR
        findings.expect(near, f"{where}: {column} {ratio:.2f} times that of {kin['food']} {kin['name']}")
