"""Sessions to save and open in tests, and files of them that cost no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Biology,
    Certainty,
    Finding,
    Rating,
    Receptor,
    Side,
    SureItem,
    all_options,
    all_questions,
    all_values,
)
from decision_aid.storage.answers import answers_from
from decision_aid.storage.saved_sessions import MOST_CASES, SavedCase, SavedSession, session_bytes
from tests.storage.age_file import age_file

SAVED: Final = Path(__file__).parent / "saved"
"""Files that earlier versions of this program wrote; they must open for ever."""
PASSPHRASE: Final = "violet kettle marches north"
NOTES: Final = "She would like her sister to be there."


def answers(**more: Any) -> Answers:
    found = {"place": "breast_tissue", "certainty": "found"}
    return answers_from({"schema": 1, "side": "left", "findings": [found]} | more)


def a_session(notes: str = NOTES) -> SavedSession:
    first = SavedCase(name="As told today", answers=answers(notes="Zoë: naïve? 你好"))
    second = SavedCase(name="If the spot is confirmed", answers=answers(came_back=False))
    return SavedSession(cases=(first, second), counselor_notes=notes)


def cheap_seal(plain: bytes, passphrase: str) -> bytes:
    """Lock as ``sealing.seal`` does, but at once."""
    return age_file(plain, passphrase)


def cheap_file(session: SavedSession | None = None) -> bytes:
    return cheap_seal(session_bytes(session or a_session()), PASSPHRASE)


_texts = st.text(max_size=20)
_findings = st.lists(st.sampled_from(sorted(PLACES)), unique=True, max_size=5).flatmap(
    lambda places: st.tuples(
        *(
            st.builds(
                Finding,
                place=st.just(place),
                certainty=st.sampled_from(Certainty),
                side=st.none(),
                detail=st.none() | st.sampled_from(sorted(FOLLOW_UPS[place].answers))
                if place in FOLLOW_UPS
                else st.none(),
            )
            for place in places
        )
    )
)
_answers = st.builds(
    Answers,
    side=st.none() | st.sampled_from(Side),
    came_back=st.none() | st.booleans(),
    findings=_findings,
    biology_by_side=st.just({}),
    not_read=st.lists(st.text(min_size=1, max_size=20), max_size=2).map(tuple),
    biology=st.builds(Biology, er=st.sampled_from(Receptor), grade=st.just(Biology().grade)),
    compared=st.lists(st.sampled_from(sorted(all_options())), unique=True, max_size=4).map(tuple),
    values=st.dictionaries(
        st.sampled_from(list(all_values())), st.sampled_from(Rating), max_size=3
    ),
    sure=st.dictionaries(st.sampled_from(SureItem), st.booleans()),
    questions=st.lists(
        st.sampled_from(list(all_questions())) | st.text(min_size=1, max_size=20), max_size=4
    ).map(tuple),
    notes=_texts,
    chest=st.sampled_from(["curved", "flat"]),
    sections=st.none() | st.just(("why", "words")),
)
any_session = st.builds(
    SavedSession,
    cases=st.lists(
        st.builds(SavedCase, name=_texts, answers=_answers), min_size=1, max_size=MOST_CASES
    ).map(tuple),
    counselor_notes=_texts,
    example_only=st.booleans(),
)
