"""Reads the results for ER, PR and HER2 from Observations.

Source: ``hl7-observation-interpretation`` for the positive and negative that HL7 itself defines.
"Equivocal" and every other value stay unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.domain import Her2, Receptor
from decision_aid.records.codes import loinc, snomed
from decision_aid.records.fhir.availability import Json
from decision_aid.records.fhir.bundle import Resource
from decision_aid.records.fhir.concepts import codings, text_of
from decision_aid.records.fhir.systems import INTERPRETATION, LOINC, SNOMED_CT

_RESULTS: Final[dict[tuple[str, str], str]] = {
    **{(LOINC, code): said for code, said in loinc.RESULTS.items()},
    **{(SNOMED_CT, code): said for code, said in snomed.RESULTS.items()},
    (INTERPRETATION, "POS"): "positive",
    (INTERPRETATION, "NEG"): "negative",
}
_WORDS: Final = frozenset({"positive", "negative", "equivocal"})
_FINAL: Final = frozenset({"final", "amended", "corrected"})
_NOT_YET: Final = frozenset({"registered", "preliminary"})


class Result(NamedTuple):
    """What an Observation says.

    Attributes:
        name: its type and id.
        text: how the file calls the test and its value.
        item: ``er``, ``pr`` or ``her2``; "" for any other Observation.
        reply: the result, or ``None`` where it is open.
        open: ids of what has to be asked.
    """

    name: str
    text: str
    item: str = ""
    reply: Receptor | Her2 | None = None
    open: tuple[str, ...] = ()


def read_observation(resource: Resource) -> Result:
    """Return what an Observation says."""
    content = resource.content
    name = text_of(content.get("code", {})) or resource.name
    tests = {
        loinc.RECEPTOR_TESTS[c]
        for s, c in codings(content.get("code", {}))
        if s == LOINC and c in loinc.RECEPTOR_TESTS
    }
    value = text_of(content.get("valueCodeableConcept", {})) or str(content.get("valueString", ""))
    text = f"{name}: {value}" if value else name
    if len(tests) != 1:
        return Result(resource.name, text)
    result = Result(resource.name, text, tests.pop())
    status = content.get("status")
    if status == "entered-in-error":
        return result._replace(open=("entered_in_error",))
    if status not in _FINAL:
        return result._replace(open=("not_final",) if status in _NOT_YET else ("result_unclear",))
    said = set(_said(content))
    if said not in ({"positive"}, {"negative"}):
        return result._replace(open=("equivocal" if said == {"equivocal"} else "result_unclear",))
    reply: Receptor | Her2
    reply = Her2(said.pop()) if result.item == "her2" else Receptor(said.pop())
    return result._replace(reply=reply)


def _said(content: Json) -> Iterator[str]:
    concept = content.get("valueCodeableConcept", {})
    for system, code in codings(concept):
        # A value in a code that is not known may say the opposite of one that is.
        yield _RESULTS.get((system, code), "unknown")
    words = (concept.get("text"), content.get("valueString"))
    yield from (w for word in words if word and (w := str(word).strip().lower()) in _WORDS)
    for interpretation in content.get("interpretation", []):
        for coding in codings(interpretation):
            if coding in _RESULTS:
                yield _RESULTS[coding]
