"""Writes the file by which somebody signs words as they stand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from decision_aid.content.lookup import Content
from decision_aid.content.reviews import fingerprint
from decision_aid.content.strict import Name, PastDay, StrictEntry

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
