"""Printing while the screen goes on answering."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer

from decision_aid.document.pdf import render_pdf
from decision_aid.ui.kiosk import summary
from decision_aid.ui.kiosk.summary import PrintJob
from tests.clinic.print_server import AS_IT_COMES, WHY_NOT, PrintServer, print_server
from tests.document.conftest import summary_for

pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
LONG = 30_000


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(summary_for("in_situ"), paper="a4", large_print=False)


@pytest.fixture(scope="module")
def shared() -> Iterator[PrintServer]:
    with print_server() as server:
        yield server


@pytest.fixture
def server(shared: PrintServer, monkeypatch: pytest.MonkeyPatch) -> PrintServer:
    monkeypatch.setenv("CUPS_SERVER", str(shared.socket))
    for paper in shared.printed.iterdir():
        paper.unlink()
    return shared


def forgotten(qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not summary._running, timeout=LONG)


def test_it_prints_and_the_screen_answers_meanwhile(
    qtbot: Any, server: PrintServer, pdf: bytes
) -> None:
    job = PrintJob(pdf, server.printer, "Page")
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(10)
    kept: list[int] = []
    job.kept.connect(lambda: kept.append(1))
    with qtbot.waitSignal(job.done, timeout=LONG):
        job.start()
        before = len(ticks)
    assert len(ticks) - before > 5
    assert len(list(server.printed.iterdir())) == 1
    forgotten(qtbot)
    assert kept == []
    assert server.files() == []


def test_it_tells_the_staff_where_the_server_keeps_pages(
    qtbot: Any, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "FORGETS_WITHIN", 1)
    with print_server(AS_IT_COMES) as server:
        monkeypatch.setenv("CUPS_SERVER", str(server.socket))
        job = PrintJob(pdf, None, "Page")
        with qtbot.waitSignals([job.done, job.kept], timeout=LONG, order="strict"):
            job.start()
        forgotten(qtbot)


def test_it_says_why_it_failed(qtbot: Any, server: PrintServer, pdf: bytes) -> None:
    job = PrintJob(pdf, "Nowhere", "Page")
    with qtbot.waitSignal(job.failed, timeout=LONG) as told:
        job.start()
    assert told.args == ["unknown_printer"]
    assert not job.may_remain
    forgotten(qtbot)


def test_it_can_be_taken_back(qtbot: Any, server: PrintServer, pdf: bytes) -> None:
    with server.slow_printer() as slow:
        job = PrintJob(pdf, slow, "Page")
        with qtbot.waitSignal(job.failed, timeout=LONG) as told:
            job.start()
            qtbot.waitUntil(lambda: "Slow" in server.jobs(), timeout=LONG)
            job.cancel()
        assert told.args == ["canceled"]
        forgotten(qtbot)
    assert server.files() == []


def test_it_goes_on_when_the_page_that_wanted_it_is_gone(
    qtbot: Any, server: PrintServer, pdf: bytes
) -> None:
    page = QObject()
    PrintJob(pdf, server.printer, "Page", page).start()
    del page
    qtbot.waitUntil(lambda: len(list(server.printed.iterdir())) == 1, timeout=LONG)
    forgotten(qtbot)


def test_at_the_end_of_the_program_nothing_goes_on(
    qtbot: Any, server: PrintServer, pdf: bytes
) -> None:
    with server.slow_printer() as slow:
        PrintJob(pdf, slow, "Page").start()
        (work,) = summary._running
        qtbot.waitUntil(lambda: "Slow" in server.jobs(), timeout=LONG)
        work.end()
        assert work.isFinished()
        assert server.ask("lpstat", "-W", "not-completed", "-o") == ""
    forgotten(qtbot)
