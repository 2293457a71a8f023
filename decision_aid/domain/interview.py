"""What was asked and said so far: each answer makes a new interview.

Nothing is thrown away when an answer hides another one: the hidden one comes back when the person
changes their mind, and ``relevant`` keeps it from deciding anything meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from decision_aid.domain.answers import Answers, Rating, SureItem
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology, of_person, with_reply
from decision_aid.domain.findings import Certainty, Finding, Side
from decision_aid.domain.ids import OptionId, PlaceId, ValueId
from decision_aid.domain.rules.values import questions_from_sure
from decision_aid.domain.steps import (
    NOT_SURE_OF_AREA,
    Area,
    Step,
    StepKind,
    places_asked,
    relevant,
    steps,
)


class RestAnswer(StrEnum):
    """One answer to all places of an area that carry no mark of their own."""

    NOTHING_ELSE = "nothing_else"
    NOT_SURE = "not_sure"


_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})
_K = TypeVar("_K")
_V = TypeVar("_V")


class Interview(NamedTuple):
    """Everything that was said, also what is hidden now, and what was answered with "not sure".

    Attributes:
        said: the answers as they were given; its findings are the person's own marks.
        details: the answers to follow-up questions, also of places that are not found any more.
        rest: what was said for all places of an area without a mark, with two breasts of each.
        answered: which of the side and the timing have an answer; "not sure" is one too.
        own_list: whether the person has changed the questions that were suggested.
        numbers_wanted: whether general numbers were asked for, and asked for again.
    """

    said: Answers = Answers()
    details: Mapping[tuple[PlaceId, Side | None], str] = _NONE
    rest: Mapping[tuple[Area, Side | None], RestAnswer] = _NONE
    answered: frozenset[StepKind] = frozenset()
    own_list: bool = False
    numbers_wanted: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said; how the chest is drawn says nothing."""
        defaults = Answers(chest=self.said.chest, sections=self.said.sections)
        bare = Interview(defaults, numbers_wanted=self.numbers_wanted)
        return self._replace(own_list=False) == bare

    @property
    def answers(self) -> Answers:
        """Everything that takes part: only what this person's way asks."""
        said = self.said
        both = said.side is Side.BOTH
        findings = (*map(self._with_detail, said.findings), *self._findings_of_rest())
        return relevant(
            said._replace(
                findings=findings,
                biology=of_person(said.biology) if both else said.biology,
                biology_by_side=said.biology_by_side if both else _NONE,
            )
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of this person's way."""
        return steps(self.answers)

    def is_answered(self, step: Step) -> bool:
        """Return whether a step that needs an answer has one; places may stay unmarked."""
        match step.kind:
            case StepKind.SIDE | StepKind.TIMING:
                return step.kind in self.answered
            case StepKind.FOLLOW_UP:
                return step.place is not None and (step.place, step.side) in self.details
            case _:
                return True

    def mark_of(self, place: PlaceId, side: Side | None) -> Certainty | None:
        """Return the mark that the person gave this very place."""
        marks = (f.certainty for f in self.said.findings if (f.place, f.side) == (place, side))
        return next(marks, None)

    def rest_of(self, step: Step) -> RestAnswer | None:
        """Return what was said for the rest of a step's places."""
        return None if step.area is None else self.rest.get((step.area, step.side))

    def certainty(self, step: Step, place: PlaceId) -> Certainty | None:
        """Return what stands at a place: its own mark or what was said for the rest."""
        own = self.mark_of(place, step.side)
        if own is None and self.rest_of(step) is RestAnswer.NOTHING_ELSE:
            return Certainty.NOT_FOUND
        return own

    def with_side(self, side: Side | None) -> Interview:
        """Answer which breast; ``None`` for not sure."""
        return self._saying(side=side)._replace(answered=self.answered | {StepKind.SIDE})

    def with_timing(self, came_back: bool | None) -> Interview:
        """Answer whether it came back; ``None`` for not sure."""
        said = self._saying(came_back=came_back)
        return said._replace(answered=self.answered | {StepKind.TIMING})

    def with_mark(
        self, place: PlaceId, side: Side | None, certainty: Certainty | None
    ) -> Interview:
        """Mark a place where its mark stands already or at the end; ``None`` takes it away."""
        marks = {(f.place, f.side): f.certainty for f in self.said.findings}
        if certainty is None:
            marks.pop((place, side), None)
        else:
            marks[place, side] = certainty
        findings = tuple(Finding(p, mark, s) for (p, s), mark in marks.items())
        return self._saying(findings=findings)

    def with_rest(self, step: Step, answer: RestAnswer | None) -> Interview:
        """Answer for all places of a step that carry no mark; ``None`` takes that back."""
        if step.area is None:
            return self
        return self._replace(rest=_with(self.rest, (step.area, step.side), answer))

    def with_detail(self, place: PlaceId, side: Side | None, answer: str) -> Interview:
        """Answer a place's follow-up question."""
        return self._replace(details=_with(self.details, (place, side), answer))

    def with_report(self, item: str, reply: str, side: Side | None = None) -> Interview:
        """Take over what a report says of one item.

        Args:
            item: the item.
            reply: what it says.
            side: with cancer in both breasts, the breast; ``None`` for what is true of the person.
        """
        if side is None:
            return self._saying(biology=with_reply(self.said.biology, item, reply))
        own: Biology = self.said.biology_by_side.get(side, UNKNOWN_BIOLOGY)
        changed = with_reply(own, item, reply)
        return self._saying(biology_by_side=_with(self.said.biology_by_side, side, changed))

    def with_option(self, option: OptionId, *, picked: bool) -> Interview:
        """Pick an option to stand side by side with others, or take it away."""
        others = tuple(one for one in self.said.compared if one != option)
        return self._saying(compared=(*others, option) if picked else others)

    def with_rating(self, value: ValueId, rating: Rating | None) -> Interview:
        """Say how much something matters; ``None`` takes that back."""
        return self._saying(values=_with(self.said.values, value, rating))

    def with_sure(self, item: SureItem, reply: bool) -> Interview:
        """Answer an item; a "no" puts a question on the person's own list, a "yes" takes it off."""
        changed = self._saying(sure=_with(self.said.sure, item, reply))
        if not self.own_list:
            return changed
        (question,) = map(str, questions_from_sure({item: False}))
        others = tuple(one for one in self.said.questions if one != question)
        return changed._saying(questions=others if reply else (*others, question))

    def with_questions(self, questions: tuple[str, ...]) -> Interview:
        """Take the person's own choice and order."""
        return self._saying(questions=questions)._replace(own_list=True)

    def _saying(self, **answers: Any) -> Interview:  # noqa: ANN401 - any answers
        return self._replace(said=self.said._replace(**answers))

    def _with_detail(self, mark: Finding) -> Finding:
        if mark.certainty is not Certainty.FOUND:
            return mark
        return mark._replace(detail=self.details.get((mark.place, mark.side)))

    def _findings_of_rest(self) -> Iterator[Finding]:
        bare = Answers(side=self.said.side)
        for step in steps(bare):
            answer = self.rest_of(step)
            if answer is None or step.area is None:
                continue
            asked = [place.id for place in places_asked(step, bare)]
            free = [place for place in asked if self.mark_of(place, step.side) is None]
            if answer is RestAnswer.NOTHING_ELSE:
                yield from (Finding(p, Certainty.NOT_FOUND, step.side) for p in free)
            elif (stands_for := NOT_SURE_OF_AREA.get(step.area)) in free:
                yield Finding(stands_for, Certainty.UNKNOWN, step.side)


def _with(mapping: Mapping[_K, _V], key: _K, value: _V | None) -> Mapping[_K, _V]:
    """Return the mapping with one value set, or taken out with ``None``."""
    changed = {**mapping, key: value}
    return MappingProxyType({k: v for k, v in changed.items() if v is not None})
