"""Use a program as somebody with only a keyboard does, from outside it."""

import re
import subprocess
import time
from collections.abc import Callable


class Keyboard:
    """Sends real key presses to the screen and reads the windows' titles, no more."""

    def __init__(self, process: subprocess.Popen[str], variables: dict[str, str]) -> None:
        self._process = process
        self._variables = variables
        self._focused = ""

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as fast as somebody who types well."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)
            time.sleep(0.05)

    def write(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "20", text)

    def title(self) -> str:
        """Read the title of the newest window, and turn to that window if it is another."""
        windows = self._do("search", "--onlyvisible", "--name", ".", check=False).split()
        if not windows:
            return ""
        newest = max(windows, key=int)
        if newest != self._focused:
            # The private screen has no window manager, which would do this.
            self._do("windowfocus", newest, check=False)
            self._focused = newest
        return self._do("getwindowname", newest, check=False).strip()

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 10) -> str:
        """Wait until the title is as wanted: a pattern that it holds, or a test of it.

        Returns:
            The title.
        """
        test = wanted if callable(wanted) else lambda title: bool(re.search(wanted, title))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            title = self.title()
            if title and test(title):
                # The page is drawn and takes keys a moment after its title shows.
                time.sleep(0.15)
                return title
            assert self._process.poll() is None, "the program has ended"
            time.sleep(0.05)
        raise AssertionError(f"after {seconds} s the window is still {self.title()!r}")

    def _do(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._variables,
            capture_output=True,
            text=True,
            check=check,
        )
        return done.stdout
