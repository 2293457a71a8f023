"""From the first page to the file on the disk: the real window, and what a PDF reader finds."""

from pathlib import Path

import page as pdf_checker
import pikepdf
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLineEdit

from decision_aid.domain import Certainty, PlaceId
from tests.ui.conftest import person, wizard
from tests.ui.person import Person

__all__ = ["person", "wizard"]

MARKS = {
    PlaceId("breast_tissue"): Certainty.FOUND,
    PlaceId("nodes_armpit"): Certainty.FOUND,
    PlaceId("bone"): Certainty.SUSPECTED,
}


def test_from_the_first_page_to_a_pdf_that_everyone_can_read(
    person: Person, tmp_path: Path
) -> None:
    page = person.go_to("summary", marks=MARKS)
    person.qtbot.waitUntil(lambda: len(page.preview.sheets) > 0, timeout=20_000)
    person.press(page.buttons["save_pdf"])
    name = page.dialog.findChild(QLineEdit)
    person.write(str(tmp_path / "for my visit"), name)
    saved = tmp_path / "for my visit.pdf"
    person.qtbot.waitUntil(saved.is_file)

    text = text_of(saved)
    assert "Grown into the breast tissue" in text
    assert "invasive" in text
    assert "not known yet to be metastatic" in text
    assert "Possible, still being checked" in text

    with pikepdf.open(saved) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("en")
    report = pdf_checker.validate_pdf(str(saved), profile="ua1")
    assert [f"{f.rule_id}: {f.message}" for f in report.failures] == []


def text_of(file: Path) -> str:
    """Read the words of a PDF, without its line breaks."""
    document = QPdfDocument()
    document.load(str(file))
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(pages).split())
