"""What a mention comes to: found, suspected, not found, open, or nothing of now and of here."""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import PLACES, Certainty, CountsAs, Finding, PlaceId
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology, TumorType
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, found
from decision_aid.records.codes.tnm import FAR_SOMEWHERE
from decision_aid.records.typed.certainty import (
    CELLS,
    State,
    nodes_sure,
    only_a_part,
    organ_sure,
    settled_as,
)
from decision_aid.records.typed.mentions import NODES, PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.reading import FOUND_OR_NOT, LAST_RESULT, OTHER_CANCER
from decision_aid.records.typed.vocabulary.places_named import DIAGNOSES, FAR_DIAGNOSES
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R, _E, _C = Role, Effect, Certainty


class Judged(NamedTuple):
    """What a mention says.

    Attributes:
        mention: the mention.
        state: what the words around it make of it.
        meaning: the places and results that it names, what it asks, whether it came back.
        words: the label that says what it stands for; "" where its findings say it.
    """

    mention: Mention
    state: State
    meaning: CodeMeaning
    words: str = ""


_NOTHING: Final = CodeMeaning()
_CERTAINTY: Final = {
    State.YES: _C.FOUND,
    State.MAYBE: _C.SUSPECTED,
    State.OPEN: _C.UNKNOWN,
    State.NO: _C.NOT_FOUND,
    State.PAST: _C.UNKNOWN,
}


def judge(line: Line, mention: Mention, *, other_cancer: bool) -> Judged | None:
    """Return what a mention says, or ``None`` where nobody can tell.

    Args:
        line: the line that it stands in.
        mention: what is spoken of.
        other_cancer: whether the person has a cancer of another place, from which it may come.
    """
    state = _state(mention)
    if state is State.RELATIVE:
        return Judged(mention, state, _NOTHING, "reading.relative")
    judged: Judged | None
    match mention.role:
        case _R.CODE:
            judged = _code(line, mention, state, other_cancer=other_cancer)
        case _R.TUMOR:
            judged = _tumor(mention, state, other_cancer=other_cancer)
        case _R.RECURRENCE:
            judged = _recurrence(mention, state)
        case _R.OTHER_CANCER:
            judged = Judged(mention, state, _NOTHING, "reading.other_cancer")
        case _R.BREAST if _something_seen(line, mention):
            judged = _breast(mention, state)
        case _R.NEUTRAL if _receptor_without_result(line, mention, state):
            asks = CodeMeaning(asks=("receptor_result",))
            judged = Judged(mention, state, asks, "reading.result_not_said")
        case _R.NEUTRAL | _R.BREAST:
            words = "reading.which_breast" if mention.id == "side" else "reading.no_place"
            judged = Judged(mention, state, _NOTHING, words)
        case _R.STRAY_CELLS:
            judged = Judged(mention, state, _with(state, found("nodes_armpit_isolated_cells")))
        case _:
            judged = _place(line, mention, state)
            judged = _if_of_breast(judged) if judged and other_cancer else judged
    return judged


def _state(mention: Mention) -> State:
    effects = mention.effects
    if _E.RELATIVE in effects:
        return State.RELATIVE
    if _E.NO in effects:
        some = mention.found_of is not None and mention.found_of[0] > 0
        return State.OPEN if some or _E.IF in effects else State.NO
    if _E.PAST in effects:
        return State.PAST
    if mention.doubtful or _E.IF in effects:
        return State.OPEN
    return State.MAYBE if _E.MAYBE in effects else State.YES


def _with(state: State, findings: tuple[Finding, ...], *asks: str) -> CodeMeaning:
    """Return these findings at the certainty of a state, and ask where it is not settled."""
    certainty = _CERTAINTY[state]
    plain = certainty is not _C.FOUND
    said = tuple(
        f._replace(certainty=certainty, detail=None if plain else f.detail) for f in findings
    )
    unsettled = (FOUND_OR_NOT,) if certainty in {_C.SUSPECTED, _C.UNKNOWN} else ()
    kept = asks if certainty is not _C.NOT_FOUND else ()
    return CodeMeaning(found=said, asks=(*kept, *unsettled))


def _if_of_breast(judged: Judged) -> Judged:
    """Return the same, left open: it may have come from another cancer."""
    said = tuple(
        f._replace(certainty=_C.UNKNOWN, detail=None) if f.certainty is _C.FOUND else f
        for f in judged.meaning.found
    )
    if said == judged.meaning.found:
        return judged
    asks = tuple(dict.fromkeys((*judged.meaning.asks, OTHER_CANCER)))
    return judged._replace(meaning=judged.meaning._replace(found=said, asks=asks))


def _code(line: Line, mention: Mention, state: State, *, other_cancer: bool) -> Judged:
    token = line.items[mention.at].token
    assert token is not None
    assert token.says is not None
    says, words = token.says, f"codes.{token.says.words}"
    if state is State.YES:
        judged = Judged(mention, state, says, words)
        of_breast = says.subject is Subject.BREAST_CANCER
        return _if_of_breast(judged) if other_cancer and not of_breast else judged
    if state is State.PAST and not any(_is_spread(f) for f in says.found):
        asks = (*says.asks, "came_back_or_not") if says.places else (FOUND_OR_NOT,)
        return Judged(mention, state, CodeMeaning(asks=asks), "reading.earlier")
    there = tuple(f for f in says.found if f.certainty is _C.FOUND)
    # Nobody denies a code by "no": what that would mean is asked.
    unsure = State.OPEN if state is State.NO else state
    if says.biology != UNKNOWN_BIOLOGY and not says.places:
        return Judged(mention, unsure, CodeMeaning(asks=(LAST_RESULT,)), words)
    says = _with(unsure, there, *says.asks)._replace(candidates=says.candidates)
    return Judged(mention, state, says._replace(asks=tuple(dict.fromkeys(says.asks))), words)


def _is_spread(finding: Finding) -> bool:
    return PLACES[finding.place].counts_as in {CountsAs.NEARBY, CountsAs.DISTANT}


def _tumor(mention: Mention, state: State, *, other_cancer: bool) -> Judged:
    diagnosis = DIAGNOSES[mention.id]
    if state is State.PAST and mention.id not in FAR_DIAGNOSES:
        return Judged(mention, state, CodeMeaning(asks=("came_back_or_not",)), "reading.earlier")
    says = _with(state, found(*diagnosis.places), *diagnosis.asks)
    if state is not State.NO:
        says = says._replace(candidates=candidates(*diagnosis.candidates))
    if state is State.YES and diagnosis.type is not TumorType.UNKNOWN:
        says = says._replace(biology=Biology(type=diagnosis.type))
    words = "" if says.found else f"reading.{mention.id}"
    judged = Judged(mention, state, says, words)
    return _if_of_breast(judged) if other_cancer and mention.id in FAR_DIAGNOSES else judged


def _receptor_without_result(line: Line, mention: Mention, state: State) -> bool:
    in_a_room = mention.at > 0 and line.items[mention.at - 1].role is _R.TO
    told = state in {State.YES, State.NO}
    return mention.id == "receptor" and told and not in_a_room


def _something_seen(line: Line, mention: Mention) -> bool:
    """Whether something was seen in the breast, and nobody says what it is."""
    here = line.in_part(mention.part)
    if any(m.role in {_R.TUMOR, _R.CODE, _R.NEUTRAL} | PLACES_OF_SPREAD for m in here):
        return False
    seen = any(
        line.items[n].role in {_R.SPOT, _R.MALIGNANT, _R.POSITIVE}
        for n in line.items_of(mention.part)
    )
    return seen or _E.MAYBE in mention.effects


def _breast(mention: Mention, state: State) -> Judged:
    if state in {State.NO, State.PAST}:
        return Judged(mention, state, _NOTHING, "reading.no_place")
    unsure = State.OPEN if state is State.YES else state
    return Judged(mention, unsure, _with(unsure, found("breast_tissue")))


_CAME_BACK: Final[dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]] = {
    "local": ("scar_or_chest_skin", ("breast_or_scar",), ("breast_tissue",)),
    "in_breast": ("", ("invasive_or_not",), ("breast_tissue", "ducts_only")),
    "armpit": ("nodes_armpit", ("which_nodes",), ()),
    "distant": (f"{FAR_SOMEWHERE}=not_sure", ("which_part",), ()),
    "somewhere": ("", ("where_came_back",), ()),
}


def _recurrence(mention: Mention, state: State) -> Judged:
    place, asks, may_be = _CAME_BACK[mention.id]
    if state is State.NO:
        return Judged(mention, state, _NOTHING, "reading.not_come_back")
    if state is not State.YES:
        return Judged(mention, state, CodeMeaning(asks=(FOUND_OR_NOT,)), "reading.came_back")
    says = _with(state, found(*((place,) if place else ())), *asks)
    says = says._replace(candidates=candidates(*may_be), came_back=True)
    return Judged(mention, state, says, "reading.came_back")


def _place(line: Line, mention: Mention, state: State) -> Judged | None:
    of_nodes = mention.role in NODES
    sure = nodes_sure(mention) if of_nodes else organ_sure(mention)
    place, asks = _nodes(mention) if of_nodes else _organ(mention)
    nothing = _says_nothing(line, mention, state, sure)
    if nothing:
        return Judged(mention, state, _NOTHING, nothing)
    unknown_beside = _R.UNKNOWN in line.roles_in(mention.part)
    settled = settled_as(
        sure, state, unknown_beside=unknown_beside, only_number=not mention.evidence
    )
    unread = sure is None and state is State.YES and _only_beside(line, mention)
    if unread or settled is None or (_bare(mention) and _spine(line, mention)):
        return None
    if settled is State.NO and only_a_part(line, mention):
        settled = State.OPEN
    if settled is State.NO and place.startswith(FAR_SOMEWHERE):
        return Judged(mention, settled, _NOTHING, "reading.nothing_there")
    return Judged(mention, settled, _with(settled, found(place), *asks))


def _nodes(mention: Mention) -> tuple[str, tuple[str, ...]]:
    """Return the place with its detail, and what it leaves open."""
    if mention.id == "far_nodes":
        return f"{FAR_SOMEWHERE}=not_sure", ("which_part",)
    return mention.id or "nodes_armpit", () if mention.id else ("which_nodes",)


def _says_nothing(line: Line, mention: Mention, state: State, sure: State | None) -> str:
    """Return the label for a place that is spoken of for another reason, or ""."""
    if mention.role is _R.NODE_SURGERY and sure is None and state is not State.NO:
        return "reading.no_place"
    if state is State.PAST and sure is not State.YES:
        return "reading.earlier"
    if mention.id == "chest_wall" and sure is None and _comes_back_here(line, mention):
        return "reading.came_back"
    return ""


def _comes_back_here(line: Line, mention: Mention) -> bool:
    return any(m.role is _R.RECURRENCE for m in line.in_part(mention.part))


def _only_beside(line: Line, mention: Mention) -> bool:
    """Whether something else is spoken of there: a treatment, a visit, an address."""
    if any(m.role in {_R.NEUTRAL, _R.OTHER_CANCER} for m in line.in_part(mention.part)):
        return True
    return _R.NOT_MEDICAL in line.roles_in(mention.part) and any(
        line.items[n].role is _R.NOT_MEDICAL and line.items[n].entry.id != "date"
        for n in line.items_of(mention.part)
    )


def _bare(mention: Mention) -> bool:
    return not mention.evidence and not mention.number and not mention.effects


def _spine(line: Line, mention: Mention) -> bool:
    return line.items[mention.at].entry.reach is not None


def _organ(mention: Mention) -> tuple[str, tuple[str, ...]]:
    """Return the place with its detail, and what it leaves open."""
    evidence = mention.evidence
    match mention.id:
        case "skin_far":
            return "skin_far=not_sure", ("which_skin",)
        case "chest_wall":
            grown = _R.REACHING in evidence and not evidence & {_R.SPREAD, _R.SPREADING}
            return (
                ("chest_wall=grown_straight_in", ())
                if grown
                else ("chest_wall=not_sure", ("separate_spot_or_grown_in",))
            )
        case "pleura" if mention.role is _R.FLUID:
            return "pleura=cancer_cells_found", ("cells_in_fluid",) if not evidence & CELLS else ()
        case "other_far_organ=not_sure":
            return mention.id, ("which_part",)
        case _:
            return mention.id, ()


def is_far_somewhere(finding: Finding) -> bool:
    """Return whether a finding is far from the breast without saying where."""
    return finding.place == PlaceId(FAR_SOMEWHERE) and finding.detail in {None, "not_sure"}
