"""The answers file: what a person said, as JSON, refused with line, field and nearest valid id."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from decision_aid.domain import (
    FOLLOW_UPS,
    NO_REPORTS_BY_SIDE,
    PLACES,
    Biology,
    Case,
    Certainty,
    Finding,
    Grade,
    Her2,
    InheritedChange,
    InvalidCaseError,
    Menopause,
    OptionId,
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
    checked_case,
)

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
_LOOKS_LIKE_AN_ID: Final = re.compile(r"^[a-z]+(_[a-z0-9]+)+$")
_Json = dict[str, Any]
PaperSection = Literal[
    "why",
    "could_change",
    "limits",
    "treatment",
    "steps",
    "decisions",
    "comparison",
    "values",
    "same_day",
    "more_questions",
    "sure",
    "numbers",
    "words",
]
"""The parts of the paper, after its first page, that a person can leave out or add."""


def _each_once(options: tuple[KnownOption, ...]) -> tuple[KnownOption, ...]:
    if len(set(options)) < len(options):
        message = "an option is given more than once"
        raise ValueError(message)
    return options


class InvalidAnswersError(ValueError):
    """Answers that cannot be used; the message says where, what and the nearest valid value.

    Attributes:
        line: the line of the file, or ``None`` where it is not known.
        field: the path of the field, such as ``findings[0].place``.
        problem: what is wrong with it.
        nearest: the nearest valid value, or "".
    """

    def __init__(
        self, field: str, problem: str, nearest: str = "", line: int | None = None
    ) -> None:
        self.field, self.problem, self.nearest, self.line = field, problem, nearest, line
        where = ", ".join(part for part in (f"line {line}" if line else "", field) if part)
        hint = f' Did you mean "{nearest}"?' if nearest else ""
        super().__init__(f"{where}: {problem}.{hint}" if where else f"{problem}.{hint}")


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


class BiologyInput(TumorInput):
    """What the reports say of the cancer itself and of the person; everything may be unknown."""

    inherited: InheritedChange = InheritedChange.UNKNOWN
    menopause: Menopause = Menopause.UNKNOWN


class Answers(BaseModel):
    """Everything that a person said.

    Attributes:
        version: the schema of the file, ``"schema"`` in JSON.
        side: the breast with the cancer.
        came_back: after earlier breast cancer; ``None`` if not said.
        findings: places with their certainty.
        biology: from the reports.
        biology_by_side: from the reports of each breast, with cancer in both. What a breast's own
            reports do not say is taken from ``biology``.
        compared: options to stand side by side on paper, each with others of its decision.
        values: how much each thing matters.
        sure: the items of the SURE test that were answered, yes or no.
        questions: chosen questions in order: ids, or own words.
        notes: own words, printed as they are.
        chest: how the chest is drawn in the pictures.
        sections: what stands on paper after the first page; ``None`` for what usually does.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
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

    def case(self) -> Case:
        """Return what the reasoning looks at.

        Raises:
            InvalidAnswersError: if the findings contradict each other.
        """
        return case_from(self.findings, self.side, self.came_back)

    def reports_by_side(self) -> Mapping[Side, Biology]:
        """Return what the reports of each of two breasts say.

        Raises:
            InvalidAnswersError: if they are given, but not with cancer in both breasts.
        """
        if self.biology_by_side == BiologyBySideInput():
            return NO_REPORTS_BY_SIDE
        if self.side is not Side.BOTH:
            problem = 'each breast has its own reports only where "side" is "both"'
            raise InvalidAnswersError("biology_by_side", problem)
        return {Side(side): reports.biology() for side, reports in self.biology_by_side}

    def chosen_questions(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the chosen question ids, and the questions in the person's own words."""
        known = set(all_questions())
        ids = tuple(q for q in self.questions if q in known)
        return ids, tuple(q for q in self.questions if q not in known)


def case_from(findings: Iterable[FindingInput], side: Side | None, came_back: bool | None) -> Case:
    """Return the case of these findings.

    Raises:
        InvalidAnswersError: if they contradict each other.
    """
    try:
        return checked_case((finding.finding() for finding in findings), side, came_back)
    except InvalidCaseError as error:
        raise invalid_case(error) from error


def invalid_case(error: InvalidCaseError) -> InvalidAnswersError:
    """Say in a sentence what contradicts what."""
    place, given = error.place, error.given
    match error.reason:
        case "unknown_place":
            return InvalidAnswersError(
                "place", f'there is no place "{given}"', nearest(given, PLACES)
            )
        case "unknown_detail":
            answers = FOLLOW_UPS[PlaceId(place)].answers
            problem = f'"{given}" does not answer the question about {place}'
            return InvalidAnswersError("detail", problem, nearest(given, answers))
        case "detail_without_question":
            return InvalidAnswersError("detail", f"nothing more is asked about {place}")
        case "said_twice":
            return InvalidAnswersError("findings", f"{place} is given twice, and not alike")
        case "side_of_a_place_without_side":
            return InvalidAnswersError("side", f"{place} does not belong to one breast")
        case _:
            problem = f'{place} is given for the {given} breast, but "side" does not say so'
            return InvalidAnswersError("side", problem)


def read_answers(path: Path) -> Answers:
    """Return the answers of a file.

    Raises:
        InvalidAnswersError: if it is not JSON, or a field or an id is unknown or missing.
        OSError: if it cannot be read.
    """
    return parse_answers(path.read_bytes())


def parse_answers(raw: bytes) -> Answers:
    """Return the answers of a JSON text; raises as ``read_answers`` does."""
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text)
    except UnicodeDecodeError as error:
        raise InvalidAnswersError("", "this file is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        problem = f"this is not JSON ({error.msg.lower()})"
        raise InvalidAnswersError("", problem, line=error.lineno) from error
    except RecursionError as error:
        raise InvalidAnswersError("", "this JSON is nested too deeply") from error
    except ValueError as error:
        raise InvalidAnswersError("", "this JSON has a number of thousands of digits") from error
    try:
        answers = Answers.model_validate(data)
    except ValidationError as error:
        raise _located(first_problem(error, TypeAdapter(Answers)), text) from error
    for position, question in enumerate(answers.questions):
        if _LOOKS_LIKE_AN_ID.match(question) and question not in all_questions():
            problem = f'there is no question "{question}"'
            close = nearest(question, all_questions())
            field = f"questions[{position}]"
            raise _located(InvalidAnswersError(field, problem, close), text, question)
    answers.case()
    answers.reports_by_side()
    return answers


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


def nearest(given: str, valid: Iterable[str], *, always: bool = False) -> str:
    """Return the valid value most like what was given, or "" where none is like it.

    Args:
        given: what was given.
        valid: what could have been given.
        always: name the closest even if it is not close.
    """
    options = [str(option) for option in valid]
    close = difflib.get_close_matches(given.lower(), options, n=1, cutoff=0.0 if always else 0.5)
    return close[0] if close else ""


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


def _located(error: InvalidAnswersError, text: str, value: str = "") -> InvalidAnswersError:
    """Add the line on which the wrong value stands, where the text shows it."""
    wanted = value or error.field.rsplit(".", 1)[-1]
    for number, line in _lines_that_may_hold(text, error):
        if wanted in line:
            return InvalidAnswersError(error.field, error.problem, error.nearest, number)
    return error


def _lines_that_may_hold(text: str, error: InvalidAnswersError) -> Iterator[tuple[int, str]]:
    given = re.match(r'"([^"]+)" is not known', error.problem)
    lines = list(enumerate(text.splitlines(), 1))
    if given:
        yield from ((n, line) for n, line in lines if f'"{given[1]}"' in line)
    yield from lines
