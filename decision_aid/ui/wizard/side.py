"""Asks which breast has the cancer."""

from __future__ import annotations

from collections.abc import Sequence

from decision_aid.domain import Side
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.session import UNSAID
from decision_aid.ui.wizard.radio import NOT_SURE, RadioPage


class SidePage(RadioPage):
    """Left, right, both, not sure."""

    def options(self) -> Sequence[Option]:
        """Return the sides."""
        return [Option(key, self.words(f"side_page.{key}")) for key in (*Side, NOT_SURE)]

    def answered(self) -> str | None:
        """Return the side that was given."""
        if self.session.side is UNSAID:
            return None
        return str(self.session.side or NOT_SURE)

    def answer(self, option: str) -> None:
        """Keep the side."""
        self.session.set_side(None if option == NOT_SURE else Side(option))


PAGE = SidePage
