"""``summary``: the document of an answers file, in one of the forms in which it can be written."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import Final, Literal

from decision_aid.cli.files import answers_in, words, write_file
from decision_aid.cli.standard_streams import DONE, CommandError, say
from decision_aid.content import Content
from decision_aid.control_characters import escaped_in_json
from decision_aid.document.make import make_document
from decision_aid.document.model import Document, as_json_data
from decision_aid.domain import assess
from decision_aid.paper import PaperSize

Format = Literal["pdf", "html", "text", "json"]
FORMAT_BY_ENDING: Final[dict[str, Format]] = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json",
}


def summary(options: argparse.Namespace) -> int:
    """Write the summary of an answers file.

    Raises:
        CommandError: if the answers cannot be read or the file cannot be written.
    """
    content = words(options.lang)
    form = options.format or FORMAT_BY_ENDING.get(options.output.suffix.lower())
    if form is None:
        message = f"{options.output}: say which --format this should be: pdf, html, text or json."
        raise CommandError(message)
    answers = answers_in(options.answers, options.output, content)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    document = make_document(assess(answers), content, today)
    if form == "pdf":
        _name_what_cannot_be_printed(document, content)
    write_file(
        options.output,
        rendered(document, form, paper=options.paper, large_print=options.large_print),
        content,
    )
    return DONE


def _name_what_cannot_be_printed(document: Document, content: Content) -> None:
    from decision_aid.document.pdf import cannot_print  # noqa: PLC0415 - of a PDF only

    letters = cannot_print(document)
    if letters:
        say(content.label("cli.cannot_print", letters=" ".join(letters)))


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
