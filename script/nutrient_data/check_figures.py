"""Checks of foods, portions, salts and reference intakes."""

import re
from collections import defaultdict
from decimal import Decimal

from salts import SYMBOL, atoms_in, molar_mass, share, supplement_rows

# The most that 100 g can hold: pure water, salt, potassium-chloride salt substitutes, baking powder,
# instant coffee and tea, 100-proof spirits; magnesium: rice bran and cocoa stay below 800.
CEILING = {
    "water_g": 100,
    "magnesium_mg": 1000,
    "potassium_mg": 20000,
    "sodium_mg": 40000,
    "calcium_mg": 8000,
    "caffeine_mg": 4000,
    "alcohol_g": 45,
}

# Read by hand from USDA's published tables: NDB number, column, value per 100 g.
BY_HAND = [
    ("09040", "potassium_mg", "358"),  # Bananas, raw
    ("09040", "magnesium_mg", "27"),
    ("01123", "water_g", "76.15"),  # Egg, whole, raw
    ("01077", "calcium_mg", "113"),  # Milk, whole
    ("14209", "caffeine_mg", "40"),  # Coffee, brewed
    ("14209", "potassium_mg", "49"),
    ("14210", "caffeine_mg", "212"),  # Espresso
    ("14210", "magnesium_mg", "7"),  # 3 x 115 / 49, not the 80 that USDA prints
    ("12061", "magnesium_mg", "270"),  # Almonds
    ("11457", "potassium_mg", "558"),  # Spinach, raw
    ("11457", "magnesium_mg", "79"),
    ("02047", "sodium_mg", "38758"),  # Salt, table
    ("14096", "alcohol_g", "10.6"),  # Wine, red
    ("20045", "water_g", "68.44"),  # Rice, white, cooked
    ("12014", "magnesium_mg", "592"),  # Pumpkin seed kernels
    ("09087", "potassium_mg", "656"),  # Dates, deglet noor
    ("19165", "caffeine_mg", "230"),  # Cocoa, unsweetened
]

PORTIONS_BY_HAND = [
    ("09040", "1", 'medium (7" to 7-7/8" long)', "118"),
    ("01123", "1", "large", "50"),
    ("14209", "1", "cup (8 fl oz)", "237"),
    ("09003", "1", 'medium (3" dia)', "182"),
]


def check_foods(foods, findings):
    findings.expect(9000 <= len(foods) <= 10000, f"foods: {len(foods)} rows")
    numbers = [row["food"] for row in foods]
    findings.expect(numbers == sorted(set(numbers)), "foods: not sorted, or a number twice")
    filled = defaultdict(int)
    for row in foods:
        findings.expect(re.fullmatch(r"\d{5}", row["food"]), f"foods: {row['food']!r} is not an NDB number")
        findings.expect(row["name"], f"foods {row['food']}: no name")
        for column, ceiling in CEILING.items():
            if row[column]:
                filled[column] += 1
                value = Decimal(row[column])
                findings.expect(0 <= value <= ceiling, f"foods {row['food']} {row['name']}: {column} {value}")
        weighed = sum(Decimal(row[column] or 0) for column in ("water_g", "alcohol_g"))
        findings.expect(weighed <= Decimal("100.5"), f"foods {row['food']}: water and alcohol weigh {weighed} g")
    for column, least in (("water_g", 0.99), ("magnesium_mg", 0.9), ("potassium_mg", 0.9), ("sodium_mg", 0.98)):
        known = filled[column] / len(foods)
        findings.expect(known >= least, f"foods: {column} known for {known:.1%} only")
    by_number = {row["food"]: row for row in foods}
    for number, column, value in BY_HAND:
        found = by_number[number][column]
        findings.expect(found == value, f"foods {number} {by_number[number]['name']}: {column} {found}, by hand {value}")


def check_portions(portions, foods, findings):
    findings.expect(16000 <= len(portions) <= 18000, f"portions: {len(portions)} rows")
    numbers = {row["food"] for row in foods}
    seen, last = set(), ("", 0)
    for row in portions:
        where = f"portions {row['food']} {row['unit']!r}"
        findings.expect(row["food"] in numbers, f"{where}: no such food")
        findings.expect(row["unit"], f"{where}: no unit")
        findings.expect(Decimal(row["amount"]) > 0, f"{where}: amount {row['amount']}")
        findings.expect(0 < Decimal(row["grams"]) <= 20000, f"{where}: {row['grams']} g")
        key = (row["food"], row["amount"], row["unit"].lower())
        findings.expect(key not in seen, f"{where}: twice")
        seen.add(key)
        position = (row["food"], int(row["position"]))
        expected = last[1] + 1 if last[0] == row["food"] else 1
        findings.expect(position[1] == expected and position[0] >= last[0], f"{where}: position {position[1]}")
        last = position
    found = {(row["food"], row["amount"], row["unit"]): row["grams"] for row in portions}
    for number, amount, unit, grams in PORTIONS_BY_HAND:
        value = found.get((number, amount, unit))
        findings.expect(value == grams, f"portions {number} {amount} {unit}: {value} g, by hand {grams}")
    share_with = len({row["food"] for row in portions}) / len(foods)
    findings.expect(share_with > 0.95, f"portions: only {share_with:.1%} of the foods have one")


def check_supplements(supplements, findings):
    required = """magnesium;magnesium oxide;magnesium hydroxide;magnesium citrate;magnesium glycinate;magnesium malate;
        magnesium taurate;magnesium l-threonate;magnesium chloride hexahydrate;magnesium sulfate heptahydrate;
        magnesium lactate dihydrate;magnesium aspartate;magnesium orotate;potassium;potassium chloride;
        potassium citrate monohydrate;potassium gluconate;potassium bicarbonate;potassium aspartate"""
    words = {}
    made = [tuple(map(str, row)) for row in supplement_rows()]
    kept = [tuple(row.values()) for row in supplements]
    findings.expect(kept == made, "supplements: not what salts.py makes; a name is added there, not in the table")
    for row in supplements:
        for word in (row["name"], *filter(None, row["aliases"].split(";"))):
            findings.expect(word not in words, f"supplements: {word!r} stands for {words.get(word)} and {row['name']}")
            words[word] = row["name"]
        atoms = atoms_in(row["formula"])[SYMBOL[row["element"]]]
        findings.expect(int(row["atoms"]) == atoms, f"supplements {row['name']}: {row['atoms']} atoms")
        mass = molar_mass(row["formula"])
        findings.expect(abs(Decimal(row["molar_mass"]) - mass) < Decimal("0.001"), f"supplements {row['name']}: mass")
        exact = share(row["formula"], row["element"])
        findings.expect(abs(Decimal(row["share"]) - exact) < Decimal("0.000001"), f"supplements {row['name']}: share")
        findings.expect(row["source"], f"supplements {row['name']}: no source")
        for strength in filter(None, row["salt_strengths_mg"].split(";")):
            findings.expect(0 < int(strength) <= 500, f"supplements {row['name']}: {strength} mg goes without saying")
            findings.expect(row["share"] != "1.000000", f"supplements {row['name']}: an element is no salt")
    for name in required.replace("\n", "").split(";"):
        findings.expect(name.strip() in words, f"supplements: {name.strip()} is missing")
    # What labels and pharmacopoeias print, to the percent.
    for name, percent in (
        ("magnesium oxide", 60.3),
        ("magnesium citrate", 16.2),
        ("magnesium glycinate", 14.1),
        ("magnesium sulfate", 9.9),
        ("magnesium chloride", 12.0),
        ("magnesium orotate dihydrate", 6.56),
        ("potassium chloride", 52.4),
        ("potassium citrate", 36.2),
        ("potassium gluconate", 16.7),
        ("calcium carbonate", 40.0),
        ("sodium chloride", 39.3),
    ):
        found = next(float(row["share"]) * 100 for row in supplements if row["name"] == name)
        findings.expect(abs(found - percent) < 0.06, f"supplements {name}: {found:.2f} %, by hand {percent} %")


def check_oral_rehydration(rows, findings):
    """WHO/UNICEF 2006: sodium 75, potassium 20, glucose 75, citrate 10 mmol/l, within what the grams allow."""
    millimoles = defaultdict(float)
    for row in rows:
        grams = Decimal(row["grams_per_l"])
        if row["element"]:
            milligrams = grams * 1000 * share(row["formula"], row["element"])
            findings.expect(abs(Decimal(row["mg_per_l"]) - milligrams) < Decimal("0.1"), f"ORS {row['ingredient']}")
        millimoles[row["element"] or "glucose"] += float(row["mmol_per_l"])
    for what, expected in (("sodium", 75), ("potassium", 20), ("glucose", 75)):
        findings.expect(abs(millimoles[what] - expected) <= 1, f"ORS: {what} {millimoles[what]} mmol/l, WHO {expected}")


# Every figure of the two bodies' adult tables, by hand: guideline, sex, stage, age, nutrient, meaning, amount.
INTAKES_BY_HAND = """
us f none 25 magnesium target 310|us f none 40 magnesium target 320|us m none 25 magnesium target 400
us m none 40 magnesium target 420|us m none 16 magnesium target 410|us f none 16 magnesium target 360
us f none 2 magnesium target 80|us m none 6 magnesium target 130|us f none 10 magnesium target 240
us m none 40 magnesium supplement_limit 350|us m none 2 magnesium supplement_limit 65
us f none 40 potassium target 2600|us m none 40 potassium target 3400|us m none 10 potassium target 2500
us f none 10 potassium target 2300|us m none 16 potassium target 3000|us f none 40 sodium target 1500
us m none 40 sodium limit 2300|us f none 6 sodium limit 1500|us m none 40 water target 3700
us f none 40 water target 2700|us f none 16 water target 2300|us m none 16 water target 3300
us f pregnant 25 magnesium target 350|us f pregnant 40 magnesium target 360|us f pregnant 16 magnesium target 400
us f pregnant 25 potassium target 2900|us f pregnant 25 water target 3000|us f lactating 25 magnesium target 310
us f lactating 40 potassium target 2800|us f lactating 16 potassium target 2500|us f lactating 25 water target 3800
us any none 40 magnesium target 320|us any none 40 potassium target 2600|us any none 40 water target 2700
efsa m none 40 magnesium target 350|efsa f none 40 magnesium target 300|efsa m none 12 magnesium target 300
efsa f none 12 magnesium target 250|efsa f none 5 magnesium target 230|efsa m none 2 magnesium target 170
efsa m none 40 magnesium supplement_limit 250|efsa f none 40 potassium target 3500|efsa m none 12 potassium target 2700
efsa f none 8 potassium target 1800|efsa f lactating 30 potassium target 4000|efsa f pregnant 30 potassium target 3500
efsa m none 40 sodium target 2000|efsa f none 8 sodium target 1700|efsa m none 40 water target 2500
efsa f none 40 water target 2000|efsa f none 10 water target 1900|efsa m none 10 water target 2100
efsa f none 6 water target 1600|efsa f pregnant 30 water target 2300|efsa f lactating 30 water target 2700
efsa any none 40 magnesium target 300|efsa any none 40 water target 2000
"""


def check_reference_intakes(rows, findings):
    groups = defaultdict(list)
    for row in rows:
        findings.expect(row["guideline"] in ("us", "efsa"), f"intakes: guideline {row['guideline']}")
        findings.expect(row["sex"] in ("f", "m", "any"), f"intakes: sex {row['sex']}")
        findings.expect(row["stage"] in ("none", "pregnant", "lactating"), f"intakes: stage {row['stage']}")
        findings.expect(row["meaning"] in ("target", "supplement_limit", "limit"), f"intakes: {row['meaning']}")
        findings.expect(row["basis"] in ("RDA", "AI", "UL", "CDRR", "safe"), f"intakes: basis {row['basis']}")
        findings.expect(row["unit"] == ("ml" if row["nutrient"] == "water" else "mg"), "intakes: unit")
        findings.expect(row["source"], "intakes: no source")
        key = tuple(row[column] for column in ("guideline", "sex", "stage", "nutrient", "meaning"))
        start, end = int(row["from_years"]), int(row["below_years"] or 999)
        findings.expect(start < end, f"intakes {key}: {start} to {end}")
        groups[key].append((start, end, int(row["amount"])))

    for guideline in ("us", "efsa"):
        stages = [("f", "none"), ("m", "none"), ("any", "none"), ("f", "pregnant"), ("f", "lactating")]
        meanings = [("magnesium", "target"), ("magnesium", "supplement_limit"), ("potassium", "target")]
        meanings += [("sodium", "target"), ("sodium", "limit"), ("water", "target")]
        for sex, stage in stages:
            for nutrient, meaning in meanings:
                _check_all_ages((guideline, sex, stage, nutrient, meaning), groups, findings)

    for line in INTAKES_BY_HAND.strip().replace("\n", "|").split("|"):
        guideline, sex, stage, age, nutrient, meaning, amount = line.split()
        bands = groups[(guideline, sex, stage, nutrient, meaning)]
        found = [band[2] for band in bands if band[0] <= int(age) < band[1]]
        findings.expect(found == [int(amount)], f"intakes {line}: the table says {found}")


def _check_all_ages(key, groups, findings):
    """Bands follow each other without gap or overlap, from the first age the body speaks of to no end."""
    bands = sorted(groups.get(key, []))
    findings.expect(bands, f"intakes {key}: missing")
    if not bands:
        return
    first = 1 if key[2] == "none" else 10 if key[0] == "efsa" else 9
    if key[0] == "efsa":
        first = max(first, {"supplement_limit": 4, "limit": 18}.get(key[4], 1))
    findings.expect(bands[0][0] == first, f"intakes {key}: begin at {bands[0][0]}")
    findings.expect(bands[-1][1] == 999, f"intakes {key}: end at {bands[-1][1]}")
    for before, after in zip(bands, bands[1:]):
        findings.expect(before[1] == after[0], f"intakes {key}: {before} then {after}")
