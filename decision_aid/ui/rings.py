"""The rings picture in the colours of the screen."""

from __future__ import annotations

import re
from typing import Final

from decision_aid.summary.model import Rings
from decision_aid.summary.rings import rings_svg
from decision_aid.ui.theme import Theme

_LATER_TYPEFACES: Final = re.compile(r'(font-family="[^",]+),[^"]*')


def screen_rings(rings: Rings, theme: Theme) -> str:
    """Return the picture of the two words as SVG."""
    # Qt takes a list of typefaces for the name of one.
    return _LATER_TYPEFACES.sub(r"\1", rings_svg(rings, theme))
