"""What all parts of the counselor's window share: a column that scrolls, an error, explanations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.storage.saved_sessions import LONGEST_NOTES
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.explained import explain
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.text import ErrorNote, Text, Title
from decision_aid.ui.kit.theme import Look
from decision_aid.ui.kit.words import Words
from decision_aid.ui.kit.words_here import WordButton


class Panel(QScrollArea):
    """One part of the window.

    ``rebuilt`` follows each change of its controls, ``word_shown`` asks to show the explanation
    of a medical word to the person.
    """

    rebuilt = Signal()
    word_shown = Signal(str)

    def __init__(self, words: Words, session: CounselorSession, title: str) -> None:
        """Show an empty column.

        Args:
            words: the words.
            session: the cases.
            title: the key of its title.
        """
        super().__init__()
        self.words = words
        self.session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("page")
        content = QWidget()
        content.setObjectName("content")
        self.column = QVBoxLayout(content)
        self.column.setSpacing(12)
        self.title = Title(words(title))
        self.title.setProperty("role", "heading")
        self.column.addWidget(self.title)
        self.error = ErrorNote(content)
        self.setWidget(content)

    @property
    def look(self) -> Look:
        """How the screens look right now."""
        return look_of(self)

    def order_tabs(self) -> None:
        """Have Tab go through the window as one reads, also through what was built late."""
        self.rebuilt.emit()

    def refresh(self) -> None:
        """Take over what has changed."""

    def forget(self) -> None:
        """Let go of what is left of a person; most parts hold nothing that ``refresh`` leaves."""
        self.error.clear()

    def say_error(self, text: str) -> None:
        """Say what went wrong and how to go on."""
        self.error.say(text)
        self.ensureWidgetVisible(self.error, 0, 40)

    def hint(self, key: str) -> Text:
        """Add a hint by its key and return it."""
        text = Text(self.words(key), "hint")
        self.column.addWidget(text)
        return text

    def button(
        self, key: str, does: Callable[[], object], *, role: str = "", **values: object
    ) -> QPushButton:
        """Return a button with these words."""
        return named_button(self.words(key, **values), does, role=role)

    def explain(self, opener: QWidget) -> None:
        """Open the explanation of a pressed medical word, which can be shown to the person."""
        if not isinstance(opener, TermButton | WordButton):
            return
        self.ensureWidgetVisible(opener, 0, 60)
        term = opener.term
        show = named_button(
            self.words("person_screen.show_word"), lambda: self.word_shown.emit(term)
        )
        explain(self.words, opener, also=show)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the column to the room."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        if not hasattr(self, "error"):
            return
        side = self.look.space(2)
        self.column.setContentsMargins(side, side, side, self.look.space(3))
        self.fit(self.viewport().width() - 2 * side)

    def fit(self, width: int) -> None:
        """Arrange what stands side by side for this much room; most parts need nothing."""
        del width


def flowing_row(spacing: int = 8) -> tuple[QWidget, FlowLayout]:
    """Return a row that goes on in the next line where space ends, and its layout."""
    row = QWidget()
    flow = FlowLayout(row, spacing)
    policy = row.sizePolicy()
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row, flow


_LEAST_EM = 14


class NotesPanel(Panel):
    """A field to write in."""

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show the notes.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "notes.title")
        self.hint("notes.hint")
        self.column.addWidget(self.error)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(words("notes.title"))
        self.field.setAccessibleDescription(words("notes.hint"))
        self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._take)
        self.column.addWidget(self.field, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show the notes as they are now; the place where one writes stays."""
        self.field.setMinimumHeight(self.look.em(_LEAST_EM))
        if self.field.toPlainText() != self.session.notes:
            self.field.blockSignals(True)
            self.field.setPlainText(self.session.notes)
            self.field.blockSignals(False)

    def _take(self) -> None:
        text = self.field.toPlainText()
        if len(text) > LONGEST_NOTES:
            # What was typed stays in sight; what is kept ends where a saved session can end.
            self.say_error(self.words("notes.too_long", most=LONGEST_NOTES))
            self.field.setFocus()
            text = text[:LONGEST_NOTES]
        else:
            self.error.clear()
        self.session.set_notes(text)
