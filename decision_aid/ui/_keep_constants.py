"""Keeps ``None``, ``True`` and ``False`` alive under a Qt binding that gives them away too often.

PySide6 6.12.0 lowers the reference count of ``None`` with every call that returns nothing, and that
of ``True`` with every ``emit`` of a signal of our own. Python 3.12 and later never free them;
Python 3.11 does, and ends the whole program with "deallocating None" or "deallocating True or
False" after some hundred or thousand calls. 6.11 does not do this, but QtPdf comes without the web
engine only for 6.12. So the counts start too high to ever reach zero.
"""

from __future__ import annotations

import sys

_SPARE = 1 << 40


def keep_constants_alive() -> None:
    """Raise the counts where they could run out; cheap, and done once."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes  # noqa: PLC0415 - only where it is needed

    # The count is the first field of an object on every release build of CPython 3.11.
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _SPARE
