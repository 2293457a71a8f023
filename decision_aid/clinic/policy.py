"""Reads the policy of a clinic: one TOML file, used as a whole or not at all.

A file with any problem is not used in part: beside a field that could not be read, the others may
not be what the clinic meant either, and a half-set kiosk looks like one that works. Then
``SAFE_DEFAULTS`` hold. They keep a kiosk going for those who need it, hand the summary over by QR
code only, and let nobody leave from the screen.
"""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from decision_aid.clinic.clinic_policy import (
    OPTIONAL_PAGES,
    SAFE_DEFAULTS,
    ClinicPolicy,
    LocalService,
    OptionalPage,
    Phone,
)
from decision_aid.clinic.pin import InvalidPinError, hash_pin, verify_pin
from decision_aid.clinic.policy_problems import PolicyProblem, problem_of

MOST_BYTES: Final = 64 * 1024
_LINE: Final = re.compile(r"at line (\d+)")
_TWICE: Final = re.compile(r"overwrite|twice|already|immutable|mutate", re.IGNORECASE)


class LoadedPolicy(NamedTuple):
    """What a policy file came to.

    Attributes:
        policy: what holds now.
        problems: what is wrong with the file; with any, ``policy`` is ``SAFE_DEFAULTS``.
        source: the file, or ``None`` where none was named.
    """

    policy: ClinicPolicy
    problems: tuple[PolicyProblem, ...]
    source: Path | None


class _RefusedError(Exception):
    def __init__(self, *problems: PolicyProblem) -> None:
        self.problems = problems
        super().__init__()


def load_policy(path: Path | None) -> LoadedPolicy:
    """Return the policy of a file; whatever the file is, this never raises.

    Args:
        path: the file, or ``None`` for none, which is no problem.
    """
    if path is None:
        return LoadedPolicy(SAFE_DEFAULTS, (), None)
    try:
        return LoadedPolicy(_policy(_text(path)), (), path)
    except _RefusedError as error:
        return LoadedPolicy(SAFE_DEFAULTS, error.problems, path)


def _text(path: Path) -> str:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _whole("is_a_folder")
        if not stat.S_ISREG(mode):
            raise _whole("not_a_file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _whole("file_missing") from error
    except PermissionError as error:
        raise _whole("not_allowed") from error
    except (OSError, ValueError) as error:
        raise _whole("not_readable") from error
    if len(raw) > MOST_BYTES:
        raise _whole("too_large")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _whole("not_utf_8", raw[: error.start].count(b"\n") + 1) from error


def _whole(message: str, line: int | None = None) -> _RefusedError:
    return _RefusedError(PolicyProblem(line, "", message))


def _policy(text: str) -> ClinicPolicy:
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        at = _LINE.search(str(error))
        message = "said_twice" if _TWICE.search(str(error)) else "not_toml"
        raise _whole(message, int(at[1]) if at else None) from error
    try:
        return ClinicPolicy.model_validate(_with_tuples(data))
    except ValidationError as error:
        problems = [problem_of(details, text) for details in error.errors(include_url=False)]
        problems.sort(key=lambda problem: problem.line or 0)
        raise _RefusedError(*problems) from error


def _with_tuples(value: Any) -> Any:  # noqa: ANN401 - anything that TOML can hold
    if isinstance(value, list):
        return tuple(_with_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _with_tuples(item) for key, item in value.items()}
    return value


__all__ = [
    "OPTIONAL_PAGES",
    "SAFE_DEFAULTS",
    "ClinicPolicy",
    "InvalidPinError",
    "LoadedPolicy",
    "LocalService",
    "OptionalPage",
    "Phone",
    "PolicyProblem",
    "hash_pin",
    "load_policy",
    "verify_pin",
]
