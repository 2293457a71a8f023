"""What a page was made of is let go of when its person is forgotten, also by what lays it out."""

from __future__ import annotations

import ctypes
import gc
from typing import Any

import pytest

from decision_aid.document.pdf import forget_pages, render_pdf
from tests.document.conftest import summary_for

try:
    _mallinfo: Any = ctypes.CDLL(None).mallinfo2
except (OSError, AttributeError, TypeError):
    _mallinfo = None

_MORE_THAN_NOISE = 2_000_000


class _Counts(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd",
            "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    ]  # fmt: skip


def _bytes_in_use() -> int:
    gc.collect()
    _mallinfo.restype = _Counts
    counts = _mallinfo()
    return int(counts.uordblks) + int(counts.hblkhd)


@pytest.mark.skipif(_mallinfo is None, reason="only the GNU C library counts what is in use")
@pytest.mark.parametrize("letters", ["", "\N{GREEK SMALL LETTER BETA}\N{DEVANAGARI LETTER KA}"])
def test_pages_leave_nothing_in_memory(letters: str) -> None:
    document = summary_for("invasive_nearby")._replace(banner=letters)
    render_pdf(document)
    forget_pages()
    before = _bytes_in_use()
    render_pdf(document)
    assert _bytes_in_use() > before + _MORE_THAN_NOISE, "what is looked for can be seen"
    forget_pages()
    assert _bytes_in_use() < before + _MORE_THAN_NOISE
