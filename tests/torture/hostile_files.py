#!/usr/bin/env python3
"""Gives lytes files that mean it ill, of every kind in every format that is imported.

  usage: hostile_files.py LYTES [WORD ...]        only files with one of the words in their names

Of each file: it is refused with exit code 2, the message says where the trouble stands (a line, a row, or the file in
the zip), nothing is saved, no other file is made or left, and lytes takes no more than 200 MB. How long the slowest
took is told at the end, and a file that is twice as long may not take much more than twice the time.
"""

import json
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

NOW = "2026-11-22 12:30"
MOST_MEMORY = 200 * 1024  # kilobytes
LONG = 10_000_000

# A header of each CSV, a row with the place where a number stands, and what the format is called.
TABLES = {
    "servings": ("cronometer", "Day,Time,Group,Food Name,Amount,Water (g)", "2026-11-01,07:10,Breakfast,{text},1.00 cup,{number}"),
    "dailysummary": ("cronometer", "Date,Water (g),Magnesium (mg),Completed", "2026-11-01,{number},10,{text}"),
    "biometrics": ("cronometer", "Day,Time,Group,Metric,Unit,Amount", "2026-11-01,07:00,Data,Weight {text},kg,{number}"),
    "exercises": ("cronometer", "Day,Time,Group,Exercise,Minutes,Calories Burned", "2026-11-01,18:00,,{text},{number},-1"),
    "bearable": ("bearable", "date,weekday,time of day,category,rating/amount,detail,notes", "9th Jan 2024,Tuesday,pm,Symptom,{number},Headache,{text}"),
    "bearable_newer": ("bearable", "date,time of day,category,detail,rating,notes", "2025-03-01,pm,Symptom,Headache,{number},{text}"),
    "daylio": ("daylio", "full_date,date,weekday,time,mood,activities,note", "2020-05-04,May 4,Monday,{number},good,work,{text}"),
    "myfitnesspal": ("myfitnesspal", "Date,Meal,Calories,Sodium (mg),Potassium,Note", "2018-03-01,Dinner,320,{number},380,{text}"),
    "samsung": ("samsung-health", "start_time,time_offset,amount,unit_amount,comment", "2025-06-01 23:30:00.000,UTC+0900,{number},250,{text}"),
    "loseit": ("loseit", "Date,Name,Icon,Meal,Quantity,Units,Calories,Deleted,Sodium (mg)", "2026-06-16,{text},,Lunch,1,cup,100,false,{number}"),
    "daily": ("daily", "date,status,fluid_ml,stress", "2026-11-01,complete,{number},{text}"),
}

RECORD = '<Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="{app}" unit="mL" startDate="2026-11-01 08:00:00 +0100" value="{value}"/>'
HEALTH = '<?xml version="1.0" encoding="UTF-8"?>\n'


def csv_files():
    """Name, format, and bytes."""
    for table, (app, header, row) in TABLES.items():
        def file(number="5", text="x", header=header, row=row):
            return (header + "\n" + row.format(number=number, text=text) + "\n").encode()

        for number in ("1e309", "-5", "-1e309", "nan", "inf", "0x10", "5 000", "99999999999"):
            yield f"{table}, {number}", app, file(number)
        yield f"{table}, a byte NUL in a cell", app, file(text="a\0b")
        yield f"{table}, letters that are none", app, file().replace(b"\n", b"\n", 1)[:-1] + b"\xff\xfe\xc0\n"
        yield f"{table}, half a letter", app, file(text="Te~").replace(b"~", b"\xe2\x82")
        yield f"{table}, letters that are none in the header", app, file(header=header + ",a~").replace(b"~", b"\xff")
        yield f"{table}, a byte NUL in the header", app, file(header=header + ",a\0")
        yield f"{table}, a line of 10 MB", app, file(text="x" * LONG)
        yield f"{table}, a header of 10 MB", app, file(header=header + "," + "x" * LONG)
        yield f"{table}, a quote that is never closed", app, file(text='"' + "x\n" * (LONG // 2))
        yield f"{table}, commas of 10 MB", app, file(text="," * LONG)
        yield f"{table}, quotes of 10 MB", app, file(text='"' * LONG)
        yield f"{table}, 100,000 columns", app, file(header=header + "," + ",".join(f"c{n}" for n in range(100_000)))
        yield f"{table}, 100,000 nameless columns", app, file(header=header + "," * 100_000)
        yield f"{table}, 100,000 cells", app, file(text="," * 100_000 + "x")
        yield f"{table}, a day that is none", app, re.sub(rb"\n(\d+th Jan|\d{4}-\d\d)[- ]", rb"\n2026-13-", file(), count=1)
        yield f"{table}, cut off in UTF-16", app, b"\xff\xfe" + file().decode().encode("utf-16-le")[:-1]
        yield f"{table}, half a pair in UTF-16", app, b"\xff\xfe" + file(text="~").decode().encode("utf-16-le").replace(b"~\0", b"\0\xd8")
        yield f"{table}, 10 MB in UTF-16 without a line", app, b"\xff\xfe" + ("x" * (LONG // 2)).encode("utf-16-le")
    yield "cronometer, nothing", "cronometer", b""
    yield "bearable, line breaks of 10 MB", "bearable", b"\n" * LONG
    yield "daylio, a gzip", "daylio", b"\x1f\x8b\x08" + os.urandom(1000)


def xml_files():
    def health(inside, head=""):
        return (HEALTH + head + "<HealthData>\n" + inside + "\n</HealthData>\n").encode()

    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">\n' for n in range(1, 10))
    doctype = "<!DOCTYPE HealthData [\n{}]>\n"
    yield "a billion laughs", health("&l9;", doctype.format('<!ENTITY l0 "lol">\n' + lol))
    yield "a long entity many times", health("&a;" * 100_000, doctype.format(f'<!ENTITY a "{"x" * 100_000}">\n'))
    yield "entities in an attribute", health('<Record type="&l9;"/>', doctype.format('<!ENTITY l0 "lol">\n' + lol))
    yield "an external entity", health("&x;", doctype.format('<!ENTITY x SYSTEM "file:///etc/passwd">\n'))
    yield "a parameter entity", health("", doctype.format('<!ENTITY % x SYSTEM "file:///etc/passwd">\n%x;\n'))
    yield "parameter entities of their own", health("", doctype.format('<!ENTITY % a "<!ENTITY b \'c\'>">\n%a;\n'))
    yield "an entity that is not there", health("&nobody;")
    yield "a notation and an entity of its own", health("", doctype.format('<!NOTATION n SYSTEM "n">\n<!ENTITY e SYSTEM "e" NDATA n>\n'))
    for value in ("1e309", "-5", "nan", "inf", "0x10", "", "99999999999"):
        yield f"value {value}", health(RECORD.format(app="a", value=value))
    yield "a byte NUL", health(RECORD.format(app="a\0", value="5"))
    yield "letters that are none", health(RECORD.format(app="a~", value="5")).replace(b"~", b"\xff")
    yield "an attribute of 10 MB", health(RECORD.format(app="x" * LONG, value="5"))
    yield "a tag of 10 MB", health("<" + "x" * LONG + "/>")
    yield "a comment of 10 MB", health("<!--" + "x" * LONG + "-->")
    yield "a processing instruction of 10 MB", health("<?x " + "x" * LONG + "?>")
    wrong = RECORD.format(app="a", value="-5")
    yield "100,000 attributes", health("<Record " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>" + wrong)
    yield "an attribute twice", health('<Record type="a" type="b"/>')
    yield "100,000 elements in one another", health("<a>" * 100_000)
    yield "100,000 declared elements in one", health(wrong, doctype.format("<!ELEMENT a " + "(" * 100_000 + "b" + ")" * 100_000 + ">\n"))
    yield "cut off", health(RECORD.format(app="a", value="5"))[:-20]
    yield "another root", HEALTH.encode() + b"<html><body/></html>"
    yield "a unit that is none", health(RECORD.format(app="a", value="5").replace("mL", "barrels"))
    yield "a time that is none", health(RECORD.format(app="a", value="5").replace("2026-11-01", "2026-13-01"))
    yield "an encoding that is none", b'<?xml version="1.0" encoding="x-none"?>\n<HealthData/>'
    yield "2,000 apps", health("".join(RECORD.format(app=f"app {n}", value="5") + "\n" for n in range(2000)))


TABLE = ("CREATE TABLE hydration_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER, start_time INTEGER, "
         "start_zone_offset INTEGER, volume REAL{more})")


def databases(folder):
    """Name and file."""
    def made(name, *statements, after=None):
        path = os.path.join(folder, "export.db")
        if os.path.exists(path):
            os.remove(path)
        database = sqlite3.connect(path)
        for statement in statements:
            database.execute(*statement) if isinstance(statement, tuple) else database.execute(statement)
        database.commit()
        database.close()
        if after:
            with open(path, "rb") as file:
                data = after(bytearray(file.read()))
            with open(path, "wb") as file:
                file.write(data)
        return name, path

    table = TABLE.format(more="")

    def row(volume, time=1793516400000, offset=3600):
        return ("INSERT INTO hydration_record_table VALUES (7, x'01', 1, ?, ?, ?)", (time, offset, volume))

    yield made("a view", "CREATE VIEW hydration_record_table AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
               "SELECT x AS row_id, 1 AS uuid, x AS start_time, 1.0 AS volume FROM n")
    yield made("a column that is worked out", TABLE.format(more=", hard REAL GENERATED ALWAYS AS (zeroblob(900000000)) VIRTUAL"))
    yield made("a virtual table", "CREATE VIRTUAL TABLE hydration_record_table USING fts5(start_time, volume)")
    for volume in (float("inf"), float("-inf"), -5.0, 1e300, "many", b"\0" * 8, "1e309", "-5"):
        yield made(f"volume {volume!r}", table, row(volume))
    yield made("a time that is none", table, row(1.0, "never"))
    yield made("a time of another age", table, row(1.0, 2**62))
    yield made("a time that goes over", table, row(1.0, -2**63))
    yield made("an offset that is none", table, row(1.0, offset=2**62))
    yield made("an offset that goes over", table, row(1.0, offset=-2**63))
    yield made("a text of 10 MB", table, row("9" * LONG))
    yield made("an app of 10 MB", table, "CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, app_name TEXT)",
               ("INSERT INTO application_info_table VALUES (1, ?)", ("x" * LONG,)), row(-1.0))
    yield made("1,900 columns", TABLE.format(more="".join(f", c{n} REAL" for n in range(1900))),
               "INSERT INTO hydration_record_table (volume) VALUES (5)")
    meals = "CREATE TABLE nutrition_record_table (row_id INTEGER PRIMARY KEY, start_time INTEGER, magnesium REAL, meal_name TEXT)"
    for name, meal in (("letters that are none", "CAST(x'54FF61' AS TEXT)"), ("a byte NUL", "CAST(x'540061' AS TEXT)"),
                       ("900,000 letters", "CAST(zeroblob(900000) AS TEXT)")):
        yield made(f"a meal of {name}", meals, f"INSERT INTO nutrition_record_table VALUES (7, 1793516400000, 0.2, {meal})")
    yield made("no table of Health Connect", "CREATE TABLE t (a)")
    yield made("an index on what is dear", table, "CREATE INDEX i ON hydration_record_table (abs(volume))", row(-1.0))
    yield made("a trigger", table, row(-1.0), "CREATE TRIGGER t AFTER INSERT ON hydration_record_table BEGIN SELECT load_extension('x'); END")
    many = [row(1.0)] + [("INSERT INTO hydration_record_table SELECT row_id + (SELECT max(row_id) FROM hydration_record_table), uuid, "
                          "app_info_id, start_time, start_zone_offset, volume FROM hydration_record_table", ())] * 12
    yield made("pages that point at themselves", table, *many, after=looped)
    yield made("cut off", table, *many, after=lambda data: data[:len(data) // 2])
    yield made("noise behind the head", table, *many, after=lambda data: data[:100] + os.urandom(len(data) - 100))
    yield made("noise in the pages", table, *many, after=lambda data: data[:4096] + os.urandom(len(data) - 4096))
    yield made("the schema's own text", table, row(1.0), after=lambda data: data.replace(b"CREATE TABLE hydration", b"CREATE TABLE \xff\xfe\0ration"))


def looped(data):
    """Lets every pointer of inner pages show to the second page."""
    size = struct.unpack(">H", data[16:18])[0] or 65536
    for page in range(1, len(data) // size):
        at = page * size
        if data[at] == 5:
            cells = struct.unpack(">H", data[at + 3:at + 5])[0]
            data[at + 8:at + 12] = struct.pack(">I", page + 1)
            for cell in range(cells):
                place = at + struct.unpack(">H", data[at + 12 + 2 * cell:at + 14 + 2 * cell])[0]
                data[place:place + 4] = struct.pack(">I", page + 1)
    return data


def zips(folder, members):
    """Name, format, file. `members` are what the formats look for."""
    def packed(*files, **how):
        path = os.path.join(folder, "export.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **how) as file:
            for name, data in files:
                file.writestr(name, data)
        return path

    def changed(change, *files):
        path = packed(*files)
        with open(path, "rb") as file:
            data = change(bytearray(file.read()))
        with open(path, "wb") as file:
            file.write(data)
        return path

    def bomb(member):
        path = os.path.join(folder, "export.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open(member, "w") as inside:
            for _ in range(1000):
                inside.write(b"\0" * 1_000_000)
        return path

    for app, member, data in members:
        yield f"{app}, a bomb of 1 GB", app, bomb(member)
        yield f"{app}, a bomb that says it is small", app, changed(lambda data: smaller(data, 1000), (member, b"0" * 20_000_000))
        yield f"{app}, a zip in it", app, packed((member, b"PK\x03\x04" + b"\0" * 1000))
        yield f"{app}, a name that climbs", app, packed(("../../../../tmp/lytes-climbed/" + member, b"x" * 1000))
        yield f"{app}, a name from the root", app, packed(("/tmp/lytes-climbed/" + member, b"x" * 1000))
        yield f"{app}, a name with signs for a terminal", app, packed(("\x1b[2J\x07" + member, b"x" * 1000))
        yield f"{app}, nothing that is looked for", app, packed(("readme.txt", b"hello"))
        yield f"{app}, encrypted", app, changed(encrypted, (member, data))
        yield f"{app}, cut off", app, changed(lambda data: data[:len(data) // 2], (member, data))
        yield f"{app}, a list cut off", app, changed(lambda data: data[:-30], (member, data))
        yield f"{app}, another checksum", app, changed(lambda data: checksum(data), (member, data))
        yield f"{app}, 60,000 files", app, packed(*((f"{n}.txt", b"") for n in range(60_000)))


def smaller(data, size):
    at = data.rfind(b"PK\x01\x02")
    data[at + 24:at + 28] = struct.pack("<I", size)
    data[22:26] = struct.pack("<I", size)
    return data


def encrypted(data):
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    return data


def checksum(data):
    at = data.rfind(b"PK\x01\x02")
    data[at + 16] ^= 255
    return data


def documents(whole):
    """Name and bytes of exports of lytes itself."""
    text = whole.decode()
    for entry in re.findall(r'"uuid":"([0-9a-f-]+)"', text):  # others than the journal has
        text = text.replace(entry, entry[:-2] + ("00" if entry[-2:] != "00" else "11"))
    whole = text.encode()
    yield "deep brackets", b"[" * LONG
    yield "deep braces", b'{"entries":' * (LONG // 11)
    yield "deep brackets in a row", text.replace('"entries":[', '"entries":[' + "[" * LONG, 1).encode()
    yield "a text of 10 MB", text.replace('"note":null', '"note":"' + "x" * LONG + '"', 1).encode()
    yield "a number of 10 MB", text.replace('"water_ml":', '"water_ml":' + "9" * LONG, 1).encode()
    yield "100,000 fields", text.replace('"entries":[', '"entries":[{' + ",".join(f'"f{n}":1' for n in range(100_000)) + "},", 1).encode()
    yield "100,000 fields of its own", ("{" + ",".join(f'"f{n}":1' for n in range(100_000)) + "," + text[1:]).encode()
    for number in ("1e309", "-5", "NaN", '"5"', "[5]", "{}", "true"):
        yield f"water {number}", re.sub(r'"water_ml": ?[\d.]+', f'"water_ml":{number}', text, count=1).encode()
    yield "a byte NUL", text.replace('"entries"', '"entr\0ies"', 1).encode()
    yield "a written NUL", text.replace('"note":null', '"note":"a\\u0000b"', 1).encode()
    yield "letters that are none", text.replace('"note":null', '"note":"~"', 1).encode().replace(b"~", b"\xff")
    yield "half a pair", text.replace('"note":null', '"note":"\\ud800"', 1).encode()
    yield "cut off", whole[:-20]
    yield "something behind it", whole + b"{}"
    yield "a moment beyond all numbers", re.sub(r'"at_utc":\d+', '"at_utc":99999999999999999999', text, count=1).encode()
    yield "nothing", b""


class Lytes:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.root = tempfile.mkdtemp(prefix="lytes-hostile-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.temporary = os.path.join(self.root, "tmp")
        self.folder = os.path.join(self.root, "files")
        os.mkdir(self.temporary)
        os.mkdir(self.folder)
        assert self.run(["drink", "300ml", "water"])[0] == 0
        assert self.run(["eat", "2", "eggs", "--yes"])[0] == 0
        self.held = self.journal()

    def close(self):
        shutil.rmtree(self.root)

    def journal(self):
        with open(os.path.join(self.root, "j.db"), "rb") as file:
            return file.read()

    def run(self, words):
        """Exit code, standard output and error, seconds, and kilobytes at most (a process begins with those of this one)."""
        environment = {"TZ": "Europe/Berlin", "HOME": self.root, "TMPDIR": self.temporary, "LC_ALL": "C.UTF-8",
                       "LYTES_DB": os.path.join(self.root, "j.db"), "PATH": os.environ["PATH"]}
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            began = time.monotonic()
            process = subprocess.Popen([self.program, "--now", NOW] + words, cwd=self.folder, env=environment,
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            return process.returncode, out.read(), err.read(), seconds, usage.ru_maxrss

    def whole(self):
        return self.run(["export", "json"])[1]


class Judge:
    def __init__(self, lytes, words):
        self.lytes = lytes
        self.words = words
        self.wrong = []
        self.number = 0
        self.slowest = (0, "")
        self.largest = (0, "")

    def wants(self, name):
        return not self.words or any(word in name for word in self.words)

    def try_bytes(self, name, app, file, data):
        if not self.wants(name):
            return
        path = os.path.join(self.lytes.folder, file)
        with open(path, "wb") as out:
            out.write(data)
        self.try_file(name, app, path)

    def try_file(self, name, app, path):
        if not self.wants(name):
            return
        file = os.path.basename(path)
        before = sorted(os.listdir(self.lytes.root))
        for words in (["import", app, file], ["import", file]):
            if app == "lytes" and len(words) == 2:
                continue
            self.number += 1
            code, out, err, seconds, kilobytes = self.lytes.run(words)
            self.slowest = max(self.slowest, (seconds, name))
            self.largest = max(self.largest, (kilobytes, name))
            said = err.decode("utf-8", "replace").strip()
            what = []
            if code != 2:
                what.append(f"exit code {code}")
            if not re.search(r"line \d|row \d|\.zip|\.xml|\.csv|\.db|\.json", said):
                what.append("no place")
            if "Nothing was saved" not in said and code == 2:
                what.append("does not say that nothing was saved")
            if self.lytes.journal() != self.lytes.held:
                what.append("the journal was changed")
                with open(os.path.join(self.lytes.root, "j.db"), "wb") as journal:
                    journal.write(self.lytes.held)
            if sorted(os.listdir(self.lytes.root)) != before or os.listdir(self.lytes.temporary):
                what.append("something was left behind")
            if kilobytes > MOST_MEMORY:
                what.append(f"{kilobytes / 1024:.0f} MB")
            if re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", out + err):
                what.append("signs for a terminal")
            if len(said) > 2000:
                what.append(f"a message of {len(said)} bytes")
            if what:
                self.wrong.append((name, " ".join(words), ", ".join(what), said[:300]))
            if self.words:
                print(f"{name}: {' '.join(words)}: {code}, {seconds:.2f} s, {kilobytes / 1024:.0f} MB: {said[:250]}")
        os.remove(path)

    def tell(self):
        print(f"{self.number} imports, {len(self.wrong)} wrong")
        print(f"slowest {self.slowest[0]:.1f} s ({self.slowest[1]}), largest {self.largest[0] / 1024:.0f} MB ({self.largest[1]})")
        for name, words, what, said in self.wrong:
            print(f"  WRONG {name}: {words}: {what}\n    {said}")


def main():
    lytes = Lytes(sys.argv[1])
    judge = Judge(lytes, sys.argv[2:])
    for name, app, data in csv_files():
        judge.try_bytes(name, app, "export.csv", data)
    for name, data in xml_files():
        judge.try_bytes("apple-health, " + name, "apple-health", "export.xml", data)
    for name, path in databases(lytes.folder):
        judge.try_file("health-connect, " + name, "health-connect", path)
    members = [("apple-health", "export.xml", HEALTH.encode() + b"<HealthData/>\n"),
               ("health-connect", "health_connect_export.db", b"SQLite format 3\0" + os.urandom(5000)),
               ("loseit", "food-logs.csv", b"Date,Name,Meal,Quantity,Units,Deleted\n" * 2)]
    for name, app, path in zips(lytes.folder, members):
        judge.try_file(name, app, path)
    for name, data in documents(lytes.whole()):
        judge.try_bytes("lytes, " + name, "lytes", "export.json", data)
    judge.tell()
    lytes.close()
    sys.exit(1 if judge.wrong else 0)


main()
