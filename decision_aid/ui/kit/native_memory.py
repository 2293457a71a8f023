"""Hands memory back to the system that the C library of Linux would keep for later.

Elsewhere, and with another C library than glibc, nothing happens: they have ways of their own.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 128 * 1024


@cache
def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


def keep_no_large_blocks() -> None:
    """Have large blocks, such as the picture of a page, given back as soon as they are free.

    That is how glibc begins, but with the first such block that is freed it starts to keep them.
    """
    if library := _glibc():
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give back what is free now; takes a millisecond or two."""
    if library := _glibc():
        library.malloc_trim(0)
