"""Somebody at the wizard: presses what they see, and goes where the pages lead."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from decision_aid.domain import CARDS, Certainty, PlaceId, Step
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
        return self.wizard.navigator.current

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

    def press_figure(self, region: str) -> None:
        """Press a part of the figure in the middle of its mark."""
        figure = self.page.figure
        button = next(b for b in figure.buttons if b.region.id == region)
        at = figure._scene.transform(button.region.drawing).map(QPointF(*button.region.at))
        self.qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at.toPoint())
        QApplication.processEvents()

    def go_on(self) -> None:
        self.press(self.wizard.footer.go_on)

    def back(self) -> None:
        self.press(self.wizard.footer.back)

    def begin(self, way: str = "results") -> Any:
        """Press one of the three ways in."""
        self.press(self.page.ways[way])
        return self.page

    def side(self, side: str) -> None:
        """Choose the breast."""
        self.press(self.page.sides.buttons[side])

    def mark(self, place: PlaceId, certainty: Certainty = Certainty.FOUND) -> None:
        """Mark a place in the list, wherever it stands there."""
        page = self.page
        card = page.cards.get(place)
        if card is not None and not card.isHidden():
            self.press(card.button)
        elif place in page.far_buttons:
            self.press(page.far_buttons[place])
        else:
            if not page.more.isChecked():
                self.press(page.more)
            self.press(page.matches[place].button)
        if certainty is not Certainty.FOUND:
            self.press(page.cards[place].certainty.buttons[certainty])

    def go_to(
        self,
        step: str,
        *,
        side: str = "left",
        marks: Mapping[PlaceId, Certainty] | None = None,
    ) -> Any:
        """Answer what comes until a page is reached: on the way, or a card of the hub."""
        card = step in CARDS
        hub = Step.NEXT if card else Step(step)
        if self.step != step and self.wizard.navigator.can_go_to(hub):
            self.wizard.navigator.go_to(hub)
            QApplication.processEvents()
        for _ in range(9):
            if self.step == step:
                return self.page
            if self.step == Step.START:
                self.begin()
            elif self.step == Step.WHERE:
                if side in self.page.sides.buttons and not self.page.sides.current():
                    self.side(side)
                for place, certainty in (marks or {}).items():
                    if self.wizard.session.interview.mark_of(place, None) is None:
                        self.mark(place, certainty)
                self.go_on()
                if self.step == Step.WHERE:
                    self.go_on()  # with nothing marked, it asks once whether that is meant
            elif self.step == Step.NEXT and card:
                self.press(self.page.cards[Step(step)])
            else:
                self.go_on()
        raise AssertionError(f"{step} was never reached; now at {self.step}")

    def go_back_to(self, step: str) -> Any:
        """Press Back until a page is reached."""
        while self.step != step:
            self.back()
        return self.page

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
