"""The answer for one of two breasts with cancer, and what could still turn it.

What was found far away belongs to the person, and nothing here says which of the two cancers it
came from. So it leaves "metastatic?" open for an invasive side; a side that is not invasive keeps
its own answer as long as the other side is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from decision_aid.domain.classification import Kind, PossibleChange
from decision_aid.domain.places import CountsAs
from decision_aid.domain.rules.meaning import ANSWERS, DISTANCE, Answer, Reading

_FAR: Final = DISTANCE[CountsAs.DISTANT]
_BREAST: Final = DISTANCE[CountsAs.BREAST]
_OUT_OF_SCOPE: Final = DISTANCE[CountsAs.OUT_OF_SCOPE]


class _Breast(NamedTuple):
    """One breast, with what else its answer depends on.

    Attributes:
        nearest: how far what was found here reaches, by the nearer of two meanings.
        farthest: the same by the farther one.
        spread: whether something was found far away.
        other_invasive: whether the other breast has invasive cancer.
    """

    nearest: int
    farthest: int
    spread: bool
    other_invasive: bool

    @property
    def alone(self) -> Answer:
        return ANSWERS[self.nearest][self.farthest]

    @property
    def answer(self) -> Answer:
        alone = self.alone
        may_be_from_here = alone.invasive or not self.other_invasive
        if self.spread and may_be_from_here:
            return ANSWERS[self.nearest][max(self.farthest, _FAR)]
        return alone

    def with_found(self, distance: int) -> _Breast:
        return self._replace(
            nearest=max(self.nearest, distance), farthest=max(self.farthest, distance)
        )

    def with_spread(self) -> _Breast:
        return self._replace(spread=True)

    def with_other_invasive(self) -> _Breast:
        return self._replace(other_invasive=True)


_IfFound = tuple[PossibleChange, Callable[[_Breast], _Breast]]


def of_one_breast(
    this: Reading, other: Reading, of_person: Reading
) -> tuple[Answer, tuple[PossibleChange, ...]]:
    """Return the answer for one breast, and what could change it.

    What is not settled here, far away or in the other breast counts if it could turn an answer,
    alone or together with more that is not settled.

    Args:
        this: what was said of this breast.
        other: what was said of the other one.
        of_person: what was said of places that belong to neither.
    """
    spread = any(meaning.far == _FAR for meaning, _ in of_person.found)
    breast = _Breast(this.nearest, this.farthest, spread, bool(other.answer.invasive))
    if_found = [
        *_far_away(of_person),
        *_in_this_breast(breast, this),
        *_in_the_other(breast, other),
    ]
    return breast.answer, tuple(_turning(breast, if_found)) if if_found else ()


def _far_away(of_person: Reading) -> Iterator[_IfFound]:
    for change in of_person.possible_changes():
        if change.would_be is Kind.METASTATIC:
            yield change, _Breast.with_spread


def _in_this_breast(breast: _Breast, this: Reading) -> Iterator[_IfFound]:
    for meaning, finding in this.unsettled:
        kind, _, _, extent = breast.with_found(meaning.far).answer
        change = PossibleChange(finding.place, finding.certainty, kind, extent, finding.side)
        yield change, partial(_Breast.with_found, distance=meaning.far)


def _in_the_other(breast: _Breast, other: Reading) -> Iterator[_IfFound]:
    """Yield what would make the other breast invasive: then spread need not be from here."""
    kind, _, _, extent = breast.alone
    for meaning, finding in other.unsettled:
        # What is said of both breasts at once would be here, too.
        if finding.side and _BREAST <= meaning.far < _OUT_OF_SCOPE:
            change = PossibleChange(finding.place, finding.certainty, kind, extent, finding.side)
            yield change, _Breast.with_other_invasive


def _turning(breast: _Breast, if_found: list[_IfFound]) -> Iterator[PossibleChange]:
    """Yield what could change the answer, marked with the answers that it could turn."""
    possible = {breast}
    for _, with_it in if_found:
        possible |= {with_it(one) for one in possible}
    now = breast.answer
    for change, with_it in if_found:
        steps = {(one.answer, with_it(one).answer) for one in possible}
        made = [(before, after) for before, after in steps if after not in {before, now}]
        if made:
            yield change._replace(
                turns_invasive=any(
                    after.invasive not in {before.invasive, now.invasive} for before, after in made
                ),
                turns_metastatic=any(
                    after.metastatic not in {before.metastatic, now.metastatic}
                    for before, after in made
                ),
            )
