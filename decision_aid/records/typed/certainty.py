"""How sure a place is: by what is said of it, and by the words around it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from decision_aid.domain import Side
from decision_aid.records.typed.mentions import NODES, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Role

_R = Role


class State(StrEnum):
    """What the words around a mention make of it."""

    YES = "yes"
    MAYBE = "maybe"
    OPEN = "open"
    NO = "no"
    PAST = "past"
    RELATIVE = "relative"


_STRONG: Final = frozenset({_R.SPREAD, _R.SPREADING, _R.REACHING})
CELLS: Final = frozenset({_R.MALIGNANT, _R.PROVEN, _R.POSITIVE}) | _STRONG
"""What says that cells were found."""

_INHERENT: Final = frozenset({"breast_lymph_vessels"})
_PROOF: Final = dict.fromkeys(
    ("blood_cells", "bone_marrow_cells"), frozenset({_R.POSITIVE, _R.PROVEN})
)
"""What shows cells where their name alone may stand for a test."""

_WITH_SIDES: Final = frozenset({"lung", "liver", "pleura", "brain"})
_ALL_BONES: Final = ("bone", "bony", "osseous", "skelet", "bs", "nm bone", "nuclear bone")
_PLAIN_PICTURES: Final = frozenset(
    {
        "cxr",
        "chest x ray",
        "chest xray",
        "x ray",
        "xray",
        "radiograph",
        "radiographs",
        "film",
        "films",
    }
)


def settled_as(
    sure: State | None, state: State, *, unknown_beside: bool, only_number: bool
) -> State | None:
    """Return what a place comes to: by itself ``sure``, by the words around it ``state``."""
    if state is State.MAYBE and sure is State.NO:
        return sure
    if state is not State.YES:
        return state
    if sure is None or (sure is State.YES and unknown_beside):
        nothing_said = unknown_beside and (sure is None or only_number)
        return None if nothing_said else State.OPEN
    return sure


def nodes_sure(mention: Mention) -> State | None:
    """Return what is said of nodes by themselves; ``None`` if only their name stands there."""
    evidence = mention.evidence
    if mention.found_of is not None:
        return State.YES if mention.found_of[0] else State.NO
    on_picture = {_R.POSITIVE, _R.TEST} <= evidence
    if evidence & (_STRONG | {_R.MICRO, _R.PROVEN, _R.MALIGNANT}):
        return State.YES
    if _R.POSITIVE in evidence and not on_picture:
        return State.YES
    if _R.SPOT in evidence or on_picture:
        return State.MAYBE
    return State.YES if mention.number and not evidence else None


def organ_sure(mention: Mention) -> State | None:
    """Return what is said of an organ by itself; ``None`` if only its name stands there."""
    evidence = mention.evidence
    proof = _PROOF.get(mention.id, CELLS if mention.role is _R.FLUID else None)
    if proof is not None:
        return State.YES if evidence & proof else None
    on_sample = {_R.POSITIVE, _R.SAMPLE} <= evidence
    if mention.id in _INHERENT or on_sample or evidence & (_STRONG | {_R.PROVEN}):
        return State.YES
    if _R.SPOT in evidence or {_R.POSITIVE, _R.TEST} <= evidence:
        return State.MAYBE
    return State.OPEN if evidence & {_R.MALIGNANT, _R.POSITIVE} else None


def only_a_part(line: Line, mention: Mention) -> bool:
    """Whether only a part of a place was looked at, so that the rest of it is not cleared."""
    here = {line.items[n].text.lower() for n in line.items_of(mention.part)}
    if mention.role in NODES:
        return any(text.startswith("level") for text in here)
    if mention.id in _WITH_SIDES and mention.side in {Side.LEFT, Side.RIGHT}:
        return True
    if mention.id != "bone":
        return False
    whole = any(line.items[n].text.lower().startswith(_ALL_BONES) for n in mention.items)
    return not whole or not here.isdisjoint(_PLAIN_PICTURES)
