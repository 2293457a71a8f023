"""The first page: what this is, that nothing leaves the computer, and three ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from decision_aid.domain import Step
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.large_choice import LargeChoice
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.two_words import TwoWordsPicture

if TYPE_CHECKING:
    from decision_aid.ui.kit.icons import IconName

_WAYS: Final[tuple[tuple[IconName, Step], ...]] = (
    ("results", Step.WHERE),
    ("waiting", Step.WAITING),
    ("helping", Step.WHERE),
)
_BESIDE_FROM_EM: Final = 36


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
        from decision_aid.ui.wizard.keeping import locked_files  # noqa: PLC0415 - when asked for

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
        self.picture.setFixedSize(QSize(across, round(across * 0.72)))
