"""PDF, web page and text: the same words, and each as its form demands."""

from __future__ import annotations

import html.parser
import io
import re
import unicodedata
from typing import Any

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from decision_aid.content import resources_folder
from decision_aid.document.blocks import Answer, Findings, Questions, Terms, statements
from decision_aid.document.html import render_html
from decision_aid.document.model import Document
from decision_aid.document.pdf import render_pdf
from decision_aid.document.picture_blocks import Rings
from decision_aid.document.rings import PrintPalette, rings_svg
from decision_aid.document.text import render_text
from decision_aid.paper import PaperSize
from tests.document.conftest import CASES, UNUSUAL, summary_for, summary_of


def _squeezed(text: str) -> str:
    """Letters and digits only: how words are broken into lines is no difference."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


class _Reader(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skip += tag in {"style", "sup"}

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in {"style", "sup"}

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.text.append(data)


def _pdf_text(pdf: bytes) -> str:
    """Read the words through the tags, as a screen reader does."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return "\n".join(pages)


def _sentences_on_paper(summary: Document) -> list[str]:
    words: list[str] = [summary.title, summary.footer]
    for section in summary.on_paper:
        words += [paragraph.text for paragraph in statements(section.blocks)]
        for block in section.blocks:
            if isinstance(block, Questions):
                words += [block.lead, *(question.text for question in block.items)]
            if isinstance(block, Findings):
                words += [
                    w for row in block.rows for w in (row.place, row.certainty, row.counts_as)
                ]
            if isinstance(block, Answer):
                words += [f"{one.question} {one.text}" for one in block.verdicts]
    return words


def test_all_three_say_the_same_sentences(summary: Document) -> None:
    reader = _Reader()
    reader.feed(render_html(summary))
    citation = re.compile(r"\[\d+(, \d+)*\]")
    surfaces = {
        "html": _squeezed("".join(reader.text)),
        "text": _squeezed(citation.sub("", render_text(summary))),
        "pdf": _squeezed(citation.sub("", _pdf_text(render_pdf(summary)))),
    }
    for surface, text in surfaces.items():
        for sentence in _sentences_on_paper(summary):
            assert _squeezed(sentence) in text, (surface, sentence)


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_pdf_is_tagged_and_passes_every_pdf_ua_rule(
    summary: Document, paper: PaperSize, large_print: bool
) -> None:
    pdf = render_pdf(summary, paper=paper, large_print=large_print)
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert report.rules.total >= 100
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures[:3]]


def _structure(pdf: pikepdf.Pdf) -> list[str]:
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.Root.StructTreeRoot)
    return found


def test_the_pdf_names_its_language_and_title_and_its_parts() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(summary_for("metastatic")))) as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Summary for my appointment"
            assert metadata["pdfuaid:part"] == "1"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        tags = _structure(pdf)
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    assert tags.count("/H1") == 1


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
    text = _squeezed(_pdf_text(render_pdf(summary, paper=paper)))
    said = [b for b in summary.blocks("answer") if isinstance(b, Answer)]
    order = [f"{verdict.question} {verdict.text}" for one in said for verdict in one.verdicts]
    after = {"told", "aim_in_short", "questions"}
    order += [part.title for part in summary.sections if part.id in after]
    at = 0
    for words in order:
        at = text.index(_squeezed(words), at) + 1


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
    text = _squeezed(_pdf_text(first.getvalue()))
    for section in summary.sections:
        # The pictures of the body may move to the next page; they say nothing new.
        if section.page == "first" and section.id != "body":
            for paragraph in statements(section.blocks):
                assert _squeezed(paragraph.text) in text
            for block in section.blocks:
                if isinstance(block, Questions):
                    assert all(_squeezed(question.text) in text for question in block.items)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300), st.text(min_size=1, max_size=300))
def test_whatever_a_person_types_becomes_a_page(notes: str, question: str) -> None:
    assume(not re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", question))
    summary = summary_of(findings=[{"place": "bone"}], notes=notes, questions=[question])
    assert render_pdf(summary).startswith(b"%PDF")
    reader = _Reader()
    reader.feed(render_html(summary))
    assert not [tag for tag, _ in reader.tags if tag == "script"]
    assert render_text(summary)


def test_markup_that_a_person_types_is_printed_and_not_obeyed() -> None:
    typed = '#import "x": * $x^2$ *bold* _thin_ <b>tag</b> {{ jinja }} \\ @ref // comment'
    summary = summary_of(findings=[], questions=[typed], notes=typed)
    squeezed = _squeezed(typed)
    assert _squeezed(_pdf_text(render_pdf(summary))).count(squeezed) == 2
    reader = _Reader()
    reader.feed(render_html(summary))
    assert "b" not in {tag for tag, _ in reader.tags}
    assert _squeezed("".join(reader.text)).count(squeezed) == 2


def test_the_list_of_letters_is_what_the_typeface_has() -> None:
    import fontpkg_atkinson_hyperlegible as atkinson
    from fontTools.ttLib import TTFont

    listed = (resources_folder() / "typeface_letters.txt").read_text(encoding="utf-8")
    for weight in ("Regular", "Bold"):
        font = TTFont(atkinson.ROOT / "files" / f"AtkinsonHyperlegible-{weight}.ttf")
        has = set(font.getBestCmap())
        assert {ord(letter) for letter in listed if letter != "\n"} <= has


def test_the_web_page_needs_nothing_else_and_has_one_title(summary: Document) -> None:
    text = render_html(summary)
    reader = _Reader()
    reader.feed(text)
    tags = [tag for tag, _ in reader.tags]
    assert tags.count("h1") == 1
    assert {"main", "header", "footer", "table"} - set(tags) <= {"table"}
    assert ("html", {"lang": "en"}) in reader.tags
    links = [attributes.get("href") or "" for tag, attributes in reader.tags if tag == "a"]
    assert all(link.startswith(("#", "https://")) for link in links)
    assert not {"script", "link", "iframe", "object", "img"} & set(tags)
    assert "url(http" not in text


def test_the_picture_marks_the_answer_and_says_so(summary: Document) -> None:
    for section in summary.sections:
        for block in section.blocks:
            if isinstance(block, Rings):
                svg = rings_svg(block, PrintPalette())
                assert svg.count("<rect") == len(block.marks)
                for mark in block.marks:
                    assert mark.label in svg
                    assert mark.label in block.alternative


def test_text_is_72_columns_wide_at_most_but_for_addresses(summary: Document) -> None:
    for line in render_text(summary).splitlines():
        assert len(line) <= 72 or "https://" in line


def test_medical_words_come_along_where_it_costs_no_sheet_those_used_first(
    name: str, summary: Document
) -> None:
    printed = _squeezed(_pdf_text(render_pdf(summary)))
    (terms,) = (block for block in summary.blocks("words") if isinstance(block, Terms))
    there = {
        item.use: _squeezed(f"{item.word}: {item.means[0].text}") in printed for item in terms.items
    }
    count = sum(there.values())
    # On a third sheet a word may be broken over two columns.
    if name not in UNUSUAL:
        assert count >= min(2, len(there))
        assert all(there[use] for use in range(count))
    for surface in (render_html(summary), render_text(summary)):
        assert "Medical words" in surface


def test_several_threads_may_ask_for_a_page_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    summaries = [summary_for(name) for name in CASES[:6]] * 3
    with ThreadPoolExecutor(6) as pool:
        assert all(pdf.startswith(b"%PDF") for pdf in pool.map(render_pdf, summaries))
