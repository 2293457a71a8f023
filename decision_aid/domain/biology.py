"""What the reports say of the cancer itself, and what can be concluded from it.

Everything may be unknown, and every conclusion has three values: yes, no, or ``None`` where what is
unknown decides.

Sources, by their ids in ``sources.toml``: ``komen-pathology-report`` and
``nzbcf-pathology-report`` for what a report says, ``testing-er-pr`` and ``cancer-ca-receptors``
for ER and PR, ``ams-her2-low`` for HER2 (low is a part of negative),
``siteman-nci-triple-negative``, ``komen-genetic-results``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from decision_aid.domain.findings import Side


class TumorType(StrEnum):
    """The histologic type."""

    DUCTAL = "ductal"
    LOBULAR = "lobular"
    OTHER = "other"
    UNKNOWN = "unknown"


class Receptor(StrEnum):
    """The result for the estrogen or the progesterone receptor."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Her2(StrEnum):
    """The result for HER2. ``LOW`` is a part of what counts as negative."""

    POSITIVE = "positive"
    LOW = "low"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Grade(StrEnum):
    """The histologic grade."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    UNKNOWN = "unknown"


class InheritedChange(StrEnum):
    """Whether a test found an inherited change, such as in BRCA1 or BRCA2."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    NOT_TESTED = "not_tested"
    UNKNOWN = "unknown"


class Menopause(StrEnum):
    """Before or after menopause."""

    BEFORE = "before"
    AFTER = "after"
    DOES_NOT_APPLY = "does_not_apply"
    UNKNOWN = "unknown"


class Biology(NamedTuple):
    """What the reports say; all of it unknown by default."""

    type: TumorType = TumorType.UNKNOWN
    er: Receptor = Receptor.UNKNOWN
    pr: Receptor = Receptor.UNKNOWN
    her2: Her2 = Her2.UNKNOWN
    grade: Grade = Grade.UNKNOWN
    inherited: InheritedChange = InheritedChange.UNKNOWN
    menopause: Menopause = Menopause.UNKNOWN

    def said(self) -> dict[str, str]:
        """Return what was said and applies to the person, by item."""
        return {item: reply for item, reply in self._asdict().items() if reply not in _NOTHING_SAID}


_NOTHING_SAID: Final = frozenset({"unknown", "does_not_apply"})
UNKNOWN_BIOLOGY: Final = Biology()
NO_REPORTS_BY_SIDE: Final[Mapping[Side, Biology]] = MappingProxyType({})
PERSON_ITEMS: Final = ("inherited", "menopause")
"""What is true of the person, whichever breast it is."""
TUMOR_ITEMS: Final = tuple(item for item in Biology._fields if item not in PERSON_ITEMS)
"""What each cancer has of its own."""

REPLIES: Final[dict[str, type[StrEnum]]] = {
    "type": TumorType,
    "er": Receptor,
    "pr": Receptor,
    "her2": Her2,
    "grade": Grade,
    "inherited": InheritedChange,
    "menopause": Menopause,
}
"""What can be said of each item."""


def with_reply(biology: Biology, item: str, reply: str) -> Biology:
    """Return what the reports say once one item is answered.

    Raises:
        ValueError: for a reply that this item does not have.
    """
    given = {**biology._asdict(), item: REPLIES[item](reply)}
    return Biology._make(given[field] for field in Biology._fields)


def of_person(biology: Biology) -> Biology:
    """Return only what is true of the person, whichever breast it is."""
    return Biology(inherited=biology.inherited, menopause=biology.menopause)


def of_tumor(biology: Biology) -> Biology:
    """Return only what a cancer has of its own."""
    return biology._replace(**{item: getattr(UNKNOWN_BIOLOGY, item) for item in PERSON_ITEMS})


def of_breast(biology: Biology, by_side: Mapping[Side, Biology], side: Side) -> Biology:
    """Return what the reports say of one of two breasts.

    Args:
        biology: what holds for the person, and for a breast where its own reports do not say.
        by_side: what the reports of each breast say.
        side: the breast.
    """
    own = by_side.get(side, UNKNOWN_BIOLOGY)
    said = {item: getattr(own, item) for item in TUMOR_ITEMS}
    return biology._replace(**{item: reply for item, reply in said.items() if reply != "unknown"})


def hormone_receptor_positive(biology: Biology) -> bool | None:
    """Return whether ER or PR is positive; one that is positive is enough."""
    if Receptor.POSITIVE in {biology.er, biology.pr}:
        return True
    if biology.er is biology.pr is Receptor.NEGATIVE:
        return False
    return None


def her2_positive(biology: Biology) -> bool | None:
    """Return whether HER2 is positive; low is not."""
    return None if biology.her2 is Her2.UNKNOWN else biology.her2 is Her2.POSITIVE


def her2_not_positive(biology: Biology) -> bool | None:
    """Return whether HER2 is negative or low."""
    positive = her2_positive(biology)
    return None if positive is None else not positive


def triple_negative(biology: Biology) -> bool | None:
    """Return whether ER, PR and HER2 are all negative; HER2 may be low."""
    hormones, her2 = hormone_receptor_positive(biology), her2_positive(biology)
    if hormones or her2:
        return False
    return True if hormones is her2 is False else None


def inherited_change(biology: Biology) -> bool | None:
    """Return whether an inherited change was found; not tested is not known."""
    if biology.inherited is InheritedChange.FOUND:
        return True
    return False if biology.inherited is InheritedChange.NOT_FOUND else None


def brca_change(biology: Biology) -> bool | None:
    """Return whether the inherited change is in BRCA1 or BRCA2; in which gene is never asked."""
    return False if inherited_change(biology) is False else None


def before_menopause(biology: Biology) -> bool | None:
    """Return whether the ovaries still make hormones as before menopause."""
    if biology.menopause is Menopause.UNKNOWN:
        return None
    return biology.menopause is Menopause.BEFORE


def after_menopause(biology: Biology) -> bool | None:
    """Return whether menopause is over; ``None`` before it, where a drug can bring it about."""
    match biology.menopause:
        case Menopause.AFTER:
            return True
        case Menopause.DOES_NOT_APPLY:
            return False
        case _:
            return None


def may_have_children(biology: Biology) -> bool:
    """Return whether having a child can still matter: not after menopause, else it can."""
    return biology.menopause is not Menopause.AFTER
