"""The screen of the person being counseled: only what the counselor puts there.

On a screen of its own it has nothing to press and never takes the focus. Where there is one screen
for both, it covers that screen whole, and has one way back to the desk. It keeps what was put there
as it was at that moment, so nothing appears on it by itself while the case is being worked on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.ui.counselor.display import NOTHING, Detail, Displayed
from decision_aid.ui.counselor.person_page import PersonPage
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of, style_sheet
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.window import Window
from decision_aid.ui.kit.words import Words

_ALONE: Final = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
_COVERING: Final = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
_NO_MARK: Final = 'QLabel[role="title"]:focus { border-bottom-color: transparent; }'


class BackToDesk(QWidget):
    """The counselor's way back; her keys work while it is seen."""

    def __init__(self, words: Words, does: Mapping[str, Callable[[], object]]) -> None:
        """Show one button.

        Args:
            words: the words.
            does: what each key does; the button does what Escape does.
        """
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        self.button = named_button(words("person_screen.back"), does["Esc"], role="quiet")
        self.button.setAccessibleDescription(words("person_screen.back_hint"))
        line.addWidget(self.button)
        line.addStretch(1)
        for keys, act in does.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)


class PersonWindow(Window):
    """A window of its own.

    ``closed`` is emitted when it goes away, ``nothing_wanted`` when everything is to be taken off.

    Attributes:
        covers_desk: whether it covers the counselor's window, for there is no other screen.
        area: what stands there.
        way_back: what leads back to the counselor's window, seen where it covers that.
    """

    closed = Signal()
    nothing_wanted = Signal()

    def __init__(
        self, words: Words, *, theme: ThemeName = ThemeName.SYSTEM, text_size: int = 125
    ) -> None:
        """Make the window, blank and not shown yet.

        Args:
            words: in the person's language.
            theme: its colours.
            text_size: in percent.
        """
        super().__init__(words, theme, text_size, _ALONE)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(words("person_screen.window"))
        self.covers_desk = False
        self._keeps = self._moving = False
        self._desk_percent = self.current_look.percent
        self.area = PersonPage(words)
        self.way_back = BackToDesk(words, self._keys())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.way_back)
        self.apply_look()

    def _keys(self) -> dict[str, Callable[[], object]]:
        page = self.area
        return {
            "Esc": self.close,
            "F10": self.nothing_wanted.emit,
            "Up": partial(page.scroll_lines, -1),
            "Down": partial(page.scroll_lines, 1),
            "PgUp": partial(page.scroll_pages, -1),
            "PgDown": partial(page.scroll_pages, 1),
            "Alt+PgUp": partial(page.scroll_pages, -1),
            "Alt+PgDown": partial(page.scroll_pages, 1),
            "Home": partial(page.scroll_to_edge, end=False),
            "End": partial(page.scroll_to_edge, end=True),
            "Ctrl++": partial(self.step_text_size, 1),
            "Ctrl+=": partial(self.step_text_size, 1),
            "Ctrl+-": partial(self.step_text_size, -1),
        }

    @property
    def displayed(self) -> Displayed:
        """What is there."""
        return self.area.displayed

    @property
    def title(self) -> str:
        """What is there, in a few words."""
        return self.area.title

    def place_for(self, main: QWidget) -> None:
        """Show it: on another screen without taking the focus, or else over the whole desk.

        Args:
            main: the counselor's window.
        """
        other = other_screen(main)
        self._desk_percent = look_of(main).percent
        self._take_shape(covers_desk=other is None)
        if other is not None:
            self.setScreen(other)
            self.setGeometry(other.availableGeometry())
            self.showMaximized()
        else:
            self._cover(main)
        self._tell()

    def _take_shape(self, *, covers_desk: bool) -> None:
        if covers_desk is not self.covers_desk:
            # Some of it takes effect only the next time that it is shown.
            self._moving = True
            self.hide()
            self.setWindowFlags(_COVERING if covers_desk else _ALONE)
            self._moving = False
        modality = Qt.WindowModality
        self.setWindowModality(modality.ApplicationModal if covers_desk else modality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not covers_desk)
        self.covers_desk = self._keeps = covers_desk
        self.way_back.setVisible(covers_desk)
        self._dress_way_back()

    def _cover(self, main: QWidget) -> None:
        screen = main.screen()
        self.winId()  # there is no handle before
        handle, below = self.windowHandle(), main.windowHandle()
        if handle is not None and below is not None:
            handle.setTransientParent(below)  # keeps the desk below it, whoever manages windows
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def put(self, displayed: Displayed) -> None:
        """Show this and nothing else."""
        self.area.displayed = displayed
        self._write()
        self.area.scroll_to_edge(end=False)

    def set_detail(self, detail: Detail) -> None:
        """Show this much of what is there from now on."""
        if detail is not self.area.detail:
            self.area.detail = detail
            self._write()

    def put_away(self) -> None:
        """Take it off the screen; what was put there stays for the next time."""
        self._keeps = True
        self.close()

    def close_blank(self) -> None:
        """Take it off the screen, with everything that was put there."""
        self._keeps = False
        self.close()

    def apply_look(self) -> None:
        """Show what is there in the look that was chosen; the counselor's own stays."""
        reached = self.area.reached
        super().apply_look()
        # Keys begin at the first line, where there is nothing to press: the person needs no mark.
        self.setStyleSheet(self.styleSheet() + _NO_MARK)
        self._dress_way_back()
        self._write()
        self.area.stay_at(reached)

    def _dress_way_back(self) -> None:
        """Have the way back in the size of the desk's text: it is there for the counselor."""
        look = replace(self.current_look, percent=self._desk_percent)
        self.way_back.setStyleSheet(style_sheet(look))

    def _write(self) -> None:
        self.area.write()
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        """Have a screen reader say what is there, and go on from there where one can press keys."""
        if self.covers_desk:
            self.area.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.area.heading.text())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Be blank when it opens again, unless what was there is kept for the next time."""
        super().hideEvent(event)
        if event.spontaneous() or self._moving:  # it comes back as it was
            return
        if not self._keeps:
            self.put(NOTHING)
        self.closed.emit()


def other_screen(main: QWidget) -> QScreen | None:
    """Return a screen that the counselor's window is not on, or ``None`` if there is only one."""
    return next((s for s in QGuiApplication.screens() if s is not main.screen()), None)
