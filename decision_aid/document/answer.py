"""The answer in two sentences, and where it stands in the picture of the two words."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.content import Content, paragraphs
from decision_aid.document.model import Answer, Distance, RingMark, Rings
from decision_aid.domain import Classification, Extent, Kind, Side, result_topic

_WHICH_BREAST = "results/spread_from_which_breast"


def answers(result: Classification, content: Content) -> tuple[Answer, ...]:
    """Return one answer, or with cancer in both breasts one for each that differs.

    Where something was found far away, the answer for the person as a whole comes first.
    """
    if not result.sides:
        return (_answer("", result, result_topic(result), content),)
    each = tuple(
        _answer(content.label(f"side_title.{side}"), one, side_topic(result, one), content)
        for side, one in result.sides.items()
    )
    if len({_said(answer) for answer in each}) == 1:
        each = (each[0]._replace(about=content.label("side_title.both")),)
    if result.metastatic is False:
        return each
    about = content.label("summary.taken_together")
    whole = _answer(about, result, result_topic(result), content)
    return each if tuple(map(_said, each)) == (_said(whole),) else (whole, *each)


def _said(answer: Answer) -> tuple[str, ...]:
    return (*(sentence.text for sentence in answer.sentences), answer.distance)


def side_topic(whole: Classification, one: Classification) -> str:
    """Return the topic that says the result of one of two breasts."""
    if whole.metastatic and one.invasive and one.metastatic is None:
        return _WHICH_BREAST
    return result_topic(one)


def result_topics(result: Classification) -> tuple[str, ...]:
    """Return every topic that the answer is said with, the whole first."""
    sides = (side_topic(result, one) for one in result.sides.values())
    return tuple(dict.fromkeys((result_topic(result), *sides)))


def _answer(about: str, result: Classification, topic: str, content: Content) -> Answer:
    first, second = paragraphs(content.topic(topic).section("answer"))
    distance = _distance(result.extent)
    how_far = ""
    if distance != "none":
        how_far = content.label("answer_page.how_far", extent=content.label(f"extent.{distance}"))
    return Answer(about=about, sentences=(first, second), distance=distance, how_far=how_far)


def _distance(extent: Extent | None) -> Distance:
    return "none" if extent is None else extent.value


def rings(result: Classification, content: Content) -> Rings:
    """Return the picture: metastatic inside invasive, in situ outside, the answers marked."""
    marks = tuple(_marks(result, content))
    said = [content.label(f"rings.mark_{mark.where}", mark=mark.label) for mark in marks] or [
        content.label("rings.no_mark")
    ]
    return Rings(
        marks=marks,
        labels={
            "in_situ": content.label("rings.in_situ"),
            "invasive": content.label("rings.invasive"),
            "metastatic": content.label("rings.metastatic"),
        },
        caption=content.label("rings.caption"),
        alternative=" ".join([content.label("rings.alternative"), *said]),
    )


def _marks(result: Classification, content: Content) -> Iterator[RingMark]:
    if not result.sides:
        yield from _mark(result, content.label("rings.you"))
        return
    if result.metastatic:
        yield from _mark(result, content.label("rings.you"))
        return
    for side in (Side.LEFT, Side.RIGHT):
        yield from _mark(result.sides[side], content.label(f"side_title.{side}"))


def _mark(result: Classification, label: str) -> Iterator[RingMark]:
    match result.kind:
        case Kind.METASTATIC:
            yield RingMark(where="metastatic", label=label)
        case Kind.INVASIVE:
            yield RingMark(where="invasive", label=label)
        case Kind.IN_SITU:
            yield RingMark(where="in_situ", label=label)
        case Kind.NOT_CANCER:
            yield RingMark(where="outside", label=label)
        case _:
            return
