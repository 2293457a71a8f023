"""Walks a case and lays out what it took beside what it may take."""

from __future__ import annotations

from collections.abc import Iterator

from tests.counts.cases import Case
from tests.counts.walker import Passed, Walker

_HEAD = ("case", "pages", "presses", "words", "in the frame", "in pictures", "scrolls")
_WIDTHS = (32, 9, 10, 12, 14, 13, 0)


def walk(case: Case) -> Passed:
    """Walk one case in a window of its own."""
    person = Walker()
    try:
        case.walk(person)
        assert person.page.step is case.ends
        return person.passed()
    finally:
        person.close()


def missed(case: Case, passed: Passed) -> Iterator[str]:
    """Yield each aim that this case does not meet."""
    if passed.pages > case.pages:
        yield f"{case.name}: {passed.pages} pages, at most {case.pages}"
    if passed.presses > case.presses:
        yield f"{case.name}: {passed.presses} presses, at most {case.presses}"
    if case.words is not None and passed.words > case.words:
        yield f"{case.name}: {passed.words} words, at most {case.words}"
    if passed.scrolling:
        yield f"{case.name}: scrolls on {', '.join(passed.scrolling)}"


def title() -> str:
    """Return the head of the table."""
    return _line(_HEAD)


def row(case: Case, passed: Passed) -> str:
    """Return one line of the table: each count with what it may be at most."""
    words = f"{passed.words}{f' / {case.words}' if case.words is not None else ''}"
    return _line(
        (
            case.name,
            f"{passed.pages} / {case.pages}",
            f"{passed.presses} / {case.presses}",
            words,
            str(passed.words_of_frame),
            str(passed.words_in_pictures),
            ", ".join(passed.scrolling) or "no",
        )
    )


def _line(cells: tuple[str, ...]) -> str:
    return "".join(f"{cell:<{w}}" for cell, w in zip(cells, _WIDTHS, strict=True)).rstrip()
