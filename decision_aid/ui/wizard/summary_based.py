"""A page that shows sections of the summary, and is made anew when an answer changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.ui.kit.blocks import SummaryView, banner_note
from decision_aid.ui.kit.emptied import throw_away
from decision_aid.ui.wizard.base import Page

if TYPE_CHECKING:
    from decision_aid.document.model import Summary


class SummaryBasedPage(Page):
    """Builds the summary of the answers and shows parts of it."""

    def build(self) -> None:
        """Leave room; the words follow when the page is shown."""
        self._body: QWidget | None = None
        self._shown: object = None
        self.summary: Summary | None = None

    def fill(self, column: QVBoxLayout, view: SummaryView) -> None:
        """Put the sections of this page into the column."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Write the page for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what the answers come to now."""
        from decision_aid.document.build import build  # noqa: PLC0415 - not for the first page

        answers = self.session.answers()
        if answers == self._shown:
            return
        self._shown = answers
        self.words_changed()
        clinic = self.context.surroundings.clinic
        today = dt.date.today()
        self.summary = summary = build(answers, self.words.content, today, clinic=clinic)
        if self._body is not None:
            self.column.removeWidget(self._body)
            throw_away(self._body)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        if summary.banner:
            inside.addWidget(banner_note(summary.banner))
        self.fill(inside, SummaryView(summary, self.words, self.explain, self))
        self.column.insertWidget(self.column.indexOf(self.error) + 1, self._body)
