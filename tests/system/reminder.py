#!/usr/bin/env python3
"""The reminder's units as systemd reads them, and the line they show.

  usage: reminder.py LYTES          77 where systemd-analyze is missing
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def lytes(*words):
    return subprocess.run([sys.argv[1], *words], check=True, capture_output=True, text=True).stdout


def main():
    if not shutil.which("systemd-analyze"):
        print("systemd-analyze is not installed (script/bootstrap shells)")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "it's 100 % \"mine\", $HOME"
        (folder / "bin").mkdir(parents=True)
        for variable in ("HOME", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ.pop(variable, None)
        os.environ.update(XDG_CONFIG_HOME=str(folder / "config"), LYTES_DB=str(folder / "j.db"), TZ="UTC")
        lytes("drink", "500ml", "water")
        lytes("remind", "21:05", "--only-if-open")
        units = folder / "config" / "systemd" / "user"
        timer, service = units / "lytes-remind.timer", units / "lytes-remind.service"
        assert (units / "timers.target.wants" / timer.name).resolve() == timer.resolve()
        checked = subprocess.run(["systemd-analyze", "verify", "--user", "--man=no", timer, service],
                                 capture_output=True, text=True,
                                 env={**os.environ, "HOME": name, "XDG_RUNTIME_DIR": name})
        complaints = [line for line in checked.stderr.splitlines() if "lytes" in line]
        assert checked.returncode == 0 and not complaints, checked.stderr
        said = subprocess.run(["systemd-analyze", "calendar", "*-*-* 21:05:00"], capture_output=True, text=True)
        assert "21:05:00" in said.stdout, said.stdout + said.stderr

        # What the service runs, with a notify-send that writes down what it is given; systemd's own signs undone.
        notified = folder / "notified"
        sender = folder / "bin" / "notify-send"
        sender.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "$NOTIFIED"\n')
        sender.chmod(0o755)
        line = next(one for one in service.read_text().splitlines() if one.startswith("ExecStart="))
        quoted = line.removeprefix("ExecStart=/bin/sh -c ")[1:-1]
        command = quoted.replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\").replace("$$", "$").replace("%%", "%")
        environment = {**os.environ, "PATH": f"{sender.parent}:{os.environ['PATH']}", "NOTIFIED": str(notified)}
        subprocess.run(["/bin/sh", "-c", command], check=True, env=environment)
        assert "water 0.5 of 2.7 l" in notified.read_text(), notified.read_text()

        notified.unlink()
        lytes("day", "done")
        subprocess.run(["/bin/sh", "-c", command], check=True, env=environment)
        assert not notified.exists(), "a closed day is spoken of"

        assert "21:05" in lytes("remind")
        lytes("remind", "off")
        assert not list(units.rglob("lytes*")), list(units.rglob("lytes*"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
