#!/usr/bin/env python3
"""What the environment asks for: width, colour, pipes that are closed.

  usage: conventions.py LYTES
"""

import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import time


def run(*words, **variables):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE")}
    environment.update(TERM="xterm", **variables)
    return subprocess.run([sys.argv[1], *words], env=environment, capture_output=True, text=True, check=True)


def on_terminal(**variables):
    """What `lytes today` prints on a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        for name in ("COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
            os.environ.pop(name, None)
        os.environ.update(TERM="xterm", **variables)
        os.execv(sys.argv[1], [sys.argv[1], "today"])
    said = b""
    try:
        while block := os.read(terminal, 4096):
            said += block
    except OSError:
        pass
    os.waitpid(child, 0)
    return said.decode()


def widest(text):
    return max(len(line) for line in text.splitlines())


def main():
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(LYTES_DB=str(pathlib.Path(name) / "j.db"), TZ="UTC", LANG="C.UTF-8")
        run("drink", "500ml", "water")

        assert widest(run("--help", COLUMNS="40").stdout) <= 40
        assert 40 < widest(run("--help").stdout) <= 80
        assert widest(run("--help", COLUMNS="120").stdout) > 80
        for nonsense in ("", "0", "-3", "many", "80x"):
            assert run("--help", COLUMNS=nonsense).stdout == run("--help").stdout, nonsense
        assert run("--help", COLUMNS="3").stdout == run("--help", COLUMNS="40").stdout

        assert "\x1b[" not in run("today").stdout
        assert "\x1b[" in run("today", CLICOLOR_FORCE="1").stdout
        assert "\x1b[" not in run("today", CLICOLOR_FORCE="0").stdout
        assert "\x1b[" not in run("today", CLICOLOR_FORCE="1", NO_COLOR="1").stdout
        assert "\x1b[" not in run("today", "--no-color", CLICOLOR_FORCE="1").stdout
        assert "\x1b[" in on_terminal()
        assert "\x1b[" not in on_terminal(CLICOLOR="0")
        assert "\x1b[" not in on_terminal(NO_COLOR="1")

        reader, writer = os.pipe()
        os.close(reader)
        closed = subprocess.run([sys.argv[1], "--help"], stdout=writer, stderr=subprocess.PIPE)
        assert (closed.returncode, closed.stderr) == (0, b""), closed

        # Without a terminal no editor is started that nobody asked for, and would wait for ever.
        run("note", "private")
        environment = {name: value for name, value in os.environ.items() if name not in ("VISUAL", "EDITOR")}
        edit = subprocess.run([sys.argv[1], "edit", "1"], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=60)
        assert (edit.returncode, "no editor" in edit.stderr) == (1, True), edit

        temporary = pathlib.Path(name) / "temporary"
        temporary.mkdir()
        run("demo", "--json", TMPDIR=str(temporary))
        assert not list(temporary.iterdir())
        # One that is killed leaves its folder to the next command.
        demo = subprocess.Popen([sys.argv[1], "demo"], env={**os.environ, "TMPDIR": str(temporary)},
                                stdout=subprocess.DEVNULL)
        while demo.poll() is None and not list(temporary.glob("*/*/journal.db")):
            time.sleep(0.002)
        demo.kill()
        demo.wait()
        assert list(temporary.iterdir())
        run("list", TMPDIR=str(temporary))
        assert not list(temporary.iterdir())
    return 0


if __name__ == "__main__":
    sys.exit(main())
