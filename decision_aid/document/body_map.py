"""Puts what the person was told into the pictures of the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from decision_aid.content import Content
from decision_aid.document.blocks import Block, plain_paragraph
from decision_aid.document.body_pictures import Drawing, places_drawn
from decision_aid.document.findings import DISTANCES, place_label
from decision_aid.document.picture_blocks import (
    BodyPicture,
    Distance,
    KeyItem,
    MapMark,
    PictureKey,
)
from decision_aid.domain import Answers, Certainty, Chest, Finding, Side, meaning_of

_OneSide = Literal[Side.LEFT, Side.RIGHT] | None
_WORTH_A_PICTURE: Final = {Certainty.FOUND, Certainty.SUSPECTED}
_DISTANCES_IN_ORDER: Final[tuple[Distance, ...]] = ("in_place", "breast", "nearby", "distant")


def body_blocks(case: Answers, chest: Chest, content: Content) -> Iterator[Block]:
    """Yield the pictures in which something was found or is possible, and what their signs mean."""
    pictures = [
        *(_picture("breast", side, case, chest, content) for side in _breasts(case)),
        _picture("nodes", _only_side(case), case, chest, content),
        _picture("body", _only_side(case), case, chest, content),
    ]
    shown = [p for p in pictures if any(m.certainty in _WORTH_A_PICTURE for m in p.marks)]
    yield from shown
    if shown:
        yield _key(shown, case, content)
        missing = list(_not_drawn(case))
        if missing:
            places = "; ".join(place_label(finding, content) for finding in missing)
            yield plain_paragraph(content.label("body.not_drawn", places=places))


def _breasts(case: Answers) -> tuple[_OneSide, ...]:
    return (Side.LEFT, Side.RIGHT) if case.side is Side.BOTH else (_only_side(case),)


def _only_side(case: Answers) -> _OneSide:
    return None if case.side is Side.BOTH else case.side


def _sides(finding: Finding, case: Answers) -> tuple[_OneSide, ...]:
    """Return each side that a finding holds for."""
    if finding.side is Side.LEFT or finding.side is Side.RIGHT:
        return (finding.side,)
    return _breasts(case)


def _marks(drawing: Drawing, side: _OneSide, case: Answers) -> Iterator[tuple[Finding, MapMark]]:
    for finding in case.findings:
        for one in _sides(finding, case):
            of_this_breast = drawing != "breast" or one is side
            if of_this_breast and finding.place in places_drawn(drawing, one):
                meanings = meaning_of(finding)
                distance = DISTANCES.get(meanings[0], "none") if len(meanings) == 1 else "none"
                yield (
                    finding,
                    MapMark(
                        place=finding.place,
                        side=one,
                        certainty=finding.certainty,
                        distance=distance,
                    ),
                )


def _picture(
    drawing: Drawing, side: _OneSide, case: Answers, chest: Chest, content: Content
) -> BodyPicture:
    marked = list(_marks(drawing, side, case))
    name = f"{drawing}_{side or 'side_not_known'}" if drawing == "breast" else drawing
    caption = content.label(f"body.{name}")
    said = [content.label("body.alternative", name=caption), *_said(marked, content)]
    return BodyPicture(
        drawing=drawing,
        chest=chest,
        mirrored=drawing == "breast" and side is Side.RIGHT,
        marks=tuple(mark for _, mark in marked),
        caption=caption,
        alternative=" ".join(said),
    )


def _said(marked: list[tuple[Finding, MapMark]], content: Content) -> Iterator[str]:
    """Say what stands in the picture: each certainty with its places and how far they are."""
    for certainty in Certainty:
        here = dict.fromkeys((f, m.distance) for f, m in marked if f.certainty is certainty)
        places = []
        for finding, distance in here:
            label = place_label(finding, content)
            if certainty is Certainty.FOUND and distance != "none":
                far = content.label(f"extent.{distance}")
                label = content.label("body.place_and_distance", place=label, distance=far)
            places.append(label)
        if places:
            said = content.label(f"certainty.{certainty}")
            yield content.label("body.said", certainty=said, places="; ".join(places))


def _key(pictures: list[BodyPicture], case: Answers, content: Content) -> PictureKey:
    """Say what the signs and the outlines mean that really stand in the pictures."""
    marks = [mark for picture in pictures for mark in picture.marks]
    signs = [
        KeyItem(
            certainty=certainty,
            word=content.label(f"mark.{certainty}"),
            said=content.label(f"body.sign_{certainty}"),
        )
        for certainty in Certainty
        if any(mark.certainty is certainty for mark in marks)
    ]
    edges = [
        KeyItem(
            distance=distance,
            word=content.label(f"key.{distance}"),
            said=content.label(f"body.outline_{distance}"),
        )
        for distance in _DISTANCES_IN_ORDER
        if any(m.distance == distance and m.certainty in _WORTH_A_PICTURE for m in marks)
    ]
    note = ""
    if any(picture.drawing != "breast" for picture in pictures):
        side_known = case.side is not None or all(p.drawing != "nodes" for p in pictures)
        note = content.label("body.your_left" if side_known else "body.same_side")
    return PictureKey(items=(*signs, *edges), note=note)


def _not_drawn(case: Answers) -> Iterator[Finding]:
    drawings: tuple[Drawing, ...] = ("breast", "nodes", "body")
    for finding in case.findings:
        drawn = any(
            finding.place in places_drawn(drawing, side)
            for drawing in drawings
            for side in _sides(finding, case)
        )
        if finding.certainty in _WORTH_A_PICTURE and not drawn:
            yield finding
