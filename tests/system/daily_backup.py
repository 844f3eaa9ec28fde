#!/usr/bin/env python3
"""The backup of the day of a large journal: made by a process of its own, whole or not there, and told of when it fails.

  usage: daily_backup.py LYTES
"""

import fcntl
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

LARGE = 12_000_000  # bytes; from 8,000,000 on nobody is to wait for the copy


def lytes(*words, day="2026-11-22"):
    return subprocess.run([sys.argv[1], "--now", f"{day} 10:00", *words], check=True, capture_output=True, text=True)


def fill(journal):
    """Notes until the journal is large, as a program that imports would leave it."""
    with sqlite3.connect(journal) as database:
        note = "slept badly, walked a little; " * 30
        moment = 1_790_000_000
        database.executemany(
            "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note) VALUES (?, 'note', ?, 0, '2026-09-21', ?)",
            ((i, moment + i, note) for i in range(LARGE // len(note))))
    database.close()
    assert journal.stat().st_size >= LARGE


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "the backup did not come"
        time.sleep(0.02)


def entries(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        count = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    connection.close()
    return count


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "diary"
        folder.mkdir()
        journal = folder / "j.db"
        os.environ.update(LYTES_DB=str(journal), TZ="UTC", LANG="C.UTF-8")
        backups = folder / "backups"
        begun = backups / ".j.daily.begun"
        copy = lambda day: backups / f"j.daily-{day}.db"

        lytes("drink", "500ml", "water")
        assert copy("2026-11-22").exists(), "the backup of a small journal is made at once"
        fill(journal)

        reader, writer = os.pipe()
        said = subprocess.run([sys.argv[1], "--now", "2026-11-23 10:00", "drink", "500ml", "water"], check=True,
                              capture_output=True, text=True, pass_fds=[writer])
        os.close(writer)
        assert said.stderr == "", said.stderr
        assert os.read(reader, 1) == b"", "who waits for the program does not wait for the copy"
        wait_for(lambda: copy("2026-11-23").exists() and not begun.exists())
        assert entries(copy("2026-11-23")) == entries(journal)
        assert copy("2026-11-23").stat().st_mode & 0o777 == 0o600

        # While one program makes it, others leave it to that one.
        with open(begun, "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            lytes("drink", "500ml", "water", day="2026-11-24")
            assert not copy("2026-11-24").exists() and begun.exists()
            purge = subprocess.Popen([sys.argv[1], "--now", "2026-11-24 11:00", "purge", "--yes"], stdout=subprocess.DEVNULL)
            time.sleep(0.5)
            assert purge.poll() is None, "a purge waits, for it names the copies that there are"
        assert purge.wait() == 0

        # That program was killed: the next one makes the backup before it ends.
        assert copy("2026-11-24").exists() and not begun.exists()

        # What keeps it from being made is told.
        begun.touch()
        with sqlite3.connect(journal) as database:
            database.execute("PRAGMA writable_schema = ON")
            database.execute("DELETE FROM sqlite_schema WHERE name = 'stress_guard'")
        database.close()
        said = lytes("drink", "500ml", "water", day="2026-11-25")
        assert "no backup was made" in said.stderr, said
        assert begun.exists() and not copy("2026-11-25").exists()
    return 0


if __name__ == "__main__":
    sys.exit(main())
