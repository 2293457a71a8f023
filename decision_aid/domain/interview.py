"""What was asked and said so far: each answer makes a new interview.

Nothing is thrown away when an answer hides another one: the hidden one comes back when the person
changes their mind, and ``relevant`` keeps it from deciding anything meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from decision_aid.domain.answers import Answers, Rating, SureItem
from decision_aid.domain.biology import (
    PERSON_ITEMS,
    UNKNOWN_BIOLOGY,
    Biology,
    of_breast,
    of_person,
    with_reply,
)
from decision_aid.domain.findings import Certainty, Finding, OptionId, PlaceId, Side, ValueId
from decision_aid.domain.follow_ups import FOLLOW_UPS, NOT_SURE, SAME_SIDE
from decision_aid.domain.places import PLACES, Group, Place, PlaceSide
from decision_aid.domain.steps import places_asked, relevant

if TYPE_CHECKING:
    from decision_aid.domain.classification import Classification

_FARTHER_AWAY: Final = frozenset({Group.FAR_NODES, Group.FAR_ORGANS})


def is_farther_away(place: Place) -> bool:
    """Return whether a place is one that "nothing farther away" speaks of."""
    return place.group in _FARTHER_AWAY


_ONLY_WITH_ONE_BREAST: Final = frozenset(
    PlaceId(place) for place in ("nodes_above_collarbone", "nodes_breastbone")
)
"""With cancer in both breasts each breast's own nodes are marked with that breast."""

_OF_PERSON_UNKNOWN: Final = {item: getattr(UNKNOWN_BIOLOGY, item) for item in PERSON_ITEMS}
_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})
_K = TypeVar("_K")
_V = TypeVar("_V")


class Interview(NamedTuple):
    """Everything that was said, also what is hidden now, and what was answered with "not sure".

    Attributes:
        said: the answers as they were given; its findings are the person's own marks.
        details: the answers to follow-up questions, also of places that are not found any more.
        nothing_farther: whether nothing was found farther away, but for what carries a mark.
        own_list: whether the person has changed the questions that were suggested.
        numbers_wanted: whether general numbers were asked for, and asked for again.
    """

    said: Answers = Answers()
    details: Mapping[tuple[PlaceId, Side | None], str] = _NONE
    nothing_farther: bool = False
    own_list: bool = False
    numbers_wanted: bool = False

    @classmethod
    def of(cls, answers: Answers) -> Interview:
        """Return the interview in which these answers were given.

        Args:
            answers: as they were saved.
        """
        far = {p.id for p in places_asked(answers.side) if is_farther_away(p)}
        nothing_found = {f.place for f in answers.findings if f.certainty is Certainty.NOT_FOUND}
        spoken_of = {f.place for f in answers.findings} & far
        all_told = far == spoken_of and bool(nothing_found & far)
        kept = tuple(
            finding._replace(detail=None)
            for finding in answers.findings
            if not (all_told and finding.place in far & nothing_found)
        )
        details = {(f.place, f.side): f.detail for f in answers.findings if f.detail}
        return cls(
            said=answers._replace(findings=kept),
            details=MappingProxyType(details),
            nothing_farther=all_told,
            own_list=bool(answers.questions),
        )

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
        findings = (*map(self._with_detail, said.findings), *self._not_farther())
        return relevant(
            said._replace(
                findings=findings,
                biology=of_person(said.biology) if both else said.biology,
                biology_by_side=said.biology_by_side if both else _NONE,
            )
        )

    def mark_of(self, place: PlaceId, side: Side | None) -> Certainty | None:
        """Return the mark that the person gave this very place."""
        marks = (f.certainty for f in self.said.findings if (f.place, f.side) == (place, side))
        return next(marks, None)

    def certainty(self, place: PlaceId, side: Side | None) -> Certainty | None:
        """Return what stands at a place: its own mark or what was said of all farther away."""
        own = self.mark_of(place, side)
        if own is None and self.nothing_farther and is_farther_away(PLACES[place]):
            return Certainty.NOT_FOUND
        return own

    def asks_more(self, place: PlaceId, side: Side | None) -> bool:
        """Return whether the follow-up question of a place is open, and could change something.

        Args:
            place: the place.
            side: with cancer in both breasts, the breast.
        """
        if self.mark_of(place, side) is not Certainty.FOUND or not self._has_follow_up(place):
            return False
        from decision_aid.domain.assessment import assess  # noqa: PLC0415 - not for the first page

        return (
            len(
                {
                    _outcome(assess(self.with_detail(place, side, answer).answers).result)
                    for answer in FOLLOW_UPS[place].answers
                }
            )
            > 1
        )

    def _has_follow_up(self, place: PlaceId) -> bool:
        both = self.said.side is Side.BOTH
        return place in FOLLOW_UPS and not (both and place in _ONLY_WITH_ONE_BREAST)

    def with_side(self, side: Side | None) -> Interview:
        """Say which breast; ``None`` where that is not known.

        What was said of one breast stays said of it once both have cancer, and the other way round.
        """
        before, changed = self.said.side, self._saying(side=side)
        if side is Side.BOTH and before in {Side.LEFT, Side.RIGHT}:
            return changed._moved(None, before)._with_reports_moved(before, to_breast=True)
        if before is Side.BOTH and side in {Side.LEFT, Side.RIGHT}:
            return changed._moved(side, None)._with_reports_moved(side, to_breast=False)
        return changed

    def _moved(self, away: Side | None, to: Side | None) -> Interview:
        """Return this with what was said of places of a breast under another side."""

        def side_of(place: PlaceId, side: Side | None) -> Side | None:
            moves = side is away and PLACES[place].side is PlaceSide.SAME
            return to if moves else side

        own = [f for f in self.said.findings if side_of(f.place, f.side) is not f.side]
        others = [f for f in self.said.findings if f not in own]
        marked = {f.place for f in own}
        kept = [f for f in others if f.side is not to or f.place not in marked]
        findings = (*kept, *(f._replace(side=to) for f in own))
        order = {f.place: number for number, f in enumerate(self.said.findings)}
        details = {(p, side_of(p, side)): answer for (p, side), answer in self.details.items()}
        return self._saying(
            findings=tuple(sorted(findings, key=lambda f: order[f.place]))
        )._replace(details=MappingProxyType(details))

    def _with_reports_moved(self, side: Side, *, to_breast: bool) -> Interview:
        """Return this with the reports of one cancer as those of one of two breasts, or back."""
        said = self.said
        if to_breast:
            if said.biology == of_person(said.biology):
                return self
            own = said.biology._replace(**_OF_PERSON_UNKNOWN)
            by_side = _with(said.biology_by_side, side, own)
            return self._saying(biology=of_person(said.biology), biology_by_side=by_side)
        return self._saying(
            biology=of_breast(of_person(said.biology), said.biology_by_side, side),
            biology_by_side=_with(said.biology_by_side, side, None),
        )

    def with_timing(self, came_back: bool | None) -> Interview:
        """Say whether it came back; ``None`` where that is not known."""
        return self._saying(came_back=came_back)

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

    def with_nothing_farther(self, nothing_farther: bool) -> Interview:
        """Say that nothing was found farther away, or take that back."""
        return self._replace(nothing_farther=nothing_farther)

    def with_detail(self, place: PlaceId, side: Side | None, answer: str) -> Interview:
        """Answer a place's follow-up question."""
        return self._replace(details=_with(self.details, (place, side), answer))

    def with_own_side(self, place: PlaceId, side: Side | None) -> Interview:
        """Say that a place is on the side of the cancer, where that is what is asked of it."""
        if place not in FOLLOW_UPS or SAME_SIDE not in FOLLOW_UPS[place].answers:
            return self
        return self.with_detail(place, side, SAME_SIDE)

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
        from decision_aid.domain.rules.values import questions_from_sure  # noqa: PLC0415 - as above

        (question,) = map(str, questions_from_sure({item: False}))
        others = tuple(one for one in self.said.questions if one != question)
        return changed._saying(questions=others if reply else (*others, question))

    def with_questions(self, questions: tuple[str, ...]) -> Interview:
        """Take the person's own choice and order."""
        return self._saying(questions=questions)._replace(own_list=True)

    def _saying(self, **answers: Any) -> Interview:  # noqa: ANN401 - any answers
        return self._replace(said=self.said._replace(**answers))

    def _with_detail(self, mark: Finding) -> Finding:
        if mark.certainty is not Certainty.FOUND or not self._has_follow_up(mark.place):
            return mark
        # Until it is answered, no meaning of the place is taken for granted.
        return mark._replace(detail=self.details.get((mark.place, mark.side), NOT_SURE))

    def _not_farther(self) -> Iterator[Finding]:
        if self.nothing_farther:
            for place in places_asked(self.said.side):
                if is_farther_away(place) and self.mark_of(place.id, None) is None:
                    yield Finding(place.id, Certainty.NOT_FOUND)


def _outcome(result: Classification) -> tuple[object, ...]:
    """Return what a result tells a person, without the reasons that led to it."""
    of_each = ((side, _outcome(one)) for side, one in result.sides.items())
    answers = result.invasive, result.metastatic, result.extent, result.open
    return (*answers, result.notes, *of_each)


def _with(mapping: Mapping[_K, _V], key: _K, value: _V | None) -> Mapping[_K, _V]:
    """Return the mapping with one value set, or taken out with ``None``."""
    changed = {**mapping, key: value}
    return MappingProxyType({k: v for k, v in changed.items() if v is not None})
