"""The summary to take along: see it, print it, save it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.document.model import Document
from decision_aid.domain import Interview, PaperSection, Step
from decision_aid.storage.saved_sessions import SavedCase, SavedSession
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.locked_files import LockedFiles
from decision_aid.ui.kit.paper_area import PaperArea
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from decision_aid.ui.wizard.navigator import Context


class SummaryPage(PaperArea, Page):
    """The last page of the wizard."""

    COLUMN = WIDE_EM
    CONTINUE = "button.finish"
    HINT: ClassVar[str] = "summary_page.hint"
    """The key of what can be done here."""
    LEADS = False

    def build(self) -> None:
        """Show what to do on one side and the pages on the other."""
        self.add_text(self.HINT, "hint")
        self.add_paper()

    def _add_keeping(self, column: QVBoxLayout) -> None:
        super()._add_keeping(column)
        self.lock = named_button(self.words("summary_page.lock"), self._save_locked)
        column.addWidget(self.lock)

    def _save_locked(self) -> None:
        """Save the answers themselves, to go on another day."""
        from decision_aid.ui.wizard.summary import locked_files  # noqa: PLC0415 - when asked for

        self.files = locked_files(self.context, self.window())
        self.files.done.connect(self.done.say)
        self.files.save()

    def enter(self) -> None:
        """Make the pages of the answers as they are now."""
        self.show_paper()

    def fit(self, width: int) -> None:
        """Put the pages beside the buttons, or below them in a narrow window."""
        self.fit_paper(width)

    def document(self) -> Document:
        """Return the document of the answers as they are now."""
        return self.context.document

    def take_sections(self, sections: tuple[PaperSection, ...]) -> None:
        """Keep the person's choice."""
        self.session.set_sections(sections)

    def numbers_wanted(self) -> bool:
        """Return whether the person asked for general numbers twice."""
        return self.session.numbers_wanted


def locked_files(context: Context, window: QWidget) -> LockedFiles:
    """Return what saves and opens the answers of this wizard.

    Args:
        context: whose answers.
        window: the window that waits.
    """
    session, navigator = context.session, context.navigator

    def to_save() -> SavedSession:
        return SavedSession(cases=(SavedCase(answers=session.answers()),))

    def take(saved: SavedSession) -> None:
        session.take(Interview.of(saved.cases[0].answers))
        navigator.open(Step.WHERE)
        navigator.open(Step.ANSWER)

    return LockedFiles(context.words, window, to_save=to_save, saved=lambda: None, opened=take)
