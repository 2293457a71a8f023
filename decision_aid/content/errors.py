"""What can be wrong with content, said so that the person who edits it can mend it."""

from __future__ import annotations


class ContentError(Exception):
    """A content file that cannot be used.

    Attributes:
        file: the file, relative to the resources.
        line: its line, or ``None`` where the whole file is meant.
        problem: what is wrong and what to do.
    """

    def __init__(self, file: str, problem: str, line: int | None = None) -> None:
        self.file, self.line, self.problem = file, line, problem
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}: {problem}")
