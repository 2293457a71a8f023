"""Keeps the Qt binding from reading, and keeping, the source of all that is imported after it.

Once loaded, PySide6 looks for its own name in the source of every module, to know where
``from __feature__ import …`` would count. Here that took 3 MB and a fifth of the time to the first
page. We ask for no such feature, so it may take every module for one without Qt.
"""

from __future__ import annotations

import linecache
from contextlib import suppress
from importlib import import_module


def leave_sources_unread() -> None:
    """Load PySide6, answer its question once for all, and drop what it has read until now."""
    import_module("PySide6.QtCore")
    with suppress(ImportError):  # another version may do without it
        feature = import_module("shibokensupport.feature")
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]
    linecache.clearcache()
