"""Saving: whole or not at all, and what went wrong has a name."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from decision_aid.content import load
from decision_aid.storage import leftovers
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
    handle, beside = leftovers._held_file(target)
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
    with leftovers.file_beside(path) as (handle, beside):
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


def _fail_with(number: int) -> object:
    def fail(*_: object) -> None:
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
