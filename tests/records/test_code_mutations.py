"""A wrong meaning of any code is noticed: each entry is changed in turn, and the rules say no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest

from decision_aid.domain import PLACES, Certainty, Finding, Her2, PlaceId, Receptor, Side, TumorType
from decision_aid.domain.biology import with_reply
from decision_aid.records.codes import icdo3, snomed, snomed_staging, tnm
from decision_aid.records.codes.icd10cm import CODES
from decision_aid.records.codes.meaning import CodeMeaning, Subject
from tests.records.code_rules import disagreements
from tests.records.other_code_rules import of_condition, of_morphology, of_site, of_topography
from tests.records.staging_rules import of_category, of_stage

_Rule = Callable[[str, CodeMeaning], Iterable[str]]
_Changes = tuple[Callable[[CodeMeaning], Iterator[CodeMeaning]], ...]
_OTHER_RECEPTORS = {
    "er": tuple(Receptor), "pr": tuple(Receptor), "her2": tuple(Her2), "type": tuple(TumorType),
}  # fmt: skip


def other_places(meaning: CodeMeaning) -> Iterator[CodeMeaning]:
    """Put each place of the register in place of each of its places, one by one."""
    for place in PLACES:
        for n, finding in enumerate(meaning.found):
            if place != finding.place:
                changed = (
                    *meaning.found[:n],
                    finding._replace(place=place),
                    *meaning.found[n + 1 :],
                )
                yield meaning._replace(found=changed)
        for n, candidate in enumerate(meaning.candidates):
            if place != candidate:
                rest = meaning.candidates[n + 1 :]
                yield meaning._replace(candidates=(*meaning.candidates[:n], place, *rest))
        if place not in meaning.places:
            yield meaning._replace(candidates=(*meaning.candidates, place))
    for n in range(len(meaning.candidates)):
        yield meaning._replace(candidates=meaning.candidates[:n] + meaning.candidates[n + 1 :])
    for n in range(len(meaning.found)):
        yield meaning._replace(found=meaning.found[:n] + meaning.found[n + 1 :])


def other_sides(meaning: CodeMeaning) -> Iterator[CodeMeaning]:
    for side in (None, *Side):
        if side is not meaning.side:
            yield meaning._replace(side=side)


def other_certainties(meaning: CodeMeaning) -> Iterator[CodeMeaning]:
    """Change how sure a place is; decide what is open, and open what is decided."""
    for certainty in Certainty:
        for n, finding in enumerate(meaning.found):
            if certainty is not finding.certainty:
                changed = finding._replace(certainty=certainty)
                yield meaning._replace(found=(*meaning.found[:n], changed, *meaning.found[n + 1 :]))
    if meaning.found:
        places = tuple(finding.place for finding in meaning.found)
        yield meaning._replace(found=(), candidates=(*places, *meaning.candidates))
    for n, place in enumerate(meaning.candidates):
        rest = meaning.candidates[:n] + meaning.candidates[n + 1 :]
        yield meaning._replace(found=(*meaning.found, Finding(PlaceId(place))), candidates=rest)


def other_subjects(meaning: CodeMeaning) -> Iterator[CodeMeaning]:
    for subject in Subject:
        if subject is not meaning.subject:
            yield meaning._replace(subject=subject)


def other_biologies(meaning: CodeMeaning) -> Iterator[CodeMeaning]:
    for item, replies in _OTHER_RECEPTORS.items():
        for reply in replies:
            if reply is not getattr(meaning.biology, item):
                yield meaning._replace(biology=with_reply(meaning.biology, item, reply))


CODED: _Changes = (other_places, other_sides, other_certainties, other_subjects, other_biologies)
PLACED: _Changes = (other_places, other_certainties)
TABLES: list[tuple[str, dict[str, CodeMeaning], _Rule, _Changes]] = [
    ("ICD-10-CM", CODES, disagreements, CODED),
    ("ICD-O-3 topography", icdo3.TOPOGRAPHY, of_topography, PLACED),
    ("ICD-O-3 morphology", icdo3.MORPHOLOGY, of_morphology, (*PLACED, other_sides, other_subjects)),
    ("SNOMED CT conditions", snomed.CONDITIONS, of_condition, (*PLACED, other_sides)),
    ("SNOMED CT body sites", snomed.BODY_SITES, of_site, (*PLACED, other_sides)),
    ("stages", tnm.STAGES, of_stage, PLACED),
    *(
        (
            f"TNM {letters or 'without a letter'}",
            {name: category.by(letters) for name, category in tnm.CATEGORIES.items()},
            partial(of_category, letters=letters),
            PLACED,
        )
        for letters in ("c", "p", "")
    ),
]


@pytest.mark.parametrize(
    ("table", "entries", "rule", "changes"), TABLES, ids=[t[0] for t in TABLES]
)
def test_every_change_of_every_entry_is_noticed(
    table: str,
    entries: dict[str, CodeMeaning],
    rule: _Rule,
    changes: _Changes,
) -> None:
    missed: list[str] = []
    count = 0
    for code, meaning in entries.items():
        assert list(rule(code, meaning)) == [], code
        for change in changes:
            for mutated in change(meaning):
                count += 1
                if not list(rule(code, mutated)):
                    missed.append(f"{table} {code} {change.__name__}: {mutated}")
    assert missed == []
    assert count > len(entries) * len(PLACES) / 2


def test_a_staging_number_moved_to_another_category_breaks_the_order() -> None:
    numbers = {
        letters: sorted(
            (code for code, (before, _) in snomed_staging.CATEGORIES.items() if before == letters),
            key=int,
        )
        for letters in ("c", "p", "yp")
    }
    order = list(tnm.CATEGORIES)
    for letters, codes in numbers.items():
        for letter in "TNM":
            names = [
                snomed_staging.CATEGORIES[code][1]
                for code in codes
                if snomed_staging.CATEGORIES[code][1][0] == letter
            ]
            for n in range(len(names) - 1):
                swapped = [*names[:n], names[n + 1], names[n], *names[n + 2 :]]
                places = [order.index(name) for name in swapped]
                if names[n] != names[n + 1]:
                    assert places != sorted(places), (letters, names[n])
