"""PDF, web page and text: the same words, and each as its form demands."""

from __future__ import annotations

import html.parser
import io
import re
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
from decision_aid.document.picture_blocks import PrintPalette, Rings, rings_svg
from decision_aid.document.text import render_text
from decision_aid.paper import PaperSize
from tests.document.conftest import CASES, UNUSUAL, summary_for, summary_of
from tests.document.reading import pdf_text, squeezed


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
        "html": squeezed("".join(reader.text)),
        "text": squeezed(citation.sub("", render_text(summary))),
        "pdf": squeezed(citation.sub("", pdf_text(render_pdf(summary)))),
    }
    for surface, text in surfaces.items():
        for sentence in _sentences_on_paper(summary):
            assert squeezed(sentence) in text, (surface, sentence)


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
    letters = squeezed(typed)
    assert squeezed(pdf_text(render_pdf(summary))).count(letters) == 2
    reader = _Reader()
    reader.feed(render_html(summary))
    assert "b" not in {tag for tag, _ in reader.tags}
    assert squeezed("".join(reader.text)).count(letters) == 2


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
    printed = squeezed(pdf_text(render_pdf(summary)))
    (terms,) = (block for block in summary.blocks("words") if isinstance(block, Terms))
    there = {
        item.use: squeezed(f"{item.word}: {item.means[0].text}") in printed for item in terms.items
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
