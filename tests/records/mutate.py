"""Reads thousands of garbled report lines, and says what went wrong: nothing may.

``python -m tests.records.mutate 2000``: no line fails or takes long, no word is lost, and no change
but to the words that deny, doubt or speak of somebody else makes a place found.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

from decision_aid.domain import PLACES, Certainty, CountsAs, PlaceId, assess
from decision_aid.records.codes.tnm import FAR_SOMEWHERE
from decision_aid.records.typed import Reading, read_entry
from decision_aid.records.typed.lexer import items
from decision_aid.records.typed.vocabulary.roles import Role
from tests.records.report_lines import ALL, ReportLine

LONGEST_SECONDS: Final = 10
_TURNS: Final = frozenset(
    {Role.TRIGGER, Role.OTHER_CANCER, Role.MALIGNANT, Role.NEUTRAL, Role.NOW, Role.SELF, Role.BUT,
     Role.COMMA, Role.STOP, Role.SIDE, Role.OTHER_SIDE, Role.CODE, Role.COUNT}
)  # fmt: skip
"""What may turn the meaning of the words around it; to garble it may rightly change them."""


def found_far(reading: Reading) -> set[str]:
    """Return the distant places that were found."""
    return {
        finding.place
        for finding in reading.findings
        if finding.certainty is Certainty.FOUND
        and PLACES[finding.place].counts_as is CountsAs.DISTANT
    }


def _said_far(line: ReportLine) -> set[str]:
    """Return the distant places that a line rightly says were found."""
    words = (word.partition("=")[0] for word in line.says.split() if word[-1] not in "?-")
    places = {PlaceId(word) for word in words}
    far = {p for p in places if p in PLACES and PLACES[p].counts_as is CountsAs.DISTANT}
    # Where the place itself is spoiled, it is still somewhere far.
    return {*far, FAR_SOMEWHERE} if far else set()


def garbled(line: ReportLine, chance: random.Random) -> str:
    """Return the line with one of its plain words spoiled."""
    words = [item for item in items(line.text) if item.role not in _TURNS and len(item.text) > 2]
    if not words:
        return line.text
    item = chance.choice(words)
    at = chance.randrange(item.start, item.end)
    kind = chance.randrange(3)
    if kind == 0:
        return line.text[:at] + line.text[at + 1 :]
    if kind == 1:
        return line.text[:at] + chance.choice("aeiourstlx") + line.text[at:]
    return line.text[:at] + line.text[at : at + 2][::-1] + line.text[at + 2 :]


def noisy(line: ReportLine, chance: random.Random) -> str:
    """Return the line with a few signs of any kind put in, taken out or doubled."""
    text = line.text
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(text) + 1)
        sign = chance.choice("?+-/()[]:.,;% \t\n\u00a0\u2028\x00éß漢🎗0123LRTNM")
        text = chance.choice(
            (text[:at] + sign + text[at:], text[:at] + text[at + 1 :], text + text)
        )
    return text[:20_000]


def joined(line: ReportLine, chance: random.Random) -> str:
    """Return the line and another one, as two lines."""
    return f"{line.text}\n{chance.choice(ALL).text}"


def denied(line: ReportLine, chance: random.Random) -> str:
    """Return a line that denies a place that another line names."""
    start = chance.choice(("no ", "no evidence of ", "negative for ", "without ", "denies "))
    return f"{start}{chance.choice(('liver', 'bone', 'brain', 'lung'))} {_evidence(chance)}"


def doubted(line: ReportLine, chance: random.Random) -> str:
    """Return a line that doubts a place."""
    place = f"{chance.choice(('liver', 'bone', 'brain', 'lung', 'axillary'))} {_evidence(chance)}"
    forms = ("{}?", "?{}", "possible {}", "r/o {}", "{} suspected", "{} not excluded", "{} vs cyst")
    return chance.choice(forms).format(place)


def _evidence(chance: random.Random) -> str:
    return chance.choice(("mets", "metastasis", "metastases", "lesions", "involvement", "deposits"))


def of_a_relative(line: ReportLine, chance: random.Random) -> str:
    """Return the first part of the line as somebody else's."""
    start = chance.choice(("mother: ", "family history of ", "FHx: ", "sister had ", "aunt with "))
    return start + line.text.partition("\n")[0].partition(".")[0].partition(";")[0]


_Change = Callable[[ReportLine, random.Random], str]


def faults(line: ReportLine, text: str, change: _Change) -> Iterator[str]:
    """Yield what is wrong with the reading of a changed line."""
    start = time.perf_counter()
    reading = read_entry(text)
    assess(reading.answers)
    if time.perf_counter() - start > LONGEST_SECONDS:
        yield "it took too long"
    far = found_far(reading)
    if change is garbled and far - _said_far(line) - found_far(read_entry(line.text)):
        yield f"found though garbled: {far}"
    if change in {denied, doubted} and any(
        f.certainty is Certainty.FOUND for f in reading.findings
    ):
        yield "found though denied or doubted"
    if (
        change is of_a_relative
        and far
        and not any(word in text for word in ("patient", "pt", "now", "new"))
    ):
        yield f"found though somebody else's: {far}"
    if change is joined:
        first, _, second = text.partition("\n")
        alone = found_far(read_entry(first)) | found_far(read_entry(second))
        # Nodes of the other side are known as such where another line names the breast.
        new = {place for place in far - alone if not place.startswith("nodes_other")}
        if line.text == first and new:
            yield f"found though in neither line: {new}"


CHANGES: Final[tuple[_Change, ...]] = (garbled, noisy, joined, denied, doubted, of_a_relative)


def run(count: int, seed: int = 1) -> Iterator[str]:
    """Yield what went wrong with so many changed lines.

    Args:
        count: how many.
        seed: of the chance.
    """
    chance = random.Random(seed)
    for number in range(count):
        line, change = chance.choice(ALL), CHANGES[number % len(CHANGES)]
        text = change(line, chance)
        for fault in faults(line, text, change):
            yield f"{change.__name__}: {text!r}: {fault}"


def main() -> int:
    """Run as a command; return 1 if anything went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    wrong = list(run(count))
    for fault in wrong:
        print(fault)
    print(f"{count} changed lines, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
