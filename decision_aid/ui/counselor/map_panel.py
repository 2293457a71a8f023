"""The case as a map: the figure with what was said, to look at and to press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from decision_aid.document.body_map import marks_of
from decision_aid.document.figure import body_with
from decision_aid.domain import PLACES, Certainty, Finding, PlaceId, PlaceSide, Side
from decision_aid.domain.what_if import OPPOSITE, with_findings, without
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.to_confirm import needs_side
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.words import Words

_SOMEWHERE_ELSE: Final = PlaceId("other_far_organ")
_BOTH_DRAWINGS_FROM: Final = 540
_TALLEST: Final = 560
_SHAPE: Final = 1.5
"""How tall the figure is at most, of its width."""


class MapPanel(Panel):
    """Shows the case with what is being typed; a press marks a place, or takes its mark away."""

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show the case.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "counselor.map")
        self.column.addWidget(self.error)
        self.figure = Figure(words, view="mirror")
        self.figure.pressed.connect(self._press)
        self.column.addWidget(self.figure)
        self.column.addStretch(1)
        session.typing_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the case as it is now."""
        shown = self.session.shown
        self.figure.show_body(body_with(shown.chest))
        self.figure.show_side(shown.side)
        self.figure.show_marks(marks_of(shown))

    def begin(self) -> None:
        """Put the focus on the figure."""
        parts = (button for button in self.figure.buttons if button.isVisible())
        first = next(one for one in parts if one.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self, width: int) -> None:
        """Show the breast cut open where there is room for it beside the body."""
        self.figure.show_breast(self._breast(), visible=width >= _BOTH_DRAWINGS_FROM)
        tall = min(round(width * _SHAPE), self.look.px(_TALLEST), self.viewport().height())
        self.figure.setFixedHeight(max(tall, self.figure.minimumSizeHint().height()))

    def _breast(self) -> Side | None:
        side = self.session.shown.side
        return side if side in {Side.LEFT, Side.RIGHT} else None

    def _press(self, place: str, side: str) -> None:
        self.error.clear()
        if place == "breast":
            self._press_breast(Side(side))
            return
        case, pressed = self.session.answers, PLACES[PlaceId(place)]
        if pressed.id == _SOMEWHERE_ELSE:
            self.say_error(self.words("case_map.say_where"))
            return
        if side and case.side is None and pressed.side is not PlaceSide.NONE:
            # Whether nodes are nearby or far depends on the breast: it is never guessed.
            self.say_error(self.words("where_page.side_first"))
            return
        own = Side(side) if side and needs_side(pressed.id, case.side) else None
        there = [f for f in case.findings if f.place == pressed.id and f.side in {own, None}]
        if there and own is not None and there[0].side is None:
            # It held for both breasts, and only one of them was pressed.
            left = (*without(case, there[0]).findings, there[0]._replace(side=OPPOSITE[own]))
            self.session.change_case(case._replace(findings=left))
            state = self.words("where_page.unmarked")
        elif there:
            self.session.change_case(without(case, there[0]))
            state = self.words("where_page.unmarked")
        else:
            found = Finding(pressed.id, Certainty.FOUND, own)
            self.session.change_case(with_findings(case, (found,)).case)
            state = self.words(f"mark.{Certainty.FOUND}")
        announce(
            self, self.words("counselor.row_name", what=self.words.place(pressed.id), state=state)
        )

    def _press_breast(self, side: Side) -> None:
        case = self.session.answers
        if case.side is None:
            self.session.set_side(side)
        elif case.side is not side and case.side is not Side.BOTH:
            # One press never takes out what belongs to the other breast.
            self.session.set_side(Side.BOTH)
        self.figure.show_breast(side)
