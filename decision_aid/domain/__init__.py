"""The reasoning: what was found, what it counts as, and what follows from it.

Pure: no Qt, no files, no prose, no dates.
"""

from decision_aid.domain.classification import (
    Classification,
    Extent,
    Kind,
    PossibleChange,
    Reason,
)
from decision_aid.domain.classify import classify
from decision_aid.domain.findings import (
    Case,
    Certainty,
    Finding,
    InvalidCaseError,
    Side,
    checked_case,
)
from decision_aid.domain.flow import (
    NOT_SURE_OF_AREA,
    Area,
    Step,
    StepKind,
    places_asked,
    relevant,
    steps,
)
from decision_aid.domain.follow_ups import FOLLOW_UPS, NOT_SURE, FollowUp
from decision_aid.domain.meaning import meaning_of
from decision_aid.domain.note_rules import NOTES
from decision_aid.domain.places import PLACES, CountsAs, Group, Place, PlaceId, PlaceSide, places_in
from decision_aid.domain.questions import all_questions, questions_for
from decision_aid.domain.topics import (
    QuestionId,
    TopicId,
    all_topics,
    more_topics,
    note_topics,
    place_topic,
    result_topic,
    treatment_topics,
)

__all__ = [
    "FOLLOW_UPS",
    "NOTES",
    "NOT_SURE",
    "NOT_SURE_OF_AREA",
    "PLACES",
    "Area",
    "Case",
    "Certainty",
    "Classification",
    "CountsAs",
    "Extent",
    "Finding",
    "FollowUp",
    "Group",
    "InvalidCaseError",
    "Kind",
    "Place",
    "PlaceId",
    "PlaceSide",
    "PossibleChange",
    "QuestionId",
    "Reason",
    "Side",
    "Step",
    "StepKind",
    "TopicId",
    "all_questions",
    "all_topics",
    "checked_case",
    "classify",
    "meaning_of",
    "more_topics",
    "note_topics",
    "place_topic",
    "places_asked",
    "places_in",
    "questions_for",
    "relevant",
    "result_topic",
    "steps",
    "treatment_topics",
]
