"""The check of the words, as the command runs it, and copies of them to change at will."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from decision_aid.content import Content, resources_folder
from decision_aid.content.checks import CheckResult
from decision_aid.content.checks import check as check_words
from decision_aid.content.checks import check_files as check_all_files
from decision_aid.content.compiling import compile_words
from decision_aid.records.typed import ENTRY_SOURCES


def check(content: Content, today: dt.date | None = None) -> CheckResult:
    return check_words(content, today, code_sources=ENTRY_SOURCES)


def check_files(resources: Path, today: dt.date | None = None) -> CheckResult:
    return check_all_files(resources, "en", today, code_sources=ENTRY_SOURCES)


def compiled(resources: Path) -> Content:
    return Content("en", compile_words(resources, "en"))


def copied(folder: Path) -> Path:
    """Return a copy of all words below a folder."""
    unread = shutil.ignore_patterns("pictures", "sounds", "policy")
    return Path(shutil.copytree(resources_folder(), folder / "resources", ignore=unread))


def change(resources: Path, file: str, old: str, new: str) -> None:
    """Put something else in the place of the first of some words of a file."""
    path = resources / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
