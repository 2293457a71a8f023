"""What all tests share."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def pages_are_let_go_of() -> Iterator[None]:
    """Keep the pages of one module's tests from filling the memory during the next one's."""
    yield
    pdf = sys.modules.get("decision_aid.document.pdf")
    if pdf is not None:
        pdf.forget_pages()
