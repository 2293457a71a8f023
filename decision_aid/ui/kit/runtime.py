"""What the interpreter, the Qt binding and the C library do that these screens cannot live with.

Each stands here with what it costs to leave it out; measured with ``tests/benchmarks``.
"""

from __future__ import annotations

import ctypes
import linecache
import sys
from contextlib import suppress
from importlib import import_module
from typing import Final

_SPARE: Final = 1 << 40
_M_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 128 * 1024


def keep_constants_alive() -> None:
    """Keep ``None``, ``True`` and ``False`` alive under a binding that gives them away too often.

    PySide6 6.12.0 lowers the reference count of ``None`` with every call that returns nothing, and
    that of ``True`` with every ``emit`` of a signal of our own. Python 3.12 and later never free
    them; Python 3.11 does, and ends the whole program with "deallocating None" after some hundred
    or thousand calls. 6.11 does not do this, but QtPdf comes without the web engine only for 6.12.
    So the counts start too high to ever reach zero.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    # The count is the first field of an object on every release build of CPython 3.11.
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _SPARE


def leave_sources_unread() -> None:
    """Keep the binding from reading, and keeping, the source of all that is imported after it.

    It looks for its own name in the source of every module, to know where ``from __feature__
    import …`` would count. We ask for no such feature, so it may take every module for one without
    Qt. Without this the first page takes 6 % longer, and memory is a twentieth more: above its
    limit.
    """
    import_module("PySide6.QtCore")
    with suppress(ImportError):  # another version may do without it
        feature = import_module("shibokensupport.feature")
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]
    linecache.clearcache()


def keep_no_large_blocks() -> None:
    """Have the C library of Linux give large blocks back as soon as they are free.

    That is how glibc begins, but with the first large block that is freed, such as the picture of
    a page, it starts to keep them. Without this memory is a twentieth more: above its limit.
    """
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):  # it is glibc
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
