"""What a person types stands on paper as it was typed, in the text that is read aloud too."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from decision_aid.document.pdf import cannot_print, render_pdf
from decision_aid.domain import Answers, Finding, PlaceId
from tests.document.conftest import made

LETTERS = {
    "superscripts": "10⁹/L 10³/µL m² x⁻¹ Ca²⁺",
    "subscripts": "H₂O CO₂ B₁₂",
    "fractions": "1⅛ 2½ ¾ ⅓",
    "arrows": "↑ ↓ → ←",
    "comparisons": "≥ ≤ ± ≈ × ÷",
    "greek": "β-hCG Ωμέγα λόγος",
    "cyrillic": "Привет мир Україна",
    "vietnamese": "Nguyễn Thị Việt ệ ễ ạ ộ ữ",
    "polish": "Łódź źdźbło Ş ğ ǎ",
    "hebrew": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "persian": "پیام گرم چای",
    "devanagari": "नमस्ते दुनिया",
    "mixed": "Hgb ↓ 9.1 г/дл, β 4×10⁹",
}
NOWHERE = "\U0010fffd"
"""For private use, and in no typeface."""


def on_paper(text: str) -> bytes:
    answers = Answers((Finding(PlaceId("breast_tissue")),), questions=(text,), notes=text)
    return render_pdf(made(answers, None))


def read_back(pdf: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = document.getAllText(0).text()
    document.close()
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("typed", LETTERS.values(), ids=LETTERS)
def test_every_word_is_found_in_the_text_as_it_was_typed(typed: str) -> None:
    text = read_back(on_paper(typed))
    for word in typed.split():
        assert text.count(word) >= 2, word  # as a question, and as a note


@pytest.mark.parametrize("typed", LETTERS.values(), ids=LETTERS)
def test_nothing_of_it_is_named_as_unprintable(typed: str) -> None:
    answers = Answers((), notes=typed, questions=(typed,))
    assert cannot_print(made(answers, None)) == ()


def test_a_letter_that_no_typeface_has_is_shown_by_its_number_and_named() -> None:
    typed = f"value {NOWHERE}7 ⁹"
    assert "value [U+10FFFD]7 ⁹" in read_back(on_paper(typed))
    assert cannot_print(made(Answers((), notes=typed), None)) == (NOWHERE,)


@pytest.mark.parametrize("space", ["\u1680", "\u2003", "\u3000"])
def test_a_space_that_the_typeface_lacks_is_an_ordinary_one(space: str) -> None:
    assert "two words" in read_back(on_paper(f"two{space}words"))
    assert on_paper(space).startswith(b"%PDF")


def test_no_letter_becomes_a_question_mark() -> None:
    text = read_back(on_paper(f"4.5×10⁹ ჰ ก {NOWHERE} 你好 😀"))
    ours = re.compile(r"Invasive\?|Metastatic\?|or to control\?")
    assert "?" not in ours.sub("", text.partition("My notes")[0])


def test_the_pages_stay_tagged_whatever_is_typed() -> None:
    with pikepdf.open(BytesIO(on_paper(" ".join(LETTERS.values())))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


def test_a_sign_that_nothing_prints_takes_no_known_letter_with_it() -> None:
    """A Javanese sign on a zero once had every zero of the page, the drawings' too, replaced."""
    answers = Answers((Finding(PlaceId("breast_tissue")),), questions=("0\ua9b3 of 10?",))
    summary = made(answers, None)
    assert cannot_print(summary) == ("\ua9b3",)
    assert render_pdf(summary).startswith(b"%PDF")
