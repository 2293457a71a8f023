"""The rarer places: all of them under a button, or those that fit what is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import PLACES, Certainty, Interview, Place, PlaceId, is_farther_away
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.explained import explain_place
from decision_aid.ui.kit.layouts import FlowLayout, empty
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.text import Text

if TYPE_CHECKING:
    from decision_aid.ui.kit.words import Words

_MOST_MATCHES: Final = 6


class MorePlaces(QWidget):
    """A line to type in, a button that shows all, and below them the cards of what was found.

    ``marked`` is emitted with a place, and a ``Certainty`` or ``None`` where its mark is taken
    away; ``listed`` when other cards stand there than before; ``unclear`` with the key of what to
    say where no one place fits what was typed.
    """

    marked = Signal(str, object)
    listed = Signal()
    unclear = Signal(str)

    def __init__(
        self,
        words: Words,
        asked: Callable[[], Sequence[Place]],
        certainty_of: Callable[[PlaceId], Certainty | None],
        common: Collection[PlaceId],
    ) -> None:
        """List nothing yet.

        Args:
            words: the words.
            asked: returns the places that can be marked now.
            certainty_of: returns the mark that a place carries.
            common: the places that always stand on the page.
        """
        super().__init__()
        self._words, self._asked, self._common = words, asked, common
        self._certainty_of = certainty_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(words("where_page.find"))
        self.finder.setAccessibleName(words("where_page.find_name"))
        self.finder.textChanged.connect(self._find)
        self.finder.returnPressed.connect(self._take_only_one)
        self.more = QPushButton(words("where_page.more"))
        self.more.setAccessibleName(self.more.text())
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        row.addWidget(self.finder, 1)
        row.addWidget(self.more)
        column.addLayout(row)
        self.found_list = QWidget()
        self._found = QVBoxLayout(self.found_list)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(6)
        column.addWidget(self.found_list)
        self.found_list.hide()
        self.matches: dict[PlaceId, PlaceCard] = {}
        self.headings: list[Text] = []

    def first(self) -> QWidget | None:
        """Return what stands at the top of the list."""
        return next(iter((*self.headings, *self.matches.values())), None)

    def _find(self, text: str) -> None:
        from decision_aid.records.typed import (  # noqa: PLC0415 - knows every word of a report
            matching_places,
        )

        if not text and self.more.isChecked():
            return  # the line was cleared to show all places
        self.more.setChecked(False)
        asked = {place.id for place in self._asked()}
        names = self._words.place_names()
        fitting = [PLACES[p] for p in matching_places(text, names) if p in asked]
        fitting.sort(key=is_farther_away)
        self._list(fitting[:_MOST_MATCHES], headed=False)

    def _take_only_one(self) -> None:
        """Mark the one place that fits what was typed, and be ready for the next; else say so."""
        if len(self.matches) == 1:
            (place,) = self.matches
            self.marked.emit(place, self._certainty_of(place) or Certainty.FOUND)
            self.finder.clear()
        elif self.finder.text().strip():
            self.unclear.emit("several_fit" if self.matches else "nothing_fits")

    def _show_more(self, wanted: bool) -> None:
        if wanted:
            self.finder.clear()
        rare = [place for place in self._asked() if place.id not in self._common]
        self._list(rare if wanted else [], headed=True)

    def _list(self, places: list[Place], *, headed: bool) -> None:
        empty(self._found)
        self.matches, self.headings = {}, []
        for group, members in groupby(places, lambda place: place.group):
            if headed:
                heading = Text(self._words(f"group.{group}"), "subheading")
                self._found.addWidget(heading)
                self.headings.append(heading)
            for place in members:
                card = PlaceCard(place.id, self._words, self.found_list)
                card.marked.connect(lambda one, p=place.id: self.marked.emit(p, one))
                card.wondered.connect(lambda at, p=place.id: explain_place(self._words, p, at))
                self.matches[place.id] = card
                self._found.addWidget(card)
        self.found_list.setVisible(bool(places))
        self.listed.emit()


class FarPlaces(QWidget):
    """The commonest places far away, one press each, and one press for "nothing farther away".

    ``found`` is emitted with the place that was pressed.
    """

    found = Signal(str)

    def __init__(self, words: Words, places: Sequence[PlaceId]) -> None:
        """Offer these places."""
        super().__init__()
        self._words = words
        row = FlowLayout(self, 6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[PlaceId, QPushButton] = {}
        for place in places:
            button = QPushButton(words(f"where_page.far_{place}"))
            button.setAccessibleName(words.place(place))
            button.clicked.connect(lambda _=False, p=place: self.found.emit(p))
            row.addWidget(button)
            self.buttons[place] = button
        self.nothing_farther = Tick(words("where_page.nothing_farther"))
        self.nothing_farther.setAccessibleName(self.nothing_farther.text())
        row.addWidget(self.nothing_farther)

    def show_marks(self, interview: Interview) -> None:
        """Offer what carries no mark yet, and name the tick for what it says beside the marks."""
        for place, button in self.buttons.items():
            button.setVisible(interview.mark_of(place, None) is None)
        tick = self.nothing_farther
        with QSignalBlocker(tick):
            tick.setChecked(interview.nothing_farther)
        marked = any(is_farther_away(PLACES[f.place]) for f in interview.said.findings)
        text = self._words(f"where_page.nothing_{'else_' if marked else ''}farther")
        if text != tick.text():
            tick.setText(text)
            tick.setAccessibleName(text)
