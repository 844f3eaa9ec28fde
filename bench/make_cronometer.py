#!/usr/bin/env python3
"""Writes a servings.csv as Cronometer makes it, with so many rows and invented figures, some twenty rows a day:

    bench/make_cronometer.py ROWS FILE
"""

import datetime
import random
import sys

NUTRIENTS = (
    "Energy (kcal),Alcohol (g),Caffeine (mg),Water (g),B1 (Thiamine) (mg),B2 (Riboflavin) (mg),B3 (Niacin) (mg),"
    "B5 (Pantothenic Acid) (mg),B6 (Pyridoxine) (mg),B12 (Cobalamin) (µg),Folate (µg),Vitamin A (IU),Vitamin C (mg),"
    "Vitamin D (IU),Vitamin E (mg),Vitamin K (µg),Calcium (mg),Copper (mg),Iron (mg),Magnesium (mg),Manganese (mg),"
    "Phosphorus (mg),Potassium (mg),Selenium (µg),Sodium (mg),Zinc (mg),Carbs (g),Fiber (g),Starch (g),Sugars (g),"
    "Net Carbs (g),Fat (g),Cholesterol (mg),Monounsaturated (g),Polyunsaturated (g),Saturated (g),Trans-Fats (g),"
    "Omega-3 (g),Omega-6 (g),Cystine (g),Histidine (g),Isoleucine (g),Leucine (g),Lysine (g),Methionine (g),"
    "Phenylalanine (g),Protein (g),Threonine (g),Tryptophan (g),Tyrosine (g),Valine (g)"
)
MEALS = ["Breakfast", "Lunch", "Dinner", "Snacks"]
FOODS = ["Oats, Rolled", "Coffee, Brewed", "Tap Water", "Banana, Raw", "Bread, Whole Wheat", "Cheddar Cheese", "Chicken Breast", "Rice, Cooked"]


def main():
    rows = int(sys.argv[1])
    chance = random.Random(rows)
    last = datetime.date(2026, 10, 31)
    days = (rows + 19) // 20
    nutrients = NUTRIENTS.count(",") + 1
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(f"Day,Time,Group,Food Name,Amount,{NUTRIENTS},Category\n")
        water = NUTRIENTS.split(",").index("Water (g)")
        for row in range(rows):
            day = last - datetime.timedelta(days=days - 1 - row // 20)
            blank = [chance.random() < 0.33 and place != water for place in range(nutrients)]
            figures = ",".join("" if one else f"{chance.uniform(0, 300):.2f}" for one in blank)
            food = FOODS[row % 8] if row % 3 else f"{FOODS[row % 8]}, {row % 400}"
            file.write(f'{day},{6 + row % 16:02}:{row % 60:02} ,{MEALS[row % 4]},"{food}","{1 + row % 3}.00 cup, cut",{figures},Snacks\n')


main()
