"""Whether what an option needs holds, by what the reports say: yes, no, or not known."""

from __future__ import annotations

from collections.abc import Callable
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
from decision_aid.domain.rules.decisions.model import Condition


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
