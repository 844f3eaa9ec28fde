#!/usr/bin/env python3
"""Whether what the documents beside the program link to is there, and docs/json.md tells of every command.

  usage: documents.py LYTES
"""

import json
import pathlib
import re
import subprocess
import sys

LINK = re.compile(r"\]\(([^)#\s]+)")


def dead_links(folder):
    for document in sorted(folder.rglob("*.md")):
        for link in LINK.findall(document.read_text()):
            if "://" not in link and not (document.parent / link).exists():
                yield f"{document}: {link} is not there"


def untold_commands(program, folder):
    said = subprocess.run([program, "help", "--json"], capture_output=True, text=True, check=True).stdout
    groups = json.loads(said)["help"]["groups"]
    told = (folder / "docs/json.md").read_text()
    for group in groups:
        for row in group["rows"] if group["title"] == "Commands" else []:
            if not re.search(rf"`{row['term']}\b", told):
                yield f"docs/json.md does not tell what `{row['term']}` prints"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = program.parent.parent / "share/doc/lytes"
    wrong = [*dead_links(folder), *untold_commands(program, folder)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
