"""Decisions where cancer is invasive and was not found far away: in the breast and nearby."""

from __future__ import annotations

from typing import Final

from decision_aid.domain.classification import Extent
from decision_aid.domain.rules.decisions.before_treatment import TIME_TO_DECIDE
from decision_aid.domain.rules.decisions.model import Condition
from decision_aid.domain.rules.decisions.rows import About, DecisionRow, OptionRow

CAME_BACK: Final = (
    DecisionRow(
        "after_return",
        About.BREAST,
        lambda v: v.early and v.came_back,
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

INFLAMMATORY: Final = (
    DecisionRow(
        "start_inflammatory",
        About.BREAST,
        lambda v: v.starts_with_drugs,
        (
            OptionRow("drugs_first", ("bjc-ibc-uk-2015", "mlc-ibc-treatment")),
            OptionRow("second_opinion_soon", ("acs-second-opinion", "cwhn-ibc")),
        ),
    ),
    DecisionRow(
        "surgery_inflammatory",
        About.BREAST,
        lambda v: v.starts_with_drugs,
        (
            OptionRow("mastectomy_and_nodes", ("bjc-ibc-uk-2015", "mlc-ibc-treatment")),
            OptionRow("no_surgery_for_now", ("weill-ibc-surgery", "moffitt-ibc-surgery")),
        ),
    ),
)

LOCAL: Final = (
    DecisionRow(
        "order",
        About.BREAST,
        lambda v: v.usual_order,
        (
            OptionRow("surgery_first", ("cochrane-preoperative", "acs-treatment-stages-i-iii")),
            OptionRow("drugs_first", ("cochrane-preoperative", "cleveland-neoadjuvant")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "surgery_to_breast",
        About.BREAST,
        lambda v: v.usual_order and not v.no_tumor_in_breast,
        (
            OptionRow(
                "lumpectomy_radiation", ("komen-deciding-surgery", "acs-treatment-stages-i-iii")
            ),
            OptionRow(
                "lumpectomy_alone",
                ("jnccn360-prime2",),
                (Condition.HORMONE_RECEPTOR_POSITIVE,),
                lambda v: v.result.extent is Extent.BREAST and not v.locally_advanced,
            ),
            OptionRow("mastectomy", ("komen-deciding-surgery", "nci-25y-bct-mastectomy")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "surgery_no_tumor_found",
        About.BREAST,
        lambda v: v.usual_order and v.no_tumor_in_breast,
        (
            OptionRow("radiation_no_breast_surgery", ("cncr-occult", "danish-occult")),
            OptionRow("mastectomy", ("cncr-occult", "danish-occult")),
            TIME_TO_DECIDE,
        ),
    ),
    DecisionRow(
        "nodes",
        About.BREAST,
        lambda v: v.usual_order or (v.early and v.came_back and v.armpit),
        (
            OptionRow(
                "sentinel_node_biopsy",
                ("ascopost-slnb-2025", "baycare-snb"),
                when=lambda v: not (v.armpit or v.collarbone or v.node_taken),
            ),
            OptionRow(
                "sentinel_after_drugs",
                ("springer-slnb-after-drugs-2022", "koreamed-slnb-after-drugs-2015"),
                when=lambda v: v.armpit and not v.collarbone and not v.came_back,
            ),
            OptionRow(
                "more_nodes_out",
                ("choosingwisely-alnd", "healthdirect-snb"),
                when=lambda v: v.nodes or v.node_taken,
            ),
            OptionRow(
                "armpit_radiation",
                ("cta-amaros", "ca-axilla-2011"),
                when=lambda v: v.nodes and not v.came_back,
            ),
            OptionRow(
                "armpit_radiation",
                ("breastnet-recurrence",),
                (Condition.NO_RADIATION_THERE,),
                lambda v: v.nodes and v.came_back,
            ),
            OptionRow(
                "no_more_node_surgery",
                ("choosingwisely-alnd", "ibcsg-23-01-2018"),
                when=lambda v: (
                    (v.armpit or v.node_taken) and not v.locally_advanced and not v.came_back
                ),
            ),
            OptionRow(
                "no_node_surgery",
                ("ascopost-slnb-2025", "centrial-sound"),
                when=lambda v: not (v.nodes or v.node_taken or v.locally_advanced),
            ),
            OptionRow(
                "time_to_decide",
                TIME_TO_DECIDE.sources,
                when=lambda v: v.nodes or v.locally_advanced,
            ),
        ),
    ),
    DecisionRow(
        "radiation_after_mastectomy",
        About.BREAST,
        lambda v: v.starts_with_drugs or (v.usual_order and (v.nodes or v.locally_advanced)),
        (
            OptionRow("radiation_after_mastectomy", ("ebctcg-2014", "compass-radiation")),
            OptionRow("no_radiation_after_mastectomy", ("ascopost-supremo-2025",)),
        ),
    ),
)

REBUILDING: Final = DecisionRow(
    "after_mastectomy",
    About.BREAST,
    lambda v: v.in_place or v.early,
    (
        OptionRow(
            "reconstruction_now",
            ("facs-timing", "cancer-ie-timing"),
            when=lambda v: not v.inflammatory,
        ),
        OptionRow("reconstruction_later", ("mdanderson-timing", "cancer-ie-timing")),
        OptionRow("staying_flat", ("bcna-dcis-options",)),
    ),
)

OTHER_BREAST: Final = DecisionRow(
    "other_breast",
    About.PERSON,
    lambda v: (v.in_place or v.early) and v.other_breast_free,
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

DRUGS: Final = DecisionRow(
    "drugs",
    About.PERSON,
    lambda v: v.early,
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
            ("cruk-abemaciclib", "ascopost-ribociclib"),
            (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
        ),
        OptionRow("chemotherapy", ("cruk-chemo-breast", "macmillan-chemo-breast")),
        OptionRow(
            "gene_test_of_tumor",
            ("macmillan-profiling", "lbbc-genomic"),
            (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
            lambda v: v.usual_order,
        ),
        OptionRow(
            "her2_medicine", ("macmillan-pertuzumab", "bcn-kadcyla"), (Condition.HER2_POSITIVE,)
        ),
        OptionRow(
            "immunotherapy",
            ("komen-immunotherapy", "bcn-pembrolizumab"),
            (Condition.TRIPLE_NEGATIVE,),
            lambda v: not v.came_back,
        ),
        OptionRow(
            "parp_medicine",
            ("komen-parp-early", "bcn-olaparib"),
            (Condition.HER2_NOT_POSITIVE, Condition.BRCA_CHANGE),
        ),
        OptionRow(
            "bone_medicine_early",
            ("asco-bisphosphonates-2017", "komen-bone"),
            (Condition.AFTER_MENOPAUSE,),
        ),
        OptionRow("fewer_drugs", ("nih-tailorx", "springer-deescalation")),
    ),
)
