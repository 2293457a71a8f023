"""How a window is to be opened: what the command line says of it, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple


class Mode(StrEnum):
    """For whom the window is opened."""

    WIZARD = "wizard"
    KIOSK = "kiosk"
    KIOSK_SESSION = "kiosk_session"
    COUNSELOR = "counselor"


class WindowOptions(NamedTuple):
    """What the command line says of the window.

    Attributes:
        language: the code of the language of its words.
        theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
        text_size: in percent; ``None`` is what suits the screen.
        measure_startup: whether to print how long the first page took, and end.
        mode: for whom it is opened.
        policy: the settings of the clinic whose kiosk this is.
    """

    language: str
    theme: str | None
    text_size: int | None
    measure_startup: bool
    mode: Mode = Mode.WIZARD
    policy: Path | None = None


OpenWindow = Callable[[WindowOptions], int]
"""Opens the window and returns the exit status when it closes."""

LEFT_BY_STAFF: Final = 10
"""The exit status of a kiosk that staff have left with their PIN: nothing starts it again."""

CLEARED: Final = 11
"""The exit status of a kiosk session that was cleared: a new one follows."""
