"""The kinds of blocks that are pictures, each with all of it in words."""

from __future__ import annotations

from typing import Literal, NamedTuple

from decision_aid.domain import Certainty, Chest, PlaceId, Side

Distance = Literal["none", "in_place", "breast", "nearby", "distant"]
"""How far a place is, for the colour, the pattern and the word that always go together."""


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


class MapMark(NamedTuple):
    """One finding in a picture of the body.

    Attributes:
        place: the id of its place.
        side: the side of the cancer that it belongs to, or ``None`` where nobody knows.
        certainty: how sure it is.
        distance: how far it is; ``none`` where that is not settled.
    """

    place: PlaceId
    side: Literal[Side.LEFT, Side.RIGHT] | None
    certainty: Certainty
    distance: Distance


class BodyPicture(NamedTuple):
    """The body, or a part of it, with what the person was told.

    Attributes:
        drawing: which picture.
        chest: how the chest is drawn.
        mirrored: whether the drawing of the left side is turned to show the right one.
        marks: what stands in it.
        caption: what it is a picture of.
        alternative: all of it in words, for those who cannot see it.
    """

    drawing: Literal["breast", "nodes", "body"]
    chest: Chest
    mirrored: bool
    marks: tuple[MapMark, ...]
    caption: str
    alternative: str
    type: Literal["body_picture"] = "body_picture"


class KeyItem(NamedTuple):
    """One sign, or one edge, in the pictures of the body, and what it means.

    Attributes:
        word: what stands beside it.
        said: what it looks like and what it means, for those who cannot see it.
        certainty: whose sign it is, or ``None`` for an edge.
        distance: whose edge it is, where it is no sign.
    """

    word: str
    said: str
    certainty: Certainty | None = None
    distance: Distance = "none"


class PictureKey(NamedTuple):
    """What the signs and the edges in the pictures of the body mean.

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
