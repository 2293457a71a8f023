"""The list of steps: where one is, what is answered, what comes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.ui.kit.choice import tick_shape
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.navigator import Context


class _StepButton(QPushButton):
    """One step, with a tick where it is done and a dot where one is."""

    def __init__(self, text: str, *, done: bool, here: bool) -> None:
        super().__init__(text)
        self._full = text
        self.setToolTip(text)
        self.setProperty("role", "step")
        self.setProperty("here", here)
        self._done, self._here = done, here

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return that a long name may be cut short; its tool tip has the whole."""
        return QSize(look_of(self).em(8), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut a long name short where there is no room for it."""
        super().resizeEvent(event)
        look = look_of(self)
        room = self.width() - look.px(34) - look.space(1.5) - 8
        short = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        if short != self.text():
            self.setText(short)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button and its mark."""
        super().paintEvent(event)
        look = look_of(self)
        size = look.px(20)
        box = QRectF(look.px(8), (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._done:
            painter.setPen(QPen(QColor(look.theme.accent), look.px(25) / 10))
            painter.drawPolyline(tick_shape(box))
        elif self._here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.theme.accent))
            painter.drawEllipse(box.center(), size / 4, size / 4)


class StepList(QScrollArea):
    """Every step of the way as a button; ``picked`` is emitted with the step to go to."""

    picked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show the way as it is now."""
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setAccessibleName(context.words("header.steps"))
        self._last: list[tuple[str, bool, bool, bool]] = []
        self._buttons: list[QPushButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.refresh()

    def refresh(self) -> None:
        """Show the way as it is now."""
        navigator = self._context.navigator
        way = navigator.steps()
        state = [
            (s.id, s.id == navigator.current.id, navigator.is_done(s), navigator.can_go_to(s))
            for s in way
        ]
        if state == self._last:
            return
        self._last = state
        self._buttons = []
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(2)
        column.addWidget(Text(self._context.words("header.steps"), "subheading"))
        for step, (_, here, done, reachable) in zip(way, state, strict=True):
            button = _StepButton(self._label(step), done=done and not here, here=here)
            button.setEnabled(reachable or here)
            name = "here" if here else "done" if done else "to_come"
            button.setAccessibleName(self._label(step))
            button.setAccessibleDescription(self._context.words(f"header.{name}"))
            button.clicked.connect(lambda _=False, s=step: self.picked.emit(s))
            column.addWidget(button)
            self._buttons.append(button)
        column.addStretch(1)
        self.setWidget(inside)

    def wanted_height(self) -> int:
        """Return the height at which every step can be seen."""
        inside = self.widget()
        return 0 if inside is None else inside.sizeHint().height() + 4

    def current_button(self) -> QPushButton:
        """Return the button of the step that is shown."""
        here = next(i for i, state in enumerate(self._last) if state[1])
        return self._buttons[here]

    def _label(self, step: object) -> str:
        return self._context.step_label(step)  # type: ignore[arg-type]
