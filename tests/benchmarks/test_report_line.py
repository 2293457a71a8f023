"""How quickly a report line is read while somebody types it."""

from __future__ import annotations

import statistics
import time

from decision_aid.records.typed import read_entry
from tests.records.report_lines import ALL

_FRAME = 1 / 60


def test_a_report_line_is_read_long_before_the_next_frame() -> None:
    seconds = []
    for line in ALL:
        start = time.perf_counter()
        read_entry(line.text)
        seconds.append(time.perf_counter() - start)
    worst = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    print(f"\nreport lines: 95 of 100 within {worst / _FRAME:.2f} frames; {worst * 1000:.1f} ms")
    assert worst < _FRAME


def test_a_long_text_takes_no_more_than_the_square_of_its_length() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        read_entry(text)
        return time.perf_counter() - start

    short = min(seconds("liver? " * 100) for _ in range(3))
    long = seconds("liver? " * 600)
    print(f"\nsix times as long a text takes {long / short:.0f} times as long; {long:.1f} s")
    assert long / short < 6**2.5
