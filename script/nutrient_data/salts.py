"""Elemental shares, worked out from formulas and standard atomic weights (IUPAC 2021, abridged)."""

import re
from decimal import Decimal

ATOMIC_WEIGHT = {
    symbol: Decimal(weight)
    for symbol, weight in {
        "H": "1.008",
        "C": "12.011",
        "N": "14.007",
        "O": "15.999",
        "Na": "22.990",
        "Mg": "24.305",
        "P": "30.974",
        "S": "32.06",
        "Cl": "35.45",
        "K": "39.098",
        "Ca": "40.078",
    }.items()
}

SYMBOL = {"magnesium": "Mg", "potassium": "K", "sodium": "Na", "calcium": "Ca"}


def atoms_in(formula):
    """{"Mg": 1, "Cl": 2, "H": 12, "O": 6} for "MgCl2·6H2O"; brackets and leading counts of a part are understood."""
    total = {}
    for part in formula.split("·"):
        count, rest = re.fullmatch(r"(\d*)(.+)", part).groups()
        atoms, end = _group(rest, 0)
        if end != len(rest):
            raise ValueError(f"cannot read {formula!r} at {rest[end:]!r}")
        for symbol, number in atoms.items():
            total[symbol] = total.get(symbol, 0) + number * int(count or 1)
    return total


def _group(text, at):
    atoms = {}
    while at < len(text) and text[at] != ")":
        if text[at] == "(":
            inner, at = _group(text, at + 1)
            at += 1
        else:
            symbol = re.match(r"[A-Z][a-z]?", text[at:])
            if not symbol:
                raise ValueError(f"cannot read {text!r} at {text[at:]!r}")
            inner, at = {symbol.group(): 1}, at + symbol.end()
        count = re.match(r"\d*", text[at:]).group()
        at += len(count)
        for name, number in inner.items():
            atoms[name] = atoms.get(name, 0) + number * int(count or 1)
    return atoms, at


def molar_mass(formula):
    return sum(ATOMIC_WEIGHT[symbol] * count for symbol, count in atoms_in(formula).items())


def share(formula, element):
    """Grams of the element in a gram of the salt."""
    symbol = SYMBOL[element]
    return ATOMIC_WEIGHT[symbol] * atoms_in(formula)[symbol] / molar_mass(formula)


# name, aliases, formula, element, what the formula stands for
SALTS = [
    ("magnesium", "elemental magnesium;mag", "Mg", "magnesium", "the element itself, as a label states it"),
    ("magnesium oxide", "mag oxide;magnesiumoxid;magnesium oxid;magnesia", "MgO", "magnesium", "CAS 1309-48-4"),
    ("magnesium hydroxide", "mag hydroxide", "Mg(OH)2", "magnesium", "CAS 1309-42-8"),
    (
        "magnesium carbonate",
        "mag carbonate;heavy magnesium carbonate;light magnesium carbonate",
        "4MgCO3·Mg(OH)2·5H2O",
        "magnesium",
        "the hydrated basic carbonate sold as such; Ph. Eur. monographs Magnesium carbonate, heavy and light: 40 to 45 % MgO",
    ),
    (
        "magnesium citrate",
        "mag citrate;magnesiumcitrat;magnesium citrat;magnesiumcitrate;trimagnesium citrate;trimagnesium dicitrate",
        "Mg3(C6H5O7)2",
        "magnesium",
        "anhydrous trimagnesium dicitrate, CAS 3344-18-1",
    ),
    (
        "magnesium glycinate",
        "mag glycinate;magnesiumglycinat;magnesiumbisglycinat;magnesium glycinat;magnesium bisglycinat;magnesium bisglycinate;mag bisglycinate;magnesium diglycinate;magnesium bis-glycinate",
        "Mg(C2H4NO2)2",
        "magnesium",
        "bisglycinate, CAS 14783-68-7",
    ),
    ("magnesium malate", "mag malate", "MgC4H4O5", "magnesium", "one magnesium to one malate, CAS 869-06-7"),
    ("magnesium taurate", "mag taurate", "Mg(C2H6NO3S)2", "magnesium", "CAS 334824-43-0"),
    (
        "magnesium l-threonate",
        "magnesium threonate;mag threonate;mag l-threonate",
        "Mg(C4H7O5)2",
        "magnesium",
        "CAS 778571-57-6",
    ),
    (
        "magnesium chloride",
        "magnesium chloride hexahydrate;mag chloride",
        "MgCl2·6H2O",
        "magnesium",
        "hexahydrate, CAS 7791-18-6",
    ),
    (
        "magnesium sulfate",
        "magnesium sulphate;magnesium sulfate heptahydrate;epsom salt",
        "MgSO4·7H2O",
        "magnesium",
        "heptahydrate, CAS 10034-99-8",
    ),
    (
        "magnesium lactate",
        "magnesium lactate dihydrate;mag lactate",
        "Mg(C3H5O3)2·2H2O",
        "magnesium",
        "dihydrate: one magnesium, two lactate, two water",
    ),
    (
        "magnesium aspartate",
        "mag aspartate",
        "Mg(C4H6NO4)2",
        "magnesium",
        "anhydrous: one magnesium, two hydrogen aspartate",
    ),
    ("magnesium orotate", "mag orotate", "Mg(C5H3N2O4)2", "magnesium", "anhydrous: one magnesium, two orotate"),
    ("magnesium orotate dihydrate", "", "Mg(C5H3N2O4)2·2H2O", "magnesium", "one magnesium, two orotate, two water"),
    ("magnesium gluconate", "mag gluconate", "Mg(C6H11O7)2", "magnesium", "anhydrous, CAS 3632-91-5"),
    (
        "magnesium pidolate",
        "magnesium pyroglutamate;magnesium pca",
        "Mg(C5H6NO3)2",
        "magnesium",
        "one magnesium, two pyroglutamate",
    ),
    ("magnesium glycerophosphate", "mag glycerophosphate", "MgC3H7O6P", "magnesium", "anhydrous, CAS 927-20-8"),
    ("potassium", "elemental potassium", "K", "potassium", "the element itself, as a label states it"),
    ("potassium chloride", "kcl", "KCl", "potassium", "CAS 7447-40-7"),
    (
        "potassium citrate",
        "potassium citrate monohydrate;tripotassium citrate",
        "K3C6H5O7·H2O",
        "potassium",
        "monohydrate, CAS 6100-05-6",
    ),
    ("potassium gluconate", "", "KC6H11O7", "potassium", "anhydrous, CAS 299-27-4"),
    ("potassium bicarbonate", "potassium hydrogen carbonate", "KHCO3", "potassium", "CAS 298-14-6"),
    ("potassium aspartate", "", "KC4H6NO4", "potassium", "anhydrous: one potassium, one hydrogen aspartate"),
    ("sodium", "elemental sodium", "Na", "sodium", "the element itself, as a label states it"),
    ("sodium chloride", "salt tablet;salt pill;salt capsule;nacl", "NaCl", "sodium", "CAS 7647-14-5"),
    ("sodium bicarbonate", "sodium hydrogen carbonate", "NaHCO3", "sodium", "CAS 144-55-8"),
    ("calcium", "elemental calcium", "Ca", "calcium", "the element itself, as a label states it"),
    ("calcium carbonate", "", "CaCO3", "calcium", "CAS 471-34-1"),
    ("calcium citrate", "calcium citrate tetrahydrate", "Ca3(C6H5O7)2·4H2O", "calcium", "tetrahydrate, CAS 5785-44-4"),
]

# Reduced-osmolarity oral rehydration salts, grams in a litre of water (WHO/UNICEF 2006).
ORAL_REHYDRATION = [
    ("sodium chloride", "NaCl", "2.6", "sodium"),
    ("glucose, anhydrous", "C6H12O6", "13.5", ""),
    ("potassium chloride", "KCl", "1.5", "potassium"),
    ("trisodium citrate, dihydrate", "Na3C6H5O7·2H2O", "2.9", "sodium"),
]


# Strengths of tablets that state the weight of the salt, where that is no more than 500 mg: what a label of an antacid or
# of a prescription prints (DailyMed: magnesium oxide 400 mg holds 241.3 mg magnesium, magnesium gluconate 500 mg holds 27).
SALT_STRENGTHS = {
    "magnesium oxide": "250;400;420;500",
    "magnesium orotate": "500",
    "magnesium orotate dihydrate": "500",
    "magnesium gluconate": "500",
    "sodium chloride": "500",
    "sodium bicarbonate": "325;500",
    "calcium carbonate": "500",
}


def supplement_rows():
    for name, aliases, formula, element, source in SALTS:
        yield (
            name,
            aliases,
            formula,
            element,
            atoms_in(formula)[SYMBOL[element]],
            f"{molar_mass(formula):.3f}",
            f"{share(formula, element):.6f}",
            SALT_STRENGTHS.get(name, ""),
            source,
        )


def oral_rehydration_rows():
    for ingredient, formula, grams, element in ORAL_REHYDRATION:
        milligrams = f"{Decimal(grams) * 1000 * share(formula, element):.1f}" if element else ""
        millimoles = Decimal(grams) * 1000 / molar_mass(formula)
        if element:
            millimoles *= atoms_in(formula)[SYMBOL[element]]
        yield ingredient, formula, grams, element, milligrams, f"{millimoles:.1f}"
