"""Somebody at the counselor's window: types, presses keys, and presses what they see."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QScrollArea, QWidget

from decision_aid.domain import Certainty, Finding
from decision_aid.ui.counselor.confirm_view import ConfirmView
from decision_aid.ui.counselor.person_window import PersonWindow
from decision_aid.ui.counselor.rows import FindingRow
from decision_aid.ui.counselor.window import CounselorWindow


class Counselor:
    """Uses the window."""

    def __init__(self, qtbot: Any, window: CounselorWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def line(self) -> QLineEdit:
        return self.window.case_panel.entry.line

    @property
    def pending(self) -> ConfirmView:
        view = self.window.case_panel.pending
        assert view is not None, "nothing is to be confirmed"
        return view

    @property
    def found(self) -> set[Finding]:
        """What the case that is worked on holds."""
        return set(self.window.session.answers.findings)

    @property
    def person(self) -> PersonWindow:
        window = self.window.person.window
        assert window is not None, "the person's screen was never opened"
        return window

    def covering(self) -> PersonWindow | None:
        """Return the person's screen while it is over the desk."""
        person = self.window.person.window
        return person if person is not None and person.isVisible() and person.covers_desk else None

    def back_to_desk(self) -> None:
        """Put the person's screen away."""
        self.key(Qt.Key.Key_Escape)
        assert self.covering() is None

    def type(self, text: str) -> None:
        """Type into the line and press Enter."""
        self.write(text)
        self.key(Qt.Key.Key_Return, on=self.line)

    def write(self, text: str) -> None:
        """Type into the line."""
        self.key(Qt.Key.Key_F2)
        self.qtbot.keyClicks(self.line, text)
        QApplication.processEvents()

    def enter(self, text: str, certainty: Certainty = Certainty.FOUND) -> None:
        """Type a place, say how sure it is, and add it."""
        self.type(text)
        (row,) = self.pending.rows
        self.press(row.choices["certainty"].button(certainty))
        self.press(self.pending.add)

    def confirm(self, text: str) -> None:
        """Type codes and keep what they say, also where somebody has to look first."""
        self.type(text)
        if self.window.case_panel.pending is not None:
            self.press(self.pending.add)

    def row(self, place: str) -> FindingRow:
        """Return the line of a place in the case."""
        return next(row for row in self.window.case_panel.rows if row.said.place == place)

    def press(self, button: QWidget) -> None:
        """Press a button in its middle, after scrolling to it as a person would."""
        QApplication.processEvents()
        covering = self.covering()
        assert covering in {None, button.window()}, "the person's screen is over it"
        above: QWidget | None = button.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(button)
            above = above.parentWidget()
        QApplication.processEvents()
        assert button.isVisible(), button.accessibleName()
        assert button.isEnabled(), button.accessibleName()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        QApplication.processEvents()

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        """Press a key where the focus is."""
        dialogs = (d for d in self.window.findChildren(QDialog) if d.isVisible())
        front = self.covering() or next(dialogs, self.window)
        self.qtbot.waitUntil(front.isActiveWindow)
        focused = on or QApplication.focusWidget() or front
        self.qtbot.keyClick(focused, key, modifier)
        QApplication.processEvents()

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        return next(d for d in self.window.findChildren(QDialog) if d.isVisible())

    def paper(self) -> bytes:
        """Go to the paper and return its pages."""
        self.key(Qt.Key.Key_F7)
        self.qtbot.waitUntil(lambda: self.window.paper_panel.pdf is not None, timeout=60_000)
        pdf = self.window.paper_panel.pdf
        assert pdf is not None
        return pdf


def words_of(widget: QWidget) -> str:
    """Return everything that a widget says, to the eye and to a screen reader."""
    return "\n".join(_words(widget))


def _words(widget: QWidget) -> Iterator[str]:
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part, QLabel):
            yield part.text()
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
