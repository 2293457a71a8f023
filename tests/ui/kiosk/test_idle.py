"""Somebody who walks away leaves nothing; somebody who only reads slowly loses nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QSoundEffect

from decision_aid.domain import Certainty, PlaceId, Step
from decision_aid.ui.kiosk import idle
from decision_aid.ui.kiosk.idle import IdleWatch
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.person import Person

BREAST = PlaceId("breast_tissue")


def _hurry(kiosk: Person, seconds: float) -> None:
    """Have the kiosk lose its patience sooner than a policy may ask."""
    window: Any = kiosk.wizard
    window.idle._timer.setInterval(round(seconds * 1000))
    window.idle.somebody_there()


def test_the_watch_waits_as_long_as_the_policy_says(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(idle_seconds=240)
    window: Any = kiosk.wizard
    assert window.idle._timer.interval() == 240_000


def test_nobody_there_is_asked_first_and_more_time_is_given_as_often_as_wanted(
    kiosk: Person,
) -> None:
    window: Any = kiosk.wizard
    kiosk.go_to("where")
    kiosk.mark(BREAST)
    for _ in range(4):
        _hurry(kiosk, 0.05)
        kiosk.qtbot.waitUntil(lambda: window.warning is not None)
        assert "60 seconds" in window.warning._text.text()
        kiosk.qtbot.mouseClick(window.warning.more, Qt.MouseButton.LeftButton)
        assert window.warning is None
    assert window.session.interview.mark_of(BREAST, None) is Certainty.FOUND
    assert kiosk.step == "where"


def test_escape_on_the_warning_means_that_somebody_is_there(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    window.warn()
    kiosk.qtbot.waitUntil(window.warning.isActiveWindow)
    kiosk.key(Qt.Key.Key_Escape)
    assert window.warning is None


def test_without_an_answer_everything_is_cleared(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(warning_seconds=20)
    window: Any = kiosk.wizard
    kiosk.go_to("where")
    kiosk.mark(BREAST)
    window.warn()
    window.warning._left = 2
    with kiosk.qtbot.waitSignal(window.cleared, timeout=5000):
        pass
    assert window.session.is_empty


def test_the_countdown_is_shown_and_cannot_be_closed(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    window.warn()
    window.warning.close()
    assert window.warning.isVisible()
    window.warning._left = 31
    kiosk.qtbot.waitUntil(lambda: "30 seconds" in window.warning._text.text(), timeout=3000)


def test_whatever_somebody_does_counts(qtbot: Any, kiosk: Person) -> None:
    watch = IdleWatch(1.2)
    gone: list[bool] = []
    watch.nobody_there.connect(lambda: gone.append(True))
    for _ in range(5):
        qtbot.wait(300)
        qtbot.mouseClick(kiosk.wizard.header, Qt.MouseButton.LeftButton)
    assert gone == []
    qtbot.waitUntil(lambda: gone == [True])
    watch.deleteLater()


@pytest.mark.parametrize("sound", [True, False])
def test_the_warning_is_heard_unless_the_policy_says_no(open_kiosk: OpenKiosk, sound: bool) -> None:
    kiosk = open_kiosk(sound=sound)
    window: Any = kiosk.wizard
    window.warn()
    effects = window.findChildren(QSoundEffect)
    assert bool(effects) is sound
    if sound:
        kiosk.qtbot.waitUntil(lambda: effects[0].status() is not QSoundEffect.Status.Loading)
        assert effects[0].source().fileName() == "chime.wav"


def test_finish_and_clear_is_on_every_page_and_asks_once(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    assert window.footer.start_over.isVisible()
    for step in Step:
        window.navigator.open(step)
        assert window.footer.start_over.isVisible(), step
    window.navigator.restart()
    kiosk.go_to("summary", marks={BREAST: Certainty.FOUND})
    kiosk.press(window.footer.start_over)
    kiosk.qtbot.mouseClick(kiosk.dialog().no, Qt.MouseButton.LeftButton)
    assert not window.session.is_empty
    kiosk.press(window.footer.go_on)  # "Done" on the last page asks the same
    with kiosk.qtbot.waitSignal(window.cleared):
        kiosk.qtbot.mouseClick(kiosk.dialog().yes, Qt.MouseButton.LeftButton)
    assert window.session.is_empty


def test_where_qt_plays_no_sound_a_program_of_the_system_does(
    kiosk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$1" > {heard}\n', encoding="utf-8")
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(idle, "PLAYERS", ("aplay",))
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    idle.ring(kiosk.wizard)
    kiosk.qtbot.waitUntil(lambda: heard.exists() and heard.read_text().strip() != "")
    assert heard.read_text(encoding="utf-8").strip().endswith("chime.wav")


def test_the_voice_is_silent_while_the_answers_are_covered(kiosk: Person) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", reason="reading aloud is an optional extra")
    window: Any = kiosk.wizard
    window.speech_engine = "mock"
    kiosk.press(window.header.listen)
    kiosk.qtbot.waitUntil(lambda: window.reader.voice.is_speaking)
    window.warn()
    assert not window.reader.voice.is_speaking
    assert not window.reader.isVisible()
