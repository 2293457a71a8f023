"""The frame of the window: at the top the way and how it looks, at the foot what leads on."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import WAY, Step
from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.wizard.navigator import Context


class Header(QWidget):
    """The way in a row of tabs, and how the screens look: always in the same place."""

    step_pressed = Signal(object)
    look_pressed = Signal()
    help_pressed = Signal()
    listen_pressed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Build the header."""
        super().__init__(parent)
        self.setObjectName("header")
        self._context = context
        words = context.words
        self.way = QWidget(self)
        set_role(self.way, Role.GROUP)
        self.way.setAccessibleName(words("header.steps"))
        tabs = QHBoxLayout(self.way)
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(2)
        self.tabs: dict[Step, QPushButton] = {}
        for step in WAY:
            tab = QPushButton(context.step_label(step))
            tab.setAccessibleName(tab.text())
            tab.setCheckable(True)
            tab.setProperty("role", "tab")
            # Not ``clicked``: a screen reader may toggle what others press.
            tab.toggled.connect(lambda _, s=step: self._press(s))
            tabs.addWidget(tab)
            self.tabs[step] = tab
        self.here = Text("", "hint")
        self.here.setWordWrap(False)
        self.listen = QPushButton(words("button.listen"))
        self.look = QPushButton(words("button.look"))
        self.help = QPushButton(words("button.help"))
        for button in (self.listen, self.look, self.help):
            button.setProperty("role", "quiet")
            button.setAccessibleName(without_accelerator(button.text()))
        self.listen.setAccessibleDescription(words("header.listen_hint"))
        self.listen.clicked.connect(self.listen_pressed)
        self.look.clicked.connect(self.look_pressed)
        self.help.clicked.connect(self.help_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(4)
        row.addWidget(self.way)
        row.addWidget(self.here)
        row.addStretch(1)
        row.addWidget(self.listen)
        row.addWidget(self.look)
        row.addWidget(self.help)

    def refresh(self) -> None:
        """Say where one is now, and where one can go."""
        navigator = self._context.navigator
        here = navigator.position()
        for number, (step, tab) in enumerate(self.tabs.items()):
            with QSignalBlocker(tab):
                tab.setChecked(number == here)
            tab.setEnabled(navigator.can_go_to(step))
            state = "here" if number == here else "done" if tab.isEnabled() else "to_come"
            tab.setAccessibleDescription(self._context.words(f"header.{state}"))
        self.here.setText(
            self._context.words(
                "header.progress",
                number=here + 1,
                count=len(WAY),
                step=self._context.step_label(WAY[here]),
            )
        )
        self._fit()

    def _press(self, step: Step) -> None:
        self.refresh()
        self.step_pressed.emit(step)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: where one is, and the buttons at their shortest."""
        return QSize(self._buttons(short=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say in short where there is no room for the whole way."""
        super().resizeEvent(event)
        self._fit()

    def _buttons(self, *, short: bool) -> int:
        words, metrics = self._context.words, self.help.fontMetrics()
        look = words("button.look_short" if short else "button.look")
        names = (words("button.listen"), look, words("button.help"))
        padding = look_of(self).space(2.5) * 2 + 12
        return sum(metrics.horizontalAdvance(without_accelerator(n)) + padding for n in names) + 24

    def _fit(self) -> None:
        """Show the whole way, or its name alone, or nothing of it: the title stands below."""
        bold, look = self.fontMetrics(), look_of(self)
        tabs = sum(
            bold.horizontalAdvance(tab.text()) + look.space(1.5) * 2 + 12
            for tab in self.tabs.values()
        )
        name = bold.horizontalAdvance(self.here.text()) + 16
        room = self.width()
        shown = self._context.surroundings.shows_way
        self.way.setVisible(shown and tabs + self._buttons(short=True) <= room)
        beside = tabs if self.way.isVisibleTo(self) else 0
        self.here.setVisible(not beside and name + self._buttons(short=True) <= room)
        beside = beside or name
        short = beside + self._buttons(short=False) > room
        self.look.setText(self._context.words("button.look_short" if short else "button.look"))


class SoFar(QWidget):
    """The two answers so far, in a word each, while the person is still marking."""

    def __init__(self, words: Words) -> None:
        """Show nothing yet."""
        super().__init__()
        self._words = words
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.label = Text(words("where_page.so_far"), "small")
        self.answers = Text("", "subheading")
        self.label.setWordWrap(False)
        self._line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.answers, 1)

    def show_answers(self, answers: str) -> None:
        """Show these answers."""
        self.answers.setText(answers)

    def width_of_answers(self) -> int:
        """Return how wide the answers are in one line."""
        return self.answers.fontMetrics().horizontalAdvance(self.answers.text())

    def put_beside(self, *, beside: bool) -> None:
        """Put the answers beside their label, or below it."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._line.setSpacing(12 if beside else 0)


class Footer(QWidget):
    """Back, what there is so far, and the one button that leads on; in short where it is narrow."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(parent)
        self.setObjectName("footer")
        self._words = words
        self._long = self._short = ""
        self.back = QPushButton(words("button.back"))
        self.start_over = QPushButton(words("button.start_over"))
        self.start_over.setProperty("role", "quiet")
        for button in (self.back, self.start_over):
            button.setAccessibleName(without_accelerator(button.text()))
        self.so_far = SoFar(words)
        self.so_far.hide()
        self.go_on = PrimaryButton("")
        self.go_on.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._row.addWidget(self.back)
        self._row.addWidget(self.start_over)
        self._row.addWidget(self.so_far, 1, Qt.AlignmentFlag.AlignVCenter)
        self._is_above = False
        self._row.addStretch(0)
        self._row.addWidget(self.go_on)

    def set_continue(self, key: str, *, leads: bool) -> None:
        """Name the button that leads on.

        Args:
            key: of its words; "" where the page itself has what leads on.
            leads: whether it is the main thing to do.
        """
        self.go_on.setVisible(bool(key))
        if key:
            self._long, self._short = self._words(key), self._words(f"{key}_short")
        self.go_on.setProperty("role", "primary" if leads else "")
        style = self.go_on.style()
        style.unpolish(self.go_on)
        style.polish(self.go_on)
        self._arrange()

    def show_so_far(self, answers: str) -> None:
        """Show the answers so far, or with "" none."""
        self.so_far.setVisible(bool(answers))
        self.so_far.show_answers(answers)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the button that leads on at its shortest, the answers above it."""
        least = super().minimumSizeHint()
        wide = least.width() - max(self.go_on.sizeHint().width() - self._width_of(self._short), 0)
        if not (self._is_above or self.so_far.isHidden()):
            wide -= self.so_far.minimumSizeHint().width() + self._row.spacing()
        return QSize(wide, least.height())

    def height_when_shown(self) -> int:
        """Return how tall it is on a page that has one."""
        self.back.ensurePolished()
        margins = self._column.contentsMargins()
        return self.back.sizeHint().height() + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say it in short where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = look_of(self)
        side, gap = look.space(3), look.space(1.5)
        self._column.setContentsMargins(side, look.space(1), side, look.space(1))
        self._column.setSpacing(look.space(0.5))
        self._row.setSpacing(gap)
        there = [b for b in (self.back, self.start_over) if not b.isHidden()]
        room = self.width() - sum(b.sizeHint().width() for b in there) - 2 * side - 4 * gap
        if not self.so_far.isHidden():
            answers = self.so_far.width_of_answers() + 4
            self._put_above(above=answers > room - self._width_of(self._short))
            room -= 0 if self._is_above else answers
        text = self._long if self._width_of(self._long) <= room else self._short
        self.go_on.setText(text)
        self.go_on.setAccessibleName(without_accelerator(text))

    def _put_above(self, *, above: bool) -> None:
        """Put the answers so far above the buttons: beside them they would take many lines."""
        if above == self._is_above:
            return
        self._is_above = above
        self.so_far.put_beside(beside=above)
        if above:
            self._row.removeWidget(self.so_far)
            self._column.insertWidget(0, self.so_far)
            self.so_far.lower()  # read first, as it stands first
        else:
            self._column.removeWidget(self.so_far)
            self._row.insertWidget(2, self.so_far, 1, Qt.AlignmentFlag.AlignVCenter)
            self.so_far.stackUnder(self.go_on)

    def _width_of(self, text: str) -> int:
        metrics = self.go_on.fontMetrics()
        words, now = without_accelerator(text), without_accelerator(self.go_on.text())
        around = self.go_on.sizeHint().width() - metrics.horizontalAdvance(now)
        return around + metrics.horizontalAdvance(words)
