"""Reads results from Observations: receptors, staging, grade, kind of tissue, lymph nodes.

Source: ``hl7-observation-interpretation`` for the positive and negative that HL7 itself defines.
"Equivocal" and every other value stay unknown. History is no finding of now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from decision_aid.domain import UNKNOWN_BIOLOGY, Biology, Her2, Receptor, with_reply
from decision_aid.domain.biology import Grade
from decision_aid.records.codes import loinc, snomed, snomed_staging, tnm
from decision_aid.records.codes.icdo3 import morphology
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, not_found
from decision_aid.records.fhir.bundle import Resource
from decision_aid.records.fhir.models import (
    AJCC,
    DATA_ABSENT,
    ICD_O_3,
    INTERPRETATION,
    LOINC,
    NCIT,
    SNOMED_CT,
    Json,
)
from decision_aid.records.fhir.readings import codings, condition_reading, text_of

_RESULTS: Final[dict[tuple[str, str], str]] = {
    **{(LOINC, code): said for code, said in loinc.RESULTS.items()},
    **{(SNOMED_CT, code): said for code, said in snomed.RESULTS.items()},
    (INTERPRETATION, "POS"): "positive",
    (INTERPRETATION, "NEG"): "negative",
}
_WORDS: Final = frozenset({"positive", "negative", "equivocal"})
_FINAL: Final = frozenset({"final", "amended", "corrected"})
_NOT_YET: Final = frozenset({"registered", "preliminary"})
_RETRACTED: Final = frozenset({"entered-in-error", "cancelled"})


class Result(NamedTuple):
    """What an Observation says.

    Attributes:
        name: its type and id.
        text: how the file calls the test and its value.
        kind: what it is about: ``er``, ``pr``, ``her2``, ``staging``, ``grade``, ``histology``,
            ``nodes``, ``ducts`` or ``history``; "" for any other Observation.
        meaning: what it says, or nothing yet where ``open`` asks.
        open: ids of what has to be asked.
        category: for staging, T, N, M or ``stage``, with the letter before it.
        breast_specimen: whether the test itself is one of breast cancer.
    """

    name: str
    text: str
    kind: str = ""
    meaning: CodeMeaning = CodeMeaning()
    open: tuple[str, ...] = ()
    category: tuple[str, str] = ("", "")
    breast_specimen: bool = False


def read_observation(resource: Resource) -> Result:
    """Return what an Observation says."""
    content = resource.content
    name = text_of(content.get("code", {})) or resource.name
    value = text_of(content.get("valueCodeableConcept", {})) or _plain_value(content)
    result = Result(resource.name, f"{name}: {value}" if value else name)
    tests = list(codings(content.get("code", {})))
    kinds = {kind for test in tests if (kind := _KINDS.get(test))}
    kinds |= {"history" for test in tests if _is_history(*test)}
    if len(kinds) != 1:
        return result
    kind = kinds.pop()
    specimen = any(system == LOINC and code in loinc.OF_BREAST for system, code in tests)
    result = result._replace(kind=kind, breast_specimen=specimen)
    status = content.get("status")
    if status in _FINAL:
        return result if _is_absent(content) else _READERS[kind](result, content)
    why = "not_final" if status in _NOT_YET else "result_unclear"
    return result._replace(open=("entered_in_error" if status in _RETRACTED else why,))


_OBSERVED: Final = {
    **{(LOINC, code): observed for code, observed in loinc.OBSERVED.items()},
    **{(SNOMED_CT, code): observed for code, observed in snomed_staging.OBSERVED.items()},
}
_KINDS: Final[dict[tuple[str, str], str]] = {
    **{(LOINC, code): item for code, item in loinc.RECEPTOR_TESTS.items()},
    **dict.fromkeys(_OBSERVED, "staging"),
    **dict.fromkeys(((LOINC, code) for code in loinc.GRADE_TESTS), "grade"),
    **dict.fromkeys(((SNOMED_CT, code) for code in snomed.GRADE_TESTS), "grade"),
    **dict.fromkeys(((NCIT, code) for code in loinc.GRADE_TESTS_OF_NCIT), "grade"),
    **dict.fromkeys(((LOINC, code) for code in loinc.HISTOLOGY_TESTS), "histology"),
    **dict.fromkeys(((LOINC, code) for code in loinc.POSITIVE_NODES), "nodes"),
    **dict.fromkeys(((LOINC, code) for code in loinc.DUCTS_TESTS), "ducts"),
}


def _is_absent(content: Json) -> bool:
    """Whether the record says itself that there is no value, such as "not applicable"."""
    value = content.get("valueCodeableConcept", {})
    return any(system == DATA_ABSENT for system, _ in codings(value))


def _is_history(system: str, code: str) -> bool:
    reading = condition_reading(system, code)
    return reading is not None and reading.subject is Subject.HISTORY


def _plain_value(content: Json) -> str:
    if "valueString" in content:
        return str(content["valueString"])
    number = _number(content)
    return "" if number is None else f"{number:g}"


def _number(content: Json) -> float | None:
    number = content.get("valueInteger", content.get("valueQuantity", {}).get("value"))
    return None if number is None else float(number)


def _with(result: Result, biology: Biology) -> Result:
    return result._replace(meaning=CodeMeaning(biology=biology))


def _receptor(result: Result, content: Json) -> Result:
    scores = {
        loinc.HER2_SCORES[code]
        for system, code in codings(content.get("valueCodeableConcept", {}))
        if system == LOINC and code in loinc.HER2_SCORES
    }
    if result.kind == "her2" and len(scores) == 1:
        return _her2_score(result, scores.pop())
    said = set(_said(content))
    if said not in ({"positive"}, {"negative"}):
        return result._replace(open=("equivocal" if said == {"equivocal"} else "result_unclear",))
    reply = Her2(said.pop()) if result.kind == "her2" else Receptor(said.pop())
    return _with(result, with_reply(UNKNOWN_BIOLOGY, result.kind, reply))


def _her2_score(result: Result, score: str) -> Result:
    match score:
        case "3+":
            return _with(result, Biology(her2=Her2.POSITIVE))
        case "0":
            return _with(result, Biology(her2=Her2.NEGATIVE))
        case "1+":
            return result._replace(open=("her2_low_or_negative",))
        case _:
            return result._replace(open=("equivocal",))


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


def _staging(result: Result, content: Json) -> Result:
    observed = next(_OBSERVED[test] for test in codings(content["code"]) if test in _OBSERVED)
    concept = content.get("valueCodeableConcept", {})
    if not concept and "valueString" in content:
        concept = {"text": content["valueString"]}
    said = staging_of(concept, observed)
    if said is None:
        return result._replace(open=("stage_unclear",), category=observed)
    letters, meaning = said
    return result._replace(meaning=meaning, category=(letters, observed[1]))


def staging_of(concept: Json, observed: tuple[str, str]) -> tuple[str, CodeMeaning] | None:
    """Return the letters and the meaning of a category or stage, or ``None`` where unclear.

    Args:
        concept: the value.
        observed: the letters before it, and T, N, M or ``stage``, as the test names them.
    """
    letters, letter = observed
    named: set[tuple[str, str]] = set()
    for system, code in codings(concept):
        if system == SNOMED_CT and code in snomed_staging.CATEGORIES:
            named.add(snomed_staging.CATEGORIES[code])
        elif system == SNOMED_CT and code in snomed_staging.STAGES:
            named.add((letters, snomed_staging.STAGES[code]))
        elif system == AJCC:
            named.add(_spelled(code, letters, letter))
        else:
            named.add(("", ""))
    if not concept.get("coding") and concept.get("text"):
        named.add(_spelled(str(concept["text"]), letters, letter))
    if len(named) != 1:
        return None
    before, name = named.pop()
    if letter == "stage":
        return (before, tnm.STAGES[name]) if name in tnm.STAGES else None
    if name not in tnm.CATEGORIES or name[0] != letter:
        return None
    if letters and before[-1:] != letters[-1:]:
        return None
    return before, tnm.with_letters(name, before)


def _spelled(text: str, letters: str, letter: str) -> tuple[str, str]:
    """Return the letters and the name of a category or stage that is written out."""
    plain = text.strip()
    if letter == "stage":
        name = plain.lower().removeprefix("stage").strip().upper()
        for digit, roman in (("4", "IV"), ("3", "III"), ("2", "II"), ("1", "I")):
            name = roman + name[1:] if name.startswith(digit) else name
        return letters, name
    before = plain[: len(plain) - len(plain.lstrip("ycpram"))]
    return before or letters, plain[len(before) :]


def _grade(result: Result, content: Json) -> Result:
    concept = content.get("valueCodeableConcept", {})
    grades = {_grade_of(system, code) for system, code in codings(concept)}
    if len(grades) != 1 or None in grades:
        return result._replace(open=("result_unclear",))
    return _with(result, Biology(grade=next(iter(grades)) or Grade.UNKNOWN))


def _grade_of(system: str, code: str) -> Grade | None:
    tables = {LOINC: loinc.GRADES, SNOMED_CT: snomed.GRADES}
    return tables.get(system, {}).get(code)


def _histology(result: Result, content: Json) -> Result:
    concept = content.get("valueCodeableConcept", {})
    meanings = [
        meaning
        for system, code in codings(concept)
        if (meaning := _morphology(system, code)) is not None
    ]
    if len(set(meanings)) != 1:
        return result._replace(open=("result_unclear",))
    return result._replace(meaning=meanings[0])


def _morphology(system: str, code: str) -> CodeMeaning | None:
    if system == ICD_O_3:
        return morphology(code)
    return snomed.MORPHOLOGY.get(code) if system == SNOMED_CT else None


_SENTINEL: Final = ("nodes_armpit", "nodes_breastbone")


def _nodes(result: Result, content: Json) -> Result:
    number = _number(content)
    if number is None or number < 0:
        return result._replace(open=("result_unclear",))
    if number == 0:
        return result._replace(meaning=CodeMeaning(found=not_found(_SENTINEL[0])))
    which = CodeMeaning(candidates=candidates(*_SENTINEL), asks=("which_nodes",))
    return result._replace(meaning=which)


def _history(result: Result, content: Json) -> Result:
    return result._replace(open=("came_back_or_not",))


def _ducts(result: Result, content: Json) -> Result:
    """Return cancer inside the ducts beside the invasive part: it changes no answer."""
    return result


_READERS: Final[dict[str, Callable[[Result, Json], Result]]] = {
    "er": _receptor,
    "pr": _receptor,
    "her2": _receptor,
    "staging": _staging,
    "grade": _grade,
    "histology": _histology,
    "nodes": _nodes,
    "history": _history,
    "ducts": _ducts,
}
