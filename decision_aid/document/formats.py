"""The forms in which a summary can be written."""

from __future__ import annotations

import json
from typing import Final, Literal

from decision_aid.control_characters import escaped_in_json
from decision_aid.document.model import Document, as_json_data
from decision_aid.paper import PaperSize

Format = Literal["pdf", "html", "text", "json"]
FORMAT_BY_ENDING: Final[dict[str, Format]] = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json",
}


def rendered(document: Document, form: Format, *, paper: PaperSize, large_print: bool) -> bytes:
    """Return the bytes of the file.

    Args:
        document: what to write.
        form: in which form.
        paper: the sheet, for PDF.
        large_print: 18 pt instead of 12 pt, for PDF.
    """
    # Each renderer is imported only when it is wanted: Typst alone takes as long as all else.
    match form:
        case "pdf":
            from decision_aid.document.pdf import render_pdf  # noqa: PLC0415

            return render_pdf(document, paper=paper, large_print=large_print)
        case "html":
            from decision_aid.document.html import render_html  # noqa: PLC0415

            return render_html(document).encode()
        case "text":
            from decision_aid.document.text import render_text  # noqa: PLC0415

            return render_text(document).encode()
        case "json":
            text = json.dumps(as_json_data(document), ensure_ascii=False, indent=1)
            return escaped_in_json(text).encode() + b"\n"
