"""The pictures of the summary in the colours of the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from decision_aid.document.body_pictures import DrawnPart
from decision_aid.document.body_svg import body_svg
from decision_aid.document.picture_blocks import BodyPicture, Rings
from decision_aid.document.rings import rings_svg
from decision_aid.ui.theme import Theme

_LATER_TYPEFACES: Final = re.compile(r'(font-family="[^",]+),[^"]*')


def screen_picture(block: Rings | BodyPicture, theme: Theme) -> str:
    """Return a picture as SVG."""
    if isinstance(block, BodyPicture):
        return _with_one_typeface(body_svg(block, theme.colours()))
    return _with_one_typeface(rings_svg(block, theme))


def map_picture(picture: BodyPicture, theme: Theme, keep: Callable[[DrawnPart], bool]) -> str:
    """Return a picture of the body as SVG, with the parts alone that ``keep`` says."""
    return _with_one_typeface(body_svg(picture, theme.colours(), keep))


def _with_one_typeface(svg: str) -> str:
    # Qt takes a list of typefaces for the name of one.
    return _LATER_TYPEFACES.sub(r"\1", svg)
