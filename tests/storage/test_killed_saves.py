"""A program that is killed while it saves, or has no room to: nothing already saved is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from decision_aid.storage.saved_sessions import open_session
from tests.storage.saver import save_once, save_until_killed
from tests.storage.sessions import PASSPHRASE, cheap_file

# Where a program can be copied as it runs, the next one starts in no time.
_FAST = sys.platform != "win32"
if sys.platform == "win32":
    _processes = multiprocessing.get_context("spawn")
else:
    _processes = multiprocessing.get_context("forkserver")
_KILLS = 200 if _FAST else 20
_posix_only = pytest.mark.skipif(not _FAST, reason="Windows sets no limits to a program")


@contextmanager
def _running(
    work: Callable[..., None], *arguments: Any
) -> Iterator[tuple[BaseProcess, Connection[Any, Any]]]:
    """Run a program of its own; it is killed, at the latest when the block ends."""
    heard, told = _processes.Pipe(duplex=False)
    program = _processes.Process(target=work, args=(*arguments, told))
    program.start()
    told.close()
    try:
        yield program, heard
    finally:
        program.kill()
        program.join()
        heard.close()


def _all_heard(heard: Connection[Any, Any]) -> list[int]:
    numbers = []
    try:
        while heard.poll():
            numbers.append(heard.recv())
    except (EOFError, OSError):
        pass
    return numbers


def _left_beside(path: Path) -> list[str]:
    return [name for name in os.listdir(path.parent) if name != path.name]  # noqa: PTH208 - hidden


def test_two_hundred_kills_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "visit.decisionaid"
    if _FAST:
        _processes.set_forkserver_preload(["tests.storage.saver"])
    chance = random.Random(0)
    number, litter = 0, []
    for _ in range(_KILLS):
        with _running(save_until_killed, path, number) as (program, heard):
            saved = [heard.recv()]
            time.sleep(chance.uniform(0, 0.015))
            program.kill()
            program.join()
            saved += _all_heard(heard)
        number = int(open_session(path, PASSPHRASE).counselor_notes)
        assert number in {saved[-1], saved[-1] + 1}
        litter.append(len(_left_beside(path)))
    # What one killed save leaves, the next one clears away; so it never grows.
    assert max(litter) <= 1
    print(f"{number} saves, {_KILLS} kills, {sum(litter)} of them in the middle of a write")


def test_a_kill_while_the_file_is_being_locked_leaves_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "visit.decisionaid"
    path.write_bytes(cheap_file())
    with _running(save_once, path) as (_, heard):
        assert heard.recv()
        time.sleep(0.1)
    assert path.read_bytes() == cheap_file()
    assert _left_beside(path) == []


_WITH_A_LIMIT = """
import resource, sys
from pathlib import Path
from decision_aid.content import load_labels
from decision_aid.storage import saved_sessions
from tests.storage.sessions import PASSPHRASE, a_session
kind, most = getattr(resource, sys.argv[2]), int(sys.argv[3])
resource.setrlimit(kind, (most, most))
try:
    saved_sessions.save_session(Path(sys.argv[1]), a_session("new"), PASSPHRASE)
except saved_sessions.SavedSessionError as error:
    print(error.reason, error.file_reason, saved_sessions.explained(error, load_labels().text))
"""


@_posix_only
@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [
        pytest.param("RLIMIT_FSIZE", 700, "cannot_write disk_full The session was not", id="disk"),
        pytest.param("RLIMIT_AS", 500 << 20, "too_little_memory", id="memory"),
    ],
)
def test_without_room_the_older_file_stays_and_words_come(
    tmp_path: Path, limit: str, most: int, said: str
) -> None:
    path = tmp_path / "visit.decisionaid"
    path.write_bytes(cheap_file())
    done = subprocess.run(
        [sys.executable, "-c", _WITH_A_LIMIT, str(path), limit, str(most)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert said in done.stdout
    assert path.read_bytes() == cheap_file()
    assert _left_beside(path) == []
