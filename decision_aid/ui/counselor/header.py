"""The top of the window: the session, one step back, the look, help; and the parts to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.counselor.display import Detail
from decision_aid.ui.counselor.panel import flowing_row
from decision_aid.ui.kit.buttons import WrappingButton, named_button
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from decision_aid.ui.counselor.window import CounselorWindow


PARTS: Final = ("case", "map", "result", "what_if", "teach_back", "notes", "paper")
"""The parts of the window, in the order in which a conversation uses them."""


class CounselorHeader(QWidget):
    """Four buttons, always in the same place."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the buttons.

        Args:
            words: the words.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("header")
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        self.menu = named_button(words("counselor.menu"), lambda: None, role="quiet")
        self.undo = named_button(words("counselor.undo"), lambda: None, role="quiet")
        self.look = named_button(words("button.look"), lambda: None, role="quiet")
        self.help = named_button(words("button.help"), lambda: None, role="quiet")
        row.addWidget(self.menu)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.look)
        row.addWidget(self.help)

    def fit(self, width: int) -> None:
        """Use shorter names where the window is narrow or the print large."""
        roomy = width >= look_of(self).em(34)
        self.look.setText(self.words("button.look" if roomy else "button.look_short"))


class PartTabs(QWidget):
    """Which part is seen; ``picked`` is emitted with its name."""

    picked = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Offer all parts.

        Args:
            words: the words.
            parent: the window.
        """
        super().__init__(parent)
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("counselor.parts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        row, flow = flowing_row(2)
        column.addWidget(row)
        self._group = QButtonGroup(self)
        self.tabs: dict[str, QPushButton] = {}
        for part in PARTS:
            tab = named_button(words(f"counselor.{part}"), partial(self.picked.emit, part))
            tab.setCheckable(True)
            tab.setProperty("role", "tab")
            self._group.addButton(tab)
            self.tabs[part] = tab
            flow.addWidget(tab)

    def show_current(self, part: str) -> None:
        """Show which part is seen."""
        self.tabs[part].setChecked(True)


class CaseChooser(QWidget):
    """Which case is worked on, where there are several; ``picked`` is emitted with its place."""

    picked = Signal(int)

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Offer nothing yet.

        Args:
            words: the words.
            parent: the window.
        """
        super().__init__(parent)
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("counselor.cases"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 4)
        self._column.setSpacing(4)
        self._names: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_cases(self, names: Sequence[str], current: int) -> bool:
        """Offer these cases and return whether the buttons are new."""
        is_new = tuple(names) != self._names
        if is_new:
            self._names = tuple(names)
            self._build()
        for index, button in enumerate(self.buttons):
            button.setChecked(index == current)
        return is_new

    def _build(self) -> None:
        empty(self._column)
        self.buttons = []
        group = QButtonGroup(self)
        row, flow = flowing_row(6)
        for index, name in enumerate(self._names):
            button = WrappingButton(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, i=index: self.picked.emit(i))
            group.addButton(button)
            flow.addWidget(button)
            self.buttons.append(button)
        self._column.addWidget(row)


class SessionMenu(Popover):
    """New, save, open; and records."""

    def __init__(
        self,
        window: QWidget,
        opener: QWidget,
        words: Words,
        does: Mapping[str, Callable[[], object]],
    ) -> None:
        """Open it.

        Args:
            window: the window it lies over.
            opener: the button that opened it.
            words: the words.
            does: what each entry does, by the key of its words.
        """
        super().__init__(window, opener, words("counselor.menu").replace("&", ""))
        self.entries: dict[str, QPushButton] = {}
        self.column.addWidget(Text(words("keeping.hint"), "hint"))
        for key in ("new", "save", "open"):
            self._add(key, words, does[key])
        self.column.addWidget(Text(words("records.title"), "subheading"))
        for key in ("import", "export"):
            self._add(key, words, does[key])
        self.column.addWidget(Text(words("records.hint"), "hint"))
        close = named_button(words("button.close"), self.dismiss)
        self.column.addWidget(close)
        self.open(self.entries["new"], look_of(window).em(26))

    def _add(self, key: str, words: Words, does: Callable[[], object]) -> None:
        def act() -> None:
            self.dismiss()
            does()

        entry = self.entries[key] = named_button(words(f"counselor_menu.{key}"), act)
        self.column.addWidget(entry)


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
        "F8": partial(window.show_part, "map"),
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
