"""A page that shows sections of the document, and is made anew when an answer changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.ui.kit.blocks import banner_note
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.emptied import throw_away
from decision_aid.ui.wizard.base import Page

if TYPE_CHECKING:
    from decision_aid.document.model import Document


class SummaryBasedPage(Page):
    """Shows parts of the document of the answers."""

    def build(self) -> None:
        """Leave room; the words follow when the page is shown."""
        self._body: QWidget | None = None
        self.document: Document | None = None

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Put the sections of this page into the column."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Write the page for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what the answers come to now."""
        document = self.context.document
        if document is self.document:
            return
        self.document = document
        self.words_changed()
        if self._body is not None:
            self.column.removeWidget(self._body)
            throw_away(self._body)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        if document.banner:
            inside.addWidget(banner_note(document.banner))
        self.fill(inside, DocumentView(document, self.words, self.explain, self))
        self.column.insertWidget(self.column.indexOf(self.error) + 1, self._body)
