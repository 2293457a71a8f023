"""The summary as a tagged PDF (PDF/UA-1), made by Typst.

What a person wrote reaches the template as JSON, never as markup, so nothing that is typed can
change the page. Nothing is written to disk on the way.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from threading import Lock
from typing import Any, Final, Literal

import fontpkg_atkinson_hyperlegible as atkinson
import typst

from decision_aid.content import resources_folder
from decision_aid.content.typeface import printable_letters
from decision_aid.control_characters import without_controls
from decision_aid.document.body_marks import PRINTED, key_svg
from decision_aid.document.body_svg import body_svg
from decision_aid.document.model import BodyPicture, PictureKey, Rings, Summary, plain
from decision_aid.document.rings import PrintPalette, rings_svg

Paper = Literal["letter", "a4"]
_ONE_AT_A_TIME: Final = Lock()
"""Typst's compiler serves one thread at a time, and refuses a second one."""

_TYPST_PAPER: Final[dict[Paper, str]] = {"letter": "us-letter", "a4": "a4"}


class CannotMakePdfError(RuntimeError):
    """The PDF could not be made; the other forms still can."""


def render_pdf(summary: Summary, *, paper: Paper = "letter", large_print: bool = False) -> bytes:
    """Return the PDF.

    Args:
        summary: what stands on it.
        paper: the sheet.
        large_print: 18 pt instead of 12 pt.

    Raises:
        CannotMakePdfError: if Typst refuses; its reason is the message.
    """
    inputs = {
        "summary": json.dumps(_printable(_data(summary)), ensure_ascii=False),
        "paper": _TYPST_PAPER[paper],
        "size": "18" if large_print else "12",
    }
    try:
        with _ONE_AT_A_TIME:
            pdf = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError as error:
        raise CannotMakePdfError(str(error)) from error
    if not isinstance(pdf, bytes):
        message = "Typst returned no document"
        raise CannotMakePdfError(message)
    return pdf


@cache
def _compiler() -> typst.Compiler:
    """Return one compiler for the life of the process: it keeps its fonts and the template."""
    templates = resources_folder() / "templates"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[atkinson.ROOT / "files"],
    )
    return typst.Compiler(templates / "summary.typ", root=templates, font_paths=fonts)


def _data(summary: Summary) -> dict[str, Any]:
    data: dict[str, Any] = plain(summary)
    data["sections"] = [s for s in data["sections"] if s["page"] != "screen"]
    for section in data["sections"]:
        blocks = next(s.blocks for s in summary.sections if s.id == section["id"])
        for shown, block in zip(section["blocks"], blocks, strict=True):
            if isinstance(block, Rings):
                shown["svg"] = rings_svg(block, PrintPalette())
            if isinstance(block, BodyPicture):
                shown["svg"] = body_svg(block, PRINTED)
            if isinstance(block, PictureKey):
                for line, item in zip(shown["items"], block.items, strict=True):
                    line["svg"] = key_svg(item, PRINTED)
    return data


def _printable(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Put a visible mark where the typeface has no letter: PDF/UA allows no missing glyphs."""
    if isinstance(value, str):
        written = unicodedata.normalize("NFC", without_controls(value))
        return "".join(_letter(character) for character in written)
    if isinstance(value, list):
        return [_printable(item) for item in value]
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    return value


def _letter(character: str) -> str:
    if character in "\n\t" or character in printable_letters():
        return character
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}:
        return ""
    plain = unicodedata.normalize("NFKD", character)
    known = "".join(part for part in plain if part in printable_letters())
    return known or ("" if character.isspace() else "?")
