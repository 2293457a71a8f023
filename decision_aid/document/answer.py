"""The answer in two sentences, what keeps it open, and where it stands in the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from decision_aid.content import Content, Paragraph, Span, paragraphs
from decision_aid.document.blocks import Answer, Verdict
from decision_aid.document.figure import Distance
from decision_aid.document.findings import place_label
from decision_aid.document.picture_blocks import RingMark, Rings
from decision_aid.domain import (
    Assessment,
    Certainty,
    Classification,
    Extent,
    Finding,
    Kind,
    PossibleChange,
    Side,
    TopicId,
)

_CERTAINTIES: Final = (Certainty.SUSPECTED, Certainty.UNKNOWN, Certainty.FOUND)
_WORTH_SAYING: Final = (
    Kind.METASTATIC,
    Kind.INVASIVE,
    Kind.IN_SITU,
    Kind.NOT_CANCER,
    Kind.OUT_OF_SCOPE,
    Kind.CANNOT_TELL,
)
"""What something open would make of the case: what matters most first."""

_Question = Literal["invasive", "metastatic"]
_State = Literal["yes", "yes_so_far", "no", "open", "cannot_tell"]


class _Whose(NamedTuple):
    """Whose answer it is: that of the person, or of one of two breasts."""

    about: str
    result: Classification
    topic: TopicId
    side: Side | None = None


_CANNOT_SPREAD: Final = frozenset({Kind.IN_SITU, Kind.NOT_CANCER})
"""What by itself cannot reach distant parts of the body."""


def answers(assessment: Assessment, content: Content) -> tuple[Answer, ...]:
    """Return one answer, or with cancer in both breasts one for each that differs.

    Where something was found far away, or in neither breast, the answer for the person as a
    whole comes first.
    """
    if not assessment.result.sides:
        return (answer_of_the_whole(assessment, content),)
    each = tuple(answers_of_breasts(assessment, content).values())
    if len({_said(answer) for answer in each}) == 1:
        each = (each[0]._replace(about=content.label("side_title.both")),)
    if not is_told_of_the_whole(assessment.result):
        return each
    whole = answer_of_the_whole(assessment, content)
    return each if tuple(map(_said, each)) == (_said(whole),) else (whole, *each)


def answer_of_the_whole(assessment: Assessment, content: Content) -> Answer:
    """Return the answer for the person, whichever breast it is."""
    result = assessment.result
    about = content.label("summary.taken_together") if result.sides else ""
    whose = _Whose(about, result, assessment.topic)
    return _answer(whose, assessment.answers.not_read, content)


def answers_of_breasts(assessment: Assessment, content: Content) -> dict[Side, Answer]:
    """Return the answer of each breast, with cancer in both; of one breast, nothing."""
    result, topics = assessment.result, assessment.topics_of_breasts
    elsewhere = result.open.metastatic or result.metastatic is not False
    return {
        side: _answer(
            _Whose(content.label(f"side_title.{side}"), one, topics[side], side),
            assessment.answers.not_read,
            content,
            elsewhere=elsewhere,
        )
        for side, one in result.sides.items()
    }


def is_told_of_the_whole(result: Classification) -> bool:
    """Return whether something holds for the person that belongs to neither of two breasts."""
    # Such as a rib that it grew into.
    of_neither = all(one.kind is not result.kind for one in result.sides.values())
    return bool(result.sides) and (result.metastatic is not False or of_neither)


def _said(answer: Answer) -> tuple[str, ...]:
    return (*(sentence.text for sentence in answer.sentences), answer.distance)


def result_topics(assessment: Assessment) -> tuple[str, ...]:
    """Return every topic that the answer is said with, the whole first."""
    return tuple(dict.fromkeys((assessment.topic, *assessment.topics_of_breasts.values())))


def _answer(
    whose: _Whose, not_read: tuple[str, ...], content: Content, *, elsewhere: bool = False
) -> Answer:
    result = whose.result
    first, second = paragraphs(content.topic(whose.topic).section("answer"))
    in_words = verdicts(result, content)
    in_short = [first, second]
    if result.open.invasive:
        first, in_short[0] = _open("invasive", first, whose, not_read, content)
    if result.open.metastatic:
        second, in_short[1] = _open("metastatic", second, whose, not_read, content)
    elif elsewhere and result.metastatic is False:
        # Distant spread is open or found, and cannot have come from here: said without a "not".
        kind = result.kind if result.kind in _CANNOT_SPREAD else "others"
        in_short[1] = second = content.sentence(f"open_answer.not_from_{kind}")
        text = content.label(f"verdict.not_from_here_{kind}")
        in_words = in_words[0], in_words[1]._replace(text=text)
    distance = _distance(result.extent)
    how_far = ""
    if distance != "none":
        so_far = "_so_far" if is_so_far(result) else ""
        extent = content.label(f"extent.{distance}")
        how_far = content.label(f"answer_page.how_far{so_far}", extent=extent)
    mark = content.label("rings.still_open")
    return Answer(
        verdicts=in_words,
        sentences=(first, second),
        still_open=(
            mark if result.open.invasive else "",
            mark if result.open.metastatic else "",
        ),
        distance=distance,
        about=whose.about,
        how_far=how_far,
        in_short=(in_short[0], in_short[1]),
    )


def is_so_far(result: Classification) -> bool:
    """Return whether how far it reaches holds only for what was found so far."""
    return bool(result.could_change) or any(result.open)


def verdicts(result: Classification, content: Content) -> tuple[Verdict, Verdict]:
    """Return the two answers in a word or two each, the one on "invasive" first.

    Args:
        result: what the findings come to.
        content: the words.
    """
    if result.kind is Kind.OUT_OF_SCOPE:
        return _of_another_tumor(content)
    return (
        _verdict("invasive", result.invasive, content, still_open=result.open.invasive),
        _verdict("metastatic", result.metastatic, content, still_open=result.open.metastatic),
    )


def _verdict(
    question: _Question, answer: bool | None, content: Content, *, still_open: bool
) -> Verdict:
    state: _State
    match answer:
        case True:
            state = "yes_so_far" if still_open else "yes"
        case False:
            state = "open" if still_open else "no"
        case None:
            state = "open" if still_open else "cannot_tell"
    return Verdict(content.label(f"verdict.{question}"), state, content.label(f"verdict.{state}"))


def _of_another_tumor(content: Content) -> tuple[Verdict, Verdict]:
    text = content.label("verdict.does_not_fit")
    first, second = (content.label(f"verdict.{one}") for one in ("invasive", "metastatic"))
    return Verdict(first, "cannot_tell", text), Verdict(second, "cannot_tell", text)


def _open(
    question: _Question,
    settled: Paragraph,
    whose: _Whose,
    not_read: tuple[str, ...],
    content: Content,
) -> tuple[Paragraph, Paragraph]:
    """Return what is said of an answer that could still turn, with what keeps it open.

    The first says also what the answer would become, the second leaves that out.
    """
    result = whose.result
    turning = [
        change
        for change in result.could_change
        if (change.turns_invasive if question == "invasive" else change.turns_metastatic)
    ]
    said: list[Paragraph] = []
    denies = result.invasive is False if question == "invasive" else result.metastatic is False
    if not denies:
        said.append(settled)
    elif question == "invasive":
        said.append(content.sentence(f"open_answer.found_{result.kind}"))
    elif result.kind is Kind.CANNOT_TELL:
        said.append(content.sentence("open_answer.found_cannot_tell"))
    for certainty in _CERTAINTIES:
        places = _places((c for c in turning if c.certainty is certainty), content, whose.side)
        if places:
            key = (
                f"open_because.{certainty}" if not denies else f"open_answer.{question}_{certainty}"
            )
            said.append(content.sentence(key, places=places))
            denies = False
    if not_read:
        group = f"open_answer.{question}_" if denies else "open_because."
        texts = content.label("list.between").join(not_read)
        said.append(content.sentence(f"{group}not_read", places=texts))
    in_short = joined(said)
    if turning:
        said.append(_then(question, turning, content, whose.side))
    return joined(said), in_short


def _then(
    question: _Question, turning: list[PossibleChange], content: Content, side: Side | None
) -> Paragraph:
    """Say what the answer becomes if the one that would change most is found."""
    turning = [change for change in turning if not _in_other_breast(change, side)]
    if not turning:
        return content.sentence("open_then.in_other_breast")
    kinds = {change.would_be for change in turning}
    if question == "invasive" and Kind.INVASIVE in kinds:
        kinds.discard(Kind.METASTATIC)
    worst = next(kind for kind in _WORTH_SAYING if kind in kinds)
    only_found = all(c.certainty is Certainty.FOUND for c in turning if c.would_be is worst)
    key = f"open_then.{worst}"
    if question == "metastatic" and worst is Kind.INVASIVE:
        key += "_near"
    elif only_found and worst in {Kind.METASTATIC, Kind.INVASIVE}:
        key += "_found"
    elif question == "invasive" and worst is Kind.METASTATIC:
        key += "_invasive"
    return content.sentence(key)


def _in_other_breast(change: PossibleChange, side: Side | None) -> bool:
    return side is not None and change.side not in {None, side}


def _places(changes: Iterable[PossibleChange], content: Content, side: Side | None) -> str:
    labels = (
        place_label(
            Finding(c.place, c.certainty, c.side if _in_other_breast(c, side) else None), content
        )
        for c in changes
    )
    return content.label("list.between").join(dict.fromkeys(labels))


def joined(parts: Iterable[Paragraph]) -> Paragraph:
    """Return several sentences as one paragraph."""
    spans: list[Span] = []
    sources: dict[str, None] = {}
    for part in parts:
        spans += [Span(text=" ")] if spans else []
        spans += part.spans
        sources.update(dict.fromkeys(part.sources))
    return Paragraph(spans=tuple(spans), sources=tuple(sources))


def _distance(extent: Extent | None) -> Distance:
    return "none" if extent is None else extent.value


def rings(assessment: Assessment, content: Content) -> Rings:
    """Return the picture: metastatic inside invasive, in situ outside, the answers marked."""
    marks = tuple(_marks(assessment.result, content))
    said = [
        content.label(
            f"rings.{'open' if mark.still_open else 'mark'}_{mark.where}", mark=mark.label
        )
        for mark in marks
    ]
    return Rings(
        marks=marks,
        labels={
            "in_situ": content.label("rings.in_situ"),
            "invasive": content.label("rings.invasive"),
            "metastatic": content.label("rings.metastatic"),
        },
        caption=content.label("rings.caption"),
        alternative=" ".join(
            [content.label("rings.alternative"), *(said or [content.label("rings.no_mark")])]
        ),
    )


def _marks(result: Classification, content: Content) -> Iterator[RingMark]:
    if result.sides and not result.metastatic:
        for side in (Side.LEFT, Side.RIGHT):
            yield from _mark(result.sides[side], content.label(f"side_title.{side}"))
    else:
        yield from _mark(result, content.label("rings.you"))
    open_label = content.label("rings.still_open")
    would_be = {change.would_be for change in result.could_change}
    far = Kind.METASTATIC in would_be or not would_be
    if result.open.metastatic and not result.metastatic and far:
        yield RingMark(where="metastatic", label=open_label, still_open=True)
    elif result.open.invasive and not result.invasive:
        yield RingMark(where="invasive", label=open_label, still_open=True)


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
