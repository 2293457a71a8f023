"""How much of pydantic's own speed is left when a batch is classified.

Both sides of the ratio are measured in turn in one run, on the same lines.
"""

from __future__ import annotations

import itertools
import json
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator

from decision_aid.cli.batch import LINE, classify_batch
from decision_aid.domain import PLACES

_LINES = 40_000
_ROUNDS = 5
_LEAST_RATIO = 0.08
"""What must be kept on a machine with other work; the aim, on a quiet one, is 0.25."""


def _case(random_source: random.Random) -> dict[str, object]:
    """A case roughly as often as it is met: most in the breast, fewer in nodes, few far away."""
    places = [random_source.choices(["breast_tissue", "ducts_only"], [0.83, 0.17])[0]]
    if random_source.random() < 0.3:
        places.append("nodes_armpit")
    if random_source.random() < 0.1:
        places.append(random_source.choice(list(PLACES)[12:]))
    findings = [{"place": place, "certainty": "found"} for place in dict.fromkeys(places)]
    for place in ("bone", "liver", "lung"):
        if place not in places and random_source.random() < 0.2:
            certainty = random_source.choice(["suspected", "not_found", "unknown"])
            findings.append({"place": place, "certainty": certainty})
    side = random_source.choice(["left", "right"])
    return {"findings": findings, "side": side, "came_back": random_source.random() < 0.1}


def _as_people_have_it(count: int) -> list[bytes]:
    source = random.Random(2026)
    return [json.dumps({"id": n, **_case(source)}).encode() + b"\n" for n in range(count)]


def _all_different(count: int) -> list[bytes]:
    source, certainties = random.Random(2026), ["found", "suspected", "not_found", "unknown"]
    lines = []
    for number in range(count):
        places = source.sample(list(PLACES), source.randint(3, 6))
        findings = [{"place": p, "certainty": source.choice(certainties)} for p in places]
        lines.append(json.dumps({"id": number, "findings": findings}).encode() + b"\n")
    return lines


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ratio(lines: list[bytes]) -> tuple[float, float]:
    """Return the median share of pydantic's speed that is kept, and lines a second."""

    def validate() -> None:
        for line in lines:
            LINE.validate_json(line)

    def classify() -> None:
        for _ in classify_batch(lines):
            pass

    rounds = [(_seconds(validate), _seconds(classify)) for _ in range(_ROUNDS)]
    share = statistics.median(alone / whole for alone, whole in rounds)
    return share, len(lines) / statistics.median(whole for _, whole in rounds)


def test_a_batch_as_people_have_it_keeps_its_share_of_pydantics_speed() -> None:
    share, speed = _ratio(_as_people_have_it(_LINES))
    print(f"\nbatch, cases as people have them: {share:.2f} of pydantic; {speed:,.0f} lines/s")
    assert share >= _LEAST_RATIO


def test_a_batch_of_lines_that_are_all_different() -> None:
    share, speed = _ratio(_all_different(_LINES))
    print(f"\nbatch, every line different: {share:.2f} of pydantic; {speed:,.0f} lines/s")
    assert share >= _LEAST_RATIO


def test_memory_stays_flat_as_the_file_grows() -> None:
    def lines(count: int) -> Iterator[bytes]:
        return itertools.islice(itertools.cycle(sample), count)

    sample = _all_different(_LINES)
    peaks = []
    for count in (_LINES, 3 * _LINES):
        tracemalloc.start()
        for _ in classify_batch(lines(count)):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    print(f"\nbatch memory: {peaks[1] / peaks[0]:.2f} times as much for 3 times as many lines")
    assert peaks[1] < 1.25 * peaks[0]
