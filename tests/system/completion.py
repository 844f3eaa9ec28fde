#!/usr/bin/env python3
"""What bash, zsh and fish offer once they know the program's script: asked of the shells themselves.

  usage: completion.py LYTES        77 where a shell is missing
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

SHELLS = ("bash", "zsh", "fish")


def ask(shell, script, words, folder):
    """The offers of a shell for the last of these words."""
    if shell == "bash":
        told = " ".join(shlex.quote(word) for word in words)
        lines = f'source {script}\nCOMP_WORDS=(lytes {told})\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_lytes\nprintf "%s\\n" "${{COMPREPLY[@]}}"\n'
        command = ["bash", "--norc", "-c", lines]
    elif shell == "zsh":
        told = " ".join(shlex.quote(word) for word in words)
        lines = (f"compadd() {{ print -rl -- $offered }}\n_files() {{ print -rl -- $words[CURRENT]*(N) }}\nsource {script}\n"
                 f"words=(lytes {told})\nCURRENT=$#words\n_lytes\n")
        command = ["zsh", "-f", "-c", lines]
    else:
        typed = "lytes " + " ".join(words)
        command = ["fish", "--no-config", "-c", f"source {script}; complete -C {shlex.quote(typed)}"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    # Fish shows what an offer is behind a tab; bash puts a backslash before a blank.
    return [line.split("\t")[0].replace("\\ ", " ") for line in run.stdout.splitlines() if line]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    missing = [shell for shell in SHELLS if not shutil.which(shell)]
    if missing:
        print(f"not installed: {', '.join(missing)} (script/bootstrap shells)")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ.update(PATH=f"{program.parent}:{os.environ['PATH']}", LYTES_DB=str(folder / "j.db"), TZ="UTC", HOME=name)
        for line in ("foods add 'Mineral water X' --per 100ml --magnesium 10mg", "log weather 2", "stress 3",
                     "recipe add 'Aunt’s chili' 500g kidney beans --yes"):
            subprocess.run([program, *shlex.split(line)], check=True, capture_output=True)
        subprocess.run([program, "--db", folder / "other.db", "foods", "add", "My spring", "--per", "100ml"], check=True,
                       capture_output=True)
        (folder / "notes.txt").write_text("stress 4\n")
        cases = [
            (["dr"], "drink", "eat"),
            (["foods", ""], "search", "drink"),
            (["foods", "add", "x", "--mag"], "--magnesium", "--water"),
            (["drink", "Min"], "Mineral water X", "Aunt’s chili"),
            (["eat", "aunt"], "Aunt’s chili", "Mineral water X"),
            (["recipe", "show", "A"], "Aunt’s chili", "Mineral water X"),
            (["log", "wea"], "weather", "sleep"),
            (["show", ""], "2", "drink"),
            (["import", "d"], "daily", "drink"),
            (["import", "daily", "n"], "notes.txt", "j.db"),
            (["list", "--kind", "sp"], "spasm", "stress"),
            (["import", "--mark-days", "c"], "complete", "partial"),
            (["config", "mea"], "measures", "day_start"),
            (["targets", "set", "mag"], "magnesium", "water"),
            (["seen", "numb"], "numbness", "fever"),
            (["help", "tri"], "trial", "drink"),
            (["help", "trial", "st"], "start", "drink"),
            (["--db", str(folder / "other.db"), "drink", "M"], "My spring", "Mineral water X"),
        ]
        failed = 0
        for shell in SHELLS:
            script = folder / f"script.{shell}"
            script.write_text(subprocess.run([program, "completion", shell], check=True, capture_output=True, text=True).stdout)
            for words, offered, left_out in cases:
                offers = ask(shell, script, words, folder)
                if offered not in offers or left_out in offers:
                    print(f"{shell}: {words}: {offers}, expected {offered!r} and not {left_out!r}")
                    failed += 1
        return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
