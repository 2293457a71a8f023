"""The figure with what the person has marked, and how they want it drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.document.figure import FigureMark, chest_of
from decision_aid.document.findings import distance_of
from decision_aid.domain import PlaceId, Side
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_controls import FigureChoice
from decision_aid.ui.kit.style import look_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision_aid.document.figure import OneSide
    from decision_aid.ui.kit.words import Words
    from decision_aid.ui.wizard.session import Session


class Spots:
    """The parts in which the marks of one person are drawn, where somebody pressed them."""

    def __init__(self) -> None:
        """Know of none."""
        self._pressed: dict[PlaceId, tuple[str, ...]] = {}

    def of(self, place: PlaceId) -> tuple[str, ...] | tuple[None]:
        """Return the parts in which a mark of this place is drawn; ``None`` for its usual one."""
        return self._pressed.get(place) or (None,)

    def press(self, place: PlaceId, part: str, shown: Collection[str]) -> bool:
        """Take a press on one part of a place.

        Args:
            place: the place.
            part: the part that was pressed.
            shown: the parts in which the place is marked now.

        Returns:
            Whether the place has a mark after this press.
        """
        others = tuple(one for one in self._pressed.get(place, ()) if one != part)
        self._pressed[place] = others if part in shown else (*others, part)
        return bool(self._pressed[place])

    def forget(self, place: PlaceId) -> None:
        """Draw the next mark of this place in its usual part."""
        self._pressed.pop(place, None)


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
        self._spots = Spots()
        self._pressed_last = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.figure = Figure(words)
        self.figure.spot_pressed.connect(self._remember)
        column.addWidget(self.figure, 1)
        self.choice = FigureChoice(words, session.chest)
        self.choice.body_chosen.connect(lambda _: self._draw_body())
        self.choice.skin_chosen.connect(self.figure.show_skin)
        column.addWidget(self.choice)

    def _remember(self, region: str) -> None:
        self._pressed_last = region

    def press_spot(self, place: PlaceId, *, marked: bool) -> bool:
        """Take a press on one part of a place, such as one bone of several.

        Args:
            place: the place.
            marked: whether it carries a mark.

        Returns:
            Whether it carries one after this press.
        """
        shown = self.figure.parts_of(place)
        if marked and not shown:
            return False
        return self._spots.press(place, self._pressed_last, shown)

    def forget_spots(self, place: PlaceId) -> None:
        """Draw the next mark of this place in its usual part."""
        self._spots.forget(place)

    def refresh(self, breast: Side | None) -> None:
        """Show the answers as they are.

        Args:
            breast: with cancer in both, the one that is being marked.
        """
        if self.choice.show_chest(self._session.chest):
            self.figure.show_body(self.choice.body)
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
            distance = distance_of(finding)
            for spot in self._spots.of(finding.place):
                yield FigureMark(finding.place, side, finding.certainty, distance, spot)

    def _draw_body(self) -> None:
        self.figure.show_body(self.choice.body)
        self._session.set_chest(chest_of(self.choice.body))

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
