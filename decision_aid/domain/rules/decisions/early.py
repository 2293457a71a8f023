"""Decisions where cancer is invasive and was not found far away: in the breast and nearby."""

from __future__ import annotations

from typing import Final

from decision_aid.domain.rules.decisions.before_treatment import TIME_TO_DECIDE
from decision_aid.domain.rules.decisions.model import About, Condition, DecisionRow, OptionRow
from decision_aid.domain.rules.facts import (
    ARMPIT,
    CAME_BACK,
    COLLARBONE,
    EARLY,
    IN_PLACE,
    INFLAMMATORY,
    LOCALLY_ADVANCED,
    NO_TUMOR_IN_BREAST,
    NODES_NEARBY,
    ONLY_IN_BREAST,
    ONLY_STRAY_CELLS_IN_NODE,
    OTHER_BREAST_FREE,
    STARTS_WITH_DRUGS,
    USUAL_ORDER,
)

DECISIONS_CAME_BACK: Final = (
    DecisionRow(
        "after_return",
        About.BREAST,
        EARLY & CAME_BACK,
        (
            OptionRow("tests_for_spread_first", ("love-recurrence", "komen-recurrence")),
            OptionRow("surgery_again", ("bco-local-surgery", "komen-recurrence")),
            OptionRow(
                "radiation_after_return",
                ("komen-recurrence", "aboutcancer-chest-wall"),
                (Condition.NO_RADIATION_THERE,),
            ),
            OptionRow("drugs_after_return", ("komen-recurrence", "love-recurrence")),
            TIME_TO_DECIDE,
        ),
    ),
)

DECISIONS_INFLAMMATORY: Final = (
    DecisionRow(
        "start_inflammatory",
        About.BREAST,
        STARTS_WITH_DRUGS,
        (
            OptionRow("drugs_first", ("bjc-ibc-uk-2015", "mlc-ibc-treatment")),
            OptionRow("second_opinion_soon", ("acs-second-opinion", "cwhn-ibc")),
        ),
    ),
    DecisionRow(
        "surgery_inflammatory",
        About.BREAST,
        STARTS_WITH_DRUGS,
        (
            OptionRow("mastectomy_and_nodes", ("bjc-ibc-uk-2015", "mlc-ibc-treatment")),
            OptionRow("no_surgery_for_now", ("weill-ibc-surgery", "moffitt-ibc-surgery")),
        ),
    ),
)

DECISIONS_LOCAL: Final = (
    DecisionRow(
        "order",
        About.BREAST,
        USUAL_ORDER,
        (
            OptionRow("surgery_first", ("cochrane-preoperative", "acs-treatment-stages-i-iii")),
            OptionRow("drugs_first", ("cochrane-preoperative", "cleveland-neoadjuvant")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "surgery_to_breast",
        About.BREAST,
        USUAL_ORDER & ~NO_TUMOR_IN_BREAST,
        (
            OptionRow(
                "lumpectomy_radiation", ("komen-deciding-surgery", "acs-treatment-stages-i-iii")
            ),
            OptionRow(
                "lumpectomy_alone",
                ("prime2-2023",),
                (Condition.HORMONE_RECEPTOR_POSITIVE,),
                ONLY_IN_BREAST & ~LOCALLY_ADVANCED,
            ),
            OptionRow("mastectomy", ("komen-deciding-surgery", "nci-25y-bct-mastectomy")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "surgery_no_tumor_found",
        About.BREAST,
        USUAL_ORDER & NO_TUMOR_IN_BREAST,
        (
            OptionRow("radiation_no_breast_surgery", ("cncr-occult", "danish-occult")),
            OptionRow("mastectomy", ("cncr-occult", "danish-occult")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "nodes",
        About.BREAST,
        USUAL_ORDER | (EARLY & CAME_BACK & ARMPIT),
        (
            OptionRow(
                "sentinel_node_biopsy",
                ("ascopost-slnb-2025", "baycare-snb"),
                when=~(ARMPIT | COLLARBONE | ONLY_STRAY_CELLS_IN_NODE),
            ),
            OptionRow(
                "sentinel_after_drugs",
                ("springer-slnb-after-drugs-2022", "koreamed-slnb-after-drugs-2015"),
                when=ARMPIT & ~COLLARBONE & ~CAME_BACK,
            ),
            OptionRow(
                "more_nodes_out",
                ("z0011-10y-2017", "healthdirect-snb"),
                when=NODES_NEARBY | ONLY_STRAY_CELLS_IN_NODE,
            ),
            OptionRow(
                "armpit_radiation",
                ("amaros-10y-2023", "ca-axilla-2011"),
                when=NODES_NEARBY & ~CAME_BACK,
            ),
            OptionRow(
                "armpit_radiation",
                ("breastnet-recurrence",),
                (Condition.NO_RADIATION_THERE,),
                NODES_NEARBY & CAME_BACK,
            ),
            OptionRow(
                "no_more_node_surgery",
                ("z0011-10y-2017", "ibcsg-23-01-10y-2018"),
                when=(ARMPIT | ONLY_STRAY_CELLS_IN_NODE) & ~LOCALLY_ADVANCED & ~CAME_BACK,
            ),
            OptionRow(
                "no_node_surgery",
                ("insema-2025", "sound-2023"),
                when=~(NODES_NEARBY | ONLY_STRAY_CELLS_IN_NODE | LOCALLY_ADVANCED),
            ),
            OptionRow(
                "time_to_decide",
                TIME_TO_DECIDE.sources,
                when=NODES_NEARBY | LOCALLY_ADVANCED,
            ),
        ),
    ),
    DecisionRow(
        "radiation_after_mastectomy",
        About.BREAST,
        STARTS_WITH_DRUGS | (USUAL_ORDER & (NODES_NEARBY | LOCALLY_ADVANCED)),
        (
            OptionRow("radiation_after_mastectomy", ("ebctcg-2014", "compass-radiation")),
            OptionRow("no_radiation_after_mastectomy", ("supremo-2025",)),
        ),
    ),
)

REBUILDING: Final = DecisionRow(
    "after_mastectomy",
    About.BREAST,
    IN_PLACE | EARLY,
    (
        OptionRow(
            "reconstruction_now",
            ("facs-timing", "cancer-ie-timing"),
            when=~INFLAMMATORY,
        ),
        OptionRow("reconstruction_later", ("mdanderson-timing", "cancer-ie-timing")),
        OptionRow("staying_flat", ("bcna-dcis-options",)),
    ),
)

OTHER_BREAST: Final = DecisionRow(
    "other_breast",
    About.PERSON,
    (IN_PLACE | EARLY) & OTHER_BREAST_FREE,
    (
        OptionRow(
            "surgery_to_other_breast",
            ("teoh-cpm-2020", "ebcc-cpm-2023"),
            (Condition.INHERITED_CHANGE,),
        ),
        OptionRow(
            "watching_other_breast",
            ("ebcc-cpm-2023", "bco-brca-screening-2008"),
            (Condition.INHERITED_CHANGE,),
        ),
    ),
)

DECISIONS_DRUGS: Final = DecisionRow(
    "drugs",
    About.PERSON,
    EARLY,
    (
        OptionRow(
            "hormone_medicine",
            ("cancer-ca-receptors", "macmillan-hormonal-men"),
            (Condition.HORMONE_RECEPTOR_POSITIVE,),
        ),
        OptionRow(
            "ovarian_suppression",
            ("bcn-goserelin", "verywell-ovarian"),
            (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.BEFORE_MENOPAUSE),
        ),
        OptionRow(
            "cdk46_medicine",
            ("monarche-survival-2026", "cruk-abemaciclib"),
            (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
        ),
        OptionRow("chemotherapy", ("cruk-chemo-breast", "macmillan-chemo-breast")),
        OptionRow(
            "gene_test_of_tumor",
            ("macmillan-profiling", "lbbc-genomic"),
            (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
            USUAL_ORDER,
        ),
        OptionRow(
            "her2_medicine", ("macmillan-pertuzumab", "bcn-kadcyla"), (Condition.HER2_POSITIVE,)
        ),
        OptionRow(
            "immunotherapy",
            ("komen-immunotherapy", "bcn-pembrolizumab"),
            (Condition.TRIPLE_NEGATIVE,),
            ~CAME_BACK,
        ),
        OptionRow(
            "parp_medicine",
            ("komen-parp-early", "bcn-olaparib"),
            (Condition.HER2_NOT_POSITIVE, Condition.BRCA_CHANGE),
        ),
        OptionRow(
            "bone_medicine_early",
            ("ebctcg-bisphosphonates-2015", "komen-bone"),
            (Condition.AFTER_MENOPAUSE,),
        ),
        OptionRow("fewer_drugs", ("tailorx-2018", "springer-deescalation")),
    ),
)

CANCER_LEFT: Final = DecisionRow(
    "cancer_left",
    About.PERSON,
    STARTS_WITH_DRUGS | USUAL_ORDER,
    (
        OptionRow(
            "her2_medicine", ("fda-tdxd-early-2026", "katherine-2025"), (Condition.HER2_POSITIVE,)
        ),
        OptionRow("chemotherapy", ("create-x-2017",), (Condition.TRIPLE_NEGATIVE,)),
        OptionRow("immunotherapy", ("keynote-522-2024",), (Condition.TRIPLE_NEGATIVE,)),
        OptionRow(
            "parp_medicine",
            ("olympia-2022",),
            (Condition.HER2_NOT_POSITIVE, Condition.BRCA_CHANGE),
        ),
        OptionRow("fewer_drugs", ("ca-deciding",)),
    ),
    once_an_option_fits=True,
)
"""What can follow where drugs came first and the lab still finds cancer at surgery."""
