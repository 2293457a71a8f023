"""Which decisions a case leads to, and which options are talked about for each.

A decision is offered with all its options side by side, one of them always to do less or to wait.
An option that depends on a result which is not known is shown, and what it depends on becomes a
question. Nothing here ranks: the order is that of the table.

With cancer in both breasts each breast has its own reports. What is decided for a breast is told
for that breast; what is decided once for the whole body is offered if either cancer calls for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from decision_aid.domain.biology import (
    Biology,
    after_menopause,
    before_menopause,
    brca_change,
    her2_not_positive,
    her2_positive,
    hormone_receptor_positive,
    inherited_change,
    triple_negative,
)
from decision_aid.domain.findings import DecisionId, OptionId, Side
from decision_aid.domain.rules.decisions.model import (
    About,
    Condition,
    Decision,
    DecisionRow,
    OfferedOption,
    OptionRow,
    Talk,
)
from decision_aid.domain.rules.decisions.table import (
    DECISIONS,
    DOING_LESS,
    TABLE_SOURCES,
    all_decisions,
    all_options,
)
from decision_aid.domain.rules.situation import Situation


def _not_asked(_: Biology) -> None:
    return None


HOLDS: Final[dict[Condition, Callable[[Biology], bool | None]]] = {
    Condition.HORMONE_RECEPTOR_POSITIVE: hormone_receptor_positive,
    Condition.HER2_POSITIVE: her2_positive,
    Condition.HER2_NOT_POSITIVE: her2_not_positive,
    Condition.TRIPLE_NEGATIVE: triple_negative,
    Condition.INHERITED_CHANGE: inherited_change,
    Condition.BRCA_CHANGE: brca_change,
    Condition.BEFORE_MENOPAUSE: before_menopause,
    Condition.AFTER_MENOPAUSE: after_menopause,
    Condition.NO_RADIATION_THERE: _not_asked,
}
"""``None`` where it is not known. Earlier radiation is never asked for, so never known."""


def decisions_for(whole: Situation, breasts: tuple[Situation, ...]) -> tuple[Decision, ...]:
    """Return what there is to decide, each with the options that are talked about.

    Args:
        whole: the situation of the whole person.
        breasts: that of each of two breasts; none where there is only one to speak of.
    """
    # What belongs to neither breast, such as a rib that it grew into, is told of the person.
    of_neither = all(breast.kind is not whole.kind for breast in breasts)
    return tuple(
        decision
        for row in DECISIONS
        for decision in _decisions_of(row, whole if of_neither else None, breasts)
    )


def _decisions_of(
    row: DecisionRow, whole: Situation | None, breasts: tuple[Situation, ...]
) -> Iterator[Decision]:
    concerned = tuple(one for one in breasts if row.when.holds(one))
    if not concerned and whole is not None and row.when.holds(whole):
        concerned = (whole,)
    if row.about is About.PERSON:
        yield from _decision(row, concerned)
        return
    sides: dict[tuple[OfferedOption, ...], list[Side]] = {}
    for one in concerned:
        for decision in _decision(row, [one]):
            sides.setdefault(decision.options, []).extend([one.side] if one.side else [])
    for options, of_sides in sides.items():
        yield Decision(DecisionId(row.id), options, tuple(of_sides))


def _decision(row: DecisionRow, concerned: Iterable[Situation]) -> Iterator[Decision]:
    by_id: dict[str, list[OfferedOption]] = {}
    for option in row.options:
        for one in concerned:
            if option.when.holds(one):
                by_id.setdefault(option.id, []).extend(_offered(option, one.cancers))
    options = tuple(either(ways) for ways in by_id.values() if ways)
    more = [option for option in options if option.id not in DOING_LESS]
    if row.once_an_option_fits:
        more = [option for option in more if option.talk is Talk.YES]
    if more:
        yield Decision(DecisionId(row.id), options)


def _offered(option: OptionRow, biologies: Iterable[Biology]) -> Iterator[OfferedOption]:
    for biology in biologies:
        known = {condition: HOLDS[condition](biology) for condition in option.needs}
        if False not in known.values():
            open_ones = tuple(c for c in Condition if known.get(c, True) is None)
            talk = Talk.DEPENDS if open_ones else Talk.YES
            yield OfferedOption(OptionId(option.id), talk, open_ones)


def either(ways: Iterable[OfferedOption]) -> OfferedOption:
    """Return one option that comes up in several ways as the way that depends on least."""
    return min(ways, key=lambda way: len(way.depends_on))


__all__ = [
    "DOING_LESS",
    "TABLE_SOURCES",
    "Condition",
    "Decision",
    "DecisionId",
    "OfferedOption",
    "OptionId",
    "Talk",
    "all_decisions",
    "all_options",
    "decisions_for",
    "either",
]
