"""Pages that ask one question with one answer: which breast, first time or not, a follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from decision_aid.domain import FOLLOW_UPS, PlaceId, Side
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.page import Page


class RadioPage(Page):
    """One question: the title asks it, the choices answer it."""

    BUILT_ANEW = True

    def hint(self) -> str:
        """Return the hint under the title, or ""."""
        return self.words(f"{self.step.kind}_page.hint")

    def options(self) -> Sequence[Option]:
        """Return the answers."""
        raise NotImplementedError

    @property
    def is_answered(self) -> bool:
        """Whether an answer was given, also "I'm not sure"."""
        return self.session.is_answered(self.step)

    def answered(self) -> str | None:
        """Return the id of the answer that was given."""
        raise NotImplementedError

    def answer(self, option: str) -> None:
        """Keep this answer."""
        raise NotImplementedError

    def build(self) -> None:
        """Show the hint and the answers."""
        if self.hint():
            hint = Text(self.hint(), "hint")
            self.column.addWidget(hint)
            self.explain_later(hint)
        self.choices = Choices(self.options(), self.title_text())
        self.choices.chosen.connect(self._choose)
        self.column.addWidget(self.choices)

    def enter(self) -> None:
        """Show the answer that was given."""
        self.choices.choose(self.answered())

    def problem(self) -> str:
        """Return what to do where nothing is chosen."""
        if self.choices.current() is None:
            return self.words(f"{self.step.kind}_page.error")
        return ""

    def _choose(self, option: str) -> None:
        self.error.clear()
        self.answer(option)


NOT_SURE = "not_sure"


class SidePage(RadioPage):
    """Left, right, both, not sure."""

    def options(self) -> Sequence[Option]:
        """Return the sides."""
        return [Option(key, self.words(f"side_page.{key}")) for key in (*Side, NOT_SURE)]

    def answered(self) -> str | None:
        """Return the side that was given."""
        return str(self.session.side or NOT_SURE) if self.is_answered else None

    def answer(self, option: str) -> None:
        """Keep the side."""
        self.session.set_side(None if option == NOT_SURE else Side(option))


_MEANS: Final[dict[str, bool | None]] = {"first": False, "came_back": True, NOT_SURE: None}


class TimingPage(RadioPage):
    """First time, came back, not sure."""

    def options(self) -> Sequence[Option]:
        """Return the answers."""
        return [Option(key, self.words(f"timing_page.{key}")) for key in _MEANS]

    def answered(self) -> str | None:
        """Return the answer that was given."""
        if not self.is_answered:
            return None
        return next(key for key, means in _MEANS.items() if means is self.session.came_back)

    def answer(self, option: str) -> None:
        """Keep the answer."""
        self.session.set_came_back(_MEANS[option])


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
        return self.session.interview.details.get((self.place, self.step.side))

    def answer(self, option: str) -> None:
        """Keep the answer."""
        self.session.set_detail(self.place, self.step.side, option)
