"""The document as one web page that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

import base64
from functools import cache

import fontpkg_atkinson_hyperlegible as atkinson
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from decision_aid.content import resources_folder
from decision_aid.control_characters import without_controls
from decision_aid.document.figure_svg import PRINTED, key_svg, picture_svg
from decision_aid.document.icon_arrays import IconArrays, icon_arrays_svg
from decision_aid.document.model import Document
from decision_aid.document.picture_blocks import (
    BodyPicture,
    KeyItem,
    PrintPalette,
    Rings,
    rings_svg,
)


def render_html(document: Document) -> str:
    """Return what stands on paper as HTML, in the same order and the same words."""
    page = _template().render(
        summary=document,
        sections=document.on_paper,
        fonts={"400": _font("Regular"), "700": _font("Bold")},
        picture=_picture,
        key_picture=_key_picture,
        unknown_kind=_unknown_kind,
    )
    return without_controls(page)


def _picture(block: Rings | BodyPicture | IconArrays) -> Markup:
    # All escape the words that they are given; the drawings themselves are ours.
    if isinstance(block, IconArrays):
        return Markup(icon_arrays_svg(block, PrintPalette()))
    if isinstance(block, BodyPicture):
        return Markup(picture_svg(block, "printed", PRINTED))
    return Markup(rings_svg(block, PrintPalette()))


def _key_picture(item: KeyItem) -> Markup:
    return Markup(key_svg(item, PRINTED))


def _unknown_kind(kind: str) -> Markup:
    message = f"the web page has no way to show a block of the kind {kind!r}"
    raise TypeError(message)


@cache
def _font(weight: str) -> str:
    data = (atkinson.ROOT / "files" / f"AtkinsonHyperlegible-{weight}.ttf").read_bytes()
    return base64.b64encode(data).decode("ascii")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(resources_folder() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("summary.html.j2")
