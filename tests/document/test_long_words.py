"""A word that is wider than its column is broken, never cut off at the edge of the sheet."""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument

from decision_aid.document.pdf import render_pdf
from tests.document.conftest import summary_of
from tests.document.reading import pdf_text, squeezed

LONG: Final = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten" * 2
SIZE: Final = QSize(612, 792)
MARGIN: Final = 40
"""Less than the page leaves free, in points."""


def ink_in_the_margin(pdf: bytes) -> int:
    """Return how many points of the right margin are not white."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    page = document.render(0, SIZE)
    edge = range(SIZE.width() - MARGIN, SIZE.width())
    colors = (QColor(page.pixelColor(x, y)) for x in edge for y in range(SIZE.height()))
    return sum(color.alpha() > 0 and color.lightness() < 200 for color in colors)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_long_word_is_broken_and_nothing_of_it_is_lost(large_print: bool) -> None:
    findings = [{"place": "breast_tissue"}]
    document = summary_of(findings=findings, questions=[LONG], notes=LONG)
    pdf = render_pdf(document, large_print=large_print)
    assert ink_in_the_margin(pdf) == 0
    said = pdf_text(pdf).replace("\N{ZERO WIDTH SPACE}", "").replace("-", "")
    assert squeezed(said).count(squeezed(LONG)) == 2
