"""Results: only final and clear ones, and only of the cancer and the breast that they speak of."""

from __future__ import annotations

from typing import Any

import pytest

from decision_aid.domain import Biology, Her2, Receptor, Side
from decision_aid.records.fhir import read_bundle
from tests.records.fhir_files import (
    ICD,
    LNC,
    MCODE,
    NEGATIVE,
    POSITIVE,
    SCT,
    Json,
    bundle,
    concept,
    condition,
    observation,
    primary,
    site,
)


@pytest.mark.parametrize(
    ("value", "more", "reply"),
    [
        (POSITIVE, {}, Receptor.POSITIVE),
        (concept((SCT, "10828004")), {}, Receptor.POSITIVE),
        (concept((SCT, "260385009")), {}, Receptor.NEGATIVE),
        ({"text": "Negative"}, {}, Receptor.NEGATIVE),
        (None, {"valueString": "positive"}, Receptor.POSITIVE),
        (
            None,
            {
                "valueQuantity": {"value": 90},
                "interpretation": [
                    concept(
                        (
                            "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                            "POS",
                        )
                    )
                ],
            },
            Receptor.POSITIVE,
        ),
        (None, {"valueQuantity": {"value": 90}}, Receptor.UNKNOWN),
        (concept((SCT, "42425007")), {}, Receptor.UNKNOWN),
        (concept((LNC, "LA6576-8"), (SCT, "260385009")), {}, Receptor.UNKNOWN),
        (concept((LNC, "LA6576-8"), ("http://x", "y")), {}, Receptor.UNKNOWN),
        ({"text": "positive in 1 of 2"}, {}, Receptor.UNKNOWN),
        (POSITIVE, {"status": "preliminary"}, Receptor.UNKNOWN),
        (POSITIVE, {"status": "entered-in-error"}, Receptor.UNKNOWN),
        (POSITIVE, {"status": "cancelled"}, Receptor.UNKNOWN),
    ],
)
def test_a_receptor_is_known_only_by_a_final_and_clear_result(
    value: Json | None, more: Json, reply: Receptor
) -> None:
    imported = read_bundle(bundle(primary(), observation("16112-5", value, **more)))
    assert imported.answers.biology.er is reply
    assert bool(imported.parts[1].open) is (reply is Receptor.UNKNOWN)


def test_two_results_that_differ_are_not_chosen_between() -> None:
    imported = read_bundle(
        bundle(primary(), observation("85319-2", POSITIVE), observation("85318-4", NEGATIVE))
    )
    assert imported.answers.biology.her2 is Her2.UNKNOWN
    assert imported.contradictions == ("her2",)


@pytest.mark.parametrize(
    ("score", "her2", "asks"),
    [
        ("LA6111-4", Her2.NEGATIVE, ()),
        ("LA11841-6", Her2.UNKNOWN, ("her2_low_or_negative",)),
        ("LA11842-4", Her2.UNKNOWN, ("equivocal",)),
        ("LA11843-2", Her2.POSITIVE, ()),
    ],
)
def test_her2_scores_are_read(score: str, her2: Her2, asks: tuple[str, ...]) -> None:
    imported = read_bundle(bundle(primary(), observation("85319-2", concept((LNC, score)))))
    assert imported.answers.biology.her2 is her2
    assert imported.parts[1].open == asks


RELATED = MCODE + "mcode-related-condition"
STOMACH = condition((ICD, "C16.9"), id="stomach")
LUNG_IN_SNOMED = condition((SCT, "254637007"), id="lung", stage=[{}])


def _her2(**more: Any) -> Json:
    return observation("48676-1", POSITIVE, **more)


def _related(reference: str) -> Json:
    return {"extension": [{"url": RELATED, "valueReference": {"reference": reference}}]}


def _coded(code: str) -> Json:
    return {"extension": [{"url": RELATED, "valueCodeableConcept": concept((ICD, code))}]}


TAKEN = {"specimen": {"reference": "Specimen/s"}}


def _specimen(code: str, **more: object) -> Json:
    collection = {"bodySite": concept((SCT, code))}
    return {"resourceType": "Specimen", "id": "s", "collection": collection, **more}


@pytest.mark.parametrize(
    ("more", "others", "asks"),
    [
        ({}, (), ()),
        ({"focus": [{"reference": "Condition/breast"}]}, (STOMACH,), ()),
        (_related("Condition/breast"), (STOMACH,), ()),
        ({"bodySite": site("80248007")}, (STOMACH,), ()),
        (TAKEN, (STOMACH, _specimen("80248007")), ()),
        ({"focus": [{"reference": "Condition/stomach"}]}, (STOMACH,), ("of_another_cancer",)),
        (_related("Condition/stomach"), (STOMACH,), ("of_another_cancer",)),
        (_coded("C16.9"), (), ("of_another_cancer",)),
        (_coded("C50.912"), (STOMACH,), ()),
        ({}, (STOMACH,), ("result_of_which_cancer",)),
        ({}, (LUNG_IN_SNOMED,), ("result_of_which_cancer",)),
        ({"focus": [{"reference": "Condition/gone"}]}, (), ("result_of_which_cancer",)),
        ({"bodySite": site("69695003")}, (), ("result_of_which_cancer",)),
        ({"bodySite": site("10200004")}, (), ("result_of_which_cancer",)),
        (TAKEN, (_specimen("10200004"),), ("result_of_which_cancer",)),
        ({"bodySite": site("73056007")}, (), ("result_of_which_breast",)),
        ({"bodySite": site("76752008", "right")}, (), ("result_of_which_breast",)),
        (TAKEN, (_specimen("73056007"),), ("result_of_which_breast",)),
    ],
)  # fmt: skip
def test_a_result_counts_only_for_the_cancer_and_side_it_speaks_of(
    more: Json, others: tuple[Json, ...], asks: tuple[str, ...]
) -> None:
    imported = read_bundle(bundle(primary("left", id="breast"), *others, _her2(**more)))
    part = next(part for part in imported.parts if part.resource.startswith("Observation"))
    assert part.open == asks
    assert imported.answers.biology.her2 is (Her2.UNKNOWN if asks else Her2.POSITIVE)


def test_a_test_of_breast_cancer_needs_no_more_to_be_of_the_breast() -> None:
    imported = read_bundle(bundle(primary("left"), STOMACH, observation("85337-4", POSITIVE)))
    assert imported.answers.biology.er is Receptor.POSITIVE


def test_a_result_of_one_breast_is_not_given_to_both() -> None:
    both = (primary("left", id="l"), primary("right", id="r"))
    er_left = observation("85337-4", POSITIVE, bodySite=site("80248007"))
    pr_right = observation("85339-0", NEGATIVE, focus=[{"reference": "Condition/r"}])
    imported = read_bundle(bundle(*both, er_left, pr_right, _her2()))
    assert imported.answers.biology == Biology()
    assert imported.answers.biology_by_side == {
        Side.LEFT: Biology(er=Receptor.POSITIVE),
        Side.RIGHT: Biology(pr=Receptor.NEGATIVE),
    }
    assert imported.parts[-1].open == ("result_of_which_breast",)


def test_a_result_in_a_code_of_diagnosis_counts_where_there_is_one_cancer() -> None:
    positive = condition((ICD, "Z17.0"))
    assert read_bundle(bundle(primary(), positive)).answers.biology.er is Receptor.POSITIVE
    beside = read_bundle(bundle(primary(), STOMACH, positive))
    assert beside.answers.biology.er is Receptor.UNKNOWN
    assert "result_of_which_cancer" in beside.parts[2].open


def test_without_a_breast_cancer_no_result_counts() -> None:
    imported = read_bundle(bundle(_her2()))
    assert imported.answers.biology == Biology()
    assert imported.asks == ("no_breast_cancer",)
