"""The file that a save fills first, beside its target; one that a cut-off save left is cleared.

A program that is killed, or loses power, in the middle of a save cannot tidy up. So each save
first removes what earlier saves of the same file left, and never what another one is filling now:
that one holds a lock, which ends with its program, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ENDING: Final = ".part"
# A name may have 255 bytes, and a character up to four.
_MOST_OF_THE_NAME: Final = 50


@contextlib.contextmanager
def file_beside(target: Path) -> Iterator[tuple[int, Path]]:
    """Give a new, empty file in the folder of the target, readable by its owner alone.

    What earlier saves of the same target left there is removed first. The new file is removed
    where the block fails.

    Args:
        target: the file that the new one will replace.

    Yields:
        The open handle, which the caller closes, and the path.

    Raises:
        OSError: if none can be made there.
    """
    _clear_leftovers(target)
    handle, path = _held_file(target)
    # Closing the handle would give up the lock before the file has taken its place.
    held = os.dup(handle) if sys.platform != "win32" else None
    try:
        yield handle, path
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    finally:
        if held is not None:
            os.close(held)


def _prefix(target: Path) -> str:
    return f".{target.name[:_MOST_OF_THE_NAME]}."


def _held_file(target: Path) -> tuple[int, Path]:
    while True:
        handle, name = tempfile.mkstemp(prefix=_prefix(target), suffix=_ENDING, dir=target.parent)
        _hold(handle)
        # Another save may have taken it for a leftover in the moment before it was held.
        if Path(name).exists():
            return handle, Path(name)
        os.close(handle)


def _clear_leftovers(target: Path) -> None:
    ours = re.compile(re.escape(_prefix(target)) + r"[a-z0-9_]{8}" + re.escape(_ENDING))
    with contextlib.suppress(OSError):
        for name in [entry.name for entry in os.scandir(target.parent)]:
            if ours.fullmatch(name):
                with contextlib.suppress(OSError):
                    _remove_unless_held(target.parent / name)


if sys.platform == "win32":
    _SURELY_OVER: Final = 3600.0

    def _hold(_: int) -> None:
        """Do nothing: Windows removes no open file."""

    def _remove_unless_held(path: Path) -> None:
        if time.time() - path.stat().st_mtime > _SURELY_OVER:
            path.unlink()

else:
    import fcntl

    def _hold(handle: int) -> None:
        # Some network drives know no locks; there, nothing is ever taken for a leftover either.
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)

    def _remove_unless_held(path: Path) -> None:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(handle)
