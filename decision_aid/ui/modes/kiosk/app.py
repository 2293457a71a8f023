"""Opens one kiosk session: for one person, in a process that knows nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from decision_aid.storage.policy import load_policy
from decision_aid.ui.application import start_application, theme_named
from decision_aid.ui.modes.kiosk.closed_doors import ClosedDoors
from decision_aid.ui.modes.kiosk.no_traces import leave_no_traces
from decision_aid.ui.modes.kiosk.window import KioskWindow
from decision_aid.ui.unexpected import tell_the_unexpected
from decision_aid.ui.warm_up import WarmUp

_CLEARED: Final = 0
_LEFT: Final = 1


def open_session(
    *, language: str, theme: str | None = None, text_size: int = 100, policy: Path | None = None
) -> bool:
    """Open the kiosk for one person and stay until everything is cleared.

    Args:
        language: the code of the language of its words.
        theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
        text_size: in percent.
        policy: the settings of the clinic.

    Returns:
        Whether staff left the kiosk with their PIN; else the next session follows.
    """
    leave_no_traces()
    loaded = load_policy(policy)
    languages = loaded.policy.languages
    application, words = start_application(language if language in languages else languages[0])
    doors = ClosedDoors(application)
    window = KioskWindow(words, loaded, theme=theme_named(theme), text_size=text_size)
    window.cleared.connect(lambda: application.exit(_CLEARED))
    window.left.connect(lambda: application.exit(_LEFT))
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    tell_the_unexpected(window)
    window.activateWindow()
    warm_up = WarmUp(words, window)
    warm_up.words_ready.connect(window.explain_words)
    left = application.exec() == _LEFT
    doors.empty_clipboard()
    QApplication.processEvents()
    return left
