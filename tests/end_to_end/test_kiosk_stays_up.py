"""A kiosk from outside: nothing brings it down, and only the staff get out."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from decision_aid.clinic.policy import hash_pin
from tests.end_to_end.kiosk_process import open_kiosk, someone_uses

PIN = "246810"


def test_killed_at_random_moments_it_comes_back_clean(tmp_path: Path) -> None:
    chance = random.Random(20261124)
    with open_kiosk(tmp_path) as kiosk:
        before = None
        for _ in range(6):
            session = kiosk.session(not_this=before)
            time.sleep(chance.uniform(0, 1.2))
            kiosk.press(chance.choice(["Return", "Tab", "space", "alt+c", "F1"]))
            os.kill(session, signal.SIGKILL)
            before = session
        session = kiosk.session(not_this=before)
        someone_uses(kiosk)
        assert kiosk.supervisor.poll() is None


def test_the_session_ends_with_its_supervisor_however_that_ends(tmp_path: Path) -> None:
    with open_kiosk(tmp_path) as kiosk:
        session = kiosk.session()
        kiosk.supervisor.kill()
        kiosk.supervisor.wait()
        until = time.monotonic() + 5
        while Path(f"/proc/{session}").exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert not Path(f"/proc/{session}").exists()


def test_keys_of_the_desktop_lead_nowhere_and_the_pin_leads_out(tmp_path: Path) -> None:
    policy = f'pin_hash = "{hash_pin(PIN)}"\n'
    with open_kiosk(tmp_path, policy) as kiosk:
        session = kiosk.session()
        for key in (
            *("alt+F4", "ctrl+q", "ctrl+w", "ctrl+alt+Delete", "alt+Tab", "super", "super+d"),
            *("ctrl+alt+t", "alt+F2", "F11", "ctrl+p", "ctrl+s", "ctrl+o", "Menu", "Print"),
            *("ctrl+alt+F1", "XF86HomePage", "XF86PowerOff", "ctrl+Escape", "alt+space"),
        ):
            kiosk.press(key)
        assert kiosk.session() == session
        kiosk.press("F1")
        time.sleep(0.7)
        kiosk.press("shift+Tab")  # from "Close" back to the last control of the help
        kiosk.press("Return")
        time.sleep(0.7)
        kiosk.type(PIN)
        kiosk.press("Return")
        time.sleep(1.5)  # a PIN is looked at slowly, on purpose
        kiosk.press("Return")
        assert kiosk.supervisor.wait(10) == 10
