"""The first page: what this is, the two words in a picture, and three ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from decision_aid.domain import Step
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.cards import LargeChoice
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from decision_aid.ui.kit.line_art import IconName


_RINGS: Final = (("nearby", 0.46), ("breast", 0.32), ("in_place", 0.16))
"""How far, and how large the circle of it is, of the height of the picture."""


class TwoWordsPicture(QWidget):
    """Three circles, one in the other, and a spot outside them."""

    def __init__(self, words: Words) -> None:
        """Draw it with these words."""
        super().__init__()
        self._words = words
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(words("start_page.picture"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the circles from the largest, each with its word."""
        del event
        look = look_of(self)
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tissue))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        high = self.height()
        middle = QPointF(self.width() * 0.40, high * 0.52)
        font = self.font()
        font.setPixelSize(look.px(15))
        painter.setFont(font)
        for name, radius in _RINGS:
            colour = QColor(theme.colours()[name])
            painter.setPen(QPen(colour, 3))
            colour.setAlphaF(0.16)
            painter.setBrush(colour)
            painter.drawEllipse(middle, high * radius, high * radius)
            painter.setPen(QColor(theme.ink))
            top = middle.y() - high * radius + look.px(6)
            line = QRectF(middle.x() - 200, top, 400, look.px(20))
            if name == "in_place":
                line.moveCenter(middle)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._words(f"key.{name}"))
        far = QPointF(self.width() * 0.86, high * 0.72)
        colour = QColor(theme.distant)
        painter.setPen(QPen(colour, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(far, look.px(15), look.px(15))
        painter.drawEllipse(far, look.px(10), look.px(10))
        painter.setPen(QColor(theme.ink))
        word = QRectF(far.x() - 100, far.y() + look.px(20), 200, look.px(22))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self._words("key.distant"))


_WAYS: Final[tuple[tuple[IconName, Step], ...]] = (
    ("results", Step.WHERE),
    ("waiting", Step.WAITING),
    ("helping", Step.WHERE),
)
_BESIDE_FROM_EM: Final = 36
PICTURE_SHAPE: Final = 0.72
"""How tall the picture is, of its width."""


class StartPage(Page):
    """Says what to expect and asks for nothing but the way."""

    COLUMN = WIDE_EM
    CONTINUE = ""

    def build(self) -> None:
        """Show the sentence and the picture beside the three ways."""
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(32)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(Text(self.words("start_page.lead"), "lead"))
        left.addWidget(Text(self.words(self.context.surroundings.privacy)))
        self.picture = TwoWordsPicture(self.words)
        left.addWidget(self.picture)
        left.addStretch(1)
        self._beside.addLayout(left, 1)
        self._ways = QWidget()
        right = QVBoxLayout(self._ways)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        self.ways: dict[str, LargeChoice] = {}
        for name, step in _WAYS:
            choice = LargeChoice(self.words(f"start_page.{name}"), "", name)
            choice.clicked.connect(lambda _=False, n=name, s=step: self._go(n, s))
            right.addWidget(choice)
            self.ways[name] = choice
        if self.context.surroundings.keeps_files:
            self.open_saved = named_button(self.words("start_page.open"), self._open, role="quiet")
            right.addWidget(self.open_saved, alignment=Qt.AlignmentFlag.AlignLeft)
        right.addWidget(Text(self.words("start_page.not_diagnosis"), "small"))
        right.addStretch(1)
        self._beside.addWidget(self._ways, 1)
        self.column.addLayout(self._beside)

    def _open(self) -> None:
        from decision_aid.ui.wizard.summary import locked_files  # noqa: PLC0415 - when asked for

        self.files = locked_files(self.context, self.window())
        self.files.open()

    def _go(self, name: str, step: Step) -> None:
        self.session.help_somebody(helping=name == "helping")
        self.context.navigator.open(step)

    def fit(self, width: int) -> None:
        """Put the ways beside the picture, or in a narrow window between it and the words."""
        wide = width >= self.look.em(_BESIDE_FROM_EM)
        self._beside.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.picture.setVisible(wide)
        across = min((width - 32) // 2, self.look.px(440))
        self.picture.setFixedSize(QSize(across, round(across * PICTURE_SHAPE)))
