"""Holds what one person has said so far, and tells the screens when that changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import (
    Answers,
    Certainty,
    Interview,
    OptionId,
    PlaceId,
    Rating,
    Side,
    SureItem,
    ValueId,
)
from decision_aid.ui.kit.history import History

if TYPE_CHECKING:
    from decision_aid.domain import Assessment, Chest, PaperSection


class Session(QObject):
    """One person's interview, with the way back; ``changed`` is emitted after each change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing said."""
        super().__init__(parent)
        self._history = History(Interview())
        self._assessment: Assessment | None = None
        self.helping = False
        """Whether somebody answers for the person who has the cancer."""

    @property
    def interview(self) -> Interview:
        """What was asked and said so far."""
        return self._history.now

    def take(self, interview: Interview) -> None:
        """Go on with this interview; the one until now can be gone back to."""
        self._go_to(self._history.set(interview))

    def clear(self) -> None:
        """Forget everything; nothing brings it back."""
        self.helping = False
        self._go_to(History(Interview()))

    def help_somebody(self, *, helping: bool) -> None:
        """Note whether somebody answers for another person."""
        self.helping = helping

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self._history.can_undo

    def undo(self) -> None:
        """Take the last change back."""
        self._go_to(self._history.undo())

    def redo(self) -> None:
        """Take again what was taken back last."""
        self._go_to(self._history.redo())

    def _go_to(self, history: History[Interview]) -> None:
        self._history = history
        self._assessment = None
        self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said."""
        return self.interview.is_empty

    @property
    def assessment(self) -> Assessment:
        """What the answers as they are now come to, worked out once."""
        if self._assessment is None:
            from decision_aid.domain import assess  # noqa: PLC0415 - not for the first page

            self._assessment = assess(self.interview.answers)
        return self._assessment

    def answers(self) -> Answers:
        """Return everything that takes part, as the reasoning, the paper and files take it."""
        return self.assessment.answers

    @property
    def side(self) -> Side | None:
        """The breast with the cancer; ``None`` for not sure or not asked."""
        return self.interview.said.side

    def set_side(self, side: Side | None) -> None:
        """Answer which side."""
        self.take(self.interview.with_side(side))

    @property
    def came_back(self) -> bool | None:
        """Whether it came back; ``None`` for not sure or not asked."""
        return self.interview.said.came_back

    def set_came_back(self, came_back: bool | None) -> None:
        """Answer whether it came back."""
        self.take(self.interview.with_timing(came_back))

    def mark(self, place: PlaceId, side: Side | None, certainty: Certainty | None) -> None:
        """Mark a place, or take its mark away with ``None``."""
        self.take(self.interview.with_mark(place, side, certainty))

    def set_nothing_farther(self, nothing_farther: bool) -> None:
        """Say that nothing was found farther away, or take that back."""
        self.take(self.interview.with_nothing_farther(nothing_farther))

    def say_where_pressed(self, place: PlaceId, side: Side | None) -> None:
        """Take a press on the own side of a place for the answer to which side it is."""
        self.take(self.interview.with_own_side(place, side))

    def set_detail(self, place: PlaceId, side: Side | None, answer: str) -> None:
        """Answer a place's follow-up question."""
        self.take(self.interview.with_detail(place, side, answer))

    @property
    def chest(self) -> Chest:
        """How the pictures draw the chest."""
        return self.interview.said.chest

    def set_chest(self, chest: Chest) -> None:
        """Draw the chest like this from now on."""
        self._change(chest=chest)

    def report(self, item: str, reply: str, side: Side | None = None) -> None:
        """Take over what a report says of one item, with two breasts of which one."""
        self.take(self.interview.with_report(item, reply, side))

    @property
    def compared(self) -> tuple[OptionId, ...]:
        """The options that the person picked, in the order picked."""
        return self.interview.said.compared

    def compare(self, option: OptionId, *, picked: bool) -> None:
        """Pick an option to stand side by side with others, or take it away."""
        self.take(self.interview.with_option(option, picked=picked))

    @property
    def values(self) -> Mapping[ValueId, Rating]:
        """How much each thing matters, where the person said so."""
        return self.interview.said.values

    def rate(self, value: ValueId, rating: Rating | None) -> None:
        """Say how much something matters, or take that back."""
        self.take(self.interview.with_rating(value, rating))

    @property
    def sure(self) -> Mapping[SureItem, bool]:
        """The items of the SURE test that were answered."""
        return self.interview.said.sure

    def set_sure(self, item: SureItem, reply: bool) -> None:
        """Answer an item of the SURE test."""
        self.take(self.interview.with_sure(item, reply))

    def set_sections(self, sections: tuple[PaperSection, ...]) -> None:
        """Choose what stands on paper after the first page."""
        self._change(sections=sections)

    @property
    def numbers_wanted(self) -> bool:
        """Whether the person asked for general numbers, and said yes when asked again."""
        return self.interview.numbers_wanted

    def want_numbers(self) -> None:
        """Note that the person asked for the numbers twice."""
        self.take(self.interview._replace(numbers_wanted=True))

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions on the person's list: ids, or their own words."""
        if self.interview.own_list:
            return self.interview.said.questions
        from decision_aid.domain import questions_on_first_page  # noqa: PLC0415 - as above

        suggested = self.suggested()
        from_sure = len(self.assessment.questions_from_sure)
        return suggested[: questions_on_first_page(suggested, chosen=False, from_sure=from_sure)]

    def set_questions(self, questions: tuple[str, ...]) -> None:
        """Take the person's own choice and order."""
        self.take(self.interview.with_questions(questions))

    def suggested(self) -> tuple[str, ...]:
        """Return the ids of the questions that this case gives reason to ask."""
        seen = self.assessment
        return tuple(str(q) for q in (*seen.questions_from_sure, *seen.questions))

    def _change(self, **answers: object) -> None:
        said = self.interview.said._replace(**answers)  # type: ignore[arg-type]
        self.take(self.interview._replace(said=said))
