"""Three questions a person can use to see whether the answer came across, and the right replies.

There is no score and nothing is kept. The words are in ``understanding.toml``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from decision_aid.domain.classification import Classification, Kind
from decision_aid.domain.findings import CheckId


class Reply(StrEnum):
    """What a person can reply."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Check(NamedTuple):
    """A question about the answer.

    Attributes:
        id: its id in ``understanding.toml``.
        right: the reply that fits the answer: yes or no.
    """

    id: CheckId
    right: Reply


def _checks(**right: Reply) -> tuple[Check, ...]:
    return tuple(Check(CheckId(name), reply) for name, reply in right.items())


_YES, _NO = Reply.YES, Reply.NO

CHECKS: Final[dict[str, tuple[Check, ...]]] = {
    "in_situ": _checks(
        in_situ_left_the_ducts=_NO,
        in_situ_in_distant_parts=_NO,
        in_situ_is_treated=_YES,
    ),
    "invasive": _checks(
        invasive_left_the_ducts=_YES,
        invasive_same_as_metastatic=_NO,
        invasive_nearby_nodes_are_distant=_NO,
    ),
    "invasive_not_settled": _checks(
        not_settled_is_invasive=_YES,
        not_settled_suspected_is_found=_NO,
        not_settled_plan_can_change=_YES,
    ),
    "metastatic": _checks(
        metastatic_is_invasive=_YES,
        metastatic_becomes_another_cancer=_NO,
        metastatic_can_be_treated=_YES,
    ),
    "not_cancer": _checks(
        not_cancer_is_invasive=_NO,
        not_cancer_raises_risk=_YES,
        not_cancer_can_spread=_NO,
    ),
    "more_may_be_found": _checks(
        more_may_be_found_is_settled=_NO,
        cannot_tell_suspected_is_found=_NO,
        cannot_tell_a_test_can_tell=_YES,
    ),
    "out_of_scope": _checks(
        out_of_scope_words_fit=_NO,
        out_of_scope_begins_where=_YES,
        out_of_scope_aid_can_plan=_NO,
    ),
    "cannot_tell": _checks(
        cannot_tell_means_no_cancer=_NO,
        cannot_tell_suspected_is_found=_NO,
        cannot_tell_a_test_can_tell=_YES,
    ),
}


def understanding_checks(result: Classification) -> tuple[Check, ...]:
    """Return the three questions for this kind of result."""
    if result.kind is Kind.INVASIVE and (result.metastatic is None or result.open.metastatic):
        return CHECKS["invasive_not_settled"]
    if result.open.invasive and result.kind in {Kind.IN_SITU, Kind.NOT_CANCER}:
        return CHECKS["more_may_be_found"]
    return CHECKS[result.kind]


def all_checks() -> tuple[Check, ...]:
    """Return every question, each once."""
    return tuple(dict.fromkeys(check for checks in CHECKS.values() for check in checks))
