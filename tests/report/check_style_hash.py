"""The hash that a page's policy names is that of the style the page holds: python3 check_style_hash.py html_style.cpp"""

import base64
import hashlib
import re
import sys

source = open(sys.argv[1], encoding="utf-8").read()
style = re.search(r'R"css\((.*)\)css"', source, re.DOTALL).group(1)
named = re.search(r'html_style_sha256\(\) \{ return "([^"]*)"', source).group(1)
worked_out = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
if named != worked_out:
    sys.exit(f"the page names {named}, its style is {worked_out}")
print(f"{named} is the hash of {len(style)} characters of style")
