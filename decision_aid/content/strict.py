"""What every file of words is held to, whatever it holds."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError


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


Name = Annotated[str, Field(min_length=3)]
PastDay = Annotated[dt.date, AfterValidator(_not_in_the_future)]
