"""Whatever fails in a window's process, standard error gets kind and place, and no answer."""

import os
import re
import subprocess
import sys

import pytest

WORD = "Xanthippe-7731"
LINE = re.compile(r"decision-aid: ([A-Z]\w+)( [\w.]+)? at (decision_aid/[\w/]+\.py:\d+)")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="how a process of POSIX aborts")


def standard_error(mode: str, *more: str, ends: int = 0, **variables: str) -> list[str]:
    """Let everything fail in a window of this kind; return what was told since it stood there."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.failing", mode, WORD, *more],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == ends
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    # Qt says this of its own screen without a screen, as the window is put there.
    return [line for line in lines if line != "This plugin does not support propagateSizeHints()"]


@pytest.mark.parametrize("mode", ["kiosk", "counselor", "wizard"])
def test_every_failure_is_told_by_its_kind_and_place_alone(mode: str) -> None:
    told = standard_error(mode)
    read = [match.group(1, 3) for line in told if (match := LINE.fullmatch(line))]
    assert len(read) == len(told)
    ours = [place for kind, place in read if place.startswith("decision_aid/domain/answers.py:")]
    # A slot, a timer, a thread, one of Qt's, a paint event, an end that nobody waits for.
    assert len(ours) == 6
    assert {"UserWarning", "QtWarning", "QtCritical"} <= {kind for kind, _ in read}
    assert WORD not in "\n".join(told)


@POSIX
def test_a_crash_is_told_by_its_places_alone() -> None:
    told = standard_error("kiosk", "crash", ends=-6)
    assert "Fatal Python error: Aborted" in told
    assert any(re.search(r'kiosk.app\.py", line \d+ in run', line) for line in told)
    assert WORD not in "\n".join(told)


def test_a_developer_who_asks_sees_all_of_it() -> None:
    told = "\n".join(standard_error("kiosk", DECISION_AID_TRACEBACKS="1"))
    assert "Traceback (most recent call last)" in told
    assert f"unknown_place: {WORD}" in told
    assert f"UserWarning: {WORD}" in told
