"""The facts of which the rules are made, each under a name that can be read aloud.

A fact holds in a situation or does not; ``&``, ``|`` and ``~`` make one of others. The report for
a reviewer prints each rule in the words that stand in ``labels/rules.toml``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from decision_aid.domain.biology import (
    Grade,
    Her2,
    InheritedChange,
    Menopause,
    Receptor,
    hormone_receptor_positive,
    may_have_children,
)
from decision_aid.domain.classification import Extent, Kind
from decision_aid.domain.places import PLACES, CountsAs, Group
from decision_aid.domain.rules.situation import Situation


class Said(NamedTuple):
    """How a fact is told.

    Attributes:
        how: a fact of its own, or what it is made of.
        name: the name of a fact of its own.
        about: the ids that it is about, any one of which is enough.
        parts: the facts of which it is made.
    """

    how: Literal["fact", "all", "any", "not"]
    name: str = ""
    about: tuple[str, ...] = ()
    parts: tuple[Said, ...] = ()


class Fact:
    """Something that is true of a situation or is not."""

    __slots__ = ("holds", "said")

    def __init__(self, holds: Callable[[Situation], bool], said: Said) -> None:
        """Make a fact.

        Args:
            holds: whether it is true of a situation.
            said: how it is told.
        """
        self.holds, self.said = holds, said

    def __and__(self, other: Fact) -> Fact:
        first, second = self.holds, other.holds
        return Fact(lambda s: first(s) and second(s), _of("all", self, other))

    def __or__(self, other: Fact) -> Fact:
        first, second = self.holds, other.holds
        return Fact(lambda s: first(s) or second(s), _of("any", self, other))

    def __invert__(self) -> Fact:
        holds = self.holds
        return Fact(lambda s: not holds(s), Said("not", parts=(self.said,)))


def _of(how: Literal["all", "any"], *facts: Fact) -> Said:
    """Tell "a and b and c" as one list."""
    parts: list[Said] = []
    for fact in facts:
        parts += fact.said.parts if fact.said.how == how else [fact.said]
    return Said(how, parts=tuple(parts))


def _fact(name: str, holds: Callable[[Situation], bool], *about: str) -> Fact:
    return Fact(holds, Said("fact", name, about))


def found(*places: str) -> Fact:
    """Return the fact that one of these places was found."""
    one_of = frozenset(places)
    return _fact("found", lambda s: not one_of.isdisjoint(s.found), *places)


def something_counts_as(*meanings: CountsAs) -> Fact:
    """Return the fact that something that was found counts as one of these."""
    one_of = frozenset(meanings)
    return _fact("counts_as", lambda s: not one_of.isdisjoint(s.meanings), *meanings)


def decided_by(meaning: CountsAs, *places: str) -> Fact:
    """Return the fact that one of these places, counted like this, is why the answer is so."""
    one_of = frozenset(places)
    return _fact(
        f"decided_by_{meaning}",
        lambda s: any(r.counts_as is meaning and r.place in one_of for r in s.because),
        *places,
    )


def explained(*notes: str) -> Fact:
    """Return the fact that one of these explanations is needed."""
    one_of = frozenset(notes)
    return _fact("explained", lambda s: not one_of.isdisjoint(s.notes), *notes)


def option_asks(question: str) -> Fact:
    """Return the fact that an option depends on what this question asks for."""
    return _fact("option_asks", lambda s: question in s.questions_of_options, question)


def _kind(name: str, kind: Kind) -> Fact:
    return _fact(name, lambda s: s.kind is kind)


def _kind_of_person(name: str, kind: Kind) -> Fact:
    return _fact(name, lambda s: s.kind_of_person is kind)


def _extent(name: str, extent: Extent) -> Fact:
    return _fact(name, lambda s: s.extent is extent)


ALWAYS: Final = _fact("always", lambda _: True)

# What everything together comes to.
IN_PLACE: Final = _kind("in_place", Kind.IN_SITU)
EARLY: Final = _kind("early", Kind.INVASIVE)
METASTATIC: Final = _kind("metastatic", Kind.METASTATIC)
NOT_CANCER: Final = _kind("not_cancer", Kind.NOT_CANCER)
OUT_OF_SCOPE: Final = _kind("out_of_scope", Kind.OUT_OF_SCOPE)
CANNOT_TELL: Final = _kind("cannot_tell", Kind.CANNOT_TELL)
CANCER: Final = IN_PLACE | EARLY | METASTATIC
INVASIVE: Final = EARLY | METASTATIC
INVASIVE_NOT_KNOWN: Final = _fact("invasive_not_known", lambda s: s.invasive is None)
METASTATIC_NOT_KNOWN: Final = _fact("metastatic_not_known", lambda s: s.metastatic is None)
PERSON_NOT_CANCER: Final = _kind_of_person("person_not_cancer", Kind.NOT_CANCER)
PERSON_OUT_OF_SCOPE: Final = _kind_of_person("person_out_of_scope", Kind.OUT_OF_SCOPE)
ONLY_IN_BREAST: Final = _extent("only_in_breast", Extent.BREAST)
NODES_NEARBY: Final = _extent("nodes_nearby", Extent.NEARBY)

# What is still open.
OPEN_INVASIVE: Final = _fact("open_invasive", lambda s: s.open.invasive)
OPEN_METASTATIC: Final = _fact("open_metastatic", lambda s: s.open.metastatic)
SOMETHING_OPEN: Final = _fact("something_open", lambda s: s.something_open)
SOMETHING_SUSPECTED: Final = _fact("something_suspected", lambda s: s.suspected)
SOMETHING_NOT_SURE: Final = _fact("something_not_sure", lambda s: s.not_sure)
SPREAD_NOT_SETTLED: Final = METASTATIC_NOT_KNOWN | OPEN_METASTATIC
SOMETHING_TO_TURN_IT: Final = SOMETHING_OPEN | OPEN_INVASIVE | OPEN_METASTATIC

# What was said.
CAME_BACK: Final = _fact("came_back", lambda s: s.came_back is True)
FIRST_TIME: Final = _fact("first_time", lambda s: s.came_back is False)
BOTH_BREASTS: Final = _fact("both_breasts", lambda s: s.both_breasts)
OTHER_BREAST_FREE: Final = ~BOTH_BREASTS & ~_fact("other_side_found", lambda s: s.other_side_found)
_CHANGE_NOTHING: Final = frozenset({CountsAs.NO_CHANGE, CountsAs.SEPARATE})
NOTHING_FOUND: Final = _fact("nothing_found", lambda s: not s.meanings)
ONLY_WHAT_CHANGES_NOTHING: Final = _fact(
    "only_what_changes_nothing",
    lambda s: bool(s.meanings) and _CHANGE_NOTHING.issuperset(s.meanings),
)

# Where it was found.
INFLAMMATORY: Final = found("inflammatory")
ARMPIT: Final = found("nodes_armpit")
COLLARBONE: Final = found("nodes_below_collarbone", "nodes_above_collarbone")
ONLY_STRAY_CELLS_IN_NODE: Final = found("nodes_armpit_isolated_cells") & ~NODES_NEARBY
ONLY_PAGET: Final = IN_PLACE & _fact(
    "because_of_paget_alone", lambda s: {r.place for r in s.because} == {"nipple_paget"}
)
IN_BREAST: Final = _fact(
    "in_breast", lambda s: any(PLACES[place].group is Group.BREAST for place in s.found)
)
CANCER_IN_BREAST: Final = _fact(
    "cancer_in_breast",
    lambda s: any(
        PLACES[place].group is Group.BREAST and PLACES[place].counts_as is not CountsAs.RISK_MARKER
        for place in s.found
    ),
)
NO_TUMOR_IN_BREAST: Final = NODES_NEARBY & ~CAME_BACK & ~CANCER_IN_BREAST
DISTANT_BONE: Final = decided_by(CountsAs.DISTANT, "bone")
DISTANT_BRAIN: Final = decided_by(CountsAs.DISTANT, "brain", "brain_lining")
SOMETHING_DISTANT: Final = something_counts_as(CountsAs.DISTANT)
ONLY_OTHER_ARMPIT_IS_DISTANT: Final = _fact(
    "only_other_armpit_is_distant",
    lambda s: (
        {r.place for r in s.because if r.counts_as is CountsAs.DISTANT} == {"nodes_other_armpit"}
    ),
)
ONE_DISTANT_PLACE: Final = _fact("one_distant_place", lambda s: s.distant_places == 1)

LOCALLY_ADVANCED: Final = decided_by(
    CountsAs.BREAST,
    "breast_skin",
    "chest_wall",
    # Once a follow-up has said that it grew straight in, or is skin of the same breast.
    "bone",
    "skin_far",
) | decided_by(
    CountsAs.NEARBY, "nodes_below_collarbone", "nodes_above_collarbone", "nodes_breastbone"
)
"""Early cancer that counts as locally advanced.

Source: ``ocp-breast-qrg-4`` (drugs first for locally advanced and inflammatory cancer); that it
is at least stage III: ``seer-eod-breast``.
"""

STARTS_WITH_DRUGS: Final = EARLY & INFLAMMATORY & ~CAME_BACK
USUAL_ORDER: Final = EARLY & ~INFLAMMATORY & ~CAME_BACK
RESULT_MISSING: Final = CANNOT_TELL | (EARLY & SPREAD_NOT_SETTLED) | (IN_PLACE & OPEN_INVASIVE)

# What the reports say.
_NO_RECEPTOR: Final = frozenset({Receptor.UNKNOWN, Her2.UNKNOWN})
RECEPTORS_KNOWN: Final = _fact(
    "receptors_known",
    lambda s: all(_NO_RECEPTOR.isdisjoint({b.er, b.pr, b.her2}) for b in s.cancers),
)
MENOPAUSE_MATTERS: Final = INVASIVE & _fact(
    "menopause_unknown_and_hormones_may_count",
    lambda s: (
        s.biology.menopause is Menopause.UNKNOWN
        and any(hormone_receptor_positive(b) is not False for b in s.cancers)
    ),
)
INHERITED_CHANGE_FOUND: Final = _fact(
    "inherited_change_found", lambda s: s.biology.inherited is InheritedChange.FOUND
)
INHERITED_CHANGE_NOT_KNOWN: Final = _fact(
    "inherited_change_not_known",
    lambda s: s.biology.inherited in {InheritedChange.NOT_TESTED, InheritedChange.UNKNOWN},
)
GRADE_NOT_KNOWN: Final = _fact(
    "grade_not_known", lambda s: any(b.grade is Grade.UNKNOWN for b in s.cancers)
)
MAY_HAVE_CHILDREN: Final = _fact("may_have_children", lambda s: may_have_children(s.biology))
