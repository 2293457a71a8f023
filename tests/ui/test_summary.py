"""The summary: preview, paper, saving, and what happens when saving fails."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.paper import new_printer, print_pages
from decision_aid.ui.kit.saving import Kind
from tests.ui.person import Person

MARKS = {PlaceId("nodes_armpit"): Certainty.FOUND}


@pytest.fixture
def page(person: Person) -> Any:
    page = person.go_to("summary", marks=MARKS)
    person.qtbot.waitUntil(lambda: len(page.preview.sheets) > 0, timeout=20_000)
    return page


def width_of_first_page(page: Any) -> Any:
    return page.preview.document.pagePointSize(0).width()


def test_the_preview_is_the_pdf_and_follows_the_paper(person: Person, page: Any) -> None:
    person.press(page.paper.button("a4"))
    person.qtbot.waitUntil(lambda: width_of_first_page(page) == pytest.approx(595, abs=1))
    person.press(page.paper.button("letter"))
    person.qtbot.waitUntil(lambda: width_of_first_page(page) == pytest.approx(612, abs=1))


def test_save_through_the_dialog_by_keyboard(person: Person, page: Any, tmp_path: Path) -> None:
    person.press(page.buttons["save_pdf"])
    dialog = page.dialog
    assert isinstance(dialog, QFileDialog)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    person.write(str(tmp_path / "mine"), name)
    saved = tmp_path / "mine.pdf"
    person.qtbot.waitUntil(saved.is_file)
    assert saved.read_bytes().startswith(b"%PDF")
    assert page.done.isVisible()
    assert str(saved) in page.done.accessibleName()


@pytest.mark.parametrize(("kind", "holds"), [("html", "armpit"), ("text", "armpit")])
def test_the_same_summary_as_web_page_and_as_text(
    page: Any, tmp_path: Path, kind: Kind, holds: str
) -> None:
    path = tmp_path / f"summary.{kind}"
    page.save(kind, path)
    assert holds in path.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to try")
def test_a_full_disk_gives_a_kind_message(page: Any) -> None:
    page.save("pdf", Path("/dev/full"))
    assert page.error.isVisible()
    assert page.error.hasFocus()
    assert "was not saved" in page.error.accessibleName()
    assert "no room left" in page.error.accessibleName()
    assert not page.done.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other permissions there")
def test_what_may_not_be_changed_stays_as_it_was(page: Any, tmp_path: Path) -> None:
    # Root may write anywhere but into a file system that refuses everyone.
    older = tmp_path / "summary.pdf" if os.geteuid() else Path("/proc/version")
    if os.geteuid():
        older.write_bytes(b"older")
        tmp_path.chmod(0o500)
    before = older.read_bytes()
    try:
        page.save("pdf", older)
        assert older.read_bytes() == before
        assert page.error.isVisible()
        assert page.error.hasFocus()
        assert not page.done.isVisible()
    finally:
        tmp_path.chmod(0o700)


def test_a_missing_folder_gives_a_kind_message(page: Any, tmp_path: Path) -> None:
    page.save("pdf", tmp_path / "gone" / "summary.pdf")
    assert page.error.isVisible()
    assert not (tmp_path / "gone").exists()


def test_print_prints_the_pages_of_the_preview(page: Any, tmp_path: Path) -> None:
    printer = new_printer("letter", "summary")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(page.preview.document, printer)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == page.preview.document.pageCount()
    printed.close()


def test_the_last_button_says_what_it_does_and_asks(person: Person, page: Any) -> None:
    assert page.isVisible()
    assert person.wizard.footer.go_on.accessibleName() == "Clear everything and close"
    person.go_on()
    person.qtbot.mouseClick(person.dialog().no, Qt.MouseButton.LeftButton)
    assert person.wizard.isVisible()


def test_saving_at_once_waits_for_the_pages(person: Person, tmp_path: Path) -> None:
    page = person.go_to("summary", marks=MARKS)
    page.large.click()
    page.save("pdf", tmp_path / "early.pdf")
    person.qtbot.waitUntil((tmp_path / "early.pdf").is_file, timeout=20_000)
    assert page.done.isVisible()


def test_choosing_where_to_save_leaves_nothing_behind(tmp_path: Path) -> None:
    script = """
from PySide6.QtWidgets import QApplication, QWidget
from decision_aid.ui.kit.application import leave_no_settings
from decision_aid.ui.kit.saving import ask_where
from decision_aid.ui.kit.words import Words
application = QApplication([])
leave_no_settings()
window = QWidget()
dialog = ask_where(window, Words("en"), "pdf", print)
dialog.close()
dialog.deleteLater()
application.processEvents()
del dialog, window
application.quit()
"""
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
