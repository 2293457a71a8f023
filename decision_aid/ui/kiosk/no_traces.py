"""Keeps a process from leaving anything of its memory behind."""

from __future__ import annotations

import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4


def leave_no_traces() -> None:
    """Have no core dump written, and let no other program of this user read this one's memory."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - on Linux only
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0)
