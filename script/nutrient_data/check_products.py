"""Checks of products.csv and waters.csv: what labels say, held against chemistry and against each other."""

import re
from decimal import Decimal

from check_dishes import folded
from check_everyday import words_of
from salts import ATOMIC_WEIGHT, SYMBOL, atoms_in, molar_mass

MINERALS = {"magnesium": "Mg", "potassium": "K", "sodium": "Na", "calcium": "Ca"}

# Salts of products that supplements.csv does not list.
OTHER_SALTS = {
    "trisodium citrate dihydrate": "Na3C6H5O7·2H2O",
    "disodium hydrogen citrate sesquihydrate": "Na4C12H12O14·3H2O",  # two of it, so that its water is whole
    "magnesium hydrogen aspartate tetrahydrate": "Mg(C4H6NO4)2·4H2O",
    "heavy magnesium carbonate": "4MgCO3·Mg(OH)2·4H2O",
    "magnesium glutamate": "Mg(C5H8NO4)2",
}

# The most that one of what is counted, 100 g or 100 ml can hold.
MOST_COUNTED = {"magnesium": 500, "potassium": 1600, "sodium": 1800, "calcium": 400}
MOST_PER_100 = {"magnesium": 20000, "potassium": 53000, "sodium": 40000, "calcium": 3000}

COUNTED = {"tablet", "capsule", "sachet", "stick", "scoop", "lozenge", "gummy", "drop"}

# A tablet's label rounds; a water's analysis is of another year than its chloride.
TOLERANCE = Decimal("0.04")

# Waters whose ions are out of the common run and were looked at again: springs known for just that.
LOOKED_AT = {
    "Avoya", "Donat Mg", "Magnesia (mineral water)", "Egeria", "Toka", "Lurisia", "Montcalm", "Mont Roucous",
    "Hydroxydase", "Warburger Waldquell", "Acqua di Nepi", "Gaudianello",
}  # fmt: skip

# Worked out with pen and paper: product, mineral, mg in one of it or in 100 g or ml.
BY_HAND = [
    ("LMNT", "potassium", "200"),
    ("Klor-Con M20", "potassium", "782"),  # 20 mEq x 39.1
    ("Mag-Ox 400", "magnesium", "241.3"),  # 400 x 24.305 / 40.304
    ("Milk of magnesia", "magnesium", "3333.3"),  # 500 in 15 ml
    ("NoSalt", "potassium", "52459"),  # pure potassium chloride
    ("Hydralyte effervescent", "potassium", "78"),  # 156 in two
]


def per_unit(row, mineral):
    """mg in one of what is counted, else in 100 g or 100 ml; None is unknown."""
    if not row[f"{mineral}_mg"]:
        return None
    share = 1 if row["unit"] in COUNTED else 100
    return Decimal(row[f"{mineral}_mg"]) * share / Decimal(row["amount"])


def check_products(rows, names, supplements, findings):
    findings.expect(len(rows) >= 100, f"products: {len(rows)} rows")
    taken = {folded(word): row["name"] for row in supplements for word in words_of(row)}
    _check_names(rows, names | taken, "products", findings)
    formulas = {row["name"]: row["formula"] for row in supplements} | OTHER_SALTS
    for row in rows:
        where = f"products {row['name']!r}"
        findings.expect(row["kind"] in ("drink", "supplement"), f"{where}: kind {row['kind']!r}")
        findings.expect(row["unit"] in COUNTED | {"g", "ml"}, f"{where}: unit {row['unit']!r}")
        findings.expect(Decimal(row["amount"]) > 0, f"{where}: amount {row['amount']}")
        findings.expect(any(row[f"{mineral}_mg"] for mineral in MINERALS), f"{where}: no figure at all")
        for portion in filter(None, row["portions"].split(";")):
            findings.expect(re.fullmatch(r"[a-z0-9. ]+=\d+(\.\d+)?", portion), f"{where}: portion {portion!r}")
        for mineral in MINERALS:
            value = per_unit(row, mineral)
            most = (MOST_COUNTED if row["unit"] in COUNTED else MOST_PER_100)[mineral]
            if "oral rehydration" in row["source"] or "WHO" in row["source"]:
                most = 2000  # a packet for a litre
            findings.expect(value is None or 0 <= value <= most, f"{where}: {mineral} {value}")
        _check_water(row, where, findings)
        _check_salts(row, formulas, where, findings)
    by_name = {row["name"]: row for row in rows}
    for name, mineral, expected in BY_HAND:
        value = per_unit(by_name[name], mineral)
        findings.expect(abs(value / Decimal(expected) - 1) < Decimal("0.001"), f"products {name}: {mineral} {value}")


def _check_names(rows, taken, table, findings):
    names = [row["name"] for row in rows]
    findings.expect(len(set(names)) == len(names), f"{table}: a name twice")
    words = {}
    for row in rows:
        where = f"{table} {row['name']!r}"
        findings.expect(row["source"], f"{where}: no source")
        findings.expect(re.fullmatch(r"20\d\d-\d\d", row["as_of"]), f"{where}: as of {row['as_of']!r}")
        for word in words_of(row):
            findings.expect(not re.search(r"[,|\"]|\s{2}", word), f"{where}: {word!r}")
            holder = taken.get(folded(word)) or words.get(folded(word), row["name"])
            findings.expect(holder == row["name"], f"{where}: {word!r} is already {holder!r}")
            words[folded(word)] = row["name"]


def _check_water(row, where, findings):
    if row["kind"] != "drink":
        findings.expect(not row["water_ml"], f"{where}: water of what is no drink")
        return
    share = Decimal(row["water_ml"]) / Decimal(row["amount"])
    findings.expect(row["unit"] == "ml" and Decimal("0.85") <= share <= 1, f"{where}: water {share:.2f} of it")


def _check_salts(row, formulas, where, findings):
    """Where the row says how much of which salts it is made of, the minerals follow from that."""
    sums, whole = {}, True
    for salt in filter(None, row["salts"].split(";")):
        name, _, mg = salt.rpartition(" ")
        if not re.fullmatch(r"\d+(\.\d+)?", mg):
            name, whole = salt, False
        findings.expect(name in formulas, f"{where}: no formula of {name!r}")
        for mineral, symbol in MINERALS.items():
            atoms = atoms_in(formulas[name]).get(symbol, 0) if name in formulas else 0
            if atoms:
                share = atoms * ATOMIC_WEIGHT[symbol] / molar_mass(formulas[name])
                sums[mineral] = sums.get(mineral, 0) + (share * Decimal(mg) if whole else 1)
    for mineral in MINERALS if row["salts"] else ():
        value = row[f"{mineral}_mg"]
        if mineral not in sums:
            findings.expect(not value or Decimal(value) == 0 or not whole, f"{where}: {mineral} from none of its salts")
        elif whole and value:
            off = abs(Decimal(value) / sums[mineral] - 1)
            findings.expect(off <= TOLERANCE, f"{where}: {mineral} {value}, by its salts {sums[mineral]:.1f}")


def check_waters(rows, names, findings):
    findings.expect(len(rows) >= 150, f"waters: {len(rows)} rows")
    _check_names(rows, names, "waters", findings)
    most = {"magnesium": 1100, "potassium": 200, "sodium": 2000, "calcium": 700}
    for row in rows:
        where = f"waters {row['name']!r}"
        charge = {}
        for mineral, symbol in MINERALS.items():
            if not row[f"{mineral}_mg_per_l"]:
                continue
            value = Decimal(row[f"{mineral}_mg_per_l"])
            findings.expect(0 <= value <= most[mineral], f"{where}: {mineral} {value}")
            valence = 2 if mineral in ("magnesium", "calcium") else 1
            charge[mineral] = value * valence / ATOMIC_WEIGHT[symbol]
        if row["name"] in LOOKED_AT or len(charge) < 4:
            continue
        # Potassium comes with more sodium than itself, magnesium with calcium or sodium: dolomite and salt springs.
        both = charge["calcium"] + charge["sodium"]
        findings.expect(charge["potassium"] <= max(charge["sodium"], Decimal("0.4")), f"{where}: potassium to sodium")
        findings.expect(charge["magnesium"] <= 2 * both + Decimal("0.2"), f"{where}: magnesium to the rest")
        findings.expect(sum(charge.values()) <= 110, f"{where}: {sum(charge.values()):.0f} meq/l of cations")
