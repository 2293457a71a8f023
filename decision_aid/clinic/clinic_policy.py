"""What a clinic may set on its kiosk, and what holds where it has set nothing.

A policy names people to call, a printer, languages and times. No field of it is a medical word,
and nothing that it holds is ever looked up, marked or formatted: it is shown as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from decision_aid.clinic.pin import is_pin_hash
from decision_aid.content import DEFAULT_LANGUAGE, languages
from decision_aid.content.resources import printable_letters
from decision_aid.domain.steps import Step
from decision_aid.paper import PaperSize

OptionalPage = Literal["biology", "options", "values", "check", "numbers"]
"""A part that a clinic may leave out; ``numbers`` is a part of the treatment page."""

OPTIONAL_PAGES: Final[tuple[OptionalPage, ...]] = get_args(OptionalPage)
REQUIRED_PAGES: Final = tuple(step.value for step in Step if step not in OPTIONAL_PAGES)
"""The pages that no clinic can leave out."""

MOST_PHONES: Final = 6
MOST_SERVICES: Final = 8
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NUMBER: Final = re.compile(r"\+?[0-9 ()./-]{2,24}( ?(ext\.?|x) ?[0-9]{1,6})?")
_QUEUE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,126}")


def _line(text: str) -> str:
    """Return one line of plain words, without space around it.

    Whatever could hide, turn round or break what stands beside it is refused, and so is what the
    paper could not print.
    """
    text = unicodedata.normalize("NFC", text.strip(" "))
    if not text.strip():
        raise PydanticCustomError("empty", "empty")
    before = ""
    for character in text:
        category = unicodedata.category(character)
        if category in _HIDDEN:
            code = f"U+{ord(character):04X}"
            raise PydanticCustomError("hidden_letter", "hidden_letter", {"code": code})
        # One accent on a letter is writing; a pile of them covers the lines above.
        if character not in printable_letters() or category == before == "Mn":
            letter = {"letter": character}
            raise PydanticCustomError("letter_not_in_print", "letter_not_in_print", letter)
        before = category
    return text


def _phone_number(text: str) -> str:
    if not _NUMBER.fullmatch(text) or sum(character.isdigit() for character in text) < 2:
        raise PydanticCustomError("not_a_phone_number", "not_a_phone_number")
    return text


def _queue_name(text: str) -> str:
    if not _QUEUE.fullmatch(text):
        raise PydanticCustomError("not_a_printer_name", "not_a_printer_name")
    return text


def _language(code: str) -> str:
    if code not in languages():
        raise PydanticCustomError("unknown_language", "unknown_language", {"given": code})
    return code


def _pin_hash(text: str) -> str:
    if not is_pin_hash(text):
        raise PydanticCustomError("not_a_pin_hash", "not_a_pin_hash")
    return text


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) < len(values):
        raise PydanticCustomError("named_twice", "named_twice")
    return values


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise PydanticCustomError("too_few", "too_few")
    return values


def _between(low: int, high: int) -> Callable[[int], int]:
    def checked(value: int) -> int:
        if not low <= value <= high:
            bounds = {"low": low, "high": high}
            raise PydanticCustomError("out_of_range", "out_of_range", bounds)
        return value

    return checked


_Name = Annotated[str, Field(max_length=80), AfterValidator(_line)]
_Label = Annotated[str, Field(max_length=60), AfterValidator(_line)]
_About = Annotated[str, Field(max_length=200), AfterValidator(_line)]
_Place = Annotated[str, Field(max_length=120), AfterValidator(_line)]
_Number = Annotated[str, AfterValidator(_phone_number)]


class _Frozen(BaseModel):
    # Strict: "180" in quotes is a slip, and what was meant is asked for instead of guessed.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Phone(_Frozen):
    """A number to call, and whom it reaches."""

    label: _Label
    number: _Number


class LocalService(_Frozen):
    """Help near the clinic, such as a support group.

    Attributes:
        name: what it is called.
        about: what it does, in a sentence.
        phone: its number.
        place: where it is.
    """

    name: _Name
    about: _About
    phone: _Number | None = None
    place: _Place | None = None


class ClinicPolicy(_Frozen):
    """Everything that a clinic may set on its kiosk.

    Attributes:
        clinic_name: what the clinic is called; "" if it is not said.
        phones: whom to call, the first one first.
        services: help nearby.
        printer: the CUPS queue that prints; ``None`` where there is none, and the summary is
            handed over by QR code only.
        paper: the sheet in the printer.
        large_print: whether the summary is in 18 pt unless the person chooses otherwise.
        languages: what a person can choose from; the kiosk starts in the first.
        idle_seconds: how long nobody touches it until it asks if someone is there.
        warning_seconds: how long it then waits until it clears everything. WCAG 2.2.1 asks for
            20 at least.
        pin_hash: the staff PIN as an argon2id hash; ``None`` means that nobody can leave the
            kiosk from its screen, never that everybody can.
        pages: the optional parts that are shown.
        sound: whether the warning is also heard.
    """

    clinic_name: _Name = ""
    phones: Annotated[tuple[Phone, ...], Field(max_length=MOST_PHONES)] = ()
    services: Annotated[tuple[LocalService, ...], Field(max_length=MOST_SERVICES)] = ()
    printer: Annotated[str, AfterValidator(_queue_name)] | None = None
    paper: PaperSize = "letter"
    large_print: bool = False
    languages: Annotated[
        tuple[Annotated[str, AfterValidator(_language)], ...],
        AfterValidator(_some),
        AfterValidator(_each_once),
    ] = (DEFAULT_LANGUAGE,)
    idle_seconds: Annotated[int, AfterValidator(_between(60, 600))] = 180
    warning_seconds: Annotated[int, AfterValidator(_between(20, 120))] = 60
    pin_hash: Annotated[str, AfterValidator(_pin_hash)] | None = None
    pages: Annotated[tuple[OptionalPage, ...], AfterValidator(_each_once)] = OPTIONAL_PAGES
    sound: bool = True

    @property
    def staff_can_leave(self) -> bool:
        """Whether the kiosk can be left from its screen, with the staff PIN."""
        return self.pin_hash is not None

    @property
    def says_something(self) -> bool:
        """Whether the clinic gives words of its own for the summary."""
        return bool(self.clinic_name or self.phones or self.services)


SAFE_DEFAULTS: Final = ClinicPolicy()
"""What holds without a policy, or with one that cannot be used."""
