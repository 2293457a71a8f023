"""The answers in a locked file: kept only when asked, and opened again from the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.domain import Interview, Step
from decision_aid.storage.saved_sessions import SavedCase, SavedSession
from decision_aid.ui.kit.locked_files import LockedFiles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from decision_aid.ui.wizard.navigator import Context


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
