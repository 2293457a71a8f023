"""Reads thousands of spoiled files, and says what went wrong: nothing may.

``python -m tests.records.mutate_files 2000``: as many FHIR records, answers files and lines of a
batch. Each is given to the command that reads it, as a person would. No command fails without a
message or takes long, and what ends with 0 says nothing that the file does not say.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from decision_aid.__main__ import main as decision_aid
from decision_aid.domain import PLACES, CountsAs
from tests.records.fhir_files import (
    ICD,
    NEGATIVE,
    POSITIVE,
    SCT,
    SPREAD,
    concept,
    condition,
    observation,
    primary,
    site,
)

LONGEST_SECONDS: Final = 10
Json = dict[str, Any]


class Ended(NamedTuple):
    """How a command ended."""

    status: object
    said: str
    complaint: str
    seconds: float


def run_command(*arguments: str) -> Ended:
    """Run a command in this process and return how it ended."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    start = time.perf_counter()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status: object = decision_aid(list(arguments))
        except SystemExit as end:
            status = end.code
        except BaseException as failure:
            status = failure
    out.flush()
    said = out.buffer.getvalue().decode()
    return Ended(status, said, err.getvalue(), time.perf_counter() - start)


def faults_of_ending(ended: Ended) -> Iterator[str]:
    """Yield what no command may do, whatever it was given."""
    if ended.status not in {0, 2}:
        yield f"it ended with {ended.status!r}"
    if ended.status == 2 and len(ended.complaint.strip().splitlines()) != 1:
        yield f"not one line: {ended.complaint!r}"
    if "Traceback" in ended.complaint:
        yield "a traceback"
    if ended.seconds > LONGEST_SECONDS:
        yield f"it took {ended.seconds:.0f} s"


# Files as they are before they are spoiled.


def _record(chance: random.Random) -> Json:
    """Return a record: a breast cancer, and entries of which each tells one thing."""
    suspected = chance.choice(("provisional", "unconfirmed", "differential"))
    entries: list[Json] = [
        {"resourceType": "Patient", "id": "a", "gender": "female"},
        primary(chance.choice(("left", "right")), id="tumor"),
        condition(SPREAD, sites=(site("10200004"),), sure=suspected, id="liver"),
        condition((ICD, "C79.51"), id="bone"),
        condition((ICD, "C77.3"), id="node", recordedDate="2026-01-01"),
        observation("85337-4", POSITIVE, id="er", focus=[{"reference": "Condition/tumor"}]),
        observation("48676-1", NEGATIVE, id="her2", focus=[{"reference": "Condition/tumor"}]),
        observation("21907-1", concept((SCT, "1222612007")), id="m"),
        {
            "resourceType": "Procedure", "status": "completed", "id": "p",
            "code": concept((SCT, "392021009")), "subject": {"reference": "Patient/a"},
        },
    ]  # fmt: skip
    kept = [one for one in entries if one["id"] in {"a", "tumor"} or chance.random() < 0.8]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {"fullUrl": f"http://clinic.example/{one['resourceType']}/{one['id']}", "resource": one}
            for one in kept
        ],
    }


_CERTAINTIES: Final = ("found", "suspected", "not_found", "unknown")


def _answers(chance: random.Random) -> Json:
    places = chance.sample(sorted(PLACES), chance.randint(1, 5))
    return {
        "schema": 1,
        "side": chance.choice(("left", "right")),
        "came_back": chance.random() < 0.2,
        "findings": [{"place": p, "certainty": chance.choice(_CERTAINTIES)} for p in places],
        "biology": {"type": "ductal", "er": "positive", "pr": "unknown", "her2": "negative"},
        "questions": ["What is next?"],
        "notes": "Tuesday, 10:30, room 4",
    }


# Ways to spoil them.


def _nodes(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each part of a document, but the whole."""
    if isinstance(value, dict):
        parts: list[tuple[Any, object]] = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    else:
        return
    for key, part in parts:
        yield (*path, key)
        yield from _nodes(part, (*path, key))


def _holder(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        document = document[key]
    return document


def _left_out(document: Json, chance: random.Random) -> str:
    path = chance.choice(list(_nodes(document)))
    del _holder(document, path)[path[-1]]
    return json.dumps(document)


def _of_another_kind(document: Json, chance: random.Random) -> str:
    path = chance.choice(list(_nodes(document)))
    values: list[object] = [
        None, True, 0, -1, 1.5, 10**30, "", "x", "\x00", "\u202eabc", [], {}, [[]], {"a": 1},
        "x" * 10_000,
    ]  # fmt: skip
    _holder(document, path)[path[-1]] = chance.choice(values)
    return json.dumps(document)


def _twice(document: Json, chance: random.Random) -> str:
    lists = [path for path in _nodes(document) if isinstance(_at(document, path), list)]
    path = chance.choice(lists)
    part = _at(document, path)
    if part:
        part.append(chance.choice(part))
    return json.dumps(document)


def _at(document: Any, path: tuple[Any, ...]) -> Any:
    return _holder(document, path)[path[-1]]


def _key_twice(document: Json, chance: random.Random) -> str:
    text = json.dumps(document)
    keys = [path[-1] for path in _nodes(document) if isinstance(path[-1], str)]
    key = json.dumps(chance.choice(keys))
    return text.replace(f"{key}:", f'{key}: "said before", {key}:', 1)


def _another_sign(document: Json, chance: random.Random) -> str:
    text = json.dumps(document)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        sign = chance.choice('{}[]":,0123456789aeiou .\\\n\t\x00\ufeff\u2028é')
        text = text[:at] + sign + text[at + chance.randint(0, 1) :]
    return text


def _cut_off(document: Json, chance: random.Random) -> str:
    text = json.dumps(document)
    return text[: chance.randrange(len(text))]


def _word_misspelled(document: Json, chance: random.Random) -> str:
    """Spoil a field's name or a word in one letter."""
    paths = list(_nodes(document))
    path = chance.choice(paths)
    holder, key = _holder(document, path), path[-1]
    if isinstance(key, str) and chance.random() < 0.5:
        holder[_misspelled(key, chance)] = holder.pop(key)
    elif isinstance(holder[key], str):
        holder[key] = _misspelled(holder[key], chance)
    return json.dumps(document)


def _misspelled(word: str, chance: random.Random) -> str:
    if not word:
        return "x"
    at = chance.randrange(len(word))
    return word[:at] + chance.choice("aeioustnr") + word[at + chance.randint(0, 1) :]


_Spoil = Callable[[Json, random.Random], str]
SPOILED: Final[tuple[_Spoil, ...]] = (
    _left_out, _of_another_kind, _twice, _key_twice, _another_sign, _cut_off, _word_misspelled,
)  # fmt: skip


# What the file itself says, read without the program.


def _once(pairs: list[tuple[str, Any]]) -> Json:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def _plainly_read(text: str) -> Any:
    """Return what the text is as JSON; raise ValueError where it is none or says a field twice."""
    return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)


def _said(findings: list[Json]) -> set[tuple[object, ...]]:
    """Return the findings of an answers file, without what changes nothing."""
    return {
        (f["place"], f.get("certainty", "found"), f.get("side"), f.get("detail"))
        for f in findings
    }  # fmt: skip


def faults_of_answers(text: str, folder: Path) -> Iterator[str]:
    """Yield what is wrong when an answers file goes out as a record and comes back."""
    given, record = folder / "answers.json", folder / "record.json"
    given.write_text(text, encoding="utf-8", errors="surrogatepass")
    record.unlink(missing_ok=True)
    out = run_command("export", "--answers", str(given), "-o", str(record))
    yield from faults_of_ending(out)
    if out.status != 0:
        if record.exists():
            yield "refused, yet written"
        return
    try:
        plain = _plainly_read(text)
    except ValueError as error:
        yield f"taken, though {error}"
        return
    back = run_command("import", str(record), "--format", "json")
    yield from faults_of_ending(back)
    if back.status != 0:
        yield f"what it wrote is refused: {back.complaint}"
        return
    answers = json.loads(back.said)["answers"]
    if _said(plain["findings"]) != _said(answers["findings"]):
        yield f"findings became {answers['findings']}"
    for name in ("side", "came_back", "notes"):
        if (plain.get(name) or "") != (answers.get(name) or ""):
            yield f"{name} became {answers.get(name)!r}"


def faults_of_batch(text: str, folder: Path) -> Iterator[str]:
    """Yield what is wrong when a line of a batch is answered."""
    batch = folder / "batch"
    line = " ".join(text.split("\n"))
    batch.write_text(line + "\n", encoding="utf-8", errors="surrogatepass")
    ended = run_command("classify", "--batch", str(batch))
    yield from faults_of_ending(ended)
    answers = [json.loads(answer) for answer in ended.said.splitlines()]
    if len(answers) != (1 if line.strip() else 0):
        yield f"{len(answers)} answers"
    for answer in answers:
        if "error" in answer:
            continue
        try:
            plain = _plainly_read(line)
        except ValueError as error:
            yield f"answered, though {error}"
            return
        found = {f["place"] for f in plain["findings"] if f.get("certainty", "found") == "found"}
        decided = {one["place"] for one in answer["because"]}
        if not decided <= found:
            yield f"decided by {decided - found}"
        if answer["metastatic"] and not any(
            PLACES[p].counts_as is CountsAs.DISTANT for p in decided
        ):
            yield "metastatic without a distant place"


def faults_of_record(text: str, folder: Path, whole: Json) -> Iterator[str]:
    """Yield what is wrong with what is read of a spoiled record.

    Args:
        text: the record as it is now.
        folder: where to put it.
        whole: the record before.
    """
    file = folder / "record.json"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    ended = run_command("import", str(file), "--format", "json")
    yield from faults_of_ending(ended)
    if ended.status != 0:
        return
    try:
        plain = _plainly_read(text)
    except ValueError as error:
        yield f"taken, though {error}"
        return
    if not _codes(plain) <= _codes(whole):
        return  # Another code may rightly be another place.
    file.write_text(json.dumps(whole), encoding="utf-8")
    before = _certainties(run_command("import", str(file), "--format", "json"))
    for place, certainty in _certainties(ended).items():
        if certainty == "found" and before.get(place) != "found":
            yield f"{place} is found; it was {before.get(place)}"


def _certainties(ended: Ended) -> dict[str, str]:
    return {f["place"]: f["certainty"] for f in json.loads(ended.said)["answers"]["findings"]}


def _codes(document: object) -> set[object]:
    return {
        one for path in _nodes(document) if path[-1] in {"code", "display", "text"}
        and isinstance(one := _at(document, path), str)
    }  # fmt: skip


def run(count: int, seed: int = 1) -> Iterator[str]:
    """Yield what went wrong with so many spoiled files of each kind.

    Args:
        count: how many of each kind.
        seed: of the chance.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(count):
            spoil = SPOILED[number % len(SPOILED)]
            record = _record(chance)
            text = spoil(json.loads(json.dumps(record)), chance)
            for fault in faults_of_record(text, folder, record):
                yield f"record, {spoil.__name__}: {fault}: {text!r}"
            text = spoil(_answers(chance), chance)
            for fault in faults_of_answers(text, folder):
                yield f"answers, {spoil.__name__}: {fault}: {text!r}"
            answers = _answers(chance)
            line = {"id": number} | {k: answers[k] for k in ("findings", "side", "came_back")}
            text = spoil(line, chance)
            for fault in faults_of_batch(text, folder):
                yield f"batch, {spoil.__name__}: {fault}: {text!r}"


def main() -> int:
    """Run as a command; return 1 if anything went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    start, wrong = time.perf_counter(), list(run(count))
    for fault in wrong:
        print(fault)
    seconds = time.perf_counter() - start
    print(f"{count} spoiled files of each of 3 kinds in {seconds:.0f} s, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
