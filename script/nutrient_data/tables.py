"""Reading the tables that are delivered, strictly."""

import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Findings:
    def __init__(self):
        self.messages = []
        self.checks = 0

    def expect(self, holds, message):
        self.checks += 1
        if not holds:
            self.messages.append(message)

    def tell(self, tables):
        """Prints what was found, and ends the program with 1 if anything was."""
        for message in self.messages:
            print(message, file=sys.stderr)
        rows = ", ".join(f"{name} {len(table)}" for name, table in tables.items())
        print(f"{self.checks} checks, {len(self.messages)} failed; rows: {rows}")
        sys.exit(1 if self.messages else 0)


def read_table(folder, name, columns, findings):
    path = ROOT / folder / f"{name}.csv"
    raw = path.read_bytes()
    findings.expect(b"\r" not in raw, f"{name}: line ends are not LF alone")
    findings.expect(not raw.startswith(b"\xef\xbb\xbf"), f"{name}: has a byte order mark")
    findings.expect(raw.endswith(b"\n"), f"{name}: last line is not ended")
    lines = list(csv.reader(raw.decode("utf-8").splitlines(keepends=True), strict=True))
    header, rows = lines[0], lines[1:]
    findings.expect(header == columns.split(), f"{name}: columns are {header}")
    for number, row in enumerate(rows, start=2):
        findings.expect(len(row) == len(header), f"{name}:{number}: {len(row)} columns")
        findings.expect(all(cell == cell.strip() for cell in row), f"{name}:{number}: space around a value")
    return [dict(zip(header, row)) for row in rows]
