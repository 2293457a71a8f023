"""The typeface, brought along so that it looks the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import fontpkg_atkinson_hyperlegible
from PySide6.QtGui import QFontDatabase

_FOLDER: Final = Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"
_FILES: Final = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def load_fonts() -> bool:
    """Make the typeface known to Qt; return whether every file of it could be read."""
    known = [QFontDatabase.addApplicationFont(str(_FOLDER / name)) for name in _FILES]
    return all(number >= 0 for number in known)
