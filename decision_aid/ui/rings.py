"""The rings picture in the colours of the screen."""

from __future__ import annotations

from decision_aid.summary.model import Rings
from decision_aid.summary.rings import rings_svg
from decision_aid.ui.theme import Theme


def screen_rings(rings: Rings, theme: Theme) -> str:
    """Return the picture of the two words as SVG."""
    return rings_svg(rings, theme)
