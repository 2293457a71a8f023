"""Notes for the counselor alone: on no paper, no second screen, no export."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from decision_aid.storage.saved_sessions import LONGEST_NOTES
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.words import Words

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
