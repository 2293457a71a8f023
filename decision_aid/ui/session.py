"""What the person has said so far: one object, from which the reasoning and the summary start.

Nothing is thrown away when an answer hides another one: the hidden one comes back when the person
changes their mind, and ``domain.relevant`` keeps it from deciding anything meanwhile.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import (
    NOT_SURE_OF_AREA,
    UNKNOWN_BIOLOGY,
    Answers,
    Area,
    Assessment,
    Biology,
    Certainty,
    Finding,
    OptionId,
    PlaceId,
    Rating,
    Side,
    Step,
    StepKind,
    SureItem,
    ValueId,
    assess,
    of_person,
    places_asked,
    questions_from_sure,
    questions_on_first_page,
    relevant,
    steps,
    with_reply,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision_aid.domain import Answers, Chest, PaperSection


class Unsaid(StrEnum):
    """Stands where a question has not been answered, as opposed to "I'm not sure" (``None``)."""

    UNSAID = "unsaid"


UNSAID: Final = Unsaid.UNSAID


class AreaAnswer(StrEnum):
    """One answer to all places of an area that carry no mark of their own."""

    NOTHING_ELSE = "nothing_else"
    NOT_SURE = "not_sure"


Key = tuple[PlaceId, Side | None]


class Session(QObject):
    """The answers of one person; ``changed`` is emitted after each change."""

    changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, left_out: frozenset[StepKind] = frozenset()
    ) -> None:
        """Start with nothing said.

        Args:
            parent: the owner.
            left_out: steps that are not on anybody's way here.
        """
        super().__init__(parent)
        self._left_out = left_out
        self._clear()

    def _clear(self) -> None:
        self._side: Side | Unsaid | None = UNSAID
        self._came_back: bool | Unsaid | None = UNSAID
        self._marks: dict[Key, Certainty] = {}
        self._details: dict[Key, str] = {}
        self._areas: dict[tuple[Area, Side | None], AreaAnswer] = {}
        self._questions: list[str] | None = None
        self._chest: Chest = "curved"
        self._biology = UNKNOWN_BIOLOGY
        self._biology_by_side: dict[Side, Biology] = {}
        self._compared: tuple[OptionId, ...] = ()
        self._values: dict[ValueId, Rating] = {}
        self._sure: dict[SureItem, bool] = {}
        self._sections: tuple[PaperSection, ...] | None = None
        self._numbers_wanted = False
        self._assessment: Assessment | None = None

    def clear(self) -> None:
        """Forget everything."""
        self._clear()
        self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said."""
        said = (
            self._marks
            or self._areas
            or self._details
            or self._questions
            or self._compared
            or self._values
            or self._sure
            or self._biology != UNKNOWN_BIOLOGY
            or self._biology_by_side
        )
        return not said and self._side is UNSAID and self._came_back is UNSAID

    @property
    def side(self) -> Side | Unsaid | None:
        """The breast with the cancer, ``None`` for not sure."""
        return self._side

    def set_side(self, side: Side | None) -> None:
        """Answer which side."""
        self._side = side
        self.changed.emit()

    @property
    def came_back(self) -> bool | Unsaid | None:
        """Whether it came back, ``None`` for not sure."""
        return self._came_back

    def set_came_back(self, came_back: bool | None) -> None:
        """Answer whether it came back."""
        self._came_back = came_back
        self.changed.emit()

    def mark(self, place: PlaceId, side: Side | None, certainty: Certainty | None) -> None:
        """Mark a place, or take its mark away with ``None``."""
        if certainty is None:
            self._marks.pop((place, side), None)
        else:
            self._marks[place, side] = certainty
        self.changed.emit()

    def own_mark(self, place: PlaceId, side: Side | None) -> Certainty | None:
        """Return the mark that the person gave this very place."""
        return self._marks.get((place, side))

    def certainty(self, step: Step, place: PlaceId) -> Certainty | None:
        """Return what stands at a place on a page: its own mark or what was said for the rest."""
        own = self.own_mark(place, step.side)
        if own is None and self.area_answer(step) is AreaAnswer.NOTHING_ELSE:
            return Certainty.NOT_FOUND
        return own

    def area_answer(self, step: Step) -> AreaAnswer | None:
        """Return what was said for the rest of a page's places."""
        return None if step.area is None else self._areas.get((step.area, step.side))

    def set_area_answer(self, step: Step, answer: AreaAnswer | None) -> None:
        """Answer for all places of a page that carry no mark of their own."""
        if step.area is None:
            return
        if answer is None:
            self._areas.pop((step.area, step.side), None)
        else:
            self._areas[step.area, step.side] = answer
        self.changed.emit()

    def detail(self, place: PlaceId, side: Side | None) -> str | None:
        """Return the answer to a place's follow-up question."""
        return self._details.get((place, side))

    def set_detail(self, place: PlaceId, side: Side | None, answer: str) -> None:
        """Answer a place's follow-up question."""
        self._details[place, side] = answer
        self.changed.emit()

    @property
    def chest(self) -> Chest:
        """How the pictures draw the chest."""
        return self._chest

    def set_chest(self, chest: Chest) -> None:
        """Draw the chest like this from now on."""
        self._chest = chest
        self.changed.emit()

    @property
    def both_breasts(self) -> bool:
        """Whether there is cancer in both breasts, so that each has reports of its own."""
        return self._side is Side.BOTH

    @property
    def biology(self) -> Biology:
        """What the reports say; with cancer in both breasts, only what is true of the person."""
        return of_person(self._biology) if self.both_breasts else self._biology

    @property
    def biology_by_side(self) -> dict[Side, Biology]:
        """With cancer in both breasts, what the reports of each say."""
        return dict(self._biology_by_side) if self.both_breasts else {}

    def report(self, item: str, reply: str, side: Side | None = None) -> None:
        """Take over what a report says of one item.

        Args:
            item: the item.
            reply: what it says.
            side: with cancer in both breasts, the breast; ``None`` for what is true of the person.
        """
        if side is None:
            self._biology = with_reply(self._biology, item, reply)
        else:
            own = self._biology_by_side.get(side, UNKNOWN_BIOLOGY)
            self._biology_by_side[side] = with_reply(own, item, reply)
        self.changed.emit()

    @property
    def compared(self) -> tuple[OptionId, ...]:
        """The options that the person picked, in the order picked."""
        return self._compared

    def compare(self, option: OptionId, *, picked: bool) -> None:
        """Pick an option to stand side by side with others, or take it away."""
        others = tuple(one for one in self._compared if one != option)
        self._compared = (*others, option) if picked else others
        self.changed.emit()

    @property
    def values(self) -> dict[ValueId, Rating]:
        """How much each thing matters, where the person said so."""
        return dict(self._values)

    def rate(self, value: ValueId, rating: Rating | None) -> None:
        """Say how much something matters, or take that back."""
        if rating is None:
            self._values.pop(value, None)
        else:
            self._values[value] = rating
        self.changed.emit()

    @property
    def sure(self) -> dict[SureItem, bool]:
        """The items of the SURE test that were answered."""
        return dict(self._sure)

    def set_sure(self, item: SureItem, reply: bool) -> None:
        """Answer an item; a "no" puts a question on the person's own list, a "yes" takes it off."""
        self._sure[item] = reply
        if self._questions is not None:
            (question,) = questions_from_sure({item: False})
            others = [one for one in self._questions if one != question]
            self._questions = others if reply else [*others, str(question)]
        self.changed.emit()

    @property
    def sections(self) -> tuple[PaperSection, ...] | None:
        """What stands on paper after the first page; ``None`` for what usually does."""
        return self._sections

    def set_sections(self, sections: tuple[PaperSection, ...]) -> None:
        """Choose what stands on paper after the first page."""
        self._sections = sections
        self.changed.emit()

    @property
    def numbers_wanted(self) -> bool:
        """Whether the person asked for general numbers, and said yes when asked again."""
        return self._numbers_wanted

    def want_numbers(self) -> None:
        """Note that the person asked for the numbers twice."""
        self._numbers_wanted = True
        self.changed.emit()

    @property
    def assessment(self) -> Assessment:
        """What the answers as they are now come to."""
        answers = self.answers()
        if self._assessment is None or self._assessment.answers != answers:
            self._assessment = assess(answers)
        return self._assessment

    def case(self) -> Answers:
        """Return what the reasoning looks at: only what this person's way asks."""
        return relevant(
            Answers(
                tuple(self._findings()),
                None if isinstance(self._side, Unsaid) else self._side,
                None if isinstance(self._came_back, Unsaid) else self._came_back,
            )
        )

    def steps(self) -> tuple[Step, ...]:
        """Return every step of this person's way."""
        way = steps(self.case())
        return tuple(step for step in way if step.kind not in self._left_out)

    def is_answered(self, step: Step) -> bool:
        """Return whether a step that needs an answer has one; places may stay unmarked."""
        match step.kind:
            case StepKind.SIDE:
                return self._side is not UNSAID
            case StepKind.TIMING:
                return self._came_back is not UNSAID
            case StepKind.FOLLOW_UP:
                return step.place is not None and (step.place, step.side) in self._details
            case _:
                return True

    def _findings(self) -> Iterator[Finding]:
        for (place, side), certainty in self._marks.items():
            found = certainty is Certainty.FOUND
            detail = self._details.get((place, side)) if found else None
            yield Finding(place, certainty, side, detail)
        yield from self._findings_of_areas()

    def _findings_of_areas(self) -> Iterator[Finding]:
        side = None if isinstance(self._side, Unsaid) else self._side
        bare = Answers(side=side)
        for step in steps(bare):
            answer = self.area_answer(step)
            if answer is None or step.area is None:
                continue
            asked = [place.id for place in places_asked(step, bare)]
            free = [place for place in asked if (place, step.side) not in self._marks]
            if answer is AreaAnswer.NOTHING_ELSE:
                yield from (Finding(p, Certainty.NOT_FOUND, step.side) for p in free)
            elif (stands_for := NOT_SURE_OF_AREA.get(step.area)) in free:
                yield Finding(stands_for, Certainty.UNKNOWN, step.side)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions on the person's list: ids, or their own words."""
        if self._questions is None:
            suggested = self.suggested()
            from_sure = len(questions_from_sure(self._sure))
            return suggested[
                : questions_on_first_page(suggested, chosen=False, from_sure=from_sure)
            ]
        return tuple(self._questions)

    def set_questions(self, questions: tuple[str, ...]) -> None:
        """Take the person's own choice and order."""
        self._questions = list(questions)
        self.changed.emit()

    def suggested(self) -> tuple[str, ...]:
        """Return the ids of the questions that this case gives reason to ask."""
        seen = self.assessment
        return tuple(str(q) for q in (*seen.questions_from_sure, *seen.questions))

    def answers(self) -> Answers:
        """Return everything as the summary and the answers file take it."""
        case = self.case()
        return Answers(
            side=case.side,
            came_back=case.came_back,
            findings=case.findings,
            questions=tuple(self._questions or ()),
            biology=self.biology,
            biology_by_side=self.biology_by_side,
            compared=self._compared,
            values=self.values,
            sure=self.sure,
            chest=self._chest,
            sections=self._sections,
        )
