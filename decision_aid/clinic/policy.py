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
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import ValidationError

from decision_aid.clinic.clinic_policy import (
    MOST_PHONES,
    MOST_SERVICES,
    OPTIONAL_PAGES,
    REQUIRED_PAGES,
    SAFE_DEFAULTS,
    ClinicPolicy,
    LocalService,
    OptionalPage,
    Phone,
)
from decision_aid.clinic.pin import InvalidPinError, hash_pin, verify_pin
from decision_aid.content import Labels, languages
from decision_aid.control_characters import escaped
from decision_aid.paper import PAPER_SIZES
from decision_aid.problems import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


Location = tuple[int | str, ...]
_LONGEST_SHOWN: Final = 40
_FIELDS: Final = {"phones": tuple(Phone.model_fields), "services": tuple(LocalService.model_fields)}
_VALID: Final[dict[str, Callable[[], tuple[str, ...]]]] = {
    "pages": lambda: OPTIONAL_PAGES,
    "paper": lambda: PAPER_SIZES,
    "languages": languages,
}
_MOST: Final = {"phones": MOST_PHONES, "services": MOST_SERVICES}
_TYPES: Final = {
    "string_type": "not_text",
    "int_type": "not_a_whole_number",
    "bool_type": "not_true_or_false",
    "tuple_type": "not_a_list",
    "model_type": "not_a_table",
    "missing": "missing",
}
_OURS: Final = frozenset(
    {
        "empty",
        "hidden_letter",
        "letter_not_in_print",
        "named_twice",
        "not_a_phone_number",
        "not_a_pin_hash",
        "not_a_printer_name",
        "out_of_range",
        "too_few",
    }
)
_HEADER: Final = re.compile(r"\s*\[{1,2}[^\[\],=#]+\]{1,2}\s*(#.*)?")
_KEY: Final = r"[\"']?{key}[\"']?"


class PolicyProblem(NamedTuple):
    """One thing that is wrong with a policy file.

    Attributes:
        line: the line of the file, or ``None`` where it is not known.
        field: the path of the field, such as ``phones[0].number``; "" for the file as a whole.
        message: a stable id; its words stand under ``policy_problem``.
        params: what stands in the braces of those words.
        nearest: the nearest valid name where one was not known, else "".
    """

    line: int | None
    field: str
    message: str
    params: Mapping[str, str] = MappingProxyType({})
    nearest: str = ""

    def text(self, labels: Labels) -> str:
        """Return it in words, without where it stands; plain text, never markup."""
        said = labels.text(f"policy_problem.{self.message}", **self.params)
        if self.nearest:
            said += " " + labels.text("policy_problem.nearest", nearest=self.nearest)
        return said


def problem_of(details: ErrorDetails, text: str) -> PolicyProblem:
    """Return what pydantic found wrong as a problem that staff can put right.

    Args:
        details: one error of the validation.
        text: the file, to find the line in.
    """
    location: Location = tuple(details["loc"])
    message, params, close = _said(details, location)
    return PolicyProblem(
        line_of(text, location), shown(field_path(location)), message, params, close
    )


def _said(details: ErrorDetails, location: Location) -> tuple[str, dict[str, str], str]:
    """Return the id of the message, what stands in it, and the nearest valid name."""
    context, kind = details.get("ctx", {}), details["type"]
    if kind == "extra_forbidden":
        return _unknown_field(location)
    if kind in {"literal_error", "unknown_language"}:
        return _unknown_value(str(location[0]), str(details.get("input")))
    if kind == "string_too_long":
        return "too_long", {"most": str(context["max_length"])}, ""
    if kind == "too_long":
        return "too_many", {"most": str(_MOST[str(location[0])])}, ""
    if kind in _OURS:
        return kind, {name: shown(value) for name, value in context.items()}, ""
    return _TYPES.get(kind, "wrong"), {}, ""


def _unknown_value(field: str, given: str) -> tuple[str, dict[str, str], str]:
    if field == "pages" and given in REQUIRED_PAGES:
        return "always_shown", {"given": given}, ""
    valid = _VALID[field]()
    return (
        "unknown_value",
        {"given": shown(given), "valid": ", ".join(valid)},
        nearest(given, valid),
    )


def _unknown_field(location: Location) -> tuple[str, dict[str, str], str]:
    name, top = str(location[-1]), list(ClinicPolicy.model_fields)
    if len(location) == 1:
        return "unknown_field", {}, nearest(name, top)
    if name in top:
        return "misplaced", {}, ""
    return "unknown_field", {}, nearest(name, _FIELDS[str(location[0])])


def field_path(location: Location) -> str:
    """Return where a field stands, as ``phones[0].number``."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def line_of(text: str, location: Location) -> int | None:
    """Return the line on which a field stands, or that of the table it belongs to.

    Args:
        text: the file.
        location: the names and numbers that lead to the field.
    """
    lines = text.splitlines()
    table, first, last = str(location[0]), 0, _end_of_table(lines, 0)
    at = _find(lines, table, first, last)
    if at is not None:
        return at + 1
    headers = [n for n, line in enumerate(lines) if _header(line, table)]
    number = location[1] if len(location) > 1 and isinstance(location[1], int) else 0
    if number >= len(headers):
        return None
    at = headers[number]
    if len(location) > 2:
        inside = _find(lines, str(location[2]), at + 1, _end_of_table(lines, at + 1))
        at = at if inside is None else inside
    return at + 1


def _find(lines: list[str], key: str, first: int, last: int) -> int | None:
    wanted = re.compile(rf"\s*{_KEY.format(key=re.escape(key))}\s*[=.]")
    return next((n for n in range(first, last) if wanted.match(lines[n])), None)


def _end_of_table(lines: list[str], start: int) -> int:
    return next((n for n in range(start, len(lines)) if _HEADER.fullmatch(lines[n])), len(lines))


def _header(line: str, table: str) -> bool:
    return bool(re.match(rf"\s*\[+\s*{_KEY.format(key=re.escape(table))}\s*\]", line))


def shown(value: Any) -> str:  # noqa: ANN401 - anything that TOML can hold
    """Return a value as it can be shown anywhere: short, and no letter that steers a screen."""
    text = "".join(one if one.isprintable() else "?" for one in escaped(str(value)))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


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
