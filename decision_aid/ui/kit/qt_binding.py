"""Mends what the Qt binding does on this interpreter."""

from __future__ import annotations

import linecache
import sys
from contextlib import suppress
from importlib import import_module

_SPARE = 1 << 40


def keep_constants_alive() -> None:
    """Raise the counts where they could run out; cheap, and done once."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes  # noqa: PLC0415 - only where it is needed

    # The count is the first field of an object on every release build of CPython 3.11.
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _SPARE


def leave_sources_unread() -> None:
    """Load PySide6, answer its question once for all, and drop what it has read until now."""
    import_module("PySide6.QtCore")
    with suppress(ImportError):  # another version may do without it
        feature = import_module("shibokensupport.feature")
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]
    linecache.clearcache()
