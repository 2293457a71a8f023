"""How long words may stand before somebody has to check them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from decision_aid.content.entries import Topic

CHECKED_EVERY: Final = dt.timedelta(days=365)
"""Each topic is checked again at least this often."""


def is_overdue(checked: dt.date, today: dt.date) -> bool:
    """Whether words that were last checked on a day have to be checked again."""
    return today - checked > CHECKED_EVERY


def overdue_since(topics: Iterable[Topic], today: dt.date) -> dt.date | None:
    """Return when the oldest of these topics was last checked, if that is too long ago."""
    oldest = min((topic.head.last_checked for topic in topics), default=today)
    return oldest if is_overdue(oldest, today) else None
