"""A page that asks one question with one answer."""

from __future__ import annotations

from collections.abc import Sequence

from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.wizard.base import Page


class RadioPage(Page):
    """One question: the title asks it, the choices answer it."""

    BUILT_ANEW = True

    def hint(self) -> str:
        """Return the hint under the title, or ""."""
        return self.words(f"{self.step.kind}_page.hint")

    def options(self) -> Sequence[Option]:
        """Return the answers."""
        raise NotImplementedError

    def answered(self) -> str | None:
        """Return the id of the answer that was given."""
        raise NotImplementedError

    def answer(self, option: str) -> None:
        """Keep this answer."""
        raise NotImplementedError

    def build(self) -> None:
        """Show the hint and the answers."""
        from decision_aid.ui.kit.text import Text  # noqa: PLC0415

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
