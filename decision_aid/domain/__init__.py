"""The reasoning: what was found, what it counts as, and what follows from it.

Pure: no Qt, no files, no prose, no dates. A part is read when a name of it is first asked for: the
first page of the wizard needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decision_aid.domain.answers import (
        Answers,
        Chest,
        ContradictionError,
        PaperSection,
        Rating,
        SureItem,
        checked,
    )
    from decision_aid.domain.assessment import Assessment, assess
    from decision_aid.domain.biology import (
        NO_REPORTS_BY_SIDE,
        PERSON_ITEMS,
        REPLIES,
        TUMOR_ITEMS,
        UNKNOWN_BIOLOGY,
        Biology,
        Grade,
        Her2,
        InheritedChange,
        Menopause,
        Receptor,
        TumorType,
        of_person,
        with_reply,
    )
    from decision_aid.domain.classification import (
        Classification,
        Extent,
        Kind,
        Open,
        PossibleChange,
        Reason,
    )
    from decision_aid.domain.findings import (
        Certainty,
        CheckId,
        DecisionId,
        Finding,
        OptionId,
        PlaceId,
        QuestionId,
        Side,
        TopicId,
        ValueId,
    )
    from decision_aid.domain.follow_ups import FOLLOW_UPS, NOT_SURE, FollowUp
    from decision_aid.domain.interview import Interview, is_farther_away
    from decision_aid.domain.places import PLACES, CountsAs, Group, Place, PlaceSide, places_in
    from decision_aid.domain.rules.decisions import (
        DOING_LESS,
        TABLE_SOURCES,
        Condition,
        Decision,
        OfferedOption,
        Talk,
        all_decisions,
        all_options,
    )
    from decision_aid.domain.rules.meaning import meaning_of
    from decision_aid.domain.rules.notes import NOTES
    from decision_aid.domain.rules.questions import (
        AskedOf,
        all_questions,
        asks_what_is_unknown,
        questions_on_first_page,
    )
    from decision_aid.domain.rules.topics import (
        ABOUT_TOPICS,
        all_same_day_topics,
        all_topics,
        biology_topics,
        place_topic,
    )
    from decision_aid.domain.rules.understanding import Check, Reply, all_checks
    from decision_aid.domain.rules.values import (
        all_values,
        questions_from_sure,
        touched_options,
    )
    from decision_aid.domain.steps import CARDS, WAY, Step, after, before, places_asked, relevant

_NAMES: Final = {
    "answers": (
        "Answers",
        "Chest",
        "ContradictionError",
        "PaperSection",
        "Rating",
        "SureItem",
        "checked",
    ),
    "assessment": (
        "Assessment",
        "assess",
    ),
    "biology": (
        "Biology",
        "Grade",
        "Her2",
        "InheritedChange",
        "Menopause",
        "NO_REPORTS_BY_SIDE",
        "PERSON_ITEMS",
        "REPLIES",
        "Receptor",
        "TUMOR_ITEMS",
        "TumorType",
        "UNKNOWN_BIOLOGY",
        "of_person",
        "with_reply",
    ),
    "classification": (
        "Classification",
        "Extent",
        "Kind",
        "Open",
        "PossibleChange",
        "Reason",
    ),
    "findings": (
        "Certainty",
        "CheckId",
        "DecisionId",
        "Finding",
        "OptionId",
        "PlaceId",
        "QuestionId",
        "Side",
        "TopicId",
        "ValueId",
    ),
    "follow_ups": (
        "FOLLOW_UPS",
        "FollowUp",
        "NOT_SURE",
    ),
    "interview": ("Interview", "is_farther_away"),
    "places": (
        "CountsAs",
        "Group",
        "PLACES",
        "Place",
        "PlaceSide",
        "places_in",
    ),
    "rules.decisions": (
        "Condition",
        "DOING_LESS",
        "Decision",
        "OfferedOption",
        "TABLE_SOURCES",
        "Talk",
        "all_decisions",
        "all_options",
    ),
    "rules.meaning": ("meaning_of",),
    "rules.notes": ("NOTES",),
    "rules.questions": (
        "AskedOf",
        "all_questions",
        "asks_what_is_unknown",
        "questions_on_first_page",
    ),
    "rules.topics": (
        "ABOUT_TOPICS",
        "all_same_day_topics",
        "all_topics",
        "biology_topics",
        "place_topic",
    ),
    "rules.understanding": (
        "Check",
        "Reply",
        "all_checks",
    ),
    "rules.values": (
        "all_values",
        "questions_from_sure",
        "touched_options",
    ),
    "steps": (
        "CARDS",
        "Step",
        "WAY",
        "after",
        "before",
        "places_asked",
        "relevant",
    ),
}
_PARTS: Final = {name: part for part, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Return what a part of the reasoning calls by this name."""
    if name not in _PARTS:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{_PARTS[name]}"), name)
    globals()[name] = found
    return found


__all__ = [
    "ABOUT_TOPICS",
    "CARDS",
    "DOING_LESS",
    "FOLLOW_UPS",
    "NOTES",
    "NOT_SURE",
    "NO_REPORTS_BY_SIDE",
    "PERSON_ITEMS",
    "PLACES",
    "REPLIES",
    "TABLE_SOURCES",
    "TUMOR_ITEMS",
    "UNKNOWN_BIOLOGY",
    "WAY",
    "Answers",
    "AskedOf",
    "Assessment",
    "Biology",
    "Certainty",
    "Check",
    "CheckId",
    "Chest",
    "Classification",
    "Condition",
    "ContradictionError",
    "CountsAs",
    "Decision",
    "DecisionId",
    "Extent",
    "Finding",
    "FollowUp",
    "Grade",
    "Group",
    "Her2",
    "InheritedChange",
    "Interview",
    "Kind",
    "Menopause",
    "OfferedOption",
    "Open",
    "OptionId",
    "PaperSection",
    "Place",
    "PlaceId",
    "PlaceSide",
    "PossibleChange",
    "QuestionId",
    "Rating",
    "Reason",
    "Receptor",
    "Reply",
    "Side",
    "Step",
    "SureItem",
    "Talk",
    "TopicId",
    "TumorType",
    "ValueId",
    "after",
    "all_checks",
    "all_decisions",
    "all_options",
    "all_questions",
    "all_same_day_topics",
    "all_topics",
    "all_values",
    "asks_what_is_unknown",
    "assess",
    "before",
    "biology_topics",
    "checked",
    "is_farther_away",
    "meaning_of",
    "of_person",
    "place_topic",
    "places_asked",
    "places_in",
    "questions_from_sure",
    "questions_on_first_page",
    "relevant",
    "touched_options",
    "with_reply",
]
