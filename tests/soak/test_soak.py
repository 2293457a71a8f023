"""Some sessions of the robot in every run; a thousand of them when asked for: tests/soak/run.py."""

from __future__ import annotations

import os

import pytest

from decision_aid.cli.standard_streams import CLEARED
from tests.soak.run import soak

SESSIONS = 5


@pytest.fixture(autouse=True)
def offscreen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_session_after_session_without_exception_or_stuck_page() -> None:
    done = soak(SESSIONS)
    assert done.ended == [CLEARED] * SESSIONS
    assert len(done.told) == SESSIONS
    assert all(one["pages"] > 10 for one in done.told)
    # Five sessions are too few for five percent; a leak shows all the same.
    assert abs(done.session_drift) < 0.15
    assert done.supervisor_drift < 0.15
    assert done.left == set()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
