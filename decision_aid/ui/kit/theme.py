"""Every colour and measure of the screens, in one place, and the contrast between them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decision_aid.document.figure import FigureColors

TEXT_SIZES: Final = (100, 125, 150, 175, 200)
"""The text sizes that the screens offer, in percent."""

BODY_PIXELS: Final = 18
GRID: Final = 8
SCROLL_BAR: Final = 16
"""How wide a scroll bar is, in pixels."""

TARGET: Final = 48
"""The least height of anything to press, in pixels at 100 %."""

COMPACT_TARGET: Final = 44
"""The least height of short answers in a row, in pixels."""

TOUCH_TARGET: Final = 56
"""The least height of both where only fingers press, in pixels."""

FOCUS_RING: Final = 4
"""The width of the ring of the focus: two pixels more than the outline that it lies over."""

VERY_LARGE: Final = (3200, 1800)
"""The screen, in pixels as the system counts them, from which everything begins larger."""

COLUMN_EM: Final = 36
"""The widest reading column, in ems: about 70 characters."""

WIDE_EM: Final = 58
"""The widest page where a picture stands beside the column, in ems."""


class ThemeName(StrEnum):
    """The colours to choose from."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as ``#rrggbb``.

    Attributes:
        paper: behind everything.
        surface: behind what can be pressed or stands out.
        ink: words.
        ink_soft: hints; still body text.
        off: words and signs of what cannot be pressed now.
        line: the outline of what can be pressed.
        hairline: parts areas; carries no meaning.
        accent: the one colour that leads on.
        accent_ink: words on it.
        accent_strong: it, pressed or hovered.
        accent_soft: behind what is chosen.
        highlight: behind what must not be missed.
        highlight_ink: words and outline there.
        focus: the ring around what has the focus.
        in_place: found in place only.
        breast: found in the breast.
        nearby: found nearby.
        distant: found far away.
        other: what has no distance.
        on_distance: words and marks on those five.
        tissue: the inside of the breast.
    """

    paper: str
    surface: str
    ink: str
    ink_soft: str
    off: str
    line: str
    hairline: str
    accent: str
    accent_ink: str
    accent_strong: str
    accent_soft: str
    highlight: str
    highlight_ink: str
    focus: str
    in_place: str
    breast: str
    nearby: str
    distant: str
    other: str
    on_distance: str
    tissue: str

    def colours(self) -> dict[str, str]:
        """Return every colour by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT: Final = Theme(
    paper="#FBF8F2",
    surface="#FFFFFF",
    ink="#1D2327",
    ink_soft="#474D52",
    off="#767167",
    line="#7B766B",
    hairline="#E2DBCD",
    accent="#0B5A5E",
    accent_ink="#FFFFFF",
    accent_strong="#07464A",
    accent_soft="#E0EEEC",
    highlight="#FFF3D1",
    highlight_ink="#5E4300",
    focus="#2B3FB0",
    in_place="#3F6695",
    breast="#0B6E69",
    nearby="#8A5A00",
    distant="#6A3D9A",
    other="#5B6167",
    on_distance="#FFFFFF",
    tissue="#F6E9DC",
)

DARK: Final = Theme(
    paper="#171A1D",
    surface="#22272B",
    ink="#F2EFE8",
    ink_soft="#CBC8C0",
    off="#8A9197",
    line="#8F969C",
    hairline="#363C41",
    accent="#86D3CD",
    accent_ink="#0C2022",
    accent_strong="#A9E4DF",
    accent_soft="#1F3A3B",
    highlight="#3A3114",
    highlight_ink="#FFE3A0",
    focus="#FFD36B",
    in_place="#93B9E6",
    breast="#79D0C8",
    nearby="#E9B65B",
    distant="#CBA6F2",
    other="#B5BBC0",
    on_distance="#14171A",
    tissue="#3A332C",
)

HIGH_CONTRAST: Final = Theme(
    paper="#000000",
    surface="#000000",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    off="#8A8A8A",
    line="#FFFFFF",
    hairline="#8A8A8A",
    accent="#FFE14D",
    accent_ink="#000000",
    accent_strong="#FFF2A8",
    accent_soft="#2B2600",
    highlight="#000000",
    highlight_ink="#FFE14D",
    focus="#4DD2FF",
    in_place="#9CC9FF",
    breast="#7DF0E4",
    nearby="#FFC24D",
    distant="#DDB5FF",
    other="#FFFFFF",
    on_distance="#000000",
    tissue="#111111",
)

THEMES: Final = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.HIGH_CONTRAST: HIGH_CONTRAST,
}

_FIGURE_COLORS: Final[dict[ThemeName, FigureColors]] = {
    ThemeName.LIGHT: "light",
    ThemeName.DARK: "dark",
    ThemeName.HIGH_CONTRAST: "high_contrast",
}


def figure_colors_of(theme: Theme) -> FigureColors:
    """Return the colors in which the figure is drawn in this theme."""
    name = next((name for name, known in THEMES.items() if known is theme), ThemeName.LIGHT)
    return _FIGURE_COLORS[name]


@dataclass(frozen=True, slots=True)
class Look:
    """How the screens look right now: a theme and a text size."""

    theme: Theme = LIGHT
    percent: int = 100
    touch: bool = False
    """Whether it is pressed with fingers only, by people who stand."""

    @property
    def target(self) -> int:
        """The least height of anything to press, in pixels."""
        return TOUCH_TARGET if self.touch else TARGET

    @property
    def tall_target(self) -> int:
        """The least height of what holds a line of words, and grows with it, in pixels."""
        return max(self.target, self.px(TARGET))

    @property
    def compact_target(self) -> int:
        """The least height of short answers in a row, in pixels."""
        return TOUCH_TARGET if self.touch else COMPACT_TARGET

    def px(self, pixels: float) -> int:
        """Return a measure that grows with the text."""
        return round(pixels * self.percent / 100)

    def space(self, steps: float) -> int:
        """Return so many steps of the grid; white space grows half as fast as the text."""
        return round(steps * GRID * (1 + (self.percent / 100 - 1) / 4))

    def em(self, count: float) -> int:
        """Return so many ems of body text in pixels."""
        return round(count * BODY_PIXELS * self.percent / 100)


def nearest_text_size(percent: int) -> int:
    """Return the offered text size that is nearest to this one."""
    return min(TEXT_SIZES, key=lambda size: abs(size - percent))


def usual_text_size(width: int, height: int) -> int:
    """Return the text size to begin with on a screen of this size, in percent.

    A screen of 4K that the system does not enlarge would show a small column and a small map.
    """
    return 150 if width >= VERY_LARGE[0] and height >= VERY_LARGE[1] else 100


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours as WCAG 2 counts it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
