"""Decisions where a result is missing, where it is no cancer, and where it is in place."""

from __future__ import annotations

from typing import Final

from decision_aid.domain.rules.decisions.model import About, Condition, DecisionRow, OptionRow
from decision_aid.domain.rules.facts import (
    CAME_BACK,
    IN_PLACE,
    ONLY_PAGET,
    ONLY_STRAY_CELLS_IN_NODE,
    PERSON_NOT_CANCER,
    PERSON_OUT_OF_SCOPE,
    RESULT_MISSING,
)

TIME_TO_DECIDE: Final = OptionRow("time_to_decide", ("verywell-wait", "ca-deciding"))

DECISIONS_NOT_SETTLED: Final = (
    DecisionRow(
        "which_result",
        About.BREAST,
        RESULT_MISSING,
        (
            OptionRow("wait_for_the_result", ("cancernet-tests",)),
            OptionRow("another_test_now", ("cancernet-tests", "komen-biopsies")),
            OptionRow("second_opinion_on_results", ("bco-second-opinion", "acs-second-opinion")),
            OptionRow("start_before_the_result", ("verywell-wait",)),
        ),
    ),
    DecisionRow(
        "which_team",
        About.PERSON,
        PERSON_OUT_OF_SCOPE,
        (
            OptionRow("wait_for_the_result", ("cancernet-tests",)),
            OptionRow("second_opinion_on_results", ("bco-second-opinion", "acs-second-opinion")),
        ),
    ),
    DecisionRow(
        "lower_the_risk",
        About.PERSON,
        PERSON_NOT_CANCER,
        (
            OptionRow("watching_with_images", ("cruk-lcis", "macmillan-lcis")),
            OptionRow("risk_medicine", ("cleveland-risk-medicine", "mayo-lcis")),
            OptionRow("surgery_to_both_breasts", ("ca-lcis-surgery", "nci-preventive-mastectomy")),
        ),
    ),
)

DECISIONS_IN_PLACE: Final = (
    DecisionRow(
        "surgery_in_place",
        About.BREAST,
        IN_PLACE & ~ONLY_PAGET & ~CAME_BACK,
        (
            OptionRow("lumpectomy_radiation", ("bcna-dcis-options",)),
            OptionRow("lumpectomy_alone_in_place", ("komen-dcis-radiation", "e5194-2015")),
            OptionRow("mastectomy", ("bcna-dcis-options",)),
            OptionRow("watching_in_a_study", ("comet-overview", "bco-comet-2024")),
        ),
    ),
    DecisionRow(
        "surgery_paget",
        About.BREAST,
        ONLY_PAGET & ~CAME_BACK,
        (
            OptionRow("nipple_area_surgery", ("ca-paget", "bco-pagets-surgery")),
            OptionRow("mastectomy", ("ca-paget",)),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "after_return_in_place",
        About.BREAST,
        IN_PLACE & CAME_BACK,
        (
            OptionRow("surgery_again", ("bco-local-surgery",)),
            OptionRow(
                "radiation_after_return",
                ("komen-recurrence", "love-recurrence"),
                (Condition.NO_RADIATION_THERE,),
            ),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "nodes_in_place",
        About.BREAST,
        IN_PLACE & ~CAME_BACK & ~ONLY_STRAY_CELLS_IN_NODE,
        (
            OptionRow("sentinel_node_biopsy", ("roozendaal-2016", "slnb-dcis-2010")),
            OptionRow("no_node_surgery", ("ca-dcis-snb", "slnb-dcis-2010")),
        ),
    ),
    DecisionRow(
        "medicine_after_in_place",
        About.BREAST,
        IN_PLACE & ~ONLY_PAGET,
        (
            OptionRow(
                "hormone_medicine", ("bcna-dcis-options",), (Condition.HORMONE_RECEPTOR_POSITIVE,)
            ),
            OptionRow(
                "no_hormone_medicine_in_place",
                ("bcna-dcis-options", "eng-wong-2010"),
                (Condition.HORMONE_RECEPTOR_POSITIVE,),
            ),
        ),
    ),
)
