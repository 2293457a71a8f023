"""The check of the words, as the command runs it."""

from __future__ import annotations

import datetime as dt

from decision_aid.content import Content
from decision_aid.content.checks import CheckResult
from decision_aid.content.checks import check as check_words
from decision_aid.records.typed import ENTRY_SOURCES


def check(content: Content, today: dt.date | None = None) -> CheckResult:
    return check_words(content, today, code_sources=ENTRY_SOURCES)
