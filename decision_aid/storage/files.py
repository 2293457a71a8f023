"""Writes files so that none is ever half written and an older one survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from decision_aid.storage.leftovers import file_beside

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
    errno.ENOENT: FolderMissingError,
    errno.ENOTDIR: FolderMissingError,
    errno.EISDIR: IsAFolderError,
    errno.EACCES: NotAllowedError,
    errno.EPERM: NotAllowedError,
    errno.EROFS: NotAllowedError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.ENAMETOOLONG: BadNameError,
    errno.EINVAL: BadNameError,
    errno.ELOOP: BadNameError,
    errno.EBUSY: OpenElsewhereError,
}


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file whole, or leave everything as it was.

    The bytes go to a new file beside it, which takes its place only when it is complete and on
    the disk. A link is followed, so the file that it names is replaced. A file that exists keeps
    its permissions. A device such as ``/dev/stdout`` is written to directly. What an earlier,
    cut-off write of the same file left beside it is removed.

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
            target.write_bytes(data)
            return
        _replace(target, data, private=private)
    except CannotWriteError:
        raise
    except ValueError as error:
        raise BadNameError(path) from error
    except OSError as error:
        raise _named(path, error) from error


def _replace(target: Path, data: bytes, *, private: bool) -> None:
    with file_beside(target) as (handle, beside):
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_of(target, private=private))
        _check_may_change(target)
        beside.replace(target)
    _keep_the_name(target.parent)


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
    return _BY_ERRNO.get(error.errno or 0, CannotWriteError)(path)
