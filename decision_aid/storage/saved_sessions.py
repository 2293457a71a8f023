"""Saved sessions: one file that the counselor picks, locked with a passphrase, never unasked.

What it holds is JSON: written in the newest form, read in every older one.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
)

from decision_aid.control_characters import escaped
from decision_aid.domain import Answers, checked
from decision_aid.json_text import JsonTextError, read_json
from decision_aid.storage import sealing
from decision_aid.storage.answers import answers_from, plain
from decision_aid.storage.files import CannotWriteError, write_atomically
from decision_aid.storage.sealing import MIN_PASSPHRASE, Reason, SavedSessionError, is_strong_enough

ENDING: Final = ".decisionaid"
"""How the name of a saved session ends."""

SESSION_SCHEMA: Final = 2
"""1: a single answers file. 2: up to three cases, and the counselor's notes."""

MOST_CASES: Final = 3
LONGEST_NAME: Final = 100
LONGEST_NOTES: Final = 20_000
MOST_BYTES: Final = 2 * 1024 * 1024
"""How much a session holds at most: a hundred times what long notes and all cases need."""

_MOST_BYTES_OF_A_FILE: Final = MOST_BYTES * 3 // 2
"""age adds little, but as text it takes a third more."""

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


def save_session(path: Path, session: SavedSession, passphrase: str) -> None:
    """Save a session, locked with a passphrase, whole or not at all.

    Locking takes a second or two on purpose, and nothing else in the program runs meanwhile.
    Whoever loses the passphrase has lost the file.

    Args:
        path: the file that the counselor picked.
        session: what to save.
        passphrase: what will open it again.

    Raises:
        SavedSessionError: if it could not be saved; a file that was there is as it was.
    """
    try:
        if not is_strong_enough(passphrase):
            raise SavedSessionError(Reason.WEAK_PASSPHRASE)
        write_atomically(path, sealing.seal(session_bytes(session), passphrase), private=True)
    except SavedSessionError as error:
        error.name = path.name
        raise
    except CannotWriteError as error:
        raise SavedSessionError(Reason.CANNOT_WRITE, path.name, file_reason=error.reason) from error


def open_session(path: Path, passphrase: str) -> SavedSession:
    """Open a saved session of this or an older version; the file is never changed.

    Args:
        path: the file.
        passphrase: what it was saved with.

    Raises:
        SavedSessionError: if it could not be opened.
    """
    try:
        return session_of(sealing.unseal(_read(path), passphrase))
    except SavedSessionError as error:
        error.name = path.name
        raise


def _read(path: Path) -> bytes:
    try:
        # A pipe or a device might never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise SavedSessionError(Reason.CANNOT_READ)
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES_OF_A_FILE + 1)
    except FileNotFoundError:
        raise SavedSessionError(Reason.NOT_FOUND) from None
    except (OSError, ValueError) as error:
        raise SavedSessionError(Reason.CANNOT_READ) from error
    if len(raw) > _MOST_BYTES_OF_A_FILE:
        raise SavedSessionError(Reason.TOO_LARGE)
    return raw


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


def explained(error: SavedSessionError, words: Callable[..., str]) -> str:
    """Return what happened and what to do next, in plain words.

    Args:
        error: what happened.
        words: looks a short text up, as ``Labels.text`` does.
    """
    return words(
        f"saved_session_error.{error.reason}",
        name=escaped(error.name),
        version=error.version,
        least=MIN_PASSPHRASE,
        hindered=words(f"file_error.{error.file_reason}"),
    )


__all__ = [
    "ENDING",
    "MIN_PASSPHRASE",
    "SESSION_SCHEMA",
    "Reason",
    "SavedCase",
    "SavedSession",
    "SavedSessionError",
    "explained",
    "open_session",
    "save_session",
]
