"""One place with its certainty, side and detail, each of which can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from decision_aid.domain import FOLLOW_UPS, Certainty, Side
from decision_aid.ui.counselor.change_row import ChangeRow
from decision_aid.ui.counselor.to_confirm import Proposed, needs_side
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.words import Words

_BOTH = "both"


class FindingRow(ChangeRow):
    """A place; ``altered`` is emitted with the row when anything of it changes."""

    altered = Signal(object)

    def __init__(self, words: Words, proposed: Proposed, case_side: Side | None) -> None:
        """Show a place.

        Args:
            words: the words.
            proposed: what is said of it.
            case_side: the breast with the cancer.
        """
        super().__init__(words, words.place(proposed.place), can_be_removed=True)
        self.said = proposed
        self._case_side = case_side
        self.ask(
            "certainty",
            words("counselor.how_sure"),
            [Option(one, words(f"mark.{one}")) for one in Certainty],
        )
        if proposed.place in FOLLOW_UPS:
            follow_up = words.content.follow_up(proposed.place)
            self.ask(
                "detail",
                follow_up.question,
                [Option(*one) for one in follow_up.answers.items()],
                side_by_side=False,
            )
        self.ask(
            "side",
            words("counselor.which_side"),
            [Option(one, words(f"counselor.side_{one}")) for one in Side],
        )
        self.chosen.connect(self._choose)
        self.show_said(proposed, case_side)

    def show_said(self, said: Proposed, case_side: Side | None) -> None:
        """Show this."""
        self.said, self._case_side = said, case_side
        sided = needs_side(said.place, case_side)
        found = said.certainty is Certainty.FOUND
        self.show_reply("certainty", said.certainty)
        self.show_reply("side", said.side or (_BOTH if said.certainty else None), asked=sided)
        if "detail" in self.choices:
            self.show_reply("detail", said.detail, asked=found)
        self.show_state(self._in_words(sided=sided), self._still_open(found=found))

    def _in_words(self, *, sided: bool) -> str:
        said = self.said
        if said.certainty is None:
            return self.words("counselor.say_how_sure")
        parts = [self.words(f"mark.{said.certainty}")]
        if sided:
            parts.append(self.words(f"counselor.side_{said.side or _BOTH}"))
        if said.detail is not None and said.certainty is Certainty.FOUND:
            parts.append(self.words.content.follow_up(said.place).answers[said.detail])
        text = ". ".join(parts) + "."
        if said.from_text:
            text += " " + self.words("confirm.from", what=said.from_text)
        return text

    def _still_open(self, *, found: bool) -> str:
        if not found or self.said.detail is not None or self.said.place not in FOLLOW_UPS:
            return ""
        question = self.words.content.follow_up(self.said.place).question
        return self.words("counselor.still_open", question=question)

    def _choose(self, key: str, reply: str) -> None:
        said = self.said
        certainty, side, detail = said.certainty, said.side, said.detail
        if key == "certainty":
            certainty = Certainty(reply)
        elif key == "side":
            side = None if reply == _BOTH else Side(reply)
        else:
            detail = reply
        changed = Proposed(said.place, certainty, side, detail, said.from_text)
        self.show_said(changed, self._case_side)
        self.altered.emit(self)
