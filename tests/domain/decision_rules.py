"""Which option is talked about when, in plain rules: by case, and by what the reports say.

Written by option and from the findings, so that a slip in the table of decisions is not repeated.
"""

from __future__ import annotations

from decision_aid.domain import Biology, Kind, all_options
from tests.domain.decision_cases import Facts

# By case: whether an option has a place in it at all.

ALWAYS_EARLY = {"chemotherapy", "her2_medicine", "hormone_medicine", "cdk46_medicine"}
ALWAYS_EARLY |= {"ovarian_suppression", "parp_medicine", "bone_medicine_early"}
ALWAYS_FAR = {
    "far_hormone_and_cdk46",
    "far_hormone_alone",
    "far_ovarian_suppression",
    "far_targeted_after_tests",
    "far_her2_medicine",
    "far_chemotherapy",
    "far_immunotherapy",
    "far_antibody_drug",
    "far_parp_medicine",
    "far_break_from_drugs",
    "comfort_care_only",
    "radiation_to_a_spot",
    "surgery_to_a_spot",
    "no_local_treatment_now",
    "palliative_care_from_the_start",
    "palliative_care_later",
}
IBC_PLAN = {"second_opinion_soon", "mastectomy_and_nodes", "no_surgery_for_now"}


def has_a_place(option: str, f: Facts) -> bool:  # noqa: PLR0911, PLR0912 - one rule an option
    """Say in plain terms if an option has a place in a case, whatever the reports say."""
    if option in ALWAYS_FAR:
        return f.far
    if option in IBC_PLAN:
        return f.early and f.inflammatory and f.first
    if option in ALWAYS_EARLY - {"hormone_medicine"}:
        return f.early
    match option:
        case "hormone_medicine":
            return f.early or (f.in_place and not f.paget_only)
        case "fewer_drugs":
            return f.early
        case "no_hormone_medicine_in_place":
            return f.in_place and not f.paget_only
        case "wait_for_the_result" | "second_opinion_on_results":
            return f.open or f.kind is Kind.OUT_OF_SCOPE
        case "another_test_now" | "start_before_the_result":
            return f.open
        case "watching_with_images" | "risk_medicine" | "surgery_to_both_breasts":
            return f.kind is Kind.NOT_CANCER
        case "lumpectomy_radiation":
            dcis = f.in_place and f.first and not f.paget_only
            return dcis or (f.usual and not f.nothing_in_breast)
        case "lumpectomy_alone":
            return f.usual and not f.nodes and not f.advanced
        case "lumpectomy_alone_in_place":
            return f.in_place and f.first and not f.paget_only
        case "mastectomy":
            return f.usual or (f.in_place and f.first)
        case "radiation_no_breast_surgery":
            return f.usual and f.nothing_in_breast
        case "watching_in_a_study":
            return f.in_place and f.first and not f.paget_only
        case "nipple_area_surgery":
            return f.paget_only and f.first
        case "surgery_first":
            return f.usual
        case "drugs_first":
            return f.early and f.first
        case "sentinel_node_biopsy":
            if f.in_place:
                return f.first and not f.few_cells
            return f.usual and not (f.armpit or f.collarbone or f.few_cells)
        case "sentinel_after_drugs":
            return f.usual and f.armpit and not f.collarbone
        case "no_node_surgery":
            if f.in_place:
                return f.first and not f.few_cells
            return f.usual and not (f.nodes or f.few_cells or f.advanced)
        case "more_nodes_out":
            if f.back:
                return f.early and f.armpit
            return f.usual and (f.nodes or f.few_cells)
        case "armpit_radiation":
            return f.early and (f.armpit if f.back else f.usual and f.nodes)
        case "no_more_node_surgery":
            return f.usual and not f.advanced and (f.armpit or f.few_cells)
        case "radiation_after_mastectomy" | "no_radiation_after_mastectomy":
            return f.early and f.first and (f.inflammatory or f.nodes or f.advanced)
        case "tests_for_spread_first" | "drugs_after_return":
            return f.early and f.back
        case "surgery_again" | "radiation_after_return":
            return f.back and (f.early or f.in_place)
        case "time_to_decide":
            came_back = f.back and (f.early or f.in_place)
            return came_back or f.usual or (f.paget_only and f.first)
        case "reconstruction_now":
            return (f.early or f.in_place) and not f.inflammatory
        case "reconstruction_later" | "staying_flat":
            return f.early or f.in_place
        case "surgery_to_other_breast" | "watching_other_breast":
            return (f.early or f.in_place) and f.other_free
        case "gene_test_of_tumor":
            return f.usual
        case "immunotherapy":
            return f.early and f.first
        case "breast_surgery_far":
            return f.far and f.breast_found
        case "bone_medicine" | "no_bone_medicine":
            return f.bone
        case "clinical_trial" | "standard_treatment":
            return f.early or f.far
        case _:
            raise AssertionError(option)


# By reports: yes, no, or depends on what is unknown.


def hormones(b: Biology) -> str:
    if "positive" in (b.er, b.pr):
        return "positive"
    return "negative" if (b.er, b.pr) == ("negative", "negative") else "unknown"


def all_of(*replies: str) -> str:
    return "no" if "no" in replies else "depends" if "depends" in replies else "yes"


def by_reports(option: str, f: Facts, b: Biology) -> str:  # noqa: PLR0911 - as above
    """Say in plain terms if an option fits a biology."""
    hr = {"positive": "yes", "negative": "no", "unknown": "depends"}[hormones(b)]
    no_hr = {"yes": "no", "no": "yes"}.get(hr, hr)
    her2 = {"unknown": "depends", "positive": "yes"}.get(b.her2, "no")
    no_her2 = {"yes": "no", "no": "yes"}.get(her2, her2)
    change = {"found": "yes", "not_found": "no"}.get(b.inherited, "depends")
    before = {"before": "yes", "unknown": "depends"}.get(b.menopause, "no")
    match option:
        case (
            "hormone_medicine"
            | "far_hormone_alone"
            | "lumpectomy_alone"
            | "no_hormone_medicine_in_place"
        ):
            return hr
        case "ovarian_suppression" | "far_ovarian_suppression":
            return all_of(hr, before)
        case (
            "cdk46_medicine"
            | "gene_test_of_tumor"
            | "far_hormone_and_cdk46"
            | "far_targeted_after_tests"
        ):
            return all_of(hr, no_her2)
        case "her2_medicine" | "far_her2_medicine":
            return her2
        case "immunotherapy" | "far_immunotherapy":
            return all_of(no_hr, no_her2)
        case "far_antibody_drug":
            return no_her2
        case "parp_medicine" | "far_parp_medicine":
            # In which gene the change is, nobody was asked.
            return all_of(no_her2, "no" if change == "no" else "depends")
        case "surgery_to_other_breast" | "watching_other_breast":
            return change
        case "bone_medicine_early":
            return {"after": "yes", "does_not_apply": "no"}.get(b.menopause, "depends")
        case "radiation_after_return":
            return "depends"
        case "armpit_radiation":
            return "depends" if f.back else "yes"
        case _:
            return "yes"


OPTIONS = sorted(all_options())


def expected(f: Facts, b: Biology) -> dict[str, str]:
    said = {o: by_reports(o, f, b) for o in OPTIONS if has_a_place(o, f)}
    return {option: reply for option, reply in said.items() if reply != "no"}
