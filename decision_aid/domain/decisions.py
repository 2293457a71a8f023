"""Which decisions a case leads to, and which options are talked about for each.

A decision is offered with all its options side by side, one of them always to do less or to wait.
An option that depends on a result which is not known is shown, and what it depends on becomes a
question. Nothing here ranks: the order is that of the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, NewType

from decision_aid.domain.biology import (
    UNKNOWN_BIOLOGY,
    Biology,
    after_menopause,
    before_menopause,
    her2_not_positive,
    her2_positive,
    hormone_receptor_positive,
    inherited_change,
    triple_negative,
)
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import Case, Certainty
from decision_aid.domain.places import PLACES, Group, PlaceId

DecisionId = NewType("DecisionId", str)
OptionId = NewType("OptionId", str)


class Talk(StrEnum):
    """Whether an option is talked about, or only if a result that is not known allows it."""

    YES = "yes"
    DEPENDS = "depends"


class Condition(StrEnum):
    """What an option may depend on."""

    HORMONE_RECEPTOR_POSITIVE = "hormone_receptor_positive"
    HER2_POSITIVE = "her2_positive"
    HER2_NOT_POSITIVE = "her2_not_positive"
    TRIPLE_NEGATIVE = "triple_negative"
    INHERITED_CHANGE = "inherited_change"
    BEFORE_MENOPAUSE = "before_menopause"
    AFTER_MENOPAUSE = "after_menopause"


_HOLDS: Final[dict[Condition, Callable[[Biology], bool | None]]] = {
    Condition.HORMONE_RECEPTOR_POSITIVE: hormone_receptor_positive,
    Condition.HER2_POSITIVE: her2_positive,
    Condition.HER2_NOT_POSITIVE: her2_not_positive,
    Condition.TRIPLE_NEGATIVE: triple_negative,
    Condition.INHERITED_CHANGE: inherited_change,
    Condition.BEFORE_MENOPAUSE: before_menopause,
    Condition.AFTER_MENOPAUSE: after_menopause,
}


class OfferedOption(NamedTuple):
    """An option of a decision.

    Attributes:
        id: the option.
        talk: whether it is talked about or depends on what is not known.
        depends_on: the conditions that are not known, in the order of ``Condition``.
    """

    id: OptionId
    talk: Talk
    depends_on: tuple[Condition, ...] = ()


class Decision(NamedTuple):
    """A decision with its options, in the order of the table."""

    id: DecisionId
    options: tuple[OfferedOption, ...]


@dataclass(frozen=True, slots=True)
class _View:
    case: Case
    result: Classification
    found: frozenset[PlaceId]

    @property
    def in_place(self) -> bool:
        return self.result.kind is Kind.IN_SITU

    @property
    def only_paget(self) -> bool:
        return self.in_place and {r.place for r in self.result.because} == {"nipple_paget"}

    @property
    def early(self) -> bool:
        return self.result.kind is Kind.INVASIVE

    @property
    def inflammatory(self) -> bool:
        return "inflammatory" in self.found

    @property
    def came_back(self) -> bool:
        return self.case.came_back is True

    @property
    def usual_order(self) -> bool:
        """Whether this is early cancer for the first time, and surgery can be chosen."""
        return self.early and not self.inflammatory and not self.came_back

    @property
    def nodes(self) -> bool:
        return self.result.extent is Extent.NEARBY

    @property
    def far(self) -> bool:
        return self.result.kind is Kind.METASTATIC

    @property
    def not_settled(self) -> bool:
        return self.result.kind is Kind.CANNOT_TELL or (
            self.early and self.result.metastatic is None
        )

    @property
    def in_breast(self) -> bool:
        return any(PLACES[place].group is Group.BREAST for place in self.found)


@dataclass(frozen=True, slots=True)
class _Option:
    """One row of the table: an option, when it applies, what it needs, and who says so."""

    id: str
    sources: tuple[str, ...]
    needs: tuple[Condition, ...] = ()
    when: Callable[[_View], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class _Decision:
    id: str
    when: Callable[[_View], bool]
    options: tuple[_Option, ...]


_C = Condition

_DECISIONS: Final[tuple[_Decision, ...]] = (
    _Decision(
        "which_result",
        lambda v: v.not_settled,
        (
            _Option("wait_for_the_result", ("niikura-2013",)),
            _Option("another_test_now", ("niikura-2013", "komen-biopsies")),
            _Option("second_opinion_on_results", ("bco-second-opinion", "acs-second-opinion")),
            _Option("start_before_the_result", ("verywell-wait",)),
        ),
    ),
    _Decision(
        "which_team",
        lambda v: v.result.kind is Kind.OUT_OF_SCOPE,
        (
            _Option("wait_for_the_result", ("niikura-2013",)),
            _Option("second_opinion_on_results", ("bco-second-opinion", "acs-second-opinion")),
        ),
    ),
    _Decision(
        "lower_the_risk",
        lambda v: v.result.kind is Kind.NOT_CANCER,
        (
            _Option("watching_with_images", ("cruk-lcis", "macmillan-lcis")),
            _Option("risk_medicine", ("cleveland-risk-medicine", "mayo-lcis")),
            _Option("surgery_to_both_breasts", ("ca-lcis-surgery", "nci-preventive-mastectomy")),
        ),
    ),
    _Decision(
        "surgery_in_place",
        lambda v: v.in_place and not v.only_paget,
        (
            _Option("lumpectomy_radiation", ("bcna-dcis-options",)),
            _Option("lumpectomy_alone", ("bcna-dcis-options",)),
            _Option("mastectomy", ("bcna-dcis-options",)),
            _Option("watching_in_a_study", ("comet-overview", "bco-comet-2024")),
        ),
    ),
    _Decision(
        "surgery_paget",
        lambda v: v.only_paget,
        (
            _Option("nipple_area_surgery", ("ca-paget", "bco-pagets-surgery")),
            _Option("mastectomy", ("ca-paget",)),
            _Option("time_to_decide", ("verywell-wait", "ca-deciding")),
        ),
    ),
    _Decision(
        "medicine_after_in_place",
        lambda v: v.in_place and not v.only_paget,
        (
            _Option("hormone_medicine", ("bcna-dcis-options",), (_C.HORMONE_RECEPTOR_POSITIVE,)),
            _Option("fewer_drugs", ("bcna-dcis-options",), (_C.HORMONE_RECEPTOR_POSITIVE,)),
        ),
    ),
    _Decision(
        "after_return",
        lambda v: v.early and v.came_back,
        (
            _Option("tests_for_spread_first", ("love-recurrence", "nccn-patient-stage-iii-p65")),
            _Option("surgery_again", ("bco-local-surgery", "nccn-patient-stage-iii-p65")),
            _Option("drugs_after_return", ("nccn-patient-stage-iii-p65", "love-recurrence")),
            _Option("time_to_decide", ("verywell-wait", "ca-deciding")),
        ),
    ),
    _Decision(
        "order",
        lambda v: v.usual_order,
        (
            _Option("surgery_first", ("cochrane-preoperative", "acs-treatment-stages-i-iii")),
            _Option("drugs_first", ("cochrane-preoperative", "cleveland-neoadjuvant")),
            _Option("time_to_decide", ("verywell-wait", "ca-deciding")),
        ),
    ),
    _Decision(
        "surgery_to_breast",
        lambda v: v.usual_order,
        (
            _Option(
                "lumpectomy_radiation", ("komen-deciding-surgery", "acs-treatment-stages-i-iii")
            ),
            _Option(
                "lumpectomy_alone",
                ("jnccn360-prime2",),
                (_C.HORMONE_RECEPTOR_POSITIVE,),
                lambda v: v.result.extent is Extent.BREAST,
            ),
            _Option("mastectomy", ("komen-deciding-surgery", "nci-25y-bct-mastectomy")),
            _Option("time_to_decide", ("verywell-wait", "ca-deciding")),
        ),
    ),
    _Decision(
        "nodes",
        lambda v: v.usual_order,
        (
            _Option("sentinel_node_biopsy", ("ascopost-slnb-2025", "baycare-snb")),
            _Option(
                "more_nodes_out",
                ("choosingwisely-alnd", "healthdirect-snb"),
                when=lambda v: v.nodes,
            ),
            _Option("armpit_radiation", ("cta-amaros", "ca-axilla-2011"), when=lambda v: v.nodes),
            _Option(
                "no_node_surgery",
                ("ascopost-slnb-2025", "centrial-sound"),
                when=lambda v: not v.nodes,
            ),
            _Option("time_to_decide", ("verywell-wait", "ca-deciding"), when=lambda v: v.nodes),
        ),
    ),
    _Decision(
        "after_mastectomy",
        lambda v: v.in_place or v.early,
        (
            _Option(
                "reconstruction_now",
                ("facs-timing", "cancer-ie-timing"),
                when=lambda v: not v.inflammatory,
            ),
            _Option("reconstruction_later", ("mdanderson-timing", "cancer-ie-timing")),
            _Option("staying_flat", ("bcna-dcis-options",)),
        ),
    ),
    _Decision(
        "drugs",
        lambda v: v.early,
        (
            _Option(
                "hormone_medicine",
                ("cancer-ca-receptors", "macmillan-hormonal-men"),
                (_C.HORMONE_RECEPTOR_POSITIVE,),
            ),
            _Option(
                "ovarian_suppression",
                ("bcn-goserelin", "verywell-ovarian"),
                (_C.HORMONE_RECEPTOR_POSITIVE, _C.BEFORE_MENOPAUSE),
            ),
            _Option(
                "cdk46_medicine",
                ("cruk-abemaciclib", "ascopost-ribociclib"),
                (_C.HORMONE_RECEPTOR_POSITIVE, _C.HER2_NOT_POSITIVE),
            ),
            _Option("chemotherapy", ("cruk-chemo-breast", "macmillan-chemo-breast")),
            _Option(
                "gene_test_of_tumor",
                ("macmillan-profiling", "lbbc-genomic"),
                (_C.HORMONE_RECEPTOR_POSITIVE, _C.HER2_NOT_POSITIVE),
                lambda v: not v.came_back and not v.inflammatory,
            ),
            _Option("her2_medicine", ("macmillan-pertuzumab", "bcn-kadcyla"), (_C.HER2_POSITIVE,)),
            _Option(
                "immunotherapy",
                ("komen-immunotherapy", "bcn-pembrolizumab"),
                (_C.TRIPLE_NEGATIVE,),
                lambda v: not v.came_back,
            ),
            _Option(
                "parp_medicine",
                ("komen-parp-early", "bcn-olaparib"),
                (_C.HER2_NOT_POSITIVE, _C.INHERITED_CHANGE),
            ),
            _Option(
                "bone_medicine_early",
                ("asco-bisphosphonates-2017", "komen-bone"),
                (_C.AFTER_MENOPAUSE,),
            ),
            _Option("fewer_drugs", ("nih-tailorx", "springer-deescalation")),
        ),
    ),
    _Decision(
        "first_drugs_far",
        lambda v: v.far,
        (
            _Option(
                "far_hormone_and_cdk46",
                ("ettl-cdk46-2019", "bcna-mbc-hormone-positive"),
                (_C.HORMONE_RECEPTOR_POSITIVE, _C.HER2_NOT_POSITIVE),
            ),
            _Option(
                "far_hormone_alone",
                ("irish-mbc-hormone", "sonia-2024"),
                (_C.HORMONE_RECEPTOR_POSITIVE,),
            ),
            _Option(
                "far_targeted_after_tests",
                ("bcn-elacestrant", "cruk-capivasertib"),
                (_C.HORMONE_RECEPTOR_POSITIVE, _C.HER2_NOT_POSITIVE),
            ),
            _Option(
                "far_her2_medicine",
                ("giordano-her2-2014", "macmillan-her2-drugs"),
                (_C.HER2_POSITIVE,),
            ),
            _Option("far_chemotherapy", ("cruk-mbc-chemo", "nccn-stage4-2017-p32")),
            _Option(
                "far_immunotherapy",
                ("bcn-pembrolizumab", "komen-mbc-immunotherapy"),
                (_C.TRIPLE_NEGATIVE,),
            ),
            _Option(
                "far_antibody_drug", ("cruk-tdxd", "lbbc-sacituzumab"), (_C.HER2_NOT_POSITIVE,)
            ),
            _Option(
                "far_parp_medicine",
                ("lbbc-parp", "komen-parp"),
                (_C.HER2_NOT_POSITIVE, _C.INHERITED_CHANGE),
            ),
            _Option("far_break_from_drugs", ("forge-break", "cancertoday-break")),
            _Option("comfort_care_only", ("pdq-end-of-life", "acs-hospice")),
        ),
    ),
    _Decision(
        "one_place",
        lambda v: v.far,
        (
            _Option("radiation_to_a_spot", ("acs-treatment-stage-iv", "cruk-bone-radiation")),
            _Option("surgery_to_a_spot", ("macmillan-secondary-surgery",)),
            _Option(
                "breast_surgery_far", ("jnccn-stage4-surgery-2015",), when=lambda v: v.in_breast
            ),
            _Option("no_local_treatment_now", ("acs-treatment-stage-iv",)),
        ),
    ),
    _Decision(
        "bones",
        lambda v: v.far and "bone" in {r.place for r in v.result.because},
        (
            _Option("bone_medicine", ("acs-bone-therapy", "komen-bone")),
            _Option("no_bone_medicine", ("acs-bone-therapy", "komen-bone")),
        ),
    ),
    _Decision(
        "support",
        lambda v: v.far,
        (
            _Option("palliative_care_from_the_start", ("acs-palliative", "howie-2013")),
            _Option("palliative_care_later", ("acs-palliative",)),
        ),
    ),
    _Decision(
        "trial",
        lambda v: v.early or v.far,
        (
            _Option("clinical_trial", ("nci-clinical-trials-2006", "leukemiarf-trials")),
            _Option("standard_treatment", ("leukemiarf-trials",)),
        ),
    ),
)

DOING_LESS: Final = frozenset(
    OptionId(option)
    for option in (
        "wait_for_the_result",
        "watching_with_images",
        "lumpectomy_alone",
        "watching_in_a_study",
        "time_to_decide",
        "fewer_drugs",
        "no_node_surgery",
        "staying_flat",
        "far_break_from_drugs",
        "comfort_care_only",
        "no_local_treatment_now",
        "no_bone_medicine",
        "palliative_care_later",
        "standard_treatment",
    )
)
"""The options that are to wait, to do less, or to add nothing."""

TABLE_SOURCES: Final = frozenset(
    source for decision in _DECISIONS for option in decision.options for source in option.sources
)
"""Every source id on which the table rests."""


def decisions_for(
    case: Case, result: Classification, biology: Biology = UNKNOWN_BIOLOGY
) -> tuple[Decision, ...]:
    """Return the decisions of this case, each with the options that are talked about.

    With cancer in both breasts, what either breast calls for is there, unless it has spread far.

    Args:
        case: what was found.
        result: what it comes to.
        biology: what the reports say; what they do not say leaves options open.
    """
    views = _views(case, result)
    decided = []
    for row in _DECISIONS:
        concerned = [view for view in views if row.when(view)]
        options = tuple(
            offered
            for option in row.options
            if any(option.when(view) for view in concerned)
            if (offered := _offered(option, biology)) is not None
        )
        if any(option.id not in DOING_LESS for option in options):
            decided.append(Decision(DecisionId(row.id), options))
    return tuple(decided)


def _views(case: Case, result: Classification) -> list[_View]:
    found = case.places(Certainty.FOUND)
    whole = _View(case, result, found)
    if whole.far:
        return [whole]
    own = [
        _View(
            case, one, frozenset(f.place for f in case.findings if f.side in {side, None}) & found
        )
        for side, one in result.sides.items()
    ]
    return [whole, *own]


def _offered(option: _Option, biology: Biology) -> OfferedOption | None:
    known = {condition: _HOLDS[condition](biology) for condition in option.needs}
    if False in known.values():
        return None
    open_ones = tuple(c for c in Condition if known.get(c, True) is None)
    return OfferedOption(OptionId(option.id), Talk.DEPENDS if open_ones else Talk.YES, open_ones)


def all_decisions() -> dict[DecisionId, tuple[OptionId, ...]]:
    """Return every decision with every option that it can have."""
    return {
        DecisionId(row.id): tuple(OptionId(option.id) for option in row.options)
        for row in _DECISIONS
    }


def all_options() -> frozenset[OptionId]:
    """Return every option id."""
    return frozenset(option for options in all_decisions().values() for option in options)
