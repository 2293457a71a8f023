"""A real kiosk on a screen of its own, driven from outside by keys."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.virtual_screen import virtual_screens

ROOT = Path(__file__).resolve().parents[2]


class Kiosk:
    """The processes of a kiosk, and the keyboard in front of it."""

    def __init__(self, supervisor: subprocess.Popen[bytes], screen: str) -> None:
        self.supervisor = supervisor
        self._screen = {**os.environ, "DISPLAY": screen}

    def sessions(self) -> list[int]:
        """Return the process of the session, if there is one."""
        children = Path(f"/proc/{self.supervisor.pid}/task/{self.supervisor.pid}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def session(self, not_this: int | None = None, within: float = 15) -> int:
        """Return the process of the session whose window answers, once there is a new one."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            found = [pid for pid in self.sessions() if pid != not_this]
            if found and self._window_of(found[0]):
                return found[0]
            time.sleep(0.05)
        raise AssertionError("no session opened a window")

    def _window_of(self, pid: int) -> bool:
        found = self._xdotool("search", "--onlyvisible", "--pid", str(pid))
        return bool(found.strip())

    def press(self, *keys: str) -> None:
        """Press keys, each as xdotool names it."""
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "15", text)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._screen,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return done.stdout


@contextmanager
def open_kiosk(
    folder: Path,
    policy: str = "",
    before: tuple[str, ...] = (),
    command: tuple[str, ...] = (sys.executable, "-m", "decision_aid", "--kiosk"),
) -> Iterator[Kiosk]:
    """Start ``decision-aid --kiosk`` with a home of its own.

    Args:
        folder: an empty folder.
        policy: the text of its policy file; none without.
        before: what the command is started by, such as strace.
        command: what opens the kiosk.
    """
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WAYLAND"))}
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        (folder / name).mkdir(mode=0o700)
        variables[name] = str(folder / name)
    arguments = list(command)
    if policy:
        (folder / "policy.toml").write_text(policy, encoding="utf-8")
        arguments += ["--policy", str(folder / "policy.toml")]
    variables |= {"QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": ""}
    with virtual_screens(1) as (screen,):
        supervisor = subprocess.Popen(
            [*before, *arguments],
            cwd=ROOT,
            env={**variables, "DISPLAY": screen},
        )
        try:
            yield Kiosk(supervisor, screen)
        finally:
            supervisor.terminate()
            try:
                supervisor.wait(10)
            except subprocess.TimeoutExpired:
                supervisor.kill()
                supervisor.wait()


def someone_uses(kiosk: Kiosk) -> None:
    """Go on a few pages by keys, and mark something."""
    kiosk.press("Return")
    time.sleep(0.3)
    kiosk.press("Tab", "space", "Return")
    time.sleep(0.5)
    kiosk.press("Tab", "space")
    time.sleep(0.3)


def clear(kiosk: Kiosk, session: int) -> int:
    """Press "Finish and clear", say yes, and return the process of the next session."""
    for _ in range(8):
        kiosk.press("alt+f")
        time.sleep(1)
        kiosk.press("Tab", "Return")
        try:
            return kiosk.session(not_this=session, within=4)
        except AssertionError:
            kiosk.press("Escape")  # the keys came before the question had the focus
    raise AssertionError("the session was never cleared")
