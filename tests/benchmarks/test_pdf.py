"""How long the summary takes as a PDF, beside a bare page of Typst in the same run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import typst

from decision_aid.document.pdf import render_pdf
from tests.document.conftest import summary_for

_ROUNDS = 15


def _milliseconds(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def test_the_summary_takes_a_few_bare_pages(tmp_path: Path) -> None:
    bare = tmp_path / "bare.typ"
    bare.write_text('#set document(title: "Bare")\n= Bare\n#lorem(400)\n')
    compiler = typst.Compiler(bare, ignore_system_fonts=True)
    summary = summary_for("invasive_nearby")
    render_pdf(summary)
    ours, bare_ones = [], []
    for count in range(_ROUNDS):
        start = time.perf_counter()
        render_pdf(summary, paper="a4" if count % 2 else "letter")
        ours.append(_milliseconds(start))
        start = time.perf_counter()
        compiler.compile(format="pdf", sys_inputs={"n": str(count)}, pdf_standards="ua-1")
        bare_ones.append(_milliseconds(start))
    ratio = statistics.median(a / b for a, b in zip(ours, bare_ones, strict=True))
    print(
        f"\nsummary as PDF: {statistics.median(ours):.0f} ms, {ratio:.1f} times a bare page "
        f"({statistics.median(bare_ones):.0f} ms)"
    )
    assert ratio < 40


def test_the_first_summary_of_a_process() -> None:
    script = (
        "import time; from tests.document.conftest import summary_for;"
        "import decision_aid.document.pdf as pdf; s = summary_for('invasive_nearby');"
        "t = time.perf_counter(); pdf.render_pdf(s);"
        "print((time.perf_counter() - t) * 1000)"
    )
    times = [
        float(
            subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
        )
        for _ in range(5)
    ]
    print(f"\nfirst summary as PDF of a process: {statistics.median(times):.0f} ms")
    assert min(times) > 0
