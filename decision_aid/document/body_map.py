"""Puts what the person was told into the pictures of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.content import Content
from decision_aid.document.blocks import Block, plain_paragraph
from decision_aid.document.figure import (
    Distance,
    FigureDrawing,
    FigureMark,
    OneSide,
    body_with,
    marked_region,
)
from decision_aid.document.findings import distance_of, place_label
from decision_aid.document.picture_blocks import BodyPicture, KeyItem, PictureKey
from decision_aid.domain import Answers, Certainty, Finding, Side

_WORTH_A_PICTURE: Final = {Certainty.FOUND, Certainty.SUSPECTED}
_SHOWN: Final = (Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN)
"""What has a mark: not what was not found."""

_DISTANCES_IN_ORDER: Final[tuple[Distance, ...]] = ("in_place", "breast", "nearby", "distant")

_Marked = tuple[Finding, FigureMark]


def body_blocks(case: Answers, content: Content) -> Iterator[Block]:
    """Yield the body, each breast in which something was marked, and what the signs mean."""
    marked = list(_marks(case))
    breasts = (_breast(side, marked, case, content) for side in _sides_of(case))
    pictures = [_picture("body", None, marked, case, content), *breasts]
    shown = [p for p in pictures if any(m.certainty in _WORTH_A_PICTURE for m in p.marks)]
    yield from shown
    if shown:
        yield _key(shown, case, content)
    missing = [f for f in case.findings if f.certainty in _WORTH_A_PICTURE and not _drawn(f, case)]
    if shown and missing:
        places = "; ".join(place_label(finding, content) for finding in missing)
        yield plain_paragraph(content.label("body.not_drawn", places=places))


def _sides_of(case: Answers) -> tuple[OneSide | None, ...]:
    if case.side is Side.BOTH:
        return (Side.LEFT, Side.RIGHT)
    return (case.side,)


def _marks_of(finding: Finding, case: Answers) -> Iterator[FigureMark]:
    """Yield the mark of a finding for each side that it holds for."""
    distance = distance_of(finding)
    own = finding.side is Side.LEFT or finding.side is Side.RIGHT
    for side in _sides_of(case):
        if not own or side is finding.side:
            yield FigureMark(finding.place, side, finding.certainty, distance)


def _marks(case: Answers) -> Iterator[_Marked]:
    for finding in case.findings:
        if finding.certainty in _SHOWN:
            yield from ((finding, mark) for mark in _marks_of(finding, case))


def marks_of(case: Answers) -> tuple[FigureMark, ...]:
    """Return the marks of a case, as every picture of it shows them."""
    return tuple(mark for _, mark in _marks(case))


def _drawn(finding: Finding, case: Answers) -> bool:
    body = body_with(case.chest)
    return any(marked_region(mark, "body", body) for mark in _marks_of(finding, case))


def _breast(
    side: OneSide | None, marked: Iterable[_Marked], case: Answers, content: Content
) -> BodyPicture:
    of_this_breast = [(finding, mark) for finding, mark in marked if mark.side is side]
    return _picture("breast", side, of_this_breast, case, content)


def _picture(
    drawing: FigureDrawing,
    side: OneSide | None,
    marked: Iterable[_Marked],
    case: Answers,
    content: Content,
) -> BodyPicture:
    body = body_with(case.chest)
    here = [(f, mark) for f, mark in marked if marked_region(mark, drawing, body)]
    breast = f"figure.cut_open_{side or 'not_sure'}"
    caption = content.label("figure.body_name" if drawing == "body" else breast)
    said = [content.label("body.alternative", name=caption), *_said(here, content)]
    return BodyPicture(
        drawing=drawing,
        body=body,
        turned=drawing == "breast" and side is Side.RIGHT,
        marks=tuple(mark for _, mark in here),
        caption=caption,
        alternative=" ".join(said),
    )


def _said(marked: list[_Marked], content: Content) -> Iterator[str]:
    """Say what stands in the picture: each certainty with its places and how far they are."""
    for certainty in _SHOWN:
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
    """Say what the discs and the rings mean that really stand in the pictures."""
    marks = [mark for picture in pictures for mark in picture.marks]
    discs = [
        KeyItem(
            certainty=certainty,
            word=content.label(f"mark.{certainty}"),
            said=content.label(f"body.disc_{certainty}"),
        )
        for certainty in _SHOWN
        if any(mark.certainty is certainty for mark in marks)
    ]
    rings = [
        KeyItem(
            distance=distance,
            word=content.label(f"key.{distance}"),
            said=content.label(f"body.ring_{distance}"),
        )
        for distance in _DISTANCES_IN_ORDER
        if any(mark.distance == distance for mark in marks)
    ]
    note = content.label("body.same_side" if case.side is None else "body.your_left")
    return PictureKey(items=(*discs, *rings), note=note)
