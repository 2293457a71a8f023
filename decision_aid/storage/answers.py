"""The answers file: what a person said, as JSON, refused with line, field and nearest valid id.

Only what reads such a file imports this: pydantic would weigh on every window.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from decision_aid.domain import (
    PLACES,
    TUMOR_ITEMS,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    ContradictionError,
    Finding,
    Grade,
    Her2,
    InheritedChange,
    Menopause,
    OptionId,
    PaperSection,
    PlaceId,
    Rating,
    Receptor,
    Side,
    SureItem,
    TumorType,
    ValueId,
    all_options,
    all_questions,
    all_values,
    checked,
)
from decision_aid.json_text import line_of, read_json
from decision_aid.problems import InvalidAnswersError, contradiction, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    KnownPlace = PlaceId
    KnownOption = OptionId
    KnownValue = ValueId
else:
    KnownPlace = Literal[tuple(PLACES)]
    KnownOption = Literal[tuple(sorted(all_options()))]
    KnownValue = Literal[tuple(all_values())]

_STRICT: Final = ConfigDict(extra="forbid")
MOST_BYTES: Final = 16 * 1024 * 1024
"""A larger file is no answers file: one with every place and long notes has some 20 kB."""
MOST_FINDINGS: Final = 3 * len(PLACES)
"""Each place once for both breasts, or once for each."""
MOST_QUESTIONS: Final = 1000

_LOOKS_LIKE_AN_ID: Final = re.compile(r"^[a-z]+(_[a-z0-9]+)+$")
_Json = dict[str, Any]


def _each_once(options: tuple[KnownOption, ...]) -> tuple[KnownOption, ...]:
    if len(set(options)) < len(options):
        message = "an option is given more than once"
        raise ValueError(message)
    return options


class FindingInput(BaseModel):
    """One finding as JSON holds it; the attributes are those of ``Finding``."""

    model_config = _STRICT
    place: KnownPlace
    certainty: Certainty = Certainty.FOUND
    side: Literal[Side.LEFT, Side.RIGHT] | None = None
    detail: str | None = None

    def finding(self) -> Finding:
        """Return what the reasoning looks at."""
        return Finding(self.place, self.certainty, self.side, self.detail)


class TumorInput(BaseModel):
    """What the reports say of one cancer, as JSON holds it; everything may be unknown."""

    model_config = _STRICT
    type: TumorType = TumorType.UNKNOWN
    er: Receptor = Receptor.UNKNOWN
    pr: Receptor = Receptor.UNKNOWN
    her2: Her2 = Her2.UNKNOWN
    grade: Grade = Grade.UNKNOWN

    def biology(self) -> Biology:
        """Return what the reasoning looks at."""
        return Biology(**dict(self))


class BiologyBySideInput(BaseModel):
    """With cancer in both breasts, what the reports of each breast say."""

    model_config = _STRICT
    left: TumorInput = TumorInput()
    right: TumorInput = TumorInput()

    def biology_by_side(self) -> Mapping[Side, Biology]:
        """Return what the reasoning looks at: each breast of which something is said."""
        reports = {Side.LEFT: self.left.biology(), Side.RIGHT: self.right.biology()}
        return {side: own for side, own in reports.items() if own != UNKNOWN_BIOLOGY}


class BiologyInput(TumorInput):
    """What the reports say of the cancer itself and of the person; everything may be unknown."""

    inherited: InheritedChange = InheritedChange.UNKNOWN
    menopause: Menopause = Menopause.UNKNOWN


class AnswersInput(BaseModel):
    """What a person said, as JSON holds it; the attributes are those of ``Answers``."""

    model_config = _STRICT
    version: Annotated[Literal[1], Field(alias="schema")]
    side: Side | None = None
    came_back: bool | None = None
    findings: tuple[FindingInput, ...]
    biology: BiologyInput = BiologyInput()
    biology_by_side: BiologyBySideInput = BiologyBySideInput()
    compared: Annotated[tuple[KnownOption, ...], AfterValidator(_each_once)] = ()
    values: dict[KnownValue, Rating] = {}
    sure: dict[SureItem, bool] = {}
    questions: tuple[Annotated[str, Field(min_length=1, max_length=500)], ...] = ()
    notes: Annotated[str, Field(max_length=5000)] = ""
    chest: Literal["curved", "flat"] = "curved"
    sections: tuple[PaperSection, ...] | None = None
    not_read: tuple[Annotated[str, Field(min_length=1, max_length=500)], ...] = ()

    def answers(self) -> Answers:
        """Return what the summary is made from."""
        given = dict(self)
        del given["version"]
        given["findings"] = tuple(finding.finding() for finding in self.findings)
        given["biology"] = self.biology.biology()
        given["biology_by_side"] = self.biology_by_side.biology_by_side()
        return Answers(**given)


def read_answers(path: Path) -> Answers:
    """Return the answers of a file.

    Raises:
        InvalidAnswersError: if it is too large or not JSON, or a field or an id is unknown,
            missing or given twice.
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return parse_answers(file.read(MOST_BYTES + 1))


def parse_answers(raw: bytes) -> Answers:
    """Return the answers of a JSON text; raises as ``read_answers`` does.

    Args:
        raw: the text, or what ``MOST_BYTES`` allow of it and at least one byte more.
    """
    if len(raw) > MOST_BYTES:
        problem = f"this file is larger than {MOST_BYTES >> 20} MB, as no answers file is"
        raise InvalidAnswersError("", problem)
    data = read_json(raw)
    text = raw.decode("utf-8-sig")
    if too_many := _too_many(data):
        raise _located(too_many, text)
    try:
        answers = _filled(data)
    except InvalidAnswersError as error:
        raise _located(error, text) from error
    for position, question in enumerate(answers.questions):
        if _LOOKS_LIKE_AN_ID.match(question) and question not in all_questions():
            problem = f'there is no question "{question}"'
            close = nearest(question, all_questions())
            field = f"questions[{position}]"
            raise _located(InvalidAnswersError(field, problem, close), text)
    try:
        _check_each_place_once(answers)
        return _consistent(answers)
    except InvalidAnswersError as error:
        raise _located(error, text) from error


def answers_from(given: object) -> Answers:
    """Return the answers that an object read from JSON holds; ``plain`` is the way back.

    Args:
        given: a dictionary as an answers file holds it.

    Raises:
        InvalidAnswersError: if a field or an id is unknown or missing, or answers contradict each
            other.
    """
    return _consistent(_filled(given))


def _filled(given: object) -> Answers:
    try:
        return AnswersInput.model_validate(given).answers()
    except ValidationError as error:
        raise first_problem(error, TypeAdapter(AnswersInput)) from error


def _too_many(data: object) -> InvalidAnswersError | None:
    """Say that there are more findings or questions than a person can have, before each is read."""
    for field, most in (("findings", MOST_FINDINGS), ("questions", MOST_QUESTIONS)):
        given = data.get(field) if isinstance(data, dict) else None
        if isinstance(given, list) and len(given) > most:
            problem = f"there are {len(given)} of them, and {most} are the most that make sense"
            return InvalidAnswersError(field, problem)
    return None


def _check_each_place_once(answers: Answers) -> None:
    """Refuse a place that stands twice, also alike: its writer may have meant another one."""
    repeated = _first_repeated(answers.findings)
    if repeated is None:
        return
    try:
        _consistent(answers._replace(findings=answers.findings[: repeated + 1]))
        problem = f"{answers.findings[repeated].place} is given twice"
    except InvalidAnswersError as error:
        if error.field != "findings":
            raise
        problem = error.problem
    raise InvalidAnswersError(f"findings[{repeated}]", problem)


def _first_repeated(findings: tuple[Finding, ...]) -> int | None:
    given: dict[PlaceId, set[Side | None]] = {}
    for position, finding in enumerate(findings):
        sides = given.setdefault(finding.place, set())
        if sides and (finding.side is None or sides & {finding.side, None}):
            return position
        sides.add(finding.side)
    return None


def _consistent(answers: Answers) -> Answers:
    try:
        return checked(answers)
    except ContradictionError as error:
        raise contradiction(error) from error


def first_problem(error: ValidationError, model: TypeAdapter[Any]) -> InvalidAnswersError:
    """Say the first problem that pydantic found in a sentence, with the nearest valid value.

    Args:
        error: what pydantic raised.
        model: the type that it checked against, for the names of its fields.
    """
    details = error.errors(include_url=False)[0]
    location = tuple(details["loc"])
    field = _path(location)
    given = details.get("input")
    match details["type"]:
        case "missing":
            return InvalidAnswersError(field, "this field is missing")
        case "extra_forbidden" | "unexpected_keyword_argument":
            known = _fields_at(model, location[:-1])
            problem = f'there is no field "{location[-1]}" here'
            return InvalidAnswersError(field, problem, nearest(str(location[-1]), known))
        case "literal_error" | "enum":
            valid = _valid_values(details, location)
            shown = json.dumps(given, ensure_ascii=False)
            return InvalidAnswersError(
                field, f"{shown} is not known here", nearest(str(given), valid, always=True)
            )
        case _:
            message = str(details["msg"])
            return InvalidAnswersError(field, message[0].lower() + message[1:])


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def _valid_values(details: ErrorDetails, location: tuple[int | str, ...]) -> list[str]:
    if location[-1] == "place":
        return list(PLACES)
    return re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))


def _fields_at(model: TypeAdapter[Any], location: tuple[int | str, ...]) -> list[str]:
    schema = model.json_schema(by_alias=True)
    here: _Json = schema
    for part in location:
        here = _resolved(here, schema)
        key = here.get("items") if isinstance(part, int) else here.get("properties", {}).get(part)
        if key is None:
            return []
        here = key
    return list(_resolved(here, schema).get("properties", {}))


def _resolved(node: _Json, schema: _Json) -> _Json:
    reference = node.get("$ref", "")
    return schema["$defs"][reference.rsplit("/", 1)[-1]] if reference else node


def _located(error: InvalidAnswersError, text: str) -> InvalidAnswersError:
    """Add the line on which the wrong value stands, or should stand."""
    line = line_of(text, error.field)
    return InvalidAnswersError(error.field, error.problem, error.nearest, line)


def plain(answers: Answers) -> dict[str, Any]:
    """Return answers as an answers file holds them; ``answers_from`` reads them back the same."""
    given: dict[str, Any] = answers._asdict()
    given["findings"] = [finding._asdict() for finding in answers.findings]
    given["biology"] = answers.biology._asdict()
    given["biology_by_side"] = {
        side: {item: getattr(reports, item) for item in TUMOR_ITEMS}
        for side, reports in answers.biology_by_side.items()
    }
    return {"schema": 1} | {name: _plain(value) for name, value in given.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of any answer
    """Return a value as JSON has it: texts, lists and dictionaries."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {_plain(name): _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
