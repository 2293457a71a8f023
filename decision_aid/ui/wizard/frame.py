"""The frame of the window: at the top where one is, at the foot what leads on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.wizard.navigator import Context


class _Track(QWidget):
    """A thin line of parts, one for each step; those behind are full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(6)
        self._here, self._count = 0, 1

    def show_position(self, here: int, count: int) -> None:
        """Fill the parts up to ``here``."""
        self._here, self._count = here, count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the parts."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look_of(self).theme
        part = self.width() / self._count
        for number in range(self._count):
            colour = theme.accent if number <= self._here else theme.hairline
            painter.setBrush(QColor(colour))
            painter.setPen(QColor(colour))
            painter.drawRoundedRect(QRectF(number * part + 2, 1, part - 5, 3), 1.5, 1.5)


class Header(QWidget):
    """Where one is and how the screens look, always in the same place."""

    steps_pressed = Signal()
    look_pressed = Signal()
    help_pressed = Signal()
    listen_pressed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Build the header."""
        super().__init__(parent)
        self.setObjectName("header")
        self._context = context
        words = context.words
        self._full = ""
        self.steps = QPushButton()
        self.steps.setAccessibleDescription(words("header.progress_hint"))
        self.listen = QPushButton(words("button.listen"))
        self.look = QPushButton(words("button.look"))
        self.help = QPushButton(words("button.help"))
        for button in (self.steps, self.listen, self.look, self.help):
            button.setProperty("role", "quiet")
        self.listen.setAccessibleName(without_accelerator(words("button.listen")))
        self.listen.setAccessibleDescription(words("header.listen_hint"))
        self.look.setAccessibleName(without_accelerator(words("button.look")))
        self.help.setAccessibleName(without_accelerator(words("button.help")))
        self.steps.clicked.connect(self.steps_pressed)
        self.listen.clicked.connect(self.listen_pressed)
        self.look.clicked.connect(self.look_pressed)
        self.help.clicked.connect(self.help_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.listen)
        row.addWidget(self.look)
        row.addWidget(self.help)
        column.addLayout(row)
        self._track = _Track(self)
        column.addWidget(self._track)

    def refresh(self) -> None:
        """Say where one is now."""
        navigator = self._context.navigator
        way = navigator.steps()
        here = navigator.position()
        self._full = self._context.words(
            "header.progress",
            number=here + 1,
            count=len(way),
            step=self._context.step_label(navigator.current),
        )
        self.steps.setAccessibleName(without_accelerator(self._full))
        self._track.show_position(here, len(way))
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: every name at its shortest."""
        return QSize(self._taken(*self._names()[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shorten the name of the step where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _names(self) -> tuple[tuple[str, str], ...]:
        """Return what the steps and the look are called, from the longest to the shortest."""
        look, look_short = (
            self._context.words("button.look"),
            self._context.words("button.look_short"),
        )
        short = self._full.partition(":")[0]
        shortest = short.partition(" ")[2]
        return (self._full, look), (short, look), (short, look_short), (shortest, look_short)

    def _taken(self, steps: str, look: str) -> int:
        """Return how wide the row is with these names."""
        words, metrics = self._context.words, self.steps.fontMetrics()
        names = (f"{steps} ▾", words("button.listen"), look, words("button.help"))
        wide = sum(metrics.horizontalAdvance(without_accelerator(name)) for name in names)
        padding = look_of(self).space(2.5) * 2 + 8
        return wide + 4 * padding + 40

    def _fit(self) -> None:
        """Take the longest names for which there is room."""
        names = self._names()
        steps, look = next((n for n in names if self._taken(*n) <= self.width()), names[-1])
        self.steps.setText(f"{steps} ▾")
        self.look.setText(look)


class Footer(QWidget):
    """Three buttons in one row; where that is narrow, the one that leads on says it in short."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(parent)
        self.setObjectName("footer")
        self._words = words
        self._long = self._short = words("button.continue")
        self.back = QPushButton(words("button.back"))
        self.start_over = QPushButton(words("button.start_over"))
        self.start_over.setProperty("role", "quiet")
        self.go_on = PrimaryButton(self._long)
        self.go_on.setProperty("role", "primary")
        for button in (self.back, self.start_over):
            button.setAccessibleName(without_accelerator(button.text()))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.start_over.setSizePolicy(policy)
        self.go_on.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.start_over)
        self._row.addStretch(1)
        self._row.addWidget(self.go_on)
        self._arrange()

    def set_continue(self, key: str, *, leads: bool = True) -> None:
        """Say what the button that leads on does, and whether it is the main thing to do."""
        self._long, self._short = self._words(key), self._words(f"{key}_short")
        self.go_on.setProperty("role", "primary" if leads else "")
        self.go_on.style().polish(self.go_on)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: all three in one row, what leads on in short."""
        least = super().minimumSizeHint()
        shorter = self.go_on.sizeHint().width() - self._width_of(self._short)
        return QSize(least.width() - max(shorter, 0), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say it in short where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = look_of(self)
        side, gap = look.space(3), look.space(1.5)
        self._row.setContentsMargins(side, look.space(1.25), side, look.space(1.25))
        self._row.setSpacing(gap)
        others = sum(b.sizeHint().width() for b in (self.back, self.start_over))
        room = self.width() - others - 2 * side - 3 * gap
        text = self._long if self._width_of(self._long) <= room else self._short
        self.go_on.setText(text)
        self.go_on.setAccessibleName(without_accelerator(text))

    def _width_of(self, text: str) -> int:
        metrics = self.go_on.fontMetrics()
        words, now = without_accelerator(text), without_accelerator(self.go_on.text())
        around = self.go_on.sizeHint().width() - metrics.horizontalAdvance(now)
        return around + metrics.horizontalAdvance(words)
