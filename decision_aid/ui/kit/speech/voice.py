"""Speaks sentence by sentence with the voice of the system.

One sentence is spoken at a time, so that pause, repeat and slower work with every engine, also
with one that cannot pause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)

from decision_aid.ui.kit.text import BREAK
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


_SLOWEST: Final = -0.8
_FASTEST: Final = 0.8
_STEP: Final = 0.2
_STUCK_AFTER: Final = 10_000
_STUCK_PER_LETTER: Final = 250
"""How long a sentence may take before the voice counts as lost, in milliseconds."""
_LATE_START: Final = 300
"""How long a sentence may still start after it was called back, in milliseconds."""
_STOPS_WITHIN: Final = 3_000
"""How long an engine may take to say that it has stopped, in milliseconds."""


class Silence(StrEnum):
    """Why nothing can be read aloud."""

    NO_MODULE = "no_module"
    NO_VOICE = "no_voice"


class _Stage(Enum):
    """Where the engine is with a sentence; many report it a moment after they were asked."""

    SILENT = auto()
    ASKED = auto()
    HEARD = auto()
    STOPPING = auto()


class Voice(QObject):
    """The voice of the system.

    ``began`` is emitted with the place of each sentence as it starts, ``ended`` after the last
    one, ``lost`` when the voice does not come to an end.
    """

    began = Signal(int)
    ended = Signal()
    lost = Signal()

    def __init__(
        self, language: str, engine: str | None = None, parent: QObject | None = None
    ) -> None:
        """Look for a voice; this takes a moment, so only make one when somebody asks for it.

        Args:
            language: the language of the words, as a BCP 47 code.
            engine: the name of Qt's engine; by default the first that has a voice.
            parent: the owner.
        """
        super().__init__(parent)
        self.silence: Silence | None = None
        self._engine: QTextToSpeech | None = None
        self._sentences: Sequence[str] = ()
        self._current: int | None = None
        self._next: int | None = None
        self._paused = False
        self._rate = 0.0
        self._stage = _Stage.SILENT
        self._guard = QTimer(self, singleShot=True)
        self._guard.timeout.connect(self._lose)
        self._stopping = QTimer(self, singleShot=True)
        self._stopping.timeout.connect(self._fall_silent)
        self._find(language, engine)

    def _find(self, language: str, engine: str | None) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - an optional extra
        except ImportError:
            self.silence = Silence.NO_MODULE
            return
        names = [engine] if engine else [n for n in QTextToSpeech.availableEngines() if n != "mock"]
        for name in names:
            speech = QTextToSpeech(name, self)
            locale = _best_locale(speech.availableLocales(), language)
            if locale is not None:
                # The state is no guide: where the system itself is set to another language, the
                # engine calls that an error, and yet speaks.
                speech.setLocale(locale)
                if speech.availableVoices():
                    speech.stateChanged.connect(self._state_changed)
                    self._engine = speech
                    return
            speech.deleteLater()
        self.silence = Silence.NO_VOICE

    @property
    def is_speaking(self) -> bool:
        """Whether it is in the middle of the sentences, and not paused."""
        return self._current is not None and not self._paused

    @property
    def is_paused(self) -> bool:
        """Whether it waits in the middle of the sentences."""
        return self._paused

    @property
    def rate(self) -> float:
        """How fast it speaks, from -1 to 1; 0 is the pace of the system."""
        return self._rate

    def read(self, sentences: Sequence[str]) -> None:
        """Speak these sentences, one after the other, instead of what is being spoken."""
        self._sentences = sentences
        self._paused = False
        self._start(0)

    def pause(self) -> None:
        """Wait; ``go_on`` begins the sentence again."""
        if self.is_speaking:
            self._paused = True
            self._next = None
            self._hush()

    def go_on(self) -> None:
        """Go on after a pause."""
        if self._paused and self._current is not None:
            self._paused = False
            self._start(self._current)

    def repeat(self) -> None:
        """Say the sentence again."""
        if self._current is not None:
            self._paused = False
            self._start(self._current)

    def slower(self) -> None:
        """Speak more slowly from now on."""
        self._set_rate(self._rate - _STEP)

    def faster(self) -> None:
        """Speak faster from now on."""
        self._set_rate(self._rate + _STEP)

    def stop(self) -> None:
        """Be silent and forget the sentences."""
        self._current = self._next = None
        self._sentences = ()
        self._paused = False
        self._hush()

    def _set_rate(self, rate: float) -> None:
        self._rate = round(max(_SLOWEST, min(rate, _FASTEST)), 1)
        if self._engine is not None:
            self._engine.setRate(self._rate)
            if self.is_speaking:
                self.repeat()

    def _start(self, place: int) -> None:
        """Say a sentence; where one is being spoken, once the engine has stopped."""
        if self._engine is None:
            return
        if place >= len(self._sentences):
            self._current = None
            self._guard.stop()
            self.ended.emit()
            return
        self._current = place
        if self._stage is _Stage.SILENT:
            self._say(place)
        else:
            self._next = place
            self._hush()

    def _say(self, place: int) -> None:
        assert self._engine is not None
        self._next = None
        self.began.emit(place)
        if self._current != place:
            return  # whoever heard of it wanted it silent
        sentence = self._sentences[place]
        self._guard.start(_STUCK_AFTER + _STUCK_PER_LETTER * len(sentence))
        self._stage = _Stage.ASKED
        self._engine.say(sentence)

    def _hush(self) -> None:
        """Stop the engine, also where it was asked for a sentence that it has not begun."""
        self._guard.stop()
        if self._engine is None or self._stage in {_Stage.SILENT, _Stage.STOPPING}:
            return
        # An engine that had not begun may never say that it has stopped.
        self._stopping.start(_LATE_START if self._stage is _Stage.ASKED else _STOPS_WITHIN)
        self._stage = _Stage.STOPPING
        self._engine.stop()

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - it is there by now

        if state is QTextToSpeech.State.Error:
            self._lose()
        elif state is QTextToSpeech.State.Speaking:
            self._begun()
        elif state is QTextToSpeech.State.Ready:
            self._finished()

    def _begun(self) -> None:
        if self._stage is _Stage.ASKED:
            self._stage = _Stage.HEARD
        elif self._stage is not _Stage.HEARD and self._engine is not None:
            self._stage = _Stage.STOPPING
            self._stopping.start(_STOPS_WITHIN)
            self._engine.stop()

    def _finished(self) -> None:
        # Outside the engine's own call: some of them cannot be asked to speak from there.
        if self._stage is _Stage.HEARD:
            self._stage = _Stage.SILENT
            QTimer.singleShot(0, self, self._go_to_next)
        elif self._stage is _Stage.STOPPING:
            QTimer.singleShot(0, self, self._fall_silent)

    def _fall_silent(self) -> None:
        """Say what was asked for while the engine was stopping."""
        if self._stage is _Stage.STOPPING:
            self._stopping.stop()
            self._stage = _Stage.SILENT
            if self._next is not None and not self._paused:
                self._say(self._next)

    def _go_to_next(self) -> None:
        if self._stage is _Stage.SILENT and not self._paused and self._current is not None:
            self._guard.stop()
            self._start(self._current + 1)

    def _lose(self) -> None:
        if self._current is not None:
            self.stop()
            self.lost.emit()


def _best_locale(available: Sequence[QLocale], language: str) -> QLocale | None:
    """Return the locale to speak in: the system's own where it fits, else any of the language."""
    wanted = QLocale(language).language()
    fitting = [locale for locale in available if locale.language() == wanted]
    own = QLocale.system()
    return next((locale for locale in fitting if locale == own), fitting[0] if fitting else None)


_SENTENCE_END: Final = re.compile(r"(?<=[.!?:;])\s+")
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and the widget that shows it."""

    text: str
    widget: QWidget


def script_of(page: QWidget, words: Words) -> list[Line]:
    """Return what to read of a page: every word once, in the order of the page."""
    return [
        Line(sentence, widget)
        for widget in _visible(page)
        for sentence in sentences(_spoken(widget, words))
    ]


def sentences(text: str) -> list[str]:
    """Divide a text into what is spoken in one breath, none of it too long for a voice."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return [piece for part in parts if part for piece in _pieces(part)]


def _pieces(text: str) -> Iterator[str]:
    while len(text) > _LONGEST:
        cut = text.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text


def _visible(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isHidden() or isinstance(child, QScrollBar):
            continue
        if child.property("unspoken"):
            continue
        yield child
        if not isinstance(child, QAbstractButton | QLabel):
            yield from _visible(child)


def _spoken(widget: QWidget, words: Words) -> str:
    match widget:
        case QRadioButton() | QCheckBox():
            name = widget.accessibleName() or widget.text()
            return words("read_aloud.chosen", name=name) if widget.isChecked() else name
        case QAbstractButton():
            return widget.accessibleName() or widget.text().replace("&", "")
        case QLineEdit():
            return f"{widget.accessibleName()} {widget.text()}"
        case QLabel():
            text = widget.text().replace(BREAK, "") or widget.accessibleName()
            return f"{text} {widget.accessibleDescription()}"
        case _:
            return ""
