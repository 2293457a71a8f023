"""Where there is no screen, the wizard says so in one line and the commands still work."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without one")
@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_screen_one_line_says_what_to_do(display: str | None) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    if display:
        variables["DISPLAY"] = display
    ended = subprocess.run(
        [sys.executable, "-m", "decision_aid"],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "screen" in ended.stderr
    assert "summary" in ended.stderr
