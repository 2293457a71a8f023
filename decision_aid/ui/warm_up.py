"""Reads what later pages need while the person reads the first one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

from decision_aid.ui.words import Words

_LATER: Final = (
    "decision_aid.ui.pages.side",
    "decision_aid.ui.pages.places",
    "decision_aid.ui.pages.follow_up",
    "decision_aid.ui.pages.timing",
    "decision_aid.ui.pages.review",
    "decision_aid.summary.build",
    "decision_aid.storage.answers",
    "decision_aid.ui.pages.answer",
    "decision_aid.ui.pages.treatment",
    "decision_aid.ui.pages.questions",
    "decision_aid.ui.pages.summary",
    "decision_aid.summary.pdf",
)
_FIRST_AFTER: Final = 250
_BETWEEN: Final = 15


class WarmUp(QObject):
    """Reads one thing at a time, with room between for what the person does."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Begin a moment after the first page is shown."""
        super().__init__(parent)
        self._work = self._steps(words)
        QTimer.singleShot(_FIRST_AFTER, self, self._next)

    def _next(self) -> None:
        if next(self._work, None) is not None:
            QTimer.singleShot(_BETWEEN, self, self._next)

    def _steps(self, words: Words) -> Iterator[str]:
        for name in _LATER:
            import_module(name)
            yield name
        words.place("bone")
        yield "places"
        words.marked(())
        yield "glossary"
