"""From what a counselor pastes or types to findings that a person has to confirm.

Nothing is guessed: what is not clear becomes a question, what was not read is given back, and
what does not fit together is named. Words beside a code that make it unsure ("suspected", "?",
"no", "history of") keep it from becoming a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decision_aid.domain import (
    PLACES,
    Certainty,
    CountsAs,
    Finding,
    Group,
    PlaceId,
    PlaceSide,
    Side,
)
from decision_aid.domain.biology import UNKNOWN_BIOLOGY
from decision_aid.domain.follow_ups import NOT_SURE
from decision_aid.records.codes.meaning import CodeMeaning, undecided
from decision_aid.records.typed.pieces import Piece, Token, pieces
from decision_aid.records.typed.reading import (
    FOUND_OR_NOT,
    WHICH_SIDE,
    Part,
    Reading,
)
from decision_aid.records.typed.report_words import differing
from decision_aid.records.typed.tnm import contradicting


def read_entry(text: str) -> Reading:
    """Read codes, TNM categories and words of a report, to be confirmed by a person.

    Args:
        text: anything that was pasted or typed.

    Returns:
        Its parts, what they would become together, and what was not understood. Every sign of
        the text stands in a part or in what was not understood, but for white space and the
        separators ``, ; / |`` around them. ``checked`` accepts the findings with the side.
    """
    read: list[tuple[Token, CodeMeaning, str]] = []
    not_understood: list[str] = []
    contradictions: list[str] = []
    for piece in pieces(text):
        if piece.token is None or piece.token.says is None:
            not_understood.append(piece.text)
            continue
        says = piece.token.says
        if _names_two_sides(piece):
            contradictions.append("side_differs")
            says = says._replace(side=None, asks=(*says.asks, WHICH_SIDE))
        if piece.unsure:
            says = _unsure(says)
        read.append((piece.token, says, piece.text))
    side = _side(says for _, says, _ in read)
    placed = [(token, _on_side(says, side), words) for token, says, words in read]
    parts = tuple(_part(token, says, words) for token, says, words in placed)
    biology, differ = differing(
        [says.biology for _, says, _ in placed if says.biology != UNKNOWN_BIOLOGY]
    )
    contradictions += _contradictions(placed)
    return Reading(
        parts,
        _merged(finding for part in parts for finding in part.findings),
        side,
        biology,
        True if any(says.came_back for _, says, _ in placed) else None,
        tuple(not_understood),
        (*dict.fromkeys(contradictions), *differ),
    )


def _part(token: Token, says: CodeMeaning, words: str) -> Part:
    return Part(
        words,
        token.code,
        says.found,
        f"codes.{says.words}",
        tuple(dict.fromkeys(says.asks)),
        says.candidates,
        says.side,
    )


def _names_two_sides(piece: Piece) -> bool:
    coded = piece.token.says.side if piece.token and piece.token.says else None
    return None not in {coded, piece.described_side} and coded is not piece.described_side


def _unsure(says: CodeMeaning) -> CodeMeaning:
    """Return what an unsure code says: nothing yet."""
    if says == CodeMeaning(says.words, asks=says.asks, subject=says.subject):
        return says
    nothing_yet = CodeMeaning(says.words, says.found, says.candidates, says.asks)
    return undecided(nothing_yet, FOUND_OR_NOT)


def _side(coded: Iterable[CodeMeaning]) -> Side | None:
    sides = {says.side for says in coded} - {None}
    return Side.BOTH if len(sides) > 1 else next(iter(sides), None)


def _on_side(says: CodeMeaning, side: Side | None) -> CodeMeaning:
    """With both breasts coded, a finding belongs to the breast that its code names, or waits."""
    if side is not Side.BOTH or not any(_has_side(finding) for finding in says.found):
        return says
    if says.side is None:
        return undecided(says, WHICH_SIDE)
    return says._replace(
        found=tuple(
            finding._replace(side=says.side) if _has_side(finding) else finding
            for finding in says.found
        )
    )


def _has_side(finding: Finding) -> bool:
    return PLACES[finding.place].side is PlaceSide.SAME


def _merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep each place once: found before not found, and with the detail that was said of it."""
    kept: dict[tuple[PlaceId, Side | None], Finding] = {}
    for finding in findings:
        key = finding.place, finding.side
        before = kept.get(key)
        if before is None or finding.certainty is before.certainty:
            detail = finding.detail
            if before is not None and before.detail not in {None, detail}:
                detail = before.detail if detail is None else NOT_SURE
            kept[key] = finding._replace(detail=detail)
        elif finding.certainty is Certainty.FOUND:
            kept[key] = finding
    return tuple(kept.values())


def _contradictions(placed: list[tuple[Token, CodeMeaning, str]]) -> Iterator[str]:
    sure = [(token, says) for token, says, _ in placed if FOUND_OR_NOT not in says.asks]
    marks = [token.mark for token, _ in sure if token.mark is not None]
    if len({says.sex for _, says in sure} - {""}) > 1:
        yield "sex_differs"
    yield from contradicting(marks)
    tumors = {_basis(token) for token, says in sure if _names_tumor(says)}
    nodes = {_basis(token) for token, says in sure if _names_near_nodes(says)}
    far = any(_names_only_far(says) for _, says in sure)
    for mark in dict.fromkeys(marks):
        if mark.after_treatment:
            continue
        # What the laboratory finds later replaces what examination and pictures had not shown.
        replaced = {"p"} if mark.basis == "c" else set[str]()
        if mark.name == "T0" and tumors - replaced:
            yield "t0_with_tumor"
        if mark.name.startswith("Tis") and tumors - replaced:
            yield "tis_with_invasive"
        if mark.name.startswith("N0") and nodes - replaced:
            yield "n0_with_nodes"
        if mark.name.startswith("M0") and far:
            yield "m0_with_distant"


def _basis(token: Token) -> str:
    return token.mark.basis if token.mark else ""


def _names_tumor(says: CodeMeaning) -> bool:
    places = [PLACES[f.place] for f in says.found if f.certainty is Certainty.FOUND]
    return any(p.counts_as is CountsAs.BREAST and p.id != "several_spots" for p in places)


def _names_near_nodes(says: CodeMeaning) -> bool:
    places = [f.place for f in says.found if f.certainty is Certainty.FOUND]
    near = (PLACES[place] for place in (*places, *says.candidates))
    return any(p.group is Group.NEARBY_NODES and p.counts_as is CountsAs.NEARBY for p in near)


def _names_only_far(says: CodeMeaning) -> bool:
    places = [f.place for f in says.found] or list(says.candidates)
    counts = {PLACES[place].counts_as for place in places}
    return counts == {CountsAs.DISTANT} and says.words != "m_1"
