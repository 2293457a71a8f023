"""What a result means as blocks: why, what could change it, treatment, when to call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decision_aid.content import Bullets, Paragraph, Span, Topic, paragraphs
from decision_aid.document.answer import joined, result_topics
from decision_aid.document.blocks import Block, Callout, Heading, Prose
from decision_aid.document.draft import Draft
from decision_aid.domain import Classification, Kind, PossibleChange

_AIM: Final = ("treatment/aim_", "treatment/spread_")
_HOLD_AS_IT_STANDS: Final = frozenset({"treatment/aim_in_place", "treatment/aim_not_cancer"})
"""Aims that speak of what was found as if nothing were open."""
_STEPS: Final = ("treatment/steps_",)
_CALL: Final = "treatment/call_the_same_day"
_SUPPORT: Final = "treatment/support"


def reasons(draft: Draft) -> Iterator[Block]:
    """Yield why the answer is so, then the explanations that this case needs."""
    if draft.result.sides:
        yield from _reasons_of_each_breast(draft)
    else:
        yield from _section_of_result(draft, "why")
    yield from draft.topics(draft.assessment.notes)


def _reasons_of_each_breast(draft: Draft) -> Iterator[Block]:
    """Say why of the person as a whole where it was found far away, then of each breast."""
    content, topics = draft.content, draft.assessment.topics_of_breasts
    given = ""
    if draft.result.metastatic is not False:
        given = draft.assessment.topic
        yield from content.topic(given).section("why")
    same = len(set(topics.values())) == 1
    for side, topic in topics.items():
        if topic == given:
            continue
        if same:
            given = topic
        else:
            yield Heading(text=content.label(f"side_title.{side}"))
        yield from content.topic(topic).section("why")


def _section_of_result(draft: Draft, name: str) -> Iterator[Prose]:
    for topic in result_topics(draft.assessment):
        yield from draft.content.topic(topic).section(name)


def limits(draft: Draft) -> Iterator[Prose]:
    """Yield what the result cannot tell."""
    return _section_of_result(draft, "limits")


def could_change(draft: Draft) -> Iterator[Block]:
    """Yield what is still open, each with what it would make of the case."""
    items = (
        draft.content.sentence(
            f"could_change.{change.certainty}_{change.would_be}",
            place=draft.place(change),
            reach=draft.content.label(f"extent.{change.would_reach}") if change.would_reach else "",
        )
        for change, _ in _changes(draft.result)
    )
    nothing_marked = (
        draft.content.sentence(
            "could_change.nothing_marked", place=draft.content.label(f"side_title.{side}")
        )
        for side, one in draft.result.sides.items()
        if one.kind is Kind.CANNOT_TELL and not one.could_change
    )
    if each_once := tuple(dict.fromkeys((*items, *nothing_marked))):
        yield Bullets(items=each_once)


def _changes(result: Classification) -> Iterator[tuple[PossibleChange, Kind]]:
    """Yield what could change the person's answer or that of one breast, and what kind it is now.

    What could turn the answer of one breast may change nothing for the person as a whole.
    """
    for change in result.could_change:
        yield change, result.kind
    for side, of_breast in result.sides.items():
        for change in of_breast.could_change:
            if change.side in {None, side}:
                yield change, of_breast.kind


def aim_in_short(draft: Draft) -> Iterator[Paragraph]:
    """Yield the aim of treatment in one paragraph, of four lines on paper at most."""
    topics = [t for t in draft.assessment.treatment if t.startswith("treatment/aim_")]
    said = [one for t in topics for one in paragraphs(draft.content.topic(t).blocks)]
    if said and _is_open(draft) and _HOLD_AS_IT_STANDS.intersection(topics):
        turns = [name for name, still_open in draft.result.open._asdict().items() if still_open]
        then = draft.content.sentence(f"aim_open.{'_or_'.join(turns)}")
        said = [draft.content.sentence("aim_open.as_it_stands"), said[0], then]
    if said:
        yield joined(said)


def _is_open(draft: Draft) -> bool:
    return any(draft.result.open)


def aim(draft: Draft) -> Iterator[Block]:
    """Yield the aim of treatment, and how it changes with each thing that is still open."""
    if _is_open(draft) and _HOLD_AS_IT_STANDS.intersection(draft.assessment.treatment):
        yield draft.content.sentence("aim_open.as_it_stands")
    yield from _treatment(draft, _AIM)
    if items := tuple(aim_if_open(draft)):
        yield Heading(text=draft.content.label("section.aim_then"))
        yield from items


def aim_if_open(draft: Draft) -> Iterator[Block]:
    """Yield how the aim of treatment changes with each thing that is still open."""
    places: dict[Kind, dict[str, None]] = {}
    for change, kind in _changes(draft.result):
        if change.would_be is not kind:
            places.setdefault(change.would_be, {})[draft.place(change)] = None
    between = draft.content.label("list.between")
    items = tuple(
        draft.content.sentence(f"aim_then.{kind}", places=between.join(labels))
        for kind, labels in places.items()
    )
    if draft.answers.not_read and _is_open(draft):
        texts = between.join(draft.answers.not_read)
        items += (draft.content.sentence("aim_then.not_read", places=texts),)
    if items:
        yield Bullets(items=items)


def steps_of_treatment(draft: Draft) -> Iterator[Block]:
    """Yield the steps of treatment."""
    return _treatment(draft, _STEPS)


def more_treatment(draft: Draft) -> Iterator[Block]:
    """Yield what else there is to say of treatment."""
    elsewhere = (*_AIM, *_STEPS, _CALL, _SUPPORT)
    return draft.topics(t for t in draft.assessment.treatment if not t.startswith(elsewhere))


def _treatment(draft: Draft, beginnings: tuple[str, ...]) -> Iterator[Block]:
    return draft.topics(t for t in draft.assessment.treatment if t.startswith(beginnings))


def support(draft: Draft) -> Iterator[Block]:
    """Yield what help there is to ask for."""
    if _SUPPORT in draft.assessment.treatment:
        yield from draft.content.topic(_SUPPORT).blocks


def same_day(draft: Draft) -> Iterator[Block]:
    """Yield when to call the same day, with the signs of the situations that can come."""
    if _CALL not in draft.assessment.treatment:
        return
    topic = draft.content.topic(_CALL)
    items = tuple(_in_one_line(draft.content.topic(one)) for one in draft.assessment.same_day)
    first, last = paragraphs(topic.blocks)
    yield Callout(title=topic.title, blocks=(first, Bullets(items=items), last))


def _in_one_line(topic: Topic) -> Paragraph:
    """Return the signs of one situation as a run, after its name."""
    (signs,) = (block for block in topic.blocks if isinstance(block, Bullets))
    spans = [Span(text=f"{topic.title}: ", strong=True)]
    for number, sign in enumerate(signs.items):
        spans += [Span(text="; ")] if number else []
        spans += sign.spans
    sources = dict.fromkeys(source for sign in signs.items for source in sign.sources)
    return Paragraph(spans=(*spans, Span(text=".")), sources=tuple(sources))
