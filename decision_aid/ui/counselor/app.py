"""Opens the counselor's window."""

from __future__ import annotations

from typing import Final

from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kit.application import (
    say_no_more_than_the_place,
    start_application,
    tell_the_unexpected,
    theme_named,
)

SIZE: Final = (1280, 800)


def open_counselor(*, language: str, theme: str | None = None, text_size: int = 100) -> int:
    """Open the counselor's window and stay until it is closed.

    Args:
        language: the code of the language of its words.
        theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
        text_size: in percent.

    Returns:
        The exit status.
    """
    application, words = start_application(language)
    window = CounselorWindow(words, theme=theme_named(theme), text_size=text_size)
    room = window.screen().availableSize()
    window.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
    window.show()
    say_no_more_than_the_place()
    tell_the_unexpected(window)
    window.activateWindow()  # where nothing manages windows, nothing else would
    return application.exec()
