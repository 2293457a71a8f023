"""One kiosk session: for one person, in a process that knows nobody else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from decision_aid.clinic.policy import load_policy
from decision_aid.ui.kiosk.closed_doors import ClosedDoors
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.application import start_application, theme_named
from decision_aid.ui.kit.theme import usual_text_size
from decision_aid.ui.kit.unexpected import say_no_more_than_the_place, tell_the_unexpected

_PR_SET_DUMPABLE: Final = 4


def leave_no_traces() -> None:
    """Have no core dump written, and let no other program of this user read this one's memory."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - on Linux only
    import resource  # noqa: PLC0415 - as above

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0)


_CLEARED: Final = 0
_LEFT: Final = 1


class KioskSession:
    """The kiosk for one person, from the first page until everything is cleared."""

    def __init__(
        self,
        *,
        language: str,
        theme: str | None = None,
        text_size: int | None = None,
        policy: Path | None = None,
    ) -> None:
        """Open the window.

        Args:
            language: the code of the language of its words.
            theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
            text_size: in percent; ``None`` is what suits the screen.
            policy: the settings of the clinic.
        """
        leave_no_traces()
        loaded = load_policy(policy)
        languages = loaded.policy.languages
        language = language if language in languages else languages[0]
        self.application, words = start_application(language)
        self._doors = ClosedDoors(self.application)
        room = self.application.primaryScreen().size()
        size = text_size or usual_text_size(room.width(), room.height())
        self.window = KioskWindow(words, loaded, theme=theme_named(theme), text_size=size)
        self.window.cleared.connect(lambda: self.application.exit(_CLEARED))
        self.window.left.connect(lambda: self.application.exit(_LEFT))
        self.window.setGeometry(self.window.screen().geometry())
        self.window.showFullScreen()
        say_no_more_than_the_place()
        tell_the_unexpected(self.window)
        self.window.activateWindow()

    def run(self) -> bool:
        """Stay until everything is cleared; return whether staff left with their PIN."""
        left = self.application.exec() == _LEFT
        self._doors.empty_clipboard()
        QApplication.processEvents()
        return left
