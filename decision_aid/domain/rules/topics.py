"""Which topics a case calls for, by section, and which questions to bring along.

A topic id is the path of its file below ``topics/`` without the ending. Tables only: the words
and their sources are in the topics.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from decision_aid.domain.answers import Answers
from decision_aid.domain.biology import Biology
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import Certainty, Side
from decision_aid.domain.ids import PlaceId, TopicId
from decision_aid.domain.rules.locally_advanced import is_locally_advanced

_RESULTS: Final[dict[tuple[Kind, bool | None, bool | None, Extent | None], str]] = {
    (Kind.IN_SITU, False, False, Extent.IN_PLACE): "in_situ",
    (Kind.INVASIVE, True, False, Extent.BREAST): "invasive_breast",
    (Kind.INVASIVE, True, False, Extent.NEARBY): "invasive_nearby",
    (Kind.INVASIVE, True, None, Extent.BREAST): "invasive_spread_not_settled",
    (Kind.INVASIVE, True, None, Extent.NEARBY): "invasive_nodes_spread_not_settled",
    (Kind.METASTATIC, True, True, Extent.DISTANT): "metastatic",
    (Kind.NOT_CANCER, False, False, None): "not_cancer",
    (Kind.OUT_OF_SCOPE, None, None, None): "out_of_scope",
    (Kind.CANNOT_TELL, None, None, None): "cannot_tell",
    (Kind.CANNOT_TELL, None, False, None): "cannot_tell_if_invasive",
}
"""The kind of result -> the topic that says it. Every reachable one, and no other."""


def result_topic(result: Classification) -> TopicId:
    """Return the topic that says this result in two sentences and explains it."""
    key = (result.kind, result.invasive, result.metastatic, result.extent)
    return TopicId(f"results/{_RESULTS[key]}")


def note_topics(result: Classification) -> tuple[TopicId, ...]:
    """Return the topics of the notes of this result, in telling order."""
    return tuple(TopicId(f"notes/{note}") for note in result.notes)


def place_topic(place: PlaceId) -> TopicId:
    """Return the topic that explains one place."""
    return TopicId(f"places/{place}")


@dataclass(frozen=True, slots=True)
class _View:
    case: Answers
    result: Classification
    found: frozenset[PlaceId]

    @property
    def aim(self) -> str:
        if self.result.metastatic:
            return "control"
        if self.result.invasive:
            return "cure"
        return {
            Kind.IN_SITU: "in_place",
            Kind.NOT_CANCER: "not_cancer",
            Kind.OUT_OF_SCOPE: "out_of_scope",
        }.get(self.result.kind, "cannot_tell")

    @property
    def cancer(self) -> bool:
        return self.aim in {"control", "cure", "in_place"}


_Rule = tuple[str, Callable[[_View], bool]]


def _decides(view: _View, *places: str) -> bool:
    """Whether one of these places is among what decided the answer."""
    return any(reason.place in places for reason in view.result.because)


_TREATMENT: Final[tuple[_Rule, ...]] = (
    ("aim_in_place", lambda v: v.aim == "in_place"),
    ("aim_cure", lambda v: v.aim == "cure"),
    ("aim_control", lambda v: v.aim == "control"),
    ("aim_not_cancer", lambda v: v.aim == "not_cancer"),
    ("aim_out_of_scope", lambda v: v.aim == "out_of_scope"),
    ("aim_cannot_tell", lambda v: v.aim == "cannot_tell"),
    ("spread_not_settled", lambda v: v.aim == "cure" and v.result.metastatic is None),
    ("steps_in_place", lambda v: v.aim == "in_place" and not _only_paget(v)),
    ("steps_paget", lambda v: v.aim == "in_place" and _only_paget(v)),
    ("steps_inflammatory", lambda v: v.aim == "cure" and "inflammatory" in v.found),
    (
        "steps_came_back",
        lambda v: v.aim == "cure" and v.case.came_back is True and "inflammatory" not in v.found,
    ),
    (
        "steps_drugs_often_first",
        lambda v: (
            v.aim == "cure"
            and v.case.came_back is not True
            and "inflammatory" not in v.found
            and is_locally_advanced(v.result)
        ),
    ),
    (
        "steps_breast",
        lambda v: (
            v.aim == "cure"
            and v.case.came_back is not True
            and "inflammatory" not in v.found
            and not is_locally_advanced(v.result)
        ),
    ),
    ("steps_nodes", lambda v: v.aim == "cure" and v.result.extent is Extent.NEARBY),
    ("steps_metastatic", lambda v: v.aim == "control"),
    ("steps_bone", lambda v: v.aim == "control" and _decides(v, "bone")),
    ("steps_brain", lambda v: v.aim == "control" and _decides(v, "brain", "brain_lining")),
    ("steps_both_breasts", lambda v: v.cancer and _both_breasts(v)),
    ("without_treatment_in_place", lambda v: v.aim == "in_place"),
    ("without_treatment_cure", lambda v: v.aim == "cure"),
    ("without_treatment_control", lambda v: v.aim == "control"),
    ("without_treatment_not_cancer", lambda v: v.aim == "not_cancer"),
    ("how_far_changes", lambda v: v.aim in {"cure", "control"}),
    ("health_and_preferences", lambda v: v.cancer),
    ("no_stage_from_this", lambda v: v.aim in {"cure", "control", "in_place"}),
    ("call_the_same_day", lambda v: v.cancer or v.aim == "not_cancer"),
    ("support", lambda v: v.cancer or v.aim in {"cannot_tell", "out_of_scope", "not_cancer"}),
)

_MORE: Final[tuple[_Rule, ...]] = (
    ("what_is_breast_cancer", lambda v: v.aim != "out_of_scope"),
    ("two_words", lambda v: v.aim != "out_of_scope"),
    ("common_types", lambda v: v.aim in {"cure", "control", "cannot_tell"}),
    ("how_it_travels", lambda v: v.aim in {"cure", "control", "cannot_tell"}),
    ("where_it_reaches", lambda v: v.aim in {"cure", "control", "cannot_tell"}),
    ("metastatic_from_start_why", lambda v: v.aim == "control"),
    ("what_decides_treatment", lambda v: v.cancer),
    ("men_and_pregnancy", lambda v: v.cancer),
)

_NUMBERS: Final[dict[Extent, str]] = {
    Extent.BREAST: "localized",
    Extent.NEARBY: "regional",
    Extent.DISTANT: "distant",
}
_REGIONAL_BY_GROWTH: Final = ("inflammatory", "breast_skin", "chest_wall")


def _only_paget(view: _View) -> bool:
    return bool(view.result.because) and all(r.place == "nipple_paget" for r in view.result.because)


def _both_breasts(view: _View) -> bool:
    return view.case.side is Side.BOTH or "other_breast" in view.found


def _view(case: Answers, result: Classification) -> _View:
    return _View(case, result, case.places(Certainty.FOUND))


def treatment_topics(case: Answers, result: Classification) -> tuple[TopicId, ...]:
    """Return what this result means for treatment: the aim first, then steps, then limits."""
    view = _view(case, result)
    return tuple(TopicId(f"treatment/{topic}") for topic, applies in _TREATMENT if applies(view))


def more_topics(case: Answers, result: Classification) -> tuple[TopicId, ...]:
    """Return the background that a person may open if they wish to know more."""
    view = _view(case, result)
    return tuple(TopicId(f"more/{topic}") for topic, applies in _MORE if applies(view))


def number_topics(case: Answers, result: Classification) -> tuple[TopicId, ...]:
    """Return the general survival figures for how far it is, what they mean, and their limits.

    There are none where it is not settled how far it is, and none for cancer that came back: the
    figures are of cancer that was found for the first time. Growth into the skin or the chest
    wall counts as regional there, and so does inflammatory cancer.

    Source: ``seer-eod-primary-tumor``, ``komen-survival``.
    """
    if result.metastatic is None or result.extent not in _NUMBERS or case.came_back:
        return ()
    group = _NUMBERS[result.extent]
    if group == "localized" and _decides(_view(case, result), *_REGIONAL_BY_GROWTH):
        group = "regional"
    own = f"numbers/{group}"
    return tuple(map(TopicId, (own, "numbers/what_it_means", "numbers/what_it_cannot_say")))


ABOUT_TOPICS: Final = tuple(
    TopicId(f"about/{name}")
    for name in (
        "what_it_is",
        "who_made_it",
        "how_sources_were_chosen",
        "exercises",
        "how_it_is_kept_current",
        "your_privacy",
    )
)
"""What is told of the aid itself, in order."""


def biology_topics() -> tuple[TopicId, ...]:
    """Return what explains each item of the reports, and where to find it."""
    return tuple(TopicId(f"biology/{field}") for field in Biology._fields)


def all_topics() -> frozenset[TopicId]:
    """Return every topic id that some case can call for, except notes, places and options."""
    return frozenset(
        TopicId(path)
        for path in (
            *(f"results/{name}" for name in _RESULTS.values()),
            *(f"treatment/{name}" for name, _ in _TREATMENT),
            *(f"more/{name}" for name, _ in _MORE),
            *(f"numbers/{name}" for name in _NUMBERS.values()),
            "numbers/what_it_means",
            "numbers/what_it_cannot_say",
            *biology_topics(),
            *ABOUT_TOPICS,
        )
    )
