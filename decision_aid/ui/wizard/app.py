"""Opens the wizard."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from decision_aid.ui.kit.application import (
    say_no_more_than_the_place,
    start_application,
    tell_the_unexpected,
    theme_named,
)
from decision_aid.ui.kit.theme import usual_text_size
from decision_aid.ui.wizard.window import Wizard

SIZE: Final = (1280, 780)
_STARTED: Final = time.perf_counter()


def open_wizard(
    *,
    language: str,
    theme: str | None = None,
    text_size: int | None = None,
    measure_startup: bool = False,
) -> int:
    """Open the wizard and stay until the person closes it.

    Args:
        language: the code of the language of its words.
        theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
        text_size: in percent; ``None`` is what suits the screen.
        measure_startup: print how long the first page took, as one JSON line, and end.

    Returns:
        The exit status.
    """
    application, words = start_application(language)
    room = application.primaryScreen().availableSize()
    usual = usual_text_size(room.width(), room.height())
    wizard = Wizard(words, theme=theme_named(theme), text_size=text_size or usual)
    wide, tall = (side * usual // 100 for side in SIZE)
    wizard.resize(min(wide, room.width()), min(tall, room.height()))
    wizard.show()
    say_no_more_than_the_place()
    tell_the_unexpected(wizard)
    wizard.activateWindow()  # where nothing manages windows, nothing else would
    if measure_startup:
        wizard.installEventFilter(_FirstPaint(wizard))
    return application.exec()


class _FirstPaint(QObject):
    """Waits until a window has been painted, then reports how long that took."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Report as soon as what is painted now is done, and input would be taken."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, watched, _report_startup)
        return False


def _report_startup() -> None:
    took = {"first_page_ms": round(_since_process_start(), 1)}
    try:
        print(json.dumps(took), flush=True)  # noqa: T201
        QApplication.exit(0 if sys.stdout is not None else 1)
    except OSError:
        QApplication.exit(1)


def _since_process_start() -> float:
    """Return the milliseconds since this process was started, or since this module was read."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks = float(fields[19])
        uptime = time.clock_gettime(time.CLOCK_BOOTTIME)
        return (uptime - ticks / os.sysconf("SC_CLK_TCK")) * 1000
    except (OSError, ValueError, AttributeError):
        return (time.perf_counter() - _STARTED) * 1000
