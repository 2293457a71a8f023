"""The keys of the counselor's window; the help says the same in words, and a test holds them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from decision_aid.ui.counselor.display import Detail

if TYPE_CHECKING:
    from decision_aid.ui.counselor.window import CounselorWindow


def bind_keys(window: CounselorWindow) -> None:
    """Have each key do what it does.

    Args:
        window: the counselor's window.
    """
    session, person = window.session, window.person
    does: dict[str, Callable[[], object]] = {
        "F1": window.open_help,
        "F2": partial(window.show_part, "case"),
        "F3": partial(window.show_part, "result"),
        "F4": partial(window.show_part, "what_if"),
        "F5": partial(window.show_part, "teach_back"),
        "F6": partial(window.show_part, "notes"),
        "F7": partial(window.show_part, "paper"),
        "F9": window.show_what_is_seen,
        "F10": person.show_nothing,
        "F12": window.what_if_panel.back_to_start,
        "Ctrl+1": partial(session.set_detail, Detail.ANSWER),
        "Ctrl+2": partial(session.set_detail, Detail.WHY),
        "Ctrl+3": partial(session.set_detail, Detail.EVERYTHING),
        "Ctrl+N": window.new,
        "Ctrl+S": window.session_files.save,
        "Ctrl+O": window.open_session,
        "Ctrl+Z": window.step_back,
        "Ctrl++": partial(window.step_text_size, 1),
        "Ctrl+=": partial(window.step_text_size, 1),
        "Ctrl+-": partial(window.step_text_size, -1),
        "Alt+PgUp": partial(person.scroll, -1),
        "Alt+PgDown": partial(person.scroll, 1),
    }
    for keys, act in does.items():
        QShortcut(QKeySequence(keys), window).activated.connect(act)
