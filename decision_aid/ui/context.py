"""What every page works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.ui.navigator import Navigator
from decision_aid.ui.session import Session
from decision_aid.ui.words import Words

if TYPE_CHECKING:
    from decision_aid.domain import Step


@dataclass(frozen=True, slots=True)
class Context:
    """The words, the answers and the way of one person.

    Attributes:
        words: in their language.
        session: what they said.
        navigator: where they are.
    """

    words: Words
    session: Session
    navigator: Navigator

    def step_label(self, step: Step) -> str:
        """Return the short name of a step."""
        if step.kind == "follow_up" and step.place is not None:
            return self.words("step.follow_up", place=self.words.place(step.place))
        return self.words(f"step.{page_key(step, self.session)}")

    def page_id(self, step: Step) -> str:
        """Return what a page is kept under: with two sides, a step asks about other places."""
        return f"{step.id} both" if self.session.side == "both" else step.id


def page_key(step: Step, session: Session) -> str:
    """Return the key of a step's texts, such as ``places_nodes_left``."""
    if step.area is None:
        return str(step.kind)
    parts = [str(step.kind), str(step.area)]
    if step.side is not None:
        parts.append(str(step.side))
    elif step.area == "nodes" and session.side == "both":
        parts.append("both")
    return "_".join(parts)
