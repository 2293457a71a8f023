"""The figure with what the person has marked, and how they want it drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.document.figure import FigureMark
from decision_aid.domain import PlaceId, Side
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_choice import FigureChoice
from decision_aid.ui.kit.marks import how_far
from decision_aid.ui.kit.style import look_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision_aid.document.figure import OneSide
    from decision_aid.ui.kit.words import Words
    from decision_aid.ui.wizard.session import Session

_BOTH_DRAWINGS_FROM: Final = 540
"""The width, in pixels, from which the names in both drawings can be read side by side."""

_TALL_WITH_BREAST: Final = 1.02
_TALL_ALONE: Final = 1.2
"""How tall the figure is at most, of its width: else the names beside it have no room."""

_TALLEST: Final = 640
_LEAST_BESIDE: Final = 380
_LEAST: Final = 472
"""How tall it is at least, in pixels; from the second on its names can be read in any shape."""


class MarkedFigure(QWidget):
    """The figure, and below it whose body it shows."""

    def __init__(self, words: Words, session: Session) -> None:
        """Show the answers of this session."""
        super().__init__()
        self._session = session
        self._spots: dict[PlaceId, str] = {}
        self._pressed_last = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.figure = Figure(words)
        self.figure.spot_pressed.connect(self._remember)
        column.addWidget(self.figure, 1)
        self.choice = FigureChoice(words, session.chest)
        self.choice.body_chosen.connect(self._draw_body)
        self.choice.skin_chosen.connect(self.figure.show_skin)
        column.addWidget(self.choice)

    def _remember(self, region: str) -> None:
        self._pressed_last = region

    def keep_spot(self, place: PlaceId) -> None:
        """Mark this place where it was pressed last, such as at the one bone of several."""
        self._spots[place] = self._pressed_last

    def refresh(self, breast: Side | None) -> None:
        """Show the answers as they are.

        Args:
            breast: with cancer in both, the one that is being marked.
        """
        self.figure.show_side(self._session.side)
        if self._session.side is Side.BOTH:
            self.figure.show_breast(breast)
        self.figure.show_marks(tuple(self._marks()))

    def _marks(self) -> Iterator[FigureMark]:
        for finding in self._session.answers().findings:
            if self._session.interview.mark_of(finding.place, finding.side) is None:
                continue
            side: OneSide | None = None
            if finding.side in {Side.LEFT, Side.RIGHT}:
                side = finding.side
            elif self._session.side in {Side.LEFT, Side.RIGHT}:
                side = self._session.side
            distance = how_far(finding.place) or "none"
            spot = self._spots.get(finding.place)
            yield FigureMark(finding.place, side, finding.certainty, distance, spot)

    def _draw_body(self, body: str) -> None:
        self.figure.show_body(body)  # type: ignore[arg-type]
        self._session.set_chest("curved" if body == "woman" else "flat")

    def fit(self, across: int, tall: int, breast: Side | None, *, beside: bool) -> None:
        """Take this much room, with the breast cut open where its names can be read.

        Args:
            across: how wide it can be.
            tall: how tall the figure and the choice below it can be.
            breast: the breast that is cut open.
            beside: whether it stands beside the list, where all should be seen at once.
        """
        with_breast = across >= _BOTH_DRAWINGS_FROM
        shape = round(across * (_TALL_WITH_BREAST if with_breast else _TALL_ALONE))
        room = tall - (self.choice.heightForWidth(across) if beside else 0)
        least = _LEAST_BESIDE if beside and with_breast else _LEAST
        self.figure.show_breast(breast, visible=with_breast)
        self.figure.setFixedHeight(max(min(room, shape, look_of(self).px(_TALLEST)), least))
        self.setMaximumWidth(across)
