#!/usr/bin/env python3
"""A made-up folder in the form of FoodData Central's download of branded foods, for measuring: no such food is sold.

usage: make_branded_foods.py FOLDER [FOODS]
"""
import os
import random
import sys

ADJECTIVES = ("SWEET SALTED ORGANIC CRUNCHY SMOKED CREAMY LIGHT DARK SPICY CLASSIC GOLDEN ROASTED FROZEN WILD MINI "
              "FAMILY TOASTED HONEY VANILLA CHOCOLATE STRAWBERRY LEMON GARLIC HERB CHEDDAR BUTTER MAPLE CINNAMON").split()
NOUNS = ("COOKIES CRACKERS YOGURT GRANOLA CEREAL SOUP PIZZA CHIPS PRETZELS BAR BREAD PASTA SAUCE JUICE SODA CHEESE "
         "DRESSING SALSA POPCORN CANDY TEA COFFEE MILK WAFFLES NOODLES SAUSAGE HUMMUS DIP CAKE MUFFINS").split()
SYLLABLES = "BA BRO CO DA DEL FI GRA HO KA LI LU MA MO NE NO PA PRI RO SA SHU TA TO VA VE WI ZO".split()
INGREDIENTS = ("ENRICHED FLOUR (WHEAT FLOUR, NIACIN, REDUCED IRON, THIAMINE MONONITRATE, RIBOFLAVIN, FOLIC ACID), SUGAR, "
               "VEGETABLE OIL, SALT, NATURAL FLAVOR, LECITHIN.")
# The four that labels must name, two that some do, and some that nobody counts here.
NUTRIENTS = ((1093, 900), (1087, 300), (1092, 600), (1090, 120), (1008, 600), (1003, 30), (1004, 40), (1005, 80), (2000, 50))


def check_digit(digits):
    return str(-sum(int(d) * (3, 1)[i % 2] for i, d in enumerate(reversed(digits))) % 10)


def main():
    folder = sys.argv[1]
    foods = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000_000
    dice = random.Random(1)
    os.makedirs(folder, exist_ok=True)
    brands = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(30_000)]
    with open(f"{folder}/nutrient.csv", "w") as out:
        out.write('"id","name","unit_name","nutrient_nbr","rank"\n')
        for number, unit in ((1051, "G"), (1093, "MG"), (1087, "MG"), (1092, "MG"), (1090, "MG"), (1057, "MG"), (1018, "G")):
            out.write(f'"{number}","made up","{unit}","0","0"\n')
    food = open(f"{folder}/food.csv", "w")
    label = open(f"{folder}/branded_food.csv", "w")
    figure = open(f"{folder}/food_nutrient.csv", "w")
    food.write('"fdc_id","data_type","description","food_category_id","publication_date"\n')
    label.write('"fdc_id","brand_owner","brand_name","subbrand_name","gtin_upc","ingredients","not_a_significant_source_of",'
                '"serving_size","serving_size_unit","household_serving_fulltext","branded_food_category","data_source",'
                '"package_weight","modified_date","available_date","market_country","discontinued_date"\n')
    figure.write('"id","fdc_id","nutrient_id","amount","data_points","derivation_id","min","max","median","footnote",'
                 '"min_year_acquired"\n')
    row = 0
    for i in range(foods):
        number = 400_000 + i
        words = dice.sample(ADJECTIVES, dice.randint(1, 4)) + [dice.choice(NOUNS)]
        brand = dice.choice(brands)
        code = f"{i * 7 + 10_000_000_000:011d}"
        food.write(f'"{number}","branded_food","{" ".join(words)}","","2026-04-01"\n')
        unit = "ml" if words[-1] in ("JUICE", "SODA", "MILK") else "g"
        label.write(f'"{number}","{brand} FOODS INC","{brand}","","{code}{check_digit(code)}","{INGREDIENTS}","",'
                    f'"{dice.randint(15, 355)}.0","{unit}","{dice.randint(1, 12)} {words[-1]}","Made up","LI","",'
                    f'"2026-01-01","2026-01-01","United States",""\n')
        for nutrient, most in NUTRIENTS:
            if nutrient in (1092, 1090) and dice.random() < 0.5:
                continue
            row += 1
            figure.write(f'"{row}","{number}","{nutrient}","{dice.randint(0, most)}.0","","70","","","","",""\n')


main()
