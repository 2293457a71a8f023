"""The file by which somebody signs words as they stand, and what each file of words is held to."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from decision_aid.content.lookup import Content
from decision_aid.content.reviews import fingerprint


class StrictEntry(BaseModel):
    """An entry of a file: nothing is missing, unknown or of another type than it says.

    Where the context of a validation has a day under ``"today"``, no date may lie after it.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, str_strip_whitespace=True)


def today_of(info: ValidationInfo) -> dt.date | None:
    """Return the day that dates are held to, or ``None`` where they are not."""
    return (info.context or {}).get("today")


def _not_in_the_future(day: dt.date, info: ValidationInfo) -> dt.date:
    today = today_of(info)
    if today and day > today:
        raise PydanticCustomError("future", "this day lies in the future")
    return day


def _not_a_future_year(year: int, info: ValidationInfo) -> int:
    today = today_of(info)
    if today and year > today.year:
        raise PydanticCustomError("future", "this year lies in the future")
    return year


Name = Annotated[str, Field(min_length=3)]
PastDay = Annotated[dt.date, AfterValidator(_not_in_the_future)]
PastYear = Annotated[int, Field(ge=1900), AfterValidator(_not_a_future_year)]


_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ReviewFile(StrictEntry):
    """A file below ``reviews/``; ``SignedReview`` says what its fields are."""

    reviewer: Name
    role: Name
    reviewed_on: PastDay
    words: Annotated[dict[str, _Sha256], Field(min_length=1)]


def signed(
    content: Content, chosen: Iterable[str], reviewer: str, role: str, day: dt.date
) -> ReviewFile:
    """Return a review of these parts as they stand now.

    Raises:
        KeyError: if there is no such part.
        pydantic.ValidationError: if the name or the role is missing.
    """
    words = {part: fingerprint(content, part) for part in chosen}
    return ReviewFile(reviewer=reviewer, role=role, reviewed_on=day, words=words)


def as_toml(review: ReviewFile) -> str:
    """Return the file of a review."""
    lines = [
        f"reviewer = {json.dumps(review.reviewer, ensure_ascii=False)}",
        f"role = {json.dumps(review.role, ensure_ascii=False)}",
        f"reviewed_on = {review.reviewed_on.isoformat()}",
        "",
        "[words]",
        *(f'"{part}" = "{value}"' for part, value in review.words.items()),
    ]
    return "\n".join(lines) + "\n"
