"""The kinds of blocks that are pictures, each with all of it in words."""

from __future__ import annotations

from typing import Literal, NamedTuple

from decision_aid.document.figure import Distance, FigureBody, FigureDrawing, FigureMark
from decision_aid.domain import Certainty


class RingMark(NamedTuple):
    """Where the answers stand in the rings picture, or could still come to stand."""

    where: Literal["outside", "in_situ", "invasive", "metastatic"]
    label: str
    still_open: bool = False


class Rings(NamedTuple):
    """The picture that explains the two words: metastatic inside invasive, in situ outside.

    Attributes:
        marks: one for each answer shown; none where nothing can be marked yet.
        labels: the words in the picture, by region (``in_situ``, ``invasive``, ``metastatic``).
        caption: said below it.
        alternative: the picture in words, for those who cannot see it.
    """

    marks: tuple[RingMark, ...]
    labels: dict[Literal["in_situ", "invasive", "metastatic"], str]
    caption: str
    alternative: str
    type: Literal["rings"] = "rings"


class BodyPicture(NamedTuple):
    """The body, or a breast cut open, with what the person was told.

    Attributes:
        drawing: which of them.
        body: whose.
        turned: whether left and right change places, to show the right breast.
        marks: what stands in it.
        caption: what it is a picture of.
        alternative: all of it in words, for those who cannot see it.
    """

    drawing: FigureDrawing
    body: FigureBody
    turned: bool
    marks: tuple[FigureMark, ...]
    caption: str
    alternative: str
    type: Literal["body_picture"] = "body_picture"


class KeyItem(NamedTuple):
    """One disc, or one ring, in the pictures of the body, and what it means.

    Attributes:
        word: what stands beside it.
        said: what it looks like and what it means, for those who cannot see it.
        certainty: whose disc it is, or ``None`` for a ring.
        distance: whose ring it is, where it is no disc.
    """

    word: str
    said: str
    certainty: Certainty | None = None
    distance: Distance = "none"


class PictureKey(NamedTuple):
    """What the discs and the rings in the pictures of the body mean.

    Attributes:
        items: those that really stand in them.
        note: which side is which, or "".
    """

    items: tuple[KeyItem, ...]
    note: str
    type: Literal["picture_key"] = "picture_key"

    @property
    def text(self) -> str:
        """All of it in words."""
        said = [item.said for item in self.items]
        return " ".join([*said, self.note] if self.note else said)
