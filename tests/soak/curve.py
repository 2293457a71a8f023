"""The memory of many sessions as a picture: a line for the sessions, one for what outlives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_WIDE: Final = 720
_HIGH: Final = 300
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 36, 16, 44
_COLORS: Final = ("#0b5c5c", "#7a3e9d", "#8a5a00")
_MIB: Final = 1024


def curve(title: str, lines: Mapping[str, Sequence[int]]) -> str:
    """Draw how much memory was held, session by session.

    Args:
        title: what it shows.
        lines: for each name the KiB after each session.

    Returns:
        An SVG picture, 720 by 300.
    """
    most = max(max(values) for values in lines.values()) / _MIB
    step = next(step for step in (10, 20, 50, 100, 200, 500) if most / step <= 6)
    top = (int(most / step) + 1) * step
    across, down = _WIDE - _LEFT - _RIGHT, _HIGH - _TOP - _BOTTOM

    def y(mib: float) -> float:
        return _TOP + down * (1 - mib / top)

    parts = [_text(_LEFT, 20, title, weight="bold")]
    for mib in range(0, top + 1, step):
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y(mib):.1f}" y2="{y(mib):.1f}"'
            ' stroke="#d9d4c8"/>'
        )
        parts.append(_text(_LEFT - 8, y(mib) + 4, f"{mib} MiB", anchor="end"))
    for color, (name, values) in zip(_COLORS, lines.items(), strict=False):
        each = across / max(1, len(values) - 1)
        points = " ".join(
            f"{_LEFT + n * each:.1f},{y(kib / _MIB):.1f}" for n, kib in enumerate(values)
        )
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="1.5"/>'
        )
        parts.append(_text(_LEFT + 8, y(values[0] / _MIB) - 8, name, fill=color))
    count = max(len(values) for values in lines.values())
    parts.append(_text(_LEFT, _HIGH - 16, "1"))
    parts.append(_text(_WIDE - _RIGHT, _HIGH - 16, f"session {count}", anchor="end"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img"'
        f' aria-label="{title}"><rect width="{_WIDE}" height="{_HIGH}" fill="#fffdf8"/>'
        + "".join(parts)
        + "</svg>\n"
    )


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", fill: str = "#222", weight: str = ""
) -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="sans-serif" font-size="13" fill="{fill}"'
        f' text-anchor="{anchor}"{bold}>{words}</text>'
    )
