"""Keeps Python's ``None`` alive under a Qt binding that gives it away too often.

PySide6 6.12.0 lowers the reference count of ``None`` by one with every call that returns nothing.
Python 3.12 and later never free ``None``; Python 3.11 does, and ends the whole program with
"deallocating None" after some thousand calls. 6.11 does not do this, but QtPdf comes without the
web engine only for 6.12. So the count starts too high to ever reach zero.
"""

from __future__ import annotations

import sys

_SPARE = 1 << 40


def keep_none_alive() -> None:
    """Raise the count of ``None`` where it could run out; cheap, and done once."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes  # noqa: PLC0415 - only where it is needed

    # The count is the first field of an object on every release build of CPython 3.11.
    ctypes.c_ssize_t.from_address(id(None)).value += _SPARE
