"""Asks one more question about a place that was found."""

from __future__ import annotations

from collections.abc import Sequence

from decision_aid.domain import FOLLOW_UPS, PlaceId
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.wizard.radio import RadioPage


class FollowUpPage(RadioPage):
    """The follow-up question of one place."""

    @property
    def place(self) -> PlaceId:
        """The place it is about."""
        assert self.step.place is not None
        return self.step.place

    def title_text(self) -> str:
        """Return the question itself."""
        return self.words.content.follow_up(self.place).question

    def hint(self) -> str:
        """Return the hint, with the side where both breasts have cancer."""
        hint = self.words.content.follow_up(self.place).hint
        if self.step.side is None:
            return hint
        return f"{self.words(f'follow_up_page.about_{self.step.side}')} {hint}".strip()

    def options(self) -> Sequence[Option]:
        """Return the answers in the order of the reasoning."""
        texts = self.words.content.follow_up(self.place).answers
        return [Option(key, texts[key]) for key in FOLLOW_UPS[self.place].answers]

    def answered(self) -> str | None:
        """Return the answer that was given."""
        return self.session.detail(self.place, self.step.side)

    def answer(self, option: str) -> None:
        """Keep the answer."""
        self.session.set_detail(self.place, self.step.side, option)


PAGE = FollowUpPage
