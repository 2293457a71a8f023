"""Saving: whole or not at all, and what went wrong has a name."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from decision_aid.content import load
from decision_aid.storage import files
from decision_aid.storage.files import (
    BadNameError,
    CannotWriteError,
    DiskFullError,
    FolderMissingError,
    IsAFolderError,
    NotAllowedError,
    write_atomically,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def _everything_in(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_a_new_and_an_old_file_are_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert _everything_in(tmp_path) == {"summary.pdf": b"two"}


@posix_only
def test_an_old_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "summary.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_what_cannot_be_written_has_a_name_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    wrong = {
        tmp_path / "missing" / "x.pdf": FolderMissingError,
        tmp_path / "folder": IsAFolderError,
        tmp_path / ("x" * 300): BadNameError,
        tmp_path / "nul\0byte": BadNameError,
    }
    for path, expected in wrong.items():
        with pytest.raises(expected):
            write_atomically(path, b"new")
    assert _everything_in(tmp_path) == {}


@posix_only
def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "visit", b"new", private=True)
    assert stat.S_IMODE((tmp_path / "visit").stat().st_mode) == 0o600


def _cut_off_save(target: Path) -> Path:
    """Leave what a save that was killed leaves: its file, filled in part, that nobody holds."""
    handle, beside = files._held_file(target)
    os.write(handle, b"ha")
    os.close(handle)
    os.utime(beside, (0, 0))
    return beside


@pytest.mark.parametrize("name", ["visit", "a[b]*?.txt", "ü" * 120])
def test_what_a_cut_off_save_left_is_cleared_by_the_next_save_of_that_file(
    tmp_path: Path, name: str
) -> None:
    _cut_off_save(tmp_path / name)
    _cut_off_save(tmp_path / name)
    others = {".visit.part", ".visit.txt.part", ".visit.12345678.pdf", "visit.12345678.part"}
    for other in others:
        (tmp_path / other).write_bytes(b"not ours")
    of_another = _cut_off_save(tmp_path / f"my {name}"[:100])
    write_atomically(tmp_path / name, b"new")
    assert set(_everything_in(tmp_path)) == {name, of_another.name, *others}


def test_what_another_save_is_filling_right_now_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "visit"
    with files.file_beside(path) as (handle, beside):
        with os.fdopen(handle, "wb") as file:
            file.write(b"slow")
            write_atomically(path, b"quick")
        write_atomically(path, b"quick too")
        beside.replace(path)
    assert _everything_in(tmp_path) == {"visit": b"slow"}


@posix_only
def test_the_bytes_are_on_the_disk_before_the_name_and_the_name_before_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def watched_replace(path: Path, target: Path) -> Path:
        done.append("name")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    write_atomically(tmp_path / "visit", b"new")
    assert done == ["file", "name", "folder"]


def _fail_with(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_a_failure_half_way_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _fail_with(number))
    with pytest.raises(CannotWriteError) as failed:
        write_atomically(path, b"new")
    assert isinstance(failed.value, DiskFullError) == (number in {errno.ENOSPC, errno.EDQUOT})
    assert _everything_in(tmp_path) == {"summary.pdf": b"old"}


NOT_DONE_HERE = [errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES]


@pytest.mark.parametrize("number", NOT_DONE_HERE)
@pytest.mark.parametrize("step", ["fsync", "chmod", "link", "symlink", "utime"])
@pytest.mark.parametrize("private", [True, False])
def test_a_share_that_does_not_know_a_step_gets_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, private: bool
) -> None:
    monkeypatch.setattr(os, step, _fail_with(number))
    for data in (b"one", b"two"):
        write_atomically(tmp_path / "visit", data, private=private)
        assert _everything_in(tmp_path) == {"visit": data}


@posix_only
@pytest.mark.parametrize("number", [errno.EINVAL, errno.EACCES, errno.EIO])
def test_a_folder_that_cannot_be_put_on_the_disk_keeps_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real_open, refused = os.open, []

    def no_folder(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_DIRECTORY:
            refused.append(path)
            raise OSError(number, os.strerror(number))
        return real_open(path, flags, mode)

    monkeypatch.setattr(os, "open", no_folder)
    write_atomically(tmp_path / "visit", b"new")
    assert refused
    assert _everything_in(tmp_path) == {"visit": b"new"}


@posix_only
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL])
def test_a_share_without_locks_gets_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    import fcntl

    monkeypatch.setattr(fcntl, "flock", _fail_with(number))
    write_atomically(tmp_path / "visit", b"one")
    write_atomically(tmp_path / "visit", b"two")
    assert _everything_in(tmp_path) == {"visit": b"two"}


@pytest.mark.parametrize("number", [errno.EEXIST, errno.EPERM, errno.EINVAL, errno.ENOTSUP])
def test_where_no_file_can_be_put_over_another_the_old_one_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def only_where_there_is_none(beside: Path, target: Path) -> Path:
        if target.exists():
            raise OSError(number, os.strerror(number))
        return beside.rename(target)

    monkeypatch.setattr(Path, "replace", only_where_there_is_none)
    for data in (b"one", b"two", b"three"):
        write_atomically(tmp_path / "visit", data)
        assert _everything_in(tmp_path) == {"visit": data}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_where_the_old_file_cannot_make_room_either_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    path, renames = tmp_path / "visit", []
    path.write_bytes(b"old")
    rename = Path.rename

    def refused_once(one: Path, other: Path) -> Path:
        renames.append(other)
        return _fail_with(errno.EIO)() if len(renames) == fails_at else rename(one, other)

    monkeypatch.setattr(Path, "replace", _fail_with(errno.EPERM))
    monkeypatch.setattr(Path, "rename", refused_once)
    with pytest.raises(NotAllowedError):
        write_atomically(path, b"new")
    assert _everything_in(tmp_path) == {"visit": b"old"}


@pytest.mark.parametrize(
    ("step", "number"),
    [
        *(("write", number) for number in (errno.EINVAL, errno.ENOENT, errno.EIO)),
        *(("fsync", number) for number in (errno.ENOENT, errno.EIO)),
        *(("chmod", number) for number in (errno.ENOENT, errno.EIO)),
        *(("replace", number) for number in (errno.EINVAL, errno.EIO)),
    ],
)
def test_the_name_is_not_blamed_for_what_goes_wrong_with_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    path = tmp_path / "visit"
    path.write_bytes(b"old")
    if step == "write":
        monkeypatch.setattr(os, "fdopen", _a_file_that_fails_with(number))
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", _fail_with(number))
        monkeypatch.setattr(Path, "rename", _fail_with(number))
    else:
        monkeypatch.setattr(os, step, _fail_with(number))
    with pytest.raises(CannotWriteError) as failed:
        write_atomically(path, b"new")
    assert failed.value.reason == "unknown"
    assert _everything_in(tmp_path) == {"visit": b"old"}


def _a_file_that_fails_with(number: int) -> Callable[..., io.BytesIO]:
    class Failing(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(number, os.strerror(number))

    def opened(handle: int, _: str) -> io.BytesIO:
        os.close(handle)
        return Failing()

    return opened


def test_a_name_that_the_drive_cannot_take_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", _fail_with(errno.EINVAL))
    with pytest.raises(BadNameError):
        write_atomically(tmp_path / "visit?", b"new")
    assert _everything_in(tmp_path) == {}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is full")
def test_a_device_that_is_full_is_a_full_disk() -> None:
    with pytest.raises(DiskFullError):
        write_atomically(Path("/dev/full"), b"new")


def test_a_file_marked_read_only_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    # Root may write anywhere, and CI may be root; so the system's answer stands in for the mark.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotAllowedError):
        write_atomically(path, b"new")
    assert _everything_in(tmp_path) == {"summary.pdf": b"old"}


def test_every_reason_has_words_that_say_what_to_do() -> None:
    def every(kind: type[CannotWriteError]) -> set[str]:
        return {kind.reason}.union(*(every(sub) for sub in kind.__subclasses__()))

    words = load().labels("file_error")
    assert set(words) == every(CannotWriteError)
