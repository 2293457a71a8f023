"""The top of the window: where one is, the look of the screens, help."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.context import Context
from decision_aid.ui.style import look_of
from decision_aid.ui.words import without_accelerator


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
