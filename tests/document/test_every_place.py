"""A place that is added to the register must stand in every table, or be named where it need not.

Each table is named once, with how to look for a place in it. What belongs to the reading of
records is looked up by the test of those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import pytest

from decision_aid.content import Content, ContentError, load
from decision_aid.document.figure import BODIES, regions_of
from decision_aid.document.figure_svg import parts_drawn
from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    ContradictionError,
    CountsAs,
    Finding,
    PlaceId,
    PlaceSide,
    Side,
    assess,
    place_topic,
    places_asked,
)
from decision_aid.domain.rules.notes import OWN_NOTES
from tests.domain.places_contract import AGREED
from tests.records import test_every_place as records

NOT_DRAWN: Final = frozenset(
    (
        *("microinvasion", "several_spots", "breast_lymph_vessels", "inflammatory"),
        *("scar_or_chest_skin", "nodes_armpit_isolated_cells", "other_breast", "pleura"),
        *("brain_lining", "belly_lining", "ovary", "adrenal", "skin_far", "bone_marrow"),
        *("bone_marrow_cells", "blood_cells", "not_carcinoma", "spread_from_elsewhere"),
    )
)
"""What lies within a part of a drawing that stands for another place, lies all over the body, or
is no place at all; the document says it in words below the pictures."""
ONLY_SPOTS: Final = frozenset(("bone",))
"""What is marked as a spot on a part that is no drawing of its own."""
NO_SAME_DAY_CARD: Final = frozenset(
    (
        *("nodes_other_armpit", "nodes_other_breastbone", "nodes_other_collarbone"),
        *("nodes_neck", "nodes_chest_center", "nodes_belly_or_groin", "belly_lining", "ovary"),
        *("stomach_or_bowel", "adrenal", "skin_far", "other_far_organ"),
    )
)
"""Distant places of which no source names signs of their own that call for the same day."""
NO_EVERYDAY_NAME: Final = frozenset(("nodes_other_breastbone", "nodes_other_collarbone"))
"""What people call as its label does."""
NO_FOLLOW_UP: Final = frozenset(
    (
        *("ducts_only", "breast_tissue", "microinvasion", "breast_lymph_vessels"),
        *("breast_muscle", "inflammatory", "scar_or_chest_skin", "nodes_armpit"),
        *("nodes_armpit_isolated_cells", "nodes_in_breast", "nodes_below_collarbone"),
        *("nodes_neck", "nodes_chest_center", "nodes_belly_or_groin", "liver", "lung", "brain"),
        *("brain_lining", "belly_lining", "stomach_or_bowel", "adrenal", "bone_marrow_cells"),
        *("blood_cells", "not_carcinoma", "spread_from_elsewhere"),
    )
)
"""What means one thing, however it came about."""
NO_NOTE_OF_ITS_OWN: Final = frozenset(
    (
        *("ducts_only", "lobules_only", "nipple_paget", "breast_tissue", "bone", "liver", "lung"),
        *("brain", "brain_lining", "belly_lining", "stomach_or_bowel", "adrenal", "bone_marrow"),
        "other_far_organ",
    )
)
"""What the result, or a note of its kind or of what stands beside it, explains enough."""
NOT_LOCALLY_ADVANCED: Final = frozenset(
    (
        *("breast_tissue", "microinvasion", "several_spots", "breast_muscle"),
        *("scar_or_chest_skin", "nodes_armpit", "nodes_in_breast"),
    )
)
"""What is in the breast or nearby, and by itself no reason to begin with drugs."""


@cache
def _content() -> Content:
    return load()


def _has_words(place: PlaceId) -> bool:
    words = _content().place(place)
    return bool(words.label and words.medical_term)


def _has_topic(place: PlaceId) -> bool:
    return bool(_content().topic(place_topic(place)).blocks)


def _is_drawn(place: PlaceId) -> bool:
    return all(
        any(
            place in {region.place, region.other} and region.id in parts_drawn(region.drawing, body)
            for region in regions_of(body)
        )
        for body in BODIES
    )


def _is_in_the_figure(place: PlaceId) -> bool:
    return all(
        any(region.place_for(side) == place for region in regions_of(body))
        for body in BODIES
        for side in (Side.LEFT, Side.RIGHT)
    )


def _is_asked(place: PlaceId) -> bool:
    of_one, of_both = (
        {asked.id for asked in places_asked(side)} for side in (Side.LEFT, Side.BOTH)
    )
    # With cancer in both breasts each is asked about by itself, so there is no other side.
    return place in of_one and (place in of_both or PLACES[place].side is PlaceSide.OTHER)


def _has_a_same_day_card(place: PlaceId) -> bool:
    if place in PLACES and PLACES[place].counts_as is not CountsAs.DISTANT:
        return True
    return any(t.startswith("same_day/in_") for t in assess(Answers((Finding(place),))).same_day)


def _says_if_drugs_come_first(place: PlaceId) -> bool:
    if place in PLACES and PLACES[place].counts_as not in {CountsAs.BREAST, CountsAs.NEARBY}:
        return True
    first = {"treatment/steps_drugs_often_first", "treatment/steps_inflammatory"}
    return not first.isdisjoint(assess(Answers((Finding(place),), came_back=False)).treatment)


TABLES: Final[Mapping[str, tuple[Callable[[PlaceId], bool], frozenset[str]]]] = {
    "the contract (tests/domain/places_contract.py)": (
        lambda place: any(line.id == place for line in AGREED),
        frozenset(),
    ),
    "the register (domain/places.py), and a page that asks": (_is_asked, frozenset()),
    "its words (resources/en/places.toml)": (_has_words, frozenset()),
    "its topic (resources/en/topics/places)": (_has_topic, frozenset()),
    "everyday names (resources/en/labels/counselor.toml)": (
        lambda place: place in _content().labels("everyday_names"),
        NO_EVERYDAY_NAME,
    ),
    "a part of a drawing (resources/pictures/figure/*.svg)": (
        _is_drawn,
        NOT_DRAWN | ONLY_SPOTS,
    ),
    "a region of the figure (resources/pictures/figure/regions.toml)": (
        _is_in_the_figure,
        NOT_DRAWN,
    ),
    "a follow-up (domain/follow_ups.py)": (lambda place: place in FOLLOW_UPS, NO_FOLLOW_UP),
    "a note (domain/rules/notes.py)": (
        lambda place: bool(OWN_NOTES[place, None]),
        NO_NOTE_OF_ITS_OWN,
    ),
    "when to call the same day (domain/rules/same_day.py)": (
        _has_a_same_day_card,
        NO_SAME_DAY_CARD,
    ),
    "locally advanced (domain/rules/facts.py)": (_says_if_drugs_come_first, NOT_LOCALLY_ADVANCED),
}
"""Every table, with how a place is looked up in it, and the places that need not stand there."""


def lacking(place: PlaceId) -> list[str]:
    """Return every table in which a place is missing, and in which it is not named as exempt."""
    return [
        name
        for name, (stands, exempt) in TABLES.items()
        if place not in exempt and not _stands(stands, place)
    ] + records.lacking(place, records.NAMES, records.CODED)


def _stands(stands: Callable[[PlaceId], bool], place: PlaceId) -> bool:
    try:
        return stands(place)
    except (LookupError, ContentError, ContradictionError):
        return False


@pytest.mark.parametrize("place", PLACES)
def test_a_place_stands_in_every_table(place: PlaceId) -> None:
    missing = lacking(place)
    assert not missing, "\n".join((f"{place} is missing in:", *missing))


def test_a_place_that_is_missing_everywhere_is_named_with_each_table() -> None:
    missing = lacking(PlaceId("left_ear"))
    assert missing[: len(TABLES)] == list(TABLES)
    assert len(missing) == len(TABLES) + 3


@pytest.mark.parametrize("name", TABLES)
def test_only_places_that_do_not_stand_in_a_table_are_named_as_exempt(name: str) -> None:
    stands, exempt = TABLES[name]
    assert exempt <= set(PLACES)
    assert {place for place in exempt if _stands(stands, PlaceId(place))} == set()
