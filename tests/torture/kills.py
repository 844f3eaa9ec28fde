#!/usr/bin/env python3
"""Kills lytes at random moments of every command that writes.

  usage: kills.py LYTES [KILLS [ROUNDS]]

A command that ended before its kill arrived is no kill: rounds go on until there are KILLS of them (1000 where none
are named), or ROUNDS are over.

Whatever the moment: the command is done as a whole or not at all; if it said so it is done; and after the next command
that writes, no file of the killed one is left. What was being imported and is imported again stands there once.
"""

import contextlib
import os
import random
import signal
import sys
import time

from diary import COMMANDS, Diary


def main():
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    most_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 100 * wanted
    chance = random.Random(20261122)
    diary = Diary(sys.argv[1])
    states, seconds, entries = {}, {}, {}
    for name, words in COMMANDS.items():
        states[name] = diary.states_of(words)
        began = time.monotonic()
        diary.run(words)
        seconds[name] = time.monotonic() - began
        entries[name] = diary.entries()
    killed = done = undone = rounds = 0
    wrong = []
    while killed < wanted and rounds < most_rounds:
        number = rounds
        rounds += 1
        name = list(COMMANDS)[number % len(COMMANDS)]
        diary.begin_again()
        process = diary.start(COMMANDS[name])
        time.sleep(chance.uniform(0, 1.1 * seconds[name]))
        acknowledged = process.poll() == 0
        if not acknowledged:
            with contextlib.suppress(ProcessLookupError):  # it ended by itself in this moment
                os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.communicate()
        before, after = states[name]
        found = diary.state()
        # A command that got through to its end before the kill arrived counts as done, too.
        if found not in (before, after) or (process.returncode == 0 and found != after):
            wrong.append((number, name, "half done" if found not in (before, after) else "said and not done"))
        done += found == after
        undone += found == before
        if name.startswith("import") and (diary.run(COMMANDS[name]).returncode != 0 or diary.entries() != entries[name]):
            wrong.append((number, name, "not there once when it is imported again"))
        assert diary.write_afterwards()
        if left := diary.leftovers():
            wrong.append((number, name, f"left behind: {left}"))
        if number % 25 == 0 and diary.run(["doctor"]).returncode != 0:
            wrong.append((number, name, "not sound"))
    diary.close()
    print(f"{rounds} rounds, {killed} killed: {done} done, {undone} not done, {len(wrong)} wrong")
    for what in wrong[:20]:
        print("  WRONG", *what)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
