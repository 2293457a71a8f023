"""The document as a tagged PDF (PDF/UA-1), made by Typst.

What a person wrote reaches the template as JSON, never as markup, so nothing that is typed can
change the page. Nothing is written to disk on the way.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any, Final

import fontpkg_atkinson_hyperlegible as atkinson
import typst

from decision_aid.content import resources_folder
from decision_aid.document.blocks import Block
from decision_aid.document.figure_svg import PRINTED, key_svg, picture_svg
from decision_aid.document.icon_arrays import IconArrays, icon_arrays_svg
from decision_aid.document.letters import (
    as_written,
    forget_words,
    has_long_word,
    shown_as_numbers,
    typefaces,
    unprintable_letters,
    unusual_letters_pattern,
    unusual_words,
)
from decision_aid.document.model import Document, as_json_data
from decision_aid.document.picture_blocks import (
    BodyPicture,
    PictureKey,
    PrintPalette,
    Rings,
    rings_svg,
)
from decision_aid.paper import PaperSize

_ONE_AT_A_TIME: Final = Lock()
"""Typst's compiler serves one thread at a time, and refuses a second one."""

_KEPT_PAGES: Final = 10
"""How many pages Typst makes before it lets go of what an earlier one was made of."""

_TYPST_PAPER: Final[dict[PaperSize, str]] = {"letter": "us-letter", "a4": "a4"}


class CannotMakePdfError(RuntimeError):
    """The PDF could not be made; the other forms still can."""


def render_pdf(
    document: Document, *, paper: PaperSize = "letter", large_print: bool = False
) -> bytes:
    """Return the PDF.

    Args:
        document: what stands on it.
        paper: the sheet.
        large_print: 18 pt instead of 12 pt.

    Raises:
        CannotMakePdfError: if Typst refuses; its reason is the message.
    """
    data = _data(document)
    words = unusual_words(data)
    number = shown_as_numbers(unprintable_letters(words) if words else frozenset())
    inputs = {
        "summary": json.dumps(_on_paper(data, number), ensure_ascii=False),
        "paper": _TYPST_PAPER[paper],
        "size": "18" if large_print else "12",
        "letters": unusual_letters_pattern() if words else "",
        "long": "yes" if has_long_word(data) else "",
    }
    try:
        with _ONE_AT_A_TIME:
            compiler = _compiler_with_every_letter() if words else _compiler()
            pdf = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError as error:
        raise CannotMakePdfError(str(error)) from error
    if not isinstance(pdf, bytes):
        message = "Typst returned no document"
        raise CannotMakePdfError(message)
    return pdf


def cannot_print(document: Document) -> tuple[str, ...]:
    """Return the letters of a document that no typeface here can print, for saying so beforehand.

    Args:
        document: what would stand on paper, where each of them is shown by its number.
    """
    words = unusual_words(_data(document))
    if not words:
        return ()
    with _ONE_AT_A_TIME:
        return tuple(sorted(unprintable_letters(words)))


def forget_pages() -> None:
    """Let go of everything that was laid out in this process: Typst keeps it for speed."""
    with _ONE_AT_A_TIME:
        compilers = (_compiler, _compiler_with_every_letter)
        if not any(one.cache_info().currsize for one in compilers):
            return
        for one in compilers:
            one.cache_clear()
        forget_words()
        templates = resources_folder() / "templates"
        no_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        nothing = typst.Compiler(templates / "nothing.typ", root=templates, font_paths=no_fonts)
        for _ in range(_KEPT_PAGES + 1):
            nothing.compile(format="pdf")


@cache
def _compiler() -> typst.Compiler:
    """Return one compiler for the life of the process: it keeps its fonts and the template."""
    return _compiler_with(
        typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[atkinson.ROOT / "files"],
        )
    )


@cache
def _compiler_with_every_letter() -> typst.Compiler:
    return _compiler_with(typefaces())


def _compiler_with(fonts: typst.Fonts) -> typst.Compiler:
    templates = resources_folder() / "templates"
    return typst.Compiler(templates / "summary.typ", root=templates, font_paths=fonts)


def _data(document: Document) -> dict[str, Any]:
    data: dict[str, Any] = as_json_data(document._replace(sections=()))
    data["sections"] = [
        {**as_json_data(section), "blocks": [_with_pictures(block) for block in section.blocks]}
        for section in document.on_paper
    ]
    return data


def _with_pictures(block: Block) -> dict[str, Any]:
    """Return a block for the template, which takes every picture as a drawing."""
    data: dict[str, Any] = as_json_data(block)
    if isinstance(block, Rings):
        data["svg"] = rings_svg(block, PrintPalette())
    elif isinstance(block, IconArrays):
        data["svg"] = icon_arrays_svg(block, PrintPalette())
    elif isinstance(block, BodyPicture):
        data["svg"] = picture_svg(block, "printed", PRINTED)
    elif isinstance(block, PictureKey):
        for line, item in zip(data["items"], block.items, strict=True):
            line["svg"] = key_svg(item, PRINTED)
    return data


def _on_paper(value: Any, number: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON
    """Return every text as it goes on paper."""
    if isinstance(value, str):
        return number(as_written(value))
    if isinstance(value, list):
        return [_on_paper(item, number) for item in value]
    if isinstance(value, dict):
        return {key: _on_paper(item, number) for key, item in value.items()}
    return value
