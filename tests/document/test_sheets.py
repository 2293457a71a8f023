"""The sheets of paper: how many, how full, and what stands on the first."""

import io

import pikepdf
import pytest

from decision_aid.document.blocks import Answer, Questions, statements
from decision_aid.document.model import Document
from decision_aid.document.pdf import render_pdf
from decision_aid.paper import PaperSize
from tests.document.conftest import UNUSUAL, summary_for
from tests.document.reading import pdf_text, squeezed


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_sheet_is_the_one_that_was_asked_for(paper: PaperSize, size: tuple[int, int]) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(summary_for("in_situ"), paper=paper))) as pdf:
        box = [float(side) for side in pdf.pages[0].mediabox.as_list()]
    assert (round(box[2]), round(box[3])) == size


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_case_takes_two_pages_and_one_of_two_breasts_three_at_most(
    name: str, summary: Document, paper: PaperSize
) -> None:
    assert _pages(render_pdf(summary, paper=paper)) <= (3 if name in UNUSUAL else 2)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_large_print_takes_four_pages_and_five_for_two_breasts_at_most(
    name: str, summary: Document, paper: PaperSize
) -> None:
    pages = _pages(render_pdf(summary, paper=paper, large_print=True))
    assert pages <= (5 if name in UNUSUAL else 4)


def _ink_reaches(pdf: bytes) -> list[float]:
    """Return how far down each page reaches, its foot apart, as a share of its height."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    reaches = []
    for number in range(document.pageCount()):
        image = document.render(number, QSize(200, 260))
        rows = [
            y
            for y in range(int(260 * 0.94))
            if any(image.pixelColor(x, y).alpha() > 60 for x in range(15, 185))
        ]
        reaches.append(max(rows) / 260)
    document.close()
    return reaches


def test_no_page_is_half_empty(summary: Document) -> None:
    for paper in ("letter", "a4"):
        assert min(_ink_reaches(render_pdf(summary, paper=paper))) > 0.6


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_answer_comes_first_in_what_is_read_out(summary: Document, paper: PaperSize) -> None:
    text = squeezed(pdf_text(render_pdf(summary, paper=paper)))
    said = [b for b in summary.blocks("answer") if isinstance(b, Answer)]
    order = [f"{verdict.question} {verdict.text}" for one in said for verdict in one.verdicts]
    after = {"told", "aim_in_short", "questions"}
    order += [part.title for part in summary.sections if part.id in after]
    at = 0
    for words in order:
        at = text.index(squeezed(words), at) + 1


def test_what_it_means_for_treatment_takes_four_lines_at_most(summary: Document) -> None:
    (paragraph,) = statements(summary.blocks("aim_in_short"))
    assert len(paragraph.text) <= 4 * 88


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_first_page_is_complete_in_itself_in_every_case(
    summary: Document, paper: PaperSize
) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(summary, paper=paper))) as pdf:
        only_first = pikepdf.new()
        only_first.pages.append(pdf.pages[0])
        first = io.BytesIO()
        only_first.save(first)
    text = squeezed(pdf_text(first.getvalue()))
    for section in summary.sections:
        # The pictures of the body may move to the next page; they say nothing new.
        if section.page == "first" and section.id != "body":
            for paragraph in statements(section.blocks):
                assert squeezed(paragraph.text) in text
            for block in section.blocks:
                if isinstance(block, Questions):
                    assert all(squeezed(question.text) in text for question in block.items)
