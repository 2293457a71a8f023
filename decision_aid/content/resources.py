"""Where the words, pictures and templates lie, which letters there are, and what can be wrong.

They lie in the checkout, the wheel or the bundle.
"""

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


class ContentError(Exception):
    """A content file that cannot be used, said so that whoever edits it can mend it.

    Attributes:
        file: the file, relative to the resources.
        line: its line, or ``None`` where the whole file is meant.
        problem: what is wrong and what to do.
    """

    def __init__(self, file: str, problem: str, line: int | None = None) -> None:
        self.file, self.line, self.problem = file, line, problem
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}: {problem}")


@cache
def printable_letters() -> frozenset[str]:
    """Return every character that the typeface can print."""
    letters = (resources_folder() / "typeface_letters.txt").read_text(encoding="utf-8")
    return frozenset(letters) - {"\n"}
