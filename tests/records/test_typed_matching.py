"""Type-ahead: starts of words first, then what looks much like it."""

from __future__ import annotations

from decision_aid.domain import PlaceId
from decision_aid.records.typed import matching_places

NAMES = {
    PlaceId(place): words
    for place, words in {
        "bone": ["Bone (such as spine, ribs, hips)", "Bone metastasis, M1", "skeleton"],
        "bone_marrow": ["Bone marrow (the team said cancer is growing there)"],
        "nodes_armpit": ["Lymph nodes in the armpit on the same side", "Axillary lymph nodes"],
        "nodes_above_collarbone": ["Lymph nodes above the collarbone", "Supraclavicular nodes"],
        "liver": ["Liver", "Liver metastasis, M1", "hepatic"],
        "other_breast": ["The other breast", "Contralateral breast cancer"],
    }.items()
}


def test_the_start_of_a_word_is_enough() -> None:
    assert matching_places("liv", NAMES) == ("liver",)
    assert matching_places("marr", NAMES) == ("bone_marrow",)
    assert matching_places("hip", NAMES) == ("bone",)


def test_words_may_stand_in_any_order_and_case() -> None:
    assert matching_places("NODES axil", NAMES) == ("nodes_armpit",)
    assert matching_places("armpit lymph", NAMES) == ("nodes_armpit",)


def test_names_that_start_so_come_first_and_short_ones_before_long_ones() -> None:
    assert matching_places("bone", NAMES) == ("bone", "bone_marrow")
    assert matching_places("lymph nodes", NAMES)[0] == "nodes_above_collarbone"


def test_a_slip_of_the_finger_still_finds_it() -> None:
    assert matching_places("axilary", NAMES) == ("nodes_armpit",)
    assert matching_places("supraclaviclar", NAMES) == ("nodes_above_collarbone",)
    assert matching_places("livr", NAMES) == ("liver",)
    assert matching_places("hépatic", NAMES) == ("liver",)


def test_what_starts_so_comes_before_what_looks_like_it() -> None:
    names = {
        PlaceId("brain"): ["Brain"],
        PlaceId("bone"): ["Brainy bone"],
        PlaceId("lung"): ["Brian"],
    }
    assert matching_places("brain", names) == ("brain", "bone", "lung")


def test_no_place_for_what_fits_none() -> None:
    assert matching_places("zzz", NAMES) == ()
    assert matching_places("  ,; ", NAMES) == ()
    assert matching_places("bone zzz", NAMES) == ()
    assert matching_places("x", NAMES) == ()
