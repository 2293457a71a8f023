"""Reads what later pages need while the person reads the first one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from decision_aid.ui.words import Words

_LATER: Final = (
    "decision_aid.content.models",
    "decision_aid.content.loader",
    "decision_aid.ui.explain",
    "decision_aid.ui.wizard.side",
    "decision_aid.ui.wizard.places",
    "decision_aid.ui.wizard.follow_up",
    "decision_aid.ui.wizard.timing",
    "decision_aid.ui.wizard.biology",
    "decision_aid.ui.wizard.review",
    "decision_aid.domain.answers",
    "decision_aid.ui.documents",
    "decision_aid.ui.wizard.answer",
    "decision_aid.ui.wizard.treatment",
    "decision_aid.ui.wizard.options",
    "decision_aid.ui.wizard.values",
    "decision_aid.ui.wizard.check",
    "decision_aid.ui.wizard.questions",
    "decision_aid.ui.pictures",
)
_FIRST_AFTER: Final = 250
_BETWEEN: Final = 15


class WarmUp(QObject):
    """Reads one thing at a time, with room between for what the person does.

    ``words_ready`` is emitted when the medical words can be explained, ``finished`` at the end.
    """

    words_ready = Signal()
    finished = Signal()

    def __init__(self, words: Words, parent: QObject) -> None:
        """Begin a moment after the first page is shown."""
        super().__init__(parent)
        self._work = self._steps(words)
        QTimer.singleShot(_FIRST_AFTER, self, self._next)

    def _next(self) -> None:
        if next(self._work, None) is None:
            self.finished.emit()
        else:
            QTimer.singleShot(_BETWEEN, self, self._next)

    def _steps(self, words: Words) -> Iterator[str]:
        for name in _LATER[:3]:
            import_module(name)
            yield name
        words.marked(())
        self.words_ready.emit()
        yield "glossary"
        for name in _LATER[3:]:
            import_module(name)
            yield name
        words.place("bone")
        yield "places"
        content = words.content
        _ = content.sources
        yield "sources"
        yield from _first_document(words)


def _first_document(words: Words) -> Iterator[str]:
    """Make a document of nothing: the first one takes longest."""
    from decision_aid.document.make import make_document  # noqa: PLC0415
    from decision_aid.document.picture_blocks import Rings  # noqa: PLC0415
    from decision_aid.domain import Answers, assess  # noqa: PLC0415 - as all of this
    from decision_aid.ui.pictures import screen_picture  # noqa: PLC0415
    from decision_aid.ui.theme import LIGHT  # noqa: PLC0415

    document = make_document(assess(Answers()), words.content, None)
    yield "document"
    for block in document.blocks("picture"):
        if isinstance(block, Rings):
            screen_picture(block, LIGHT)
            yield "rings"
