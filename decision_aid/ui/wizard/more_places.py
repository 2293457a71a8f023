"""The rarer places: all of them under a button, or those that fit what is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import PLACES, Certainty, Place, PlaceId
from decision_aid.ui.kit.explained import explain_place
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.text import Text

if TYPE_CHECKING:
    from decision_aid.ui.kit.words import Words

_MOST_MATCHES: Final = 4


class MorePlaces(QWidget):
    """A line to type in, a button that shows all, and below them the cards of what was found.

    ``marked`` is emitted with a place, and a ``Certainty`` or ``None`` where its mark is taken
    away; ``listed`` when other cards stand there than before.
    """

    marked = Signal(str, object)
    listed = Signal()

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
        self.finder.returnPressed.connect(self._take_first)
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
        fitting = [p for p in matching_places(text, self._words.place_names()) if p in asked]
        self._list([PLACES[place] for place in fitting[:_MOST_MATCHES]], headed=False)

    def _take_first(self) -> None:
        """Mark the first place that fits what was typed, and be ready for the next."""
        if self.matches:
            place = next(iter(self.matches))
            self.marked.emit(place, self._certainty_of(place) or Certainty.FOUND)
            self.finder.clear()

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
