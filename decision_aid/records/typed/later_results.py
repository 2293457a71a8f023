"""What parts between commas say that hold only a result: "nodule, bx pending"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from decision_aid.records.typed.context import put
from decision_aid.records.typed.lists import run_together
from decision_aid.records.typed.mentions import PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Effect, Reach, Role

_R, _E = Role, Effect

_SOMEWHERE: Final = "other_far_organ=not_sure"
_SAYS_OTHERWISE: Final = frozenset(
    {_R.POSITIVE, _R.PROVEN, _R.SPOT, _R.SPREAD, _R.SPREADING, _R.REACHING, _R.MALIGNANT}
)
_OF_A_RESULT: Final = frozenset({_R.POSITIVE, _R.TRIGGER, _R.SAMPLE, _R.NOW, _R.TO, _R.PLAIN})
_OF_A_TIME: Final = frozenset(
    {"excision", "surgery", "resection", "lumpectomy", "mastectomy", "wle", "specimen",
     "chemo", "chemotherapy", "nact", "treatment", "recurrence", "relapse"}
)  # fmt: skip
_OF_HER2: Final = frozenset({"fish", "ish", "cish", "dish"})
_NEGATIVE: Final = frozenset({"negative", "neg", "ve neg"})
_LOOKS_AT_THE_BREAST: Final = frozenset(
    {"mammogram", "mammo", "mammography", "mmg", "tomosynthesis", "dx mammo",
     "diagnostic mammogram", "screening mammogram", "screening mammo", "screening mmg"}
)  # fmt: skip


def let_results_count(line: Line) -> None:
    """Let a part that only holds a result speak of the place before it.

    Args:
        line: the line; its mentions are changed.
    """
    for part in sorted(set(line.parts)):
        inside = line.items_of(part)
        last = line.last_before(inside[0])
        if last is None:
            continue
        here = line.in_part(part)
        if _comes_after_but(line, inside) and all(m.id == _SOMEWHERE for m in here):
            _leave_open_what_is_said_otherwise(last, line.roles_in(part))
        if _let_other_result_count(line, inside, here):
            continue
        near = last.sentence == line.sentences[inside[0]] and last.part >= part - 2
        if near and all(line.items[m.at].role is _R.TRIGGER for m in here):
            _let_count(line, inside, last, denies_all=bool(here))


def _let_count(line: Line, inside: range, last: Mention, *, denies_all: bool) -> None:
    if denies_all:
        last.doubtful = last.doubtful or _may_be_denied(last)
        return
    if _of_another_side(line, inside, last):
        return
    roles = line.roles_in(line.parts[inside[0]])
    triggers = [n for n in inside if line.items[n].role is _R.TRIGGER]
    if _E.NO in last.effects and last.role in PLACES_OF_SPREAD and roles & _SAYS_OTHERWISE:
        # "one node neg, another pos", "neg in 2020, now pos": one of them is left open.
        last.effects.add(_E.IF)
    if not triggers:
        _let_proof_count(line, inside, last)
    for n in triggers:
        if _is_a_result(line, n):
            _result(line, n, last, roles)
        elif line.items[n].entry.effect is _E.NO and roles & _SAYS_OTHERWISE:
            last.doubtful = True


def _let_other_result_count(line: Line, inside: range, here: list[Mention]) -> bool:
    """Leave a receptor open that has another result: "HER2 neg on core, pos on excision"."""
    before = [m for m in line.in_sentence(line.sentences[inside[0]]) if m.at < inside[0]]
    last = next((m for m in reversed(before) if m.role is not _R.NEUTRAL), None)
    if last is None or last.role is not _R.CODE or last.part < line.parts[inside[0]] - 2:
        return False
    own = _OF_A_TIME | (_OF_HER2 if _says(last, "her2", line) else frozenset())
    items = [line.items[n] for n in inside]
    spoken_of = [line.items[m.at] for m in here if m.role is not _R.TRIGGER]
    if any(
        i.text.lower() not in own for i in (*spoken_of, *(i for i in items if i.role is _R.TEST))
    ):
        return False
    negative = any(i.text.lower() in _NEGATIVE for i in items)
    positive = any(i.role is _R.POSITIVE for i in items) and not negative
    results = {one for name in ("er", "pr", "her2") if (one := _says(last, name, line))}
    differs = (negative and "positive" in results) or (positive and bool(results - {"positive"}))
    if differs:
        last.doubtful = True
        for mention in here:
            mention.effects.discard(_E.NO)
        line.own(last, *(n for n in inside if line.items[n].role in _OF_A_RESULT))
    return differs


def _says(mention: Mention, receptor: str, line: Line) -> str:
    """Return the result that a code gives for a receptor, or ""."""
    token = line.items[mention.at].token
    if token is None or token.says is None:
        return ""
    result = str(getattr(token.says.biology, receptor))
    return "" if result == "unknown" else result


def _let_proof_count(line: Line, inside: range, last: Mention) -> None:
    """Let "positive" count for what was sampled, and "proven" for anything."""
    sampled = _R.SAMPLE in last.evidence and last.role in PLACES_OF_SPREAD
    positive = [n for n in inside if line.items[n].role is _R.POSITIVE]
    if positive and sampled:
        last.evidence.add(_R.POSITIVE)
        line.own(last, *positive)
    if any(line.items[n].role is _R.PROVEN for n in inside):
        last.evidence.add(_R.PROVEN)
        line.own(last, *(n for n in inside if line.items[n].role in {_R.PROVEN, _R.SAMPLE}))


def _comes_after_but(line: Line, inside: range) -> bool:
    return inside[0] > 0 and line.items[inside[0] - 1].role is _R.BUT


def _leave_open_what_is_said_otherwise(last: Mention, roles: AbstractSet[Role]) -> None:
    """Leave a place open that is denied, and then, behind "but", is not: "clear but for one"."""
    seen = roles & (_SAYS_OTHERWISE | {_R.TEST, _R.SAMPLE})
    if last.role in PLACES_OF_SPREAD and _E.NO in last.effects and seen:
        last.effects.add(_E.IF)


def _of_another_side(line: Line, inside: range, last: Mention) -> bool:
    """Whether a part speaks of the side on which the mention before it does not lie."""
    sides = {line.items[n].entry.id for n in inside if line.items[n].role is _R.SIDE}
    other = any(line.items[n].entry.id == "other" for n in inside)
    return other or (len(sides) == 1 and last.side is not None and sides != {last.side.value})


def _is_a_result(line: Line, at: int) -> bool:
    """Whether a trigger may be the result of what was looked at before a comma.

    "Negative" and "ruled out" may be; "no" and "not" speak of what follows them.
    """
    entry = line.items[at].entry
    behind = entry.reach in {Reach.EITHER, Reach.AFTER}
    match entry.effect:
        case _E.MAYBE | _E.IF:
            return True
        case _E.NO:
            return behind
        case _E.PAST:
            return entry.reach is Reach.AFTER
        case _:
            return False


def _may_be_denied(mention: Mention) -> bool:
    """Whether "no mets" behind it may speak of it, and not of the rest of the body."""
    sure = mention.evidence & {_R.SPREAD, _R.SPREADING, _R.PROVEN, _R.COUNT, _R.POSITIVE}
    return mention.role in PLACES_OF_SPREAD and not sure


def _result(line: Line, at: int, last: Mention, roles: AbstractSet[Role]) -> None:
    tumor = last.role is _R.TUMOR and (_R.SAMPLE in roles or _R.TEST not in roles)
    code = last.role is _R.CODE and not roles & {_R.SAMPLE, _R.TEST}
    if last.role not in PLACES_OF_SPREAD and not tumor and not code:
        return
    sure = bool(last.evidence & {_R.SPREAD, _R.SPREADING, _R.PROVEN, _R.COUNT})
    if sure and _R.TEST in roles:
        return
    denies = line.items[at].entry.effect is _E.NO
    if not denies and _E.NO in last.effects:
        last.effects.add(_E.IF)
    if denies and roles & {_R.TEST, _R.UNKNOWN} and last.role in PLACES_OF_SPREAD:
        if _looks_at_the_breast(line, at):
            return
        sure = sure or bool(last.evidence & {_R.SPOT, _R.POSITIVE, _R.REACHING})
    named = last.role in {_R.TUMOR, _R.CODE}
    if denies and (sure or named):
        last.doubtful = True
        line.own(last, at)
    else:
        put(line, at, [last, *run_together(line, last)])


def _looks_at_the_breast(line: Line, at: int) -> bool:
    part = line.items_of(line.parts[at])
    return any(line.items[n].text.lower() in _LOOKS_AT_THE_BREAST for n in part)
