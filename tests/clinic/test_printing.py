"""Printing through a real CUPS server to the PDF printer of Debian, and through none."""

from __future__ import annotations

import io
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from decision_aid.clinic import printing
from decision_aid.clinic.printing import PrintError, kept_jobs, print_pdf, was_forgotten
from decision_aid.content import load_labels
from decision_aid.document.pdf import render_pdf
from tests.clinic.print_server import AS_IT_COMES, WHY_NOT, PrintServer, print_server
from tests.document.conftest import summary_for

TITLE = load_labels("en").text("handoff.job_title")
IN_THE_PICTURE = set(load_labels("en").text("rings.metastatic").replace(":", "").split())


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(summary_for("invasive_nearby"), paper="letter", large_print=False)


@pytest.fixture(scope="module")
def shared() -> Iterator[PrintServer]:
    if WHY_NOT:
        pytest.skip(WHY_NOT)
    with print_server() as server:
        yield server


@pytest.fixture
def server(shared: PrintServer, monkeypatch: pytest.MonkeyPatch) -> PrintServer:
    monkeypatch.setenv("CUPS_SERVER", str(shared.socket))
    return shared


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """A server that keeps everything, as CUPS comes, and that a test may break."""
    if WHY_NOT:
        pytest.skip(WHY_NOT)
    with print_server(AS_IT_COMES) as server:
        monkeypatch.setenv("CUPS_SERVER", str(server.socket))
        yield server


def words_of(pdf: bytes) -> Counter[str]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = range(document.pageCount())
    text = " ".join(document.getAllText(page).text() for page in pages)
    # What keeps the number of a source on the line of its sentence is no letter.
    return Counter(text.replace("\u2060", "").split())


def refusal(pdf: bytes, printer: str | None, **more: Any) -> PrintError:
    with pytest.raises(PrintError) as caught:
        print_pdf(pdf, printer, TITLE, **more)
    return caught.value


def set_when_listed(server: PrintServer, printer: str, event: threading.Event) -> threading.Thread:
    """Set an event as soon as a printer has a job."""

    def look() -> None:
        while printer not in server.ask("lpstat", "-W", "not-completed", "-o", check=False):
            time.sleep(0.05)
        event.set()

    thread = threading.Thread(target=look)
    thread.start()
    return thread


@pytest.mark.parametrize("default", [False, True])
def test_the_pages_come_out_whole_and_nothing_is_left_in_the_spool(
    server: PrintServer, pdf: bytes, default: bool
) -> None:
    job = print_pdf(pdf, None if default else server.printer, TITLE)
    (paper,) = server.printed.iterdir()
    with pikepdf.open(paper) as printed, pikepdf.open(io.BytesIO(pdf)) as original:
        assert len(printed.pages) == len(original.pages)
    given, come_out = words_of(pdf), words_of(paper.read_bytes())
    assert come_out - given == Counter()
    # Words over a shape that one can see through come out as a part of the picture.
    assert set(given - come_out) <= IN_THE_PICTURE
    assert given.total() > 500
    paper.unlink()
    assert was_forgotten(job)
    assert kept_jobs(server.printer) == ()
    assert server.jobs() == ""
    assert server.files() == server.files_of_filters() == []


def test_what_the_server_writes_of_a_job_names_it_and_says_nothing_of_the_person(
    own: PrintServer, pdf: bytes
) -> None:
    print_pdf(pdf, None, TITLE)
    (control,) = wait_for_files(own, "c0")
    kept = control.read_bytes()
    assert TITLE.encode() in kept
    assert b"cancer" not in kept
    assert b".pdf" not in kept


def test_a_server_that_keeps_pages_is_found_out(own: PrintServer, pdf: bytes) -> None:
    assert kept_jobs(None) == ()
    job = print_pdf(pdf, None, TITLE)
    assert not was_forgotten(job, within=1)
    assert kept_jobs(None) == (job,)
    assert any(name.startswith("d0") for name in own.files())


def wait_for_files(server: PrintServer, beginning: str) -> list[Path]:
    for _ in range(200):
        found = [path for path in server.spool.iterdir() if path.name.startswith(beginning)]
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(server.files())


def test_a_stopped_printer_is_named_and_gets_no_job(server: PrintServer, pdf: bytes) -> None:
    server.ask("cupsdisable", server.printer)
    try:
        assert refusal(pdf, server.printer).reason == "printer_stopped"
    finally:
        server.ask("cupsenable", server.printer)
    assert server.ask("lpstat", "-W", "not-completed", "-o") == ""


def test_a_printer_that_stops_in_the_middle_keeps_nothing_for_the_next_person(
    server: PrintServer, pdf: bytes
) -> None:
    with server.slow_printer() as slow:
        listed = threading.Event()
        watching = set_when_listed(server, slow, listed)
        stopping = threading.Thread(
            target=lambda: listed.wait() and server.ask("cupsdisable", slow)
        )
        stopping.start()
        error = refusal(pdf, slow)
        watching.join()
        stopping.join()
        assert error.reason == "printer_stopped"
        assert_taken_back(server, error)


def assert_taken_back(server: PrintServer, error: PrintError) -> None:
    assert error.job is not None
    assert not error.may_remain
    assert server.ask("lpstat", "-W", "not-completed", "-o") == ""
    assert was_forgotten(error.job)
    assert server.files() == []


def test_a_printer_that_takes_nothing_is_named(server: PrintServer, pdf: bytes) -> None:
    server.ask("cupsreject", server.printer)
    try:
        assert refusal(pdf, server.printer).reason == "refused"
    finally:
        server.ask("cupsaccept", server.printer)


@pytest.mark.parametrize("name", ["Nowhere", "", "-p", "a b", "a,b", "../a", "a/b", "ü;ls", "\n"])
def test_a_printer_that_is_not_there_is_named(server: PrintServer, pdf: bytes, name: str) -> None:
    error = refusal(pdf, name)
    assert (error.reason, error.job) == ("unknown_printer", None)


def test_two_printers_are_not_one(server: PrintServer, pdf: bytes) -> None:
    names = f"{server.printer},{server.printer}"
    assert refusal(pdf, names).reason == "unknown_printer"


def test_without_any_printer_that_is_said(own: PrintServer, pdf: bytes) -> None:
    own.ask("lpadmin", "-x", own.printer)
    assert refusal(pdf, None).reason == "no_printer"


def test_without_a_server_that_is_said(own: PrintServer, pdf: bytes) -> None:
    own.kill()
    error = refusal(pdf, own.printer)
    assert (error.reason, error.may_remain) == ("no_server", False)
    with pytest.raises(PrintError, match="no_server"):
        kept_jobs(None)


def test_a_server_that_dies_in_the_middle_may_still_have_the_pages(
    own: PrintServer, pdf: bytes
) -> None:
    with own.slow_printer() as slow:
        listed = threading.Event()
        watching = set_when_listed(own, slow, listed)

        def kill() -> None:
            listed.wait()
            own.kill()

        killing = threading.Thread(target=kill)
        killing.start()
        error = refusal(pdf, slow)
        watching.join()
        killing.join()
    assert (error.reason, error.may_remain) == ("no_server", True)
    assert error.job is not None
    assert not was_forgotten(error.job, within=0)


def test_what_takes_too_long_is_taken_back(server: PrintServer, pdf: bytes) -> None:
    with server.slow_printer() as slow:
        error = refusal(pdf, slow, within=0.5)
        assert error.reason == "timed_out"
        assert_taken_back(server, error)


def test_a_person_can_take_it_back(server: PrintServer, pdf: bytes) -> None:
    canceled = threading.Event()
    with server.slow_printer() as slow:
        watching = set_when_listed(server, slow, canceled)
        error = refusal(pdf, slow, canceled=canceled)
        watching.join()
        assert error.reason == "canceled"
        assert_taken_back(server, error)


def test_pages_that_the_printer_cannot_read_are_not_taken_for_printed(
    server: PrintServer, pdf: bytes
) -> None:
    error = refusal(pdf[:2000], server.printer)
    assert error.reason == "failed"
    for paper in server.printed.iterdir():
        paper.unlink()
    assert_taken_back(server, error)


def test_without_the_commands_of_cups_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_PATH", str(tmp_path))
    assert refusal(b"%PDF", None).reason == "no_command"


def test_there_are_words_for_every_way_to_fail() -> None:
    words = load_labels("en").group("print_error")
    assert set(words) == {*get_args(printing.Reason), "may_remain"}
