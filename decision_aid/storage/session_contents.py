"""What a saved session holds, as JSON: written in the newest form, read in every older one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
)

from decision_aid.domain import Answers, checked
from decision_aid.json_text import JsonTextError, read_json
from decision_aid.storage.answers import answers_from, plain
from decision_aid.storage.session_errors import Reason, SavedSessionError

SESSION_SCHEMA: Final = 2
"""1: a single answers file. 2: up to three cases, and the counselor's notes."""

MOST_CASES: Final = 3
LONGEST_NAME: Final = 100
LONGEST_NOTES: Final = 20_000
MOST_BYTES: Final = 2 * 1024 * 1024
"""How much a session holds at most: a hundred times what long notes and all cases need."""

_FORMAT: Final = "decision-aid-session"
_LARGEST_VERSION: Final = 9999
_Object = dict[str, Any]


def _answers(given: object) -> Answers:
    """Take answers as they are or as JSON has them, but none that contradict each other."""
    return checked(given) if isinstance(given, Answers) else answers_from(given)


class SavedCase(BaseModel):
    """One what-if case.

    Attributes:
        name: how the counselor called it; may be empty.
        answers: what was said.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    answers: Annotated[Answers, PlainValidator(_answers), PlainSerializer(plain)]


class SavedSession(BaseModel):
    """One conversation with a counselor.

    Attributes:
        version: the schema of the file, ``"schema"`` in JSON.
        cases: side by side, in order.
        counselor_notes: the counselor's own words.
        example_only: made up, to show or to teach; not a person's answers.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    version: Annotated[Literal[2], Field(alias="schema")] = SESSION_SCHEMA
    cases: Annotated[tuple[SavedCase, ...], Field(min_length=1, max_length=MOST_CASES)]
    counselor_notes: Annotated[str, Field(max_length=LONGEST_NOTES)] = ""
    example_only: bool = False


def session_bytes(session: SavedSession) -> bytes:
    """Return a session as JSON.

    Args:
        session: what to write down.

    Raises:
        SavedSessionError: ``TOO_MUCH_TO_SAVE``; or ``CANNOT_BE_SAVED`` where it could not be read
            back as it is.
    """
    try:
        data = session.model_dump(mode="json", by_alias=True, warnings=False)
        raw = json.dumps({"format": _FORMAT} | data).encode("ascii")
        same = session_of(raw) == session
    except (SavedSessionError, ValueError):
        same = False
    if not same:
        raise SavedSessionError(Reason.CANNOT_BE_SAVED)
    if len(raw) > MOST_BYTES:
        raise SavedSessionError(Reason.TOO_MUCH_TO_SAVE)
    return raw


def session_of(raw: bytes) -> SavedSession:
    """Return the session of a JSON text of any version up to this one.

    Args:
        raw: what a saved file holds once it is unlocked.

    Raises:
        SavedSessionError: ``TOO_NEW``, ``NOT_A_SESSION_FILE`` or ``INVALID_CONTENT``.
    """
    data = _json_object(raw)
    version = data.get("schema")
    if data.pop("format", None) != _FORMAT and not _is_an_answers_file(data):
        raise SavedSessionError(Reason.NOT_A_SESSION_FILE)
    if type(version) is not int or not 1 <= version <= _LARGEST_VERSION:
        raise SavedSessionError(Reason.INVALID_CONTENT)
    if version > SESSION_SCHEMA:
        raise SavedSessionError(Reason.TOO_NEW, version=version)
    try:
        return _READERS[version](data)
    except (ValueError, RecursionError):
        # The error would quote what the person said.
        raise SavedSessionError(Reason.INVALID_CONTENT) from None


def _json_object(raw: bytes) -> _Object:
    try:
        data = read_json(raw)
    except JsonTextError:
        # The error would quote what was saved.
        raise SavedSessionError(Reason.INVALID_CONTENT) from None
    if not isinstance(data, dict):
        raise SavedSessionError(Reason.NOT_A_SESSION_FILE)
    return data


def _is_an_answers_file(data: _Object) -> bool:
    return data.get("schema") == 1 and "findings" in data


def _of_version_1(data: _Object) -> SavedSession:
    case = SavedCase(answers=answers_from(data))
    return SavedSession(cases=(case,))


_READERS: Final[dict[int, Callable[[_Object], SavedSession]]] = {
    1: _of_version_1,
    2: SavedSession.model_validate,
}
