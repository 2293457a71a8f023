"""Writes files so that none is ever half written and an older one survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
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


_NEW_FILE_MODE: Final = 0o666
_PRIVATE_FILE_MODE: Final = 0o600


class CannotWriteError(OSError):
    """A file could not be written; whatever stood there before still does.

    Attributes:
        path: where it should have gone.
        reason: a stable id of what went wrong; its words stand under ``file_error``.
    """

    reason = "unknown"

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: {self.reason}")


class FolderMissingError(CannotWriteError):
    """The folder does not exist."""

    reason = "folder_missing"


class IsAFolderError(CannotWriteError):
    """There is a folder of this name."""

    reason = "is_a_folder"


class NotAllowedError(CannotWriteError):
    """The folder or the file may not be changed."""

    reason = "not_allowed"


class OpenElsewhereError(CannotWriteError):
    """Another program holds the file open; only Windows forbids that."""

    reason = "open_elsewhere"


class DiskFullError(CannotWriteError):
    """There is no room left, or no more that this person may use."""

    reason = "disk_full"


class BadNameError(CannotWriteError):
    """The name is too long, or not one that a file can have."""

    reason = "bad_name"


_BY_ERRNO: Final[dict[int, type[CannotWriteError]]] = {
    errno.EACCES: NotAllowedError,
    errno.EPERM: NotAllowedError,
    errno.EROFS: NotAllowedError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EBUSY: OpenElsewhereError,
}
_OF_A_NAME: Final[dict[int, type[CannotWriteError]]] = {
    errno.ENOENT: FolderMissingError,
    errno.ENOTDIR: FolderMissingError,
    errno.EISDIR: IsAFolderError,
    errno.ENAMETOOLONG: BadNameError,
    errno.EINVAL: BadNameError,
    errno.ELOOP: BadNameError,
}
"""What these say of the step that gives the file its name, and of no other step."""

_NOT_DONE_HERE: Final = frozenset(
    {errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
)
"""What drives answer that do not know a step: network shares, FAT, memory cards, phones."""


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file whole, or leave everything as it was.

    The bytes go to a new file beside it, which takes its place only when it is complete and on
    the disk. A link is followed, so the file that it names is replaced. A file that exists keeps
    its permissions. A device such as ``/dev/stdout`` is written to directly. What an earlier,
    cut-off write of the same file left beside it is removed. Where a drive knows no permissions,
    or cannot be told to put a file on the disk now, the file is written all the same.

    Args:
        path: where it goes.
        data: what goes there.
        private: whether a new file is for its owner alone, where the system can say so.

    Raises:
        CannotWriteError: the subclass that names the reason; nothing new is left behind.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsAFolderError(path)
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            with _filling(path):
                target.write_bytes(data)
            return
        with file_beside(target) as (handle, beside):
            with _filling(path):
                _fill(handle, data)
                with _unless_not_done_here():
                    beside.chmod(_mode_of(target, private=private))
            _check_may_change(target)
            _take_its_place(beside, target)
        _keep_the_name(target.parent)
    except CannotWriteError:
        raise
    except ValueError as error:
        raise BadNameError(path) from error
    except OSError as error:
        raise _named(path, error) from error


@contextlib.contextmanager
def _filling(path: Path) -> Iterator[None]:
    """Name what goes wrong with the bytes of a file, which its name is not to blame for."""
    try:
        yield
    except OSError as error:
        raise _BY_ERRNO.get(error.errno or 0, CannotWriteError)(path) from error


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        with _unless_not_done_here():
            os.fsync(file.fileno())


@contextlib.contextmanager
def _unless_not_done_here() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_DONE_HERE:
            raise


def _take_its_place(beside: Path, target: Path) -> None:
    try:
        beside.replace(target)
    except OSError as error:
        if error.errno not in _NOT_DONE_HERE | {errno.EEXIST} or not target.exists():
            raise
        _swap(beside, target, error)


def _swap(beside: Path, target: Path, refused: OSError) -> None:
    """Put the old file aside first, where a drive cannot put one file over another.

    Both are whole all the time. If the program is ended in between, the old one stays aside.
    """
    aside = beside.with_suffix(".old")
    try:
        target.rename(aside)
    except OSError:
        raise refused from None
    try:
        beside.rename(target)
    except OSError:
        aside.rename(target)
        raise refused from None
    with contextlib.suppress(OSError):
        aside.unlink()


def _keep_the_name(folder: Path) -> None:
    """Have the folder on the disk too, so that a power cut does not bring the old file back.

    The file is whole and in its place already. Some drives, and Windows, cannot do this for a
    folder; saying then that nothing was written would be wrong.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _mode_of(target: Path, *, private: bool) -> int:
    """Return the permissions of the file, or those that a new one gets here."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    if private:
        return _PRIVATE_FILE_MODE
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask


def _check_may_change(target: Path) -> None:
    """Refuse a file that is marked as read-only: replacing it would go around the mark."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _named(path: Path, error: OSError) -> CannotWriteError:
    if sys.platform == "win32" and isinstance(error, PermissionError) and path.exists():
        return OpenElsewhereError(path)
    number = error.errno or 0
    if number == errno.EINVAL:
        with contextlib.suppress(OSError):
            # A file of this name is there, so it is not the name that is wrong.
            path.stat()
            return CannotWriteError(path)
    return (_OF_A_NAME | _BY_ERRNO).get(number, CannotWriteError)(path)
