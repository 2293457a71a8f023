"""The windows of no kiosk, from outside: no network, and no file that was not asked for."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.kiosk_process import ROOT, open_kiosk

MODES = {
    "wizard": ((), ("Return", "Tab", "space", "Return", "Return", "F1", "Escape", "ctrl+plus")),
    "counselor": (
        ("--counselor",),
        ("l", "i", "v", "e", "r", "Return", "Return", "F4", "F6", "F7", "F3", "ctrl+z"),
    ),
}


def _files(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return the size of each file below a folder and when it was changed, but for caches."""
    paths = (Path(where) / name for where, _, names in os.walk(folder) for name in names)
    told = {path: path.lstat() for path in paths if "cache" not in str(path) and path.exists()}
    return {path: (one.st_size, one.st_mtime_ns) for path, one in told.items()}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
@pytest.mark.parametrize("mode", MODES)
def test_nothing_leaves_and_nothing_is_written(mode: str, tmp_path: Path) -> None:
    options, keys = MODES[mode]
    trace = tmp_path / "trace"
    log = trace / "log"
    trace.mkdir()
    home = tmp_path / "home"
    home.mkdir()
    with open_kiosk(
        home,
        before=("strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)),
        command=(sys.executable, "-m", "decision_aid", *options),
    ) as window:
        traced = window.session(within=60)
        time.sleep(6)  # slow under strace: what is read ahead
        before = {**_files(home), **_files(ROOT / "decision_aid"), **_files(ROOT / "resources")}
        for key in keys:
            window.press(key)
            time.sleep(0.4)
        assert window.session() == traced
        after = {**_files(home), **_files(ROOT / "decision_aid"), **_files(ROOT / "resources")}
    opened = re.findall(r"socket\((AF_\w+)", log.read_text(encoding="utf-8"))
    assert "AF_UNIX" in opened  # the screen: so the trace saw what was opened
    assert set(opened) <= {"AF_UNIX", "AF_NETLINK"}
    assert after == before
    assert [path for path in after if path.is_relative_to(home)] == []
