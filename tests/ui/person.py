"""Somebody at the wizard: presses what they see, and goes where the pages lead."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.wizard.window import Wizard


class Person:
    """Uses the wizard by mouse; ``key`` and ``tab_to`` use the keyboard."""

    def __init__(self, qtbot: Any, wizard: Wizard) -> None:
        self.qtbot, self.wizard = qtbot, wizard

    @property
    def page(self) -> Any:
        return self.wizard.page

    @property
    def step(self) -> str:
        return self.wizard.navigator.current.id

    def press(self, button: QWidget) -> None:
        """Press a button in its middle, after scrolling to it as a person would."""
        QApplication.processEvents()
        if self.page.isAncestorOf(button):
            self.page.ensureWidgetVisible(button)
        QApplication.processEvents()
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        QApplication.processEvents()

    def press_region(self, region: QWidget) -> None:
        """Press a part of the body map where it answers."""
        place = next(
            QPoint(x, y)
            for y in range(0, region.height(), 3)
            for x in range(0, region.width(), 3)
            if region.mask().contains(QPoint(x, y))
        )
        self.qtbot.mouseClick(region, Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    def go_on(self) -> None:
        self.press(self.wizard.footer.go_on)

    def back(self) -> None:
        self.press(self.wizard.footer.back)

    def choose(self, option: str) -> None:
        self.press(self.page.choices.button(option))

    def mark(self, place: PlaceId, certainty: Certainty = Certainty.FOUND) -> None:
        """Open a place's row and mark it."""
        row = self.page.rows[place]
        if not row.is_open:
            self.press(row.head)
        self.press(row.choices[certainty])

    def go_to(
        self,
        step_id: str,
        *,
        side: str = "left",
        marks: Mapping[PlaceId, Certainty] | None = None,
        timing: str = "first",
    ) -> Any:
        """Answer what comes until a step is reached."""
        for _ in range(40):
            if self.step == step_id:
                return self.page
            self.answer_page(side, marks or {}, timing)
            self.go_on()
        raise AssertionError(f"{step_id} was never reached; now at {self.step}")

    def go_back_to(self, step_id: str) -> Any:
        """Press Back until a step is reached."""
        while self.step != step_id:
            self.back()
        return self.page

    def answer_page(self, side: str, marks: Mapping[PlaceId, Certainty], timing: str) -> None:
        kind = self.page.step.kind
        if kind == "side":
            self.choose(side)
        elif kind == "places":
            for place in self.page.rows:
                if place in marks:
                    self.mark(place, marks[place])
        elif kind == "follow_up":
            self.choose("not_sure")
        elif kind == "timing":
            self.choose(timing)

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is, once the window that was opened last has it."""
        window = self._window_in_front()
        self.qtbot.waitUntil(window.isActiveWindow)
        focused = QApplication.focusWidget() or self.wizard
        self.qtbot.keyClick(focused, key, modifier)
        QApplication.processEvents()

    def write(self, text: str, field: QLineEdit) -> None:
        """Write over what stands in a field of the window in front, and press Enter."""
        # Keys that come before the window has the focus only open its list of suggestions.
        self.qtbot.waitUntil(field.window().isActiveWindow)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a control has the focus."""
        for _ in range(120):
            if QApplication.focusWidget() is wanted:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {wanted.accessibleName()!r}")

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        return next(iter(self.dialogs()))

    def dialogs(self) -> list[QDialog]:
        """Return all dialogs that are open."""
        return [d for d in self.wizard.findChildren(QDialog) if d.isVisible()]

    def _window_in_front(self) -> QWidget:
        return next(reversed(self.dialogs()), self.wizard)


def button_named(parent: QWidget, name: str) -> QAbstractButton:
    """Return the visible button with this accessible name."""
    return next(
        b
        for b in parent.findChildren(QAbstractButton)
        if b.accessibleName() == name and b.isVisible()
    )
