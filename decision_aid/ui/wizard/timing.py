"""Asks whether it is the first time or has come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from decision_aid.ui.kit.choice import Option
from decision_aid.ui.session import Unsaid
from decision_aid.ui.wizard.radio import NOT_SURE, RadioPage

_MEANS: Final[dict[str, bool | None]] = {"first": False, "came_back": True, NOT_SURE: None}


class TimingPage(RadioPage):
    """First time, came back, not sure."""

    def options(self) -> Sequence[Option]:
        """Return the answers."""
        return [Option(key, self.words(f"timing_page.{key}")) for key in _MEANS]

    def answered(self) -> str | None:
        """Return the answer that was given."""
        given = self.session.came_back
        if isinstance(given, Unsaid):
            return None
        return next(key for key, means in _MEANS.items() if means is given)

    def answer(self, option: str) -> None:
        """Keep the answer."""
        self.session.set_came_back(_MEANS[option])


PAGE = TimingPage
