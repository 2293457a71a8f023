"""From findings to two answers: is it invasive, and is it metastatic?

The rules are two tables. ``DISTANCE`` says how far each meaning reaches; ``ANSWERS`` says what
the farthest *found* meaning makes of the case. Nothing suspected or unknown is ever counted; it
is listed with what it would make of the case if it were found, and keeps the answer open that it
could turn.

Source: ``seer-eod-breast``, ``nci-pdq-breast-patient``; collarbone nodes: ``tamirisa-2021``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain.answers import Answers
from decision_aid.domain.classification import NO_SIDES, Classification, Open, PossibleChange
from decision_aid.domain.findings import Finding, Side
from decision_aid.domain.places import PLACES, CountsAs, PlaceSide
from decision_aid.domain.rules.meaning import Answer, Reading
from decision_aid.domain.rules.notes import notes_for
from decision_aid.domain.rules.situation import Situation, of_one_breast

_SETTLED: Final = Open()
# Looked up once: each look-up of an enum's member costs as much as a whole step of the rules.
_BOTH, _DISTANT = Side.BOTH, CountsAs.DISTANT


def classify(answers: Answers) -> Classification:
    """Return the two answers for this case, with reasons and what could still change them.

    Args:
        answers: as ``checked`` returns them.

    Returns:
        One classification of everything that was found; with cancer in both breasts it also
        holds one for each breast by itself.
    """
    everything = Reading(answers.findings)
    changes = everything.possible_changes() if everything.unsettled else ()
    whole = _classification(answers, everything, everything.answer, changes)
    if answers.side is not _BOTH:
        return whole
    left, right = (Reading(_of_one_side(answers, side)) for side in (Side.LEFT, Side.RIGHT))
    of_person = Reading(f for f in answers.findings if PLACES[f.place].side is not PlaceSide.SAME)
    sides = {
        Side.LEFT: _classification(answers, left, *of_one_breast(left, right, of_person)),
        Side.RIGHT: _classification(answers, right, *of_one_breast(right, left, of_person)),
    }
    # Cancer is in both: what is not known of one breast is not known of the person.
    unknown = Open(
        whole.open.invasive
        or (whole.invasive is False and any(one.invasive is None for one in sides.values())),
        whole.open.metastatic
        or (whole.metastatic is False and any(one.metastatic is None for one in sides.values())),
    )
    return whole._replace(sides=sides, open=unknown)


def _classification(
    answers: Answers, reading: Reading, answer: Answer, changes: tuple[PossibleChange, ...]
) -> Classification:
    kind, invasive, metastatic, extent = answer
    still_open = _open(changes) if changes else _SETTLED
    if answers.not_read:
        # What was not read may be a finding; a "yes" it could not take back.
        still_open = Open(
            invasive=still_open.invasive or not invasive,
            metastatic=still_open.metastatic or not metastatic,
        )
    found = reading.found
    meanings = [meaning.counts_as for meaning, _ in found]
    situation = Situation(
        kind,
        invasive,
        metastatic,
        extent,
        [finding.place for _, finding in found],
        meanings,
        meanings.count(_DISTANT),
        answers.came_back,
        answers.side is _BOTH,
        reading.suspected,
        reading.not_sure,
        still_open,
    )
    notes = notes_for(found, situation)
    because = reading.because(answer) if found else ()
    return Classification(
        kind, invasive, metastatic, extent, because, changes, notes, NO_SIDES, still_open
    )


def _open(changes: Iterable[PossibleChange]) -> Open:
    invasive = metastatic = False
    for change in changes:
        invasive = invasive or change.turns_invasive
        metastatic = metastatic or change.turns_metastatic
    return Open(invasive, metastatic)


def _of_one_side(answers: Answers, side: Side) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in answers.findings
        if (PLACES[finding.place].side is PlaceSide.SAME and finding.side in {None, side})
        or PLACES[finding.place].counts_as is CountsAs.OUT_OF_SCOPE
    )
