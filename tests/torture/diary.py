"""A diary to torture, and what must be so of it whatever happens: each command is done as a whole or not at all."""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile

NOW = "2026-11-22 12:30"

# Every command that writes, each upon the diary that `Diary` begins with.
COMMANDS = {
    "drink": ["drink", "300ml", "water", "--note", "torture"],
    "eat": ["eat", "2", "eggs,", "1", "medium", "banana", "--yes"],
    "take": ["take", "200mg", "magnesium"],
    "spasm": ["spasm", "left", "calf", "6/10", "10m", "--with", "numbness"],
    "spasm none": ["spasm", "none", "yesterday"],
    "stress": ["stress", "7"],
    "log": ["log", "sleep", "6.5h,", "sitting", "9h"],
    "note": ["note", "a", "long", "drive"],
    "again": ["again", "1"],
    "edit": ["edit", "1", "amount=500ml", "note=changed"],
    "edit in an editor": ["edit", "2"],
    "delete": ["delete", "1", "3"],
    "day done": ["day", "done"],
    "undo": ["undo", "2"],
    "redo": ["redo"],
    "profile set": ["profile", "set", "sex=female", "birth_year=1980", "condition=kidney stones"],
    "targets set": ["targets", "set", "magnesium", "300mg"],
    "foods add": ["foods", "add", "Spring water", "--per", "100ml", "--magnesium", "10mg"],
    "recipe add": ["recipe", "add", "shake", "200ml", "milk,", "1", "medium", "banana", "--yes"],
    "import": ["import", "daily", "daily.csv"],
    "import servings": ["import", "servings.csv", "--mark-days", "complete"],
    "read notes": ["read", "notes.txt"],
    "restore": ["restore", "backup.db"],
    "purge": ["purge", "--yes"],
    "first entry": ["--db", "new.db", "drink", "300ml", "water"],
    "backup": ["backup", "copy.db"],
    "rescue": ["doctor", "--rescue", "rescued.db"],
    "page": ["week", "--html", "week.html"],
}


# Every entry has 16 random bytes of its own, in its row and in the history's record of it: of bytes only the number is held
# against another run of the same commands.
BYTES = re.compile(r"X'([0-9A-Fa-f]*)'")

class Diary:
    """A folder with a journal of a few days, a backup of it, a file to import and an editor."""

    def __init__(self, lytes):
        self.lytes = os.path.abspath(lytes)
        self.root = tempfile.mkdtemp(prefix="lytes-torture-")
        self.folder = os.path.join(self.root, "diary")
        self.temporary = os.path.join(self.root, "tmp")
        os.mkdir(self.folder)
        os.mkdir(self.temporary)
        for words in (["drink", "1", "cup", "tea", "--yes"], ["spasm", "calf", "5"], ["eat", "2", "eggs", "--yes"],
                      ["backup", "backup.db"], ["stress", "4"], ["note", "to be redone"], ["undo"]):
            assert self.run(words).returncode == 0, words
        with open(os.path.join(self.folder, "daily.csv"), "w") as file:
            file.write("date,status,fluid_ml,mg_mg,spasms,stress\n")
            for day in range(1, 15):
                file.write(f"2026-11-{day:02},complete,{1500 + day},{200 + day},{day % 3},{day % 11}\n")
        with open(os.path.join(self.folder, "servings.csv"), "w") as file:
            file.write("Day,Time,Food Name,Amount,Water (g),Magnesium (mg)\n")
            for row in range(600):
                file.write(f"2026-10-{row % 30 + 1:02},{row % 24:02}:10,Food {row},1.00 cup,{row % 97},{row % 31}\n")
        with open(os.path.join(self.folder, "notes.txt"), "w") as file:
            file.write("2026-11-21\n8:30 1 glass water\nstress 5\n2026-11-22\n300ml water\nleft calf cramp 6/10\n")
        self.editor = os.path.join(self.root, "editor")
        with open(self.editor, "w") as file:
            file.write('#!/bin/sh\nsed -i "s/^severity:.*/severity: 1/" "$1"\n')
        os.chmod(self.editor, 0o700)
        self.kept = os.path.join(self.root, "kept")
        shutil.copytree(self.folder, self.kept)

    def close(self):
        shutil.rmtree(self.root)

    def begin_again(self):
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder)

    def environment(self, more=None):
        return {"TZ": "Europe/Berlin", "HOME": self.root, "TMPDIR": self.temporary, "EDITOR": getattr(self, "editor", ""),
                "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                "LYTES_DB": "j.db", **(more or {})}

    def line(self, words):
        return [self.lytes, "--now", NOW] + words

    def run(self, words, more=None):
        return subprocess.run(self.line(words), cwd=self.folder, env=self.environment(more), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60)

    def start(self, words):
        return subprocess.Popen(self.line(words), cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)

    def state(self):
        """All that the folder's journals hold. Lytes looks first, as it would after any accident."""
        held = []
        for name in ("j.db", "new.db", "copy.db", "rescued.db"):
            path = os.path.join(self.folder, name)
            if not os.path.exists(path):
                continue
            looked = self.run(["--db", name, "list", "2026-01-01..2026-12-31"])
            assert looked.returncode == 0, (name, looked)
            database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], name
            # A journal that was made and has nothing in it yet is as good as none.
            if database.execute("SELECT count(*) FROM entry").fetchone() != (0,) or name == "j.db":
                held.append((name, tuple(BYTES.sub(lambda found: f"{len(found[1])} digits", line) for line in database.iterdump())))
            database.close()
        page = os.path.join(self.folder, "week.html")
        if os.path.exists(page):
            with open(page) as file:
                held.append(("week.html", file.read().rstrip().endswith("</html>")))
        return held

    def entries(self):
        """So many entries the journal has."""
        database = sqlite3.connect(f"file:{os.path.join(self.folder, 'j.db')}?mode=ro", uri=True)
        with contextlib.closing(database):
            return database.execute("SELECT count(*) FROM entry").fetchone()[0]

    def states_of(self, words):
        """Before the command and after it."""
        self.begin_again()
        before = self.state()
        done = self.run(words)
        assert done.returncode == 0, (words, done)
        after = self.state()
        self.begin_again()
        return before, after

    def write_afterwards(self):
        """The next command, to each journal there is."""
        journals = [name for name in ("j.db", "new.db") if os.path.exists(os.path.join(self.folder, name))]
        return all(self.run(["--db", name, "note", "afterwards"]).returncode == 0 for name in journals)

    def leftovers(self):
        """What no command may leave behind once another one has written."""
        found = [os.path.join(self.temporary, name) for name in os.listdir(self.temporary)]
        for folder, _, names in os.walk(self.folder):
            found += [os.path.join(folder, name) for name in names
                      if name.startswith(".") or name.endswith(("-journal", "-wal", "-shm"))]
        return found
