"""Where the words, pictures and templates lie: in the checkout, the wheel or the bundle."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent


@cache
def resources_folder() -> Path:
    """Return the folder of the resources.

    Raises:
        FileNotFoundError: if the program was installed without them.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (folder / "templates").is_dir():
            return folder
    message = "The words of this program are missing. Please install it again."
    raise FileNotFoundError(message)
