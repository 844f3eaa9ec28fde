"""Readable names for foods that only SR28 holds.

SR28's short descriptions are upper case and abbreviated ("YOGURT, GREEK, PLN, NONFAT"). The
abbreviations are spelled out, and each word gets the case SR24's long descriptions give it:
common words lower, brands upper.
"""

import collections
import re

# Longer groups first: what a short word means depends on its neighbour.
_PHRASES = [
    (r"\bLN AND FA?T\b|\bL AND F\b|\bLN FA?T\b(?=,)", "separable lean and fat"),
    (r"\bLN MEAT\b", "lean meat"),
    (r"(?<=, )(?:EX )LN\b", "extra lean"),
    (r"\bTP LN\b|\bTOP LN\b|\bTP LON\b|\bTPLN\b", "top loin"),
    (r"^BEEF, (?:LN|LON),", "BEEF, loin,"),
    (r"(?<=, )LN\b", "separable lean only"),
    (r"\bWHL GRN\b|\bWHLGRN\b", "whole grain"),
    (r"\bLOW NA\b|\bLO NA\b|\bLOWER NA\b", "low sodium"),
    (r"\bRED NA\b|\bREDUCED/LOW NA\b|\bLESS/REDUCED NA\b", "reduced sodium"),
    (r"\bNA SACCHARIN\b", "sodium saccharin"),
    (r"\bRED (FAT|SUGAR|CAL)\b", r"reduced \1"),
    (r"\bADDE?D? CA\b", "added calcium"),
    (r"\bWITH CA\b", "with calcium"),
    (r"\bAND CA\b", "and calcium"),
    (r"\bC, CA, AND K\b", "C, calcium, and K"),
    (r"\bFRENCH FR\b", "french fried"),
    (r"\bPAN-BRLED\b|\bPAN-BROILED\b", "pan-broiled"),
    (r"\bRIB STK/RST\b", "rib steak/roast"),
    (r"\bLT (MEAT|JUC|STYLE|CRANBERRY|NEW|ITALIAN)\b", r"light \1"),
    (r"\bREADY TO DRK\b", "ready to drink"),
    (r"\bSPL K\b", "SPECIAL K"),
    (r"\bCHICK-FIL-A\b", "Chick-fil-A"),
    (r"\bW ADDED\b", "with added"),
    (r", \)", ")"),
    (r"\bCINN-", "cinnamon-"),
    (r"\bICE CRM\b", "ice cream"),
    (r"\bCOMY?\b(?= NOS)", "COMPANY"),
    (r"\bNOS 0\b", "NOS zero"),
]

_WORDS = {
    "ADD": "added", "ALLGRD": "all grades", "APL": "apple", "APPL": "apple", "ART": "artificial",
    "AUS": "Australian", "AUST": "Australian", "BABYFD": "babyfood", "BABYFOO": "babyfood", "BAN": "banana",
    "BERR": "berry", "BEV": "beverages", "BEVE": "beverages", "BEVERAG": "beverages", "BEVERAGE": "beverages",
    "BF": "beef", "BKD": "baked", "BLD": "boiled", "BLK": "black", "BLND": "blend", "BN": "bone", "BND": "boned",
    "BNE": "bone", "BNED": "boned", "BNLES": "boneless", "BNLESS": "boneless", "BNLS": "boneless",
    "BNLSS": "boneless", "BNS": "beans", "BRD": "bread", "BRKFST": "breakfast", "BRLD": "broiled",
    "BRLED": "broiled", "BRLER": "broilers", "BRN": "brown", "BROILR": "broilers", "BROLR": "broilers",
    "BRSD": "braised", "BRST": "breast", "BRW": "brown", "BRWN": "brown", "BSD": "based", "BTLD": "bottled",
    "BTTM": "bottom", "BTTRMLK": "buttermilk", "CAL": "calorie", "CALO": "calorie", "CARB": "carbonated",
    "CHC": "choice", "CHCK": "chicken", "CHCKN": "chicken", "CHERY": "cherry", "CHICK": "chicken",
    "CHEDD": "cheddar", "CHMP": "chump", "CHOC": "chocolate", "CHOIC": "choice", "CHPS": "chops", "CHS": "cheese",
    "CHUNKY": "chunky", "CINN": "cinnamon", "CITR": "citrus", "CK": "cooked", "CKD": "cooked", "CKN": "chicken",
    "CND": "canned", "CNTR": "center", "COATD": "coated", "COCNT": "coconut", "COMMLY": "commercially",
    "COMP": "composite", "CONC": "concentrate", "COND": "condensed", "CP": "cap", "CRAC": "crackers",
    "CRL": "cereal", "CRM": "cream", "CRST": "crust", "DECAFF": "decaffeinated", "DECAFFEI": "decaffeinated",
    "DEHYD": "dehydrated", "DIARRH": "diarrhea", "DIL": "diluted", "DK": "dark", "DNUDED": "denuded",
    "DRK": "drink", "DRND": "drained", "DRSNG": "dressing", "DRUMSTK": "drumstick", "DSSRT": "dessert",
    "ENEY": "energy", "ENG": "English", "ENGY": "energy", "ENR": "enriched", "EVAP": "evaporated", "EX": "extra",
    "FD": "fed", "FLAV": "flavored", "FLR": "flour", "FLSH": "fleshed", "FORMU": "formula", "FORT": "fortified",
    "FRE": "free", "FRMS": "FARMS", "FRNCHED": "frenched", "FRSH": "fresh", "FRSTD": "frosted",
    "FRSTNG": "frosting", "FRT": "fruit", "FRU": "fruit", "FRYRS": "fryers", "FRZ": "frozen", "FT": "fat",
    "GE": "GERBER", "GERB": "GERBER", "GRAD": "GRADUATES", "GRADUAT": "GRADUATES", "GRAPEFRUT": "grapefruit",
    "GRD": "grade", "GRDES": "grades", "GRDS": "grades", "GRILLD": "grilled", "GRLD": "grilled",
    "GRLED": "grilled", "GRLLED": "grilled", "GRLLD": "grilled", "GRN": "green", "GRNS": "greens", "GRP": "grape",
    "GRPE": "grape", "GRPFRT": "grapefruit", "GRSS": "grass", "H2O": "water", "HI": "high", "HTD": "heated",
    "IMP": "imported", "INCL": "includes", "INF": "infant", "INFA": "infant", "INST": "instant",
    "JOHN": "JOHNSON", "JOHNS": "JOHNSON", "JR": "junior", "JU": "junior", "JUC": "juice", "KRNLS": "kernels",
    "L": "separable lean only", "LG": "leg", "LIPON": "lip-on", "LIQ": "liquid", "LO": "low", "LOFAT": "low-fat",
    "LT": "light", "LTTC": "lettuce", "MARGARIN": "margarine", "MARSHMLLW": "marshmallow", "MDL": "middle",
    "MDLE": "middle", "MEA": "MEAD", "MED": "medium", "MILKSHAK": "milkshake", "MIN": "mineral",
    "MORNNGSTR": "MORNINGSTAR", "MRB": "marble", "MSHD": "mashed", "MT": "meat", "MUFF": "muffin", "MXD": "mixed",
    "NAT": "natural", "NUTR": "nutrition", "NUTRIT": "nutrition", "NZ": "New Zealand", "OGN": "original",
    "ORIG": "original", "PARBLD": "parboiled", "PAST": "pastries", "PDR": "powder", "PEP": "pepperoni",
    "PEPP": "pepperoni", "PEPPI": "pepperoni", "PK": "pack", "PLN": "plain", "PNUT": "peanut", "PNUTS": "peanuts",
    "POW": "powder", "PREP": "prepared", "PRETZ": "pretzels", "PRM": "premium", "PROC": "processing",
    "PROT": "protein", "PRTRHS": "porterhouse", "PSTACH": "pistachio", "PWD": "powder", "RASN": "raisin",
    "RASP": "raspberry", "RBEYE": "ribeye", "REC": "reconstituted", "RECON": "reconstituted",
    "REFR": "refrigerated", "REG": "regular", "REHTD": "reheated", "REPLCMNT": "replacement", "RND": "round",
    "RST": "roast", "RSTD": "roasted", "RTB": "ready-to-bake", "RTD": "ready to drink",
    "RTE": "ready-to-eat", "RTF": "ready-to-feed", "RTH": "ready-to-heat", "RTL": "retail",
    "RTS": "ready-to-serve", "RW": "raw", "SAU": "sauce", "SCR": "score", "SCRMBL": "scramble", "SD": "seed",
    "SEL": "select", "SHLDR": "shoulder", "SHNK": "shank", "SHRD": "shredded", "SHRT": "short",
    "SIMIL": "SIMILAC", "SIMMRD": "simmered", "SIRLN": "sirloin", "SKN": "skin", "SKNLS": "skinless",
    "SKNLSS": "skinless", "SLN": "solution", "SLW": "slow", "SML": "small", "SMLEDRIB": "small end rib",
    "SMLENDRIB": "small end rib", "SMMR": "summer", "SMTH": "smoothie", "SNDWCH": "sandwich", "SNK": "snack",
    "SOL": "solids", "SOLN": "solution", "SPARK": "sparkling", "SPRD": "spread", "SPRY": "SPRAY",
    "SSAGE": "sausage", "SSGE": "sausage", "STD": "standard", "STK": "steak", "STKS": "sticks", "STR": "strained",
    "STRWBY": "strawberry", "SUG": "sugar", "SWT": "sweet", "SWTND": "sweetened", "SWTNR": "sweetener",
    "SYRU": "syrup", "TCH": "touch", "TDLN": "tenderloin", "TENDERLN": "tenderloin", "TENLN": "tenderloin",
    "TMT": "tomato", "TNDERLN": "tenderloin", "TNDRLN": "tenderloin", "TNLN": "tenderloin", "TOASTE": "toaster",
    "TOD": "toddler", "TODD": "toddler", "TOMAT": "tomato", "TP": "top", "TRKY": "turkey", "TSTD": "toasted",
    "UNCKD": "uncooked", "UNDIL": "undiluted", "UNENR": "unenriched", "UNHTD": "unheated", "UNILEV": "UNILEVER",
    "UNP": "unprepared", "UNPR": "unprepared", "UNPRE": "unprepared", "UNPREP": "unprepared",
    "UNPRP": "unprepared", "UNSWTND": "unsweetened", "VANILA": "vanilla", "VAR": "variety", "VEG": "vegetable",
    "VIT": "vitamin", "WGU": "wagyu", "WHL": "whole", "WHT": "white", "WHTS": "wheats", "WI": "with",
    "WIT": "with", "WNTR": "winter", "WT": "weight", "YEL": "yellow",
}  # fmt: skip

# Proper names that SR24's long descriptions do not show.
_PROPER = {
    word.upper(): word
    for word in """Greek Jewish Thai Vietnamese Moroccan Tuscan Santa Fe Icelandic Naan Anjou Bartlett Bosc Gala Fuji
    Granny Smith Sriracha Zealand Australian English Danish Monterey Jack American Mediterranean Italian Mexican Indian French Chinese
    Swiss Spanish Brazil Alaska""".split()
}
_PROPER["NAAN"] = "naan"
# Common words that SR24 shows only as parts of brands.
_PROPER.update({word: word.lower() for word in "CRISP CRUNCH GRAHAMS TOASTY BITES MINI CARE MALT GO RICH STRONG HAND VALLEY RIGHT YORK".split()})

# Brands, kept in capitals as USDA writes them. Those of more than one word would otherwise lose them.
_BRANDS = """ABBOTT; ANDREA'S; APPLEBEE'S; ARBY'S; ARIZONA; AUSTIN; BALANCE; BARBARA'S; BOLTHOUSE FARMS; BOOST PLUS;
    BREYERS; BURGER KING; BULL'S-EYE; CARRABBA'S ITALIAN GRILL; CASCADIAN FARM; CHEEZ-IT; CHICK-FIL-A; CHOBANI; CINNABON; CLASSICO;
    CLIF Z BAR; COCA-COLA; CRACKER BARREL; CRUNCHMASTER; CYTOSPORT; DANNON; DE BOLES; DENNY'S; DUOZ; EGGO; ENFAGROW;
    ENFAMIL; ENSURE; FAMOUS AMOS; FRITO'S; FUDGE SHOPPE; FUZE; GARDENBURGER; GENERAL MILLS; GERBER; GEROLSTEINER;
    GIRL SCOUTS; GLACEAU; GLUTINO; GOLDFISH; GRIPZ; HEINZ; HERSHEY'S; HI-C; HUNGRY MAN; JACKSON'S; JIMMY DEAN;
    KASHI; KC MASTERPIECE; KEEBLER; KELLOGG'S; KELLOGG; KFC; KRAVE; LIFEWAY; LITTLE CAESARS; MALT-O-MEAL;
    MARY'S GONE CRACKERS; MCDONALD'S; MEAD JOHNSON; MEZZETTA; MINUTE MAID; MONSTER; MORNINGSTAR FARMS; MOTHER'S;
    MOTTS; MUSCLE MILK; MURRAY; NAKED JUICE; NATURE'S PATH; NESTLE; NOS; NUTRAMIGEN; NUTRI-GRAIN; OCEAN SPRAY;
    ODWALLA; OIKOS; OLD EL PASO; OLIVE GARDEN; ON THE BORDER; OPEN PIT; PAPA JOHN'S; PEPPERIDGE FARM; PIZZA HUT;
    PLANTERS; POP-TARTS; POPEYES; POST; POWERADE; PUFFINS; QUAKER; RUDI'S; SAGE VALLEY; SANDIES; SCHAR; SIMILAC;
    SLIMFAST; SMART SOUP; SMUCKER'S; SNAPPLE; SPECIAL K; SUBWAY; SUNSHINE; SWANSON; SWEET BABY RAY'S; T.G.I. FRIDAY'S;
    TINKYADA; TLC; TOASTEDS; TOSTITOS; TOWN HOUSE; UDI'S; UNCLE BENS; UNCLE BEN'S; UNILEVER; VAN'S; WENDY'S; WEND'YS;
    WHEATABLES; ZESPRI; ZESTA; ZEVIA"""
_BRAND = re.compile(
    r"(?<![A-Za-z])(?:" + "|".join(re.escape(" ".join(brand.split())) for brand in _BRANDS.split(";")) + r")(?![A-Za-z])",
    re.IGNORECASE,
)


def _cases_in(long_names):
    """For each word in capitals, how SR24 mostly writes it away from the start of a name."""
    seen = collections.defaultdict(collections.Counter)
    for name in long_names:
        for word in re.findall(r"(?<!^)\b[A-Za-z][A-Za-z']+", name):
            seen[word.upper()][word] += 1
    return {upper: counts.most_common(1)[0][0] for upper, counts in seen.items()}


class ReadableNames:
    def __init__(self, long_names):
        self._case = _cases_in(long_names)

    def _word(self, word):
        upper = word.upper()
        if upper in _WORDS:
            return _WORDS[upper]
        if upper in _PROPER:
            return _PROPER[upper]
        known = self._case.get(upper)
        if known is None:
            return word.lower()
        return known.lower() if known.istitle() and known.lower() != known and upper not in _PROPER else known

    def of(self, short):
        """"YOGURT, GREEK, PLN, NONFAT" -> "Yogurt, Greek, plain, nonfat"."""
        text = re.sub(r"\s+", " ", short).strip(" ,.\\").replace("\\", "")
        text = re.sub(r",(?=[^ \d])", ", ", text).replace(" ,", ",")
        if text.upper() != text:
            text = text.upper()
        for pattern, spelled_out in _PHRASES:
            text = re.sub(pattern, lambda match: match.expand(spelled_out), text)
        text = re.sub(r"[A-Z][A-Z0-9']*(?:-[A-Z][A-Z']*)?(?![a-z])", lambda m: self._part(m.group()), text)
        text = _BRAND.sub(lambda match: match.group().upper().replace("WEND'YS", "WENDY'S"), text)
        return text[:1].upper() + text[1:]

    def _part(self, word):
        if "-" in word and word.upper() not in self._case:
            return "-".join(self._word(part) for part in word.split("-"))
        if len(word) == 1 or re.fullmatch(r"[A-Z]\d+", word):
            return _WORDS.get(word, word) if word != "F" else "fat"
        return self._word(word)
