"""Decisions where cancer was found far away, and the trial, which is asked of everybody."""

from __future__ import annotations

from typing import Final

from decision_aid.domain.rules.decisions.model import About, Condition, DecisionRow, OptionRow
from decision_aid.domain.rules.facts import DISTANT_BONE, EARLY, IN_BREAST, METASTATIC

DECISIONS_FAR: Final = (
    DecisionRow(
        "first_drugs_far",
        About.PERSON,
        METASTATIC,
        (
            OptionRow(
                "far_hormone_and_cdk46",
                ("ettl-cdk46-2019", "bcna-mbc-hormone-positive"),
                (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
            ),
            OptionRow(
                "far_hormone_alone",
                ("irish-mbc-hormone", "sonia-2024"),
                (Condition.HORMONE_RECEPTOR_POSITIVE,),
            ),
            OptionRow(
                "far_ovarian_suppression",
                ("tancredi-2018", "klijn-2001"),
                (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.BEFORE_MENOPAUSE),
            ),
            OptionRow(
                "far_targeted_after_tests",
                ("bcn-elacestrant", "cruk-capivasertib"),
                (Condition.HORMONE_RECEPTOR_POSITIVE, Condition.HER2_NOT_POSITIVE),
            ),
            OptionRow(
                "far_her2_medicine",
                ("macmillan-her2-drugs", "macmillan-her2-drugs"),
                (Condition.HER2_POSITIVE,),
            ),
            OptionRow("far_chemotherapy", ("cruk-mbc-chemo", "verywell-mbc-chemo")),
            OptionRow(
                "far_immunotherapy",
                ("bcn-pembrolizumab", "komen-mbc-immunotherapy"),
                (Condition.TRIPLE_NEGATIVE,),
            ),
            # One of these drugs is for each cancer that is not HER2 positive: for triple negative
            # and for hormone receptor positive cancer, and for HER2-low.
            OptionRow(
                "far_antibody_drug",
                ("cruk-tdxd", "lbbc-sacituzumab", "komen-trop2"),
                (Condition.HER2_NOT_POSITIVE,),
            ),
            OptionRow(
                "far_parp_medicine",
                ("lbbc-parp", "komen-parp"),
                (Condition.HER2_NOT_POSITIVE, Condition.BRCA_CHANGE),
            ),
            OptionRow("far_break_from_drugs", ("forge-break", "cancertoday-break")),
            OptionRow("comfort_care_only", ("pdq-end-of-life", "acs-hospice")),
        ),
    ),
    DecisionRow(
        "one_place",
        About.PERSON,
        METASTATIC,
        (
            OptionRow("radiation_to_a_spot", ("acs-treatment-stage-iv", "cruk-bone-radiation")),
            OptionRow("surgery_to_a_spot", ("macmillan-secondary-surgery",)),
            OptionRow("breast_surgery_far", ("jnccn-stage4-surgery-2015",), when=IN_BREAST),
            OptionRow("no_local_treatment_now", ("acs-treatment-stage-iv",)),
        ),
    ),
    DecisionRow(
        "bones",
        About.PERSON,
        METASTATIC & DISTANT_BONE,
        (
            OptionRow("bone_medicine", ("acs-bone-therapy", "komen-bone")),
            OptionRow("no_bone_medicine", ("acs-bone-therapy", "komen-bone")),
        ),
    ),
    DecisionRow(
        "support",
        About.PERSON,
        METASTATIC,
        (
            OptionRow("palliative_care_from_the_start", ("acs-palliative", "howie-2013")),
            OptionRow("palliative_care_later", ("acs-palliative",)),
        ),
    ),
)

TRIAL: Final = DecisionRow(
    "trial",
    About.PERSON,
    EARLY | METASTATIC,
    (
        OptionRow("clinical_trial", ("nci-clinical-trials-2006", "nci-why-trials")),
        OptionRow("standard_treatment", ("nci-why-trials",)),
    ),
)
