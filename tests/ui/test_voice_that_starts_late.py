"""Real engines begin a moment after they were asked; what is pressed in that moment counts too."""

from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from decision_aid.ui.kit.speech.voice import Voice

speech = pytest.importorskip("PySide6.QtTextToSpeech", reason="an optional extra")
State = speech.QTextToSpeech.State
_ASKED_TO_BEGUN = 20
_SENTENCE = 60


class LateEngine(QObject):
    """Reports that it speaks some time after it was asked, as engines in other processes do."""

    stateChanged = Signal(State)  # noqa: N815
    State = State
    begins_although_stopped: ClassVar[bool] = False
    instances: ClassVar[list["LateEngine"]] = []

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.spoken: list[str] = []
        self.whole: list[str] = []
        self.now: str | None = None
        self._asked: list[str] = []
        self.instances.append(self)

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        return [QLocale("en_US")]

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        self.locale = locale

    def availableVoices(self) -> list[str]:  # noqa: N802
        return ["any"]

    def setRate(self, rate: float) -> None:  # noqa: N802
        self.rate = rate

    def say(self, text: str) -> None:
        assert self.now is None, f"{text!r} was asked for in the middle of {self.now!r}"
        self._asked.append(text)
        QTimer.singleShot(_ASKED_TO_BEGUN, self, self._begin)

    def stop(self) -> None:
        if self.now is not None:
            self._end(whole=False)
        elif not self.begins_although_stopped:
            self._asked.clear()

    def _begin(self) -> None:
        if self._asked:
            self.now = self._asked.pop(0)
            self.spoken.append(self.now)
            QTimer.singleShot(_SENTENCE, self, self._end_if_still_speaking)
            self.stateChanged.emit(State.Speaking)

    def _end_if_still_speaking(self) -> None:
        if self.now is not None:
            self._end(whole=True)

    def _end(self, *, whole: bool) -> None:
        if whole:
            assert self.now is not None
            self.whole.append(self.now)
        self.now = None
        self.stateChanged.emit(State.Ready)


@pytest.fixture(params=[False, True], ids=["forgets when stopped", "begins although stopped"])
def voice(request: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> Voice:
    monkeypatch.setattr(speech, "QTextToSpeech", LateEngine)
    monkeypatch.setattr(LateEngine, "begins_although_stopped", request.param)
    monkeypatch.setattr(LateEngine, "instances", [])
    made = Voice("en", "late")
    assert made.silence is None
    return made


def engine() -> LateEngine:
    return LateEngine.instances[0]


def test_all_is_said_once_and_in_order(qtbot: Any, voice: Voice) -> None:
    with qtbot.waitSignal(voice.ended):
        voice.read(["One.", "Two.", "Three."])
    assert engine().whole == ["One.", "Two.", "Three."]


def test_stop_before_it_began_is_silent(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    voice.stop()
    qtbot.wait(400)
    assert engine().whole == []
    assert engine().now is None


def test_pause_before_it_began_waits_and_goes_on(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    voice.pause()
    qtbot.wait(400)
    assert engine().whole == []
    assert voice.is_paused
    with qtbot.waitSignal(voice.ended):
        voice.go_on()
    assert engine().whole == ["One.", "Two."]


def test_pause_and_at_once_go_on_says_it_once(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    with qtbot.waitSignal(voice.ended):
        voice.pause()
        voice.go_on()
    assert engine().whole == ["One.", "Two."]


def test_repeat_before_it_began_does_not_end_the_reading(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    with qtbot.waitSignal(voice.ended):
        voice.repeat()
        voice.repeat()
    assert engine().whole == ["One.", "Two."]


def test_another_page_before_it_began_is_read_instead(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    with qtbot.waitSignal(voice.ended):
        voice.stop()
        voice.read(["Three."])
    assert engine().whole == ["Three."]


def test_repeat_and_slower_in_the_middle_say_the_sentence_again(qtbot: Any, voice: Voice) -> None:
    voice.read(["One.", "Two."])
    qtbot.waitUntil(lambda: engine().now == "Two.")
    with qtbot.waitSignal(voice.ended):
        voice.repeat()
        voice.slower()
    assert engine().whole == ["One.", "Two."]
    assert engine().rate == -0.2
