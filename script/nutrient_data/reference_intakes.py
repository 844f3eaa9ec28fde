"""Reference intakes as the issuing bodies print them, spread out to one row per group and nutrient.

Bands are half-open: from_years <= age < below_years, blank below_years is "and older". Where the
bodies print one column for both sexes the figures are repeated for each, so that a lookup by sex
always finds a row. `any` is for a person whose sex is not known: the lower of the two targets
(and of the two limits), so that nobody is told to be short without reason.
"""

MG_US = "NAM 1997, table in NCBI NBK545442 appJ_tab3"
MG_UL_US = "NAM 1997 (supplements only), NAP 9956 ch. 28"
K_US = "NAM 2019, NCBI NBK545430 tab_S_1"
NA_US = "NAM 2019, table in NCBI NBK545442 appJ_tab3"
CDRR_US = "NAM 2019, NAP 25353"
WATER_US = "IOM 2004, NCBI NBK56068 t4 (total water, food included)"
MG_EFSA = "EFSA Journal 2015;13(7):4186"
MG_UL_EFSA = "EU Scientific Committee on Food 2001 (readily dissociable salts, supplements only), kept by EFSA"
K_EFSA = "EFSA Journal 2016;14(10):4592"
NA_EFSA = "EFSA Journal 2019;17(9):5778 (safe and adequate intake)"
WATER_EFSA = "EFSA Journal 2010;8(3):1459 (total water, food included)"

# US: from, below, Mg RDA, Mg supplement UL, K AI, Na AI, Na CDRR, total water AI ml
_US = {
    "m": [
        (1, 4, 80, 65, 2000, 800, 1200, 1300),
        (4, 9, 130, 110, 2300, 1000, 1500, 1700),
        (9, 14, 240, 350, 2500, 1200, 1800, 2400),
        (14, 19, 410, 350, 3000, 1500, 2300, 3300),
        (19, 31, 400, 350, 3400, 1500, 2300, 3700),
        (31, None, 420, 350, 3400, 1500, 2300, 3700),
    ],
    "f": [
        (1, 4, 80, 65, 2000, 800, 1200, 1300),
        (4, 9, 130, 110, 2300, 1000, 1500, 1700),
        (9, 14, 240, 350, 2300, 1200, 1800, 2100),
        (14, 19, 360, 350, 2300, 1500, 2300, 2300),
        (19, 31, 310, 350, 2600, 1500, 2300, 2700),
        (31, None, 320, 350, 2600, 1500, 2300, 2700),
    ],
}
# The tables begin at 14 and end at 50; younger and older mothers get the nearest band's figures.
_US_MOTHERS = {
    "pregnant": [
        (9, 19, 400, 350, 2600, 1500, 2300, 3000),
        (19, 31, 350, 350, 2900, 1500, 2300, 3000),
        (31, None, 360, 350, 2900, 1500, 2300, 3000),
    ],
    "lactating": [
        (9, 19, 360, 350, 2500, 1500, 2300, 3800),
        (19, 31, 310, 350, 2800, 1500, 2300, 3800),
        (31, None, 320, 350, 2800, 1500, 2300, 3800),
    ],
}
_US_COLUMNS = [
    ("magnesium", "target", "RDA", MG_US),
    ("magnesium", "supplement_limit", "UL", MG_UL_US),
    ("potassium", "target", "AI", K_US),
    ("sodium", "target", "AI", NA_US),
    ("sodium", "limit", "CDRR", CDRR_US),
    ("water", "target", "AI", WATER_US),
]

# EFSA: each panel has its own age bands. (from, below, male, female)
_EFSA = {
    ("magnesium", "target", "AI", MG_EFSA): [(1, 3, 170, 170), (3, 10, 230, 230), (10, 18, 300, 250), (18, None, 350, 300)],
    ("magnesium", "supplement_limit", "UL", MG_UL_EFSA): [(4, None, 250, 250)],
    ("potassium", "target", "AI", K_EFSA): [
        (1, 4, 800, 800),
        (4, 7, 1100, 1100),
        (7, 11, 1800, 1800),
        (11, 15, 2700, 2700),
        (15, None, 3500, 3500),
    ],
    ("sodium", "target", "safe", NA_EFSA): [(1, 4, 1100, 1100), (4, 7, 1300, 1300), (7, 11, 1700, 1700), (11, None, 2000, 2000)],
    # What is safe and adequate for adults is also where the panel is confident of fewer diseases of heart and vessels.
    ("sodium", "limit", "safe", NA_EFSA): [(18, None, 2000, 2000)],
    ("water", "target", "AI", WATER_EFSA): [
        (1, 2, 1200, 1200),
        (2, 4, 1300, 1300),
        (4, 9, 1600, 1600),
        (9, 14, 2100, 1900),
        (14, None, 2500, 2000),
    ],
}  # fmt: skip

_EFSA_MOTHERS_FROM = 10
_EFSA_MOTHERS_POTASSIUM = {"pregnant": 3500, "lactating": 4000}
_EFSA_MOTHERS_MORE_WATER = {"pregnant": 300, "lactating": 700}

_UNIT = {"water": "ml"}


def _row(guideline, sex, stage, start, end, nutrient, meaning, amount, basis, source):
    unit = _UNIT.get(nutrient, "mg")
    return (guideline, sex, stage, start, "" if end is None else end, nutrient, meaning, amount, unit, basis, source)


def _us():
    for place, (nutrient, meaning, basis, source) in enumerate(_US_COLUMNS, start=2):
        for sex in ("f", "m"):
            for band in _US[sex]:
                yield _row("us", sex, "none", *band[:2], nutrient, meaning, band[place], basis, source)
        for woman, man in zip(_US["f"], _US["m"]):
            lower = min(woman[place], man[place])
            yield _row("us", "any", "none", *woman[:2], nutrient, meaning, lower, basis, source)
        for stage, bands in _US_MOTHERS.items():
            for band in bands:
                yield _row("us", "f", stage, *band[:2], nutrient, meaning, band[place], basis, source)


def _efsa():
    for (nutrient, meaning, basis, source), bands in _EFSA.items():
        for sex, pick in (("f", lambda m, f: f), ("m", lambda m, f: m), ("any", min)):
            for start, end, man, woman in bands:
                yield _row("efsa", sex, "none", start, end, nutrient, meaning, pick(man, woman), basis, source)
        for stage in ("pregnant", "lactating"):
            for start, end, _, woman in bands:
                start = max(start, _EFSA_MOTHERS_FROM)
                if end is not None and end <= start:
                    continue
                amount = woman
                if nutrient == "potassium":
                    amount = _EFSA_MOTHERS_POTASSIUM[stage]
                elif nutrient == "water":
                    amount = woman + _EFSA_MOTHERS_MORE_WATER[stage]
                yield _row("efsa", "f", stage, start, end, nutrient, meaning, amount, basis, source)


def reference_intake_rows():
    yield from _us()
    yield from _efsa()
