#!/usr/bin/env python3
"""Lets every call to the disk fail once, in every command that writes.

  usage: io_faults.py LYTES FAILING_IO_SO [COMMAND ...]

What lytes says of it must be so: exit code 0 and "It was saved" mean that it is in the journal, "Nothing was saved" that
it is not. No other state than these two may come about, and the next command works.
"""

import errno
import os
import sys

from diary import COMMANDS, Diary

FAILURES = [("write", errno.EIO), ("write", errno.ENOSPC), ("short", 0), ("sync", errno.EIO), ("open", errno.EIO),
            ("open", errno.EMFILE), ("rename", errno.EIO), ("link", errno.EIO), ("link", errno.EPERM), ("unlink", errno.EIO),
            ("truncate", errno.EIO), ("mkdir", errno.ENOSPC), ("print", errno.EIO)]
MOST = 80  # calls of one kind in one command


def judge(said, code, found, before, after):
    """What is wrong; nothing when all is as it was said."""
    if found not in (before, after):
        return "neither as before nor as after"
    if code < 0:
        return f"ended by signal {-code}"
    is_done = found == after
    if before == after:
        return None
    if code == 0 and not is_done:
        return "exit 0, and it is not there"
    if "Nothing was saved" in said and is_done:
        return "said that nothing was saved, and it was"
    if "It was saved" in said and not is_done:
        return "said that it was saved, and it was not"
    return None


def main():
    lytes, library, *chosen = sys.argv[1:]
    diary = Diary(lytes)
    mark = os.path.join(diary.root, "mark")
    tried = failed = unsaid = 0
    wrong = []
    for name in chosen or COMMANDS:
        words = COMMANDS[name]
        before, after = diary.states_of(words)
        for call, number in FAILURES:
            for at in range(1, MOST + 1):
                diary.begin_again()
                if os.path.exists(mark):
                    os.remove(mark)
                done = diary.run(words, {"LD_PRELOAD": os.path.abspath(library), "FAIL_CALL": call, "FAIL_AT": str(at),
                                         "FAIL_ERRNO": str(number), "FAIL_MARK": mark})
                if not os.path.exists(mark):
                    break
                tried += 1
                failed += done.returncode != 0
                said = (done.stdout + done.stderr).decode()
                unsaid += "cannot be told" in said
                try:
                    fault = judge(said, done.returncode, diary.state(), before, after)
                    if not fault and not diary.write_afterwards():
                        fault = "the next command fails"
                except AssertionError as error:
                    fault = f"cannot be looked at: {error}"
                if fault:
                    wrong.append((name, call, number, at, fault, done.returncode, said[-300:]))
    diary.close()
    print(f"{tried} failing calls, {failed} commands failed of it, {unsaid} times it could not be told; {len(wrong)} wrong")
    for what in wrong[:40]:
        print("  WRONG", *what)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
