"""A row of short answers of which one or none is chosen; pressing the chosen one takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from decision_aid.ui.kit.choice import Option
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.text import Text


class Segment(QPushButton):
    """An answer whose words stand in bold once it is chosen, and have the room for it before."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size that the words take in bold."""
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setBold(True)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        return hint + QSize(max(wider - self.fontMetrics().horizontalAdvance(self.text()), 0), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: no word is cut."""
        return self.sizeHint()


class Segments(QWidget):
    """Answers side by side; ``chosen`` is emitted with an id, or ``""`` when it is taken back."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        name: str,
        parent: QWidget | None = None,
        *,
        may_be_none: bool = True,
    ) -> None:
        """Offer these answers, none chosen.

        Args:
            options: the answers.
            name: what they answer.
            parent: the owner.
            may_be_none: whether the chosen one can be taken back.
        """
        super().__init__(parent)
        set_role(self, Role.GROUP)
        self.setAccessibleName(name)
        self._may_be_none = may_be_none
        row = FlowLayout(self, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[str, Segment] = {}
        for option in options:
            button = Segment(option.text, self)
            button.setAccessibleName(option.text)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            # Not ``clicked``: a screen reader may toggle what others press.
            button.toggled.connect(lambda on, i=option.id: self._toggled(i, on=on))
            row.addWidget(button)
            self.buttons[option.id] = button

    def choose(self, option_id: str | None) -> None:
        """Show this answer as chosen, or none."""
        for key, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(key == option_id)

    def current(self) -> str | None:
        """Return the id of the chosen answer."""
        return next((key for key, b in self.buttons.items() if b.isChecked()), None)

    def name_each(self, about: str) -> None:
        """Have a screen reader hear with each answer what it is about."""
        for button in self.buttons.values():
            button.setAccessibleName(f"{about}: {button.text()}")

    def _toggled(self, option_id: str, *, on: bool) -> None:
        chosen = on or not self._may_be_none
        self.choose(option_id if chosen else None)
        self.chosen.emit(option_id if chosen else "")


class AskedInARow(QWidget):
    """A short question, and its answers beside it."""

    def __init__(self, question: str, options: Sequence[Option], *, may_be_none: bool) -> None:
        """Ask.

        Args:
            question: the question.
            options: its answers.
            may_be_none: whether an answer can be taken back.
        """
        super().__init__()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        asked = Text(question, "subheading")
        asked.setWordWrap(False)
        inside.addWidget(asked, 0, Qt.AlignmentFlag.AlignVCenter)
        self.segments = Segments(options, question, self, may_be_none=may_be_none)
        inside.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addStretch(1)
