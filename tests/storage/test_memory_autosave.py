"""States kept in memory: one can go back after a slip, and nothing reaches the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.storage.memory_autosave import KEPT, MemoryAutosave
from tests.storage.sessions import NOTES, a_session


def test_after_a_slip_the_state_before_it_comes_back() -> None:
    autosave = MemoryAutosave()
    autosave.remember(a_session("all that was said"))
    autosave.remember(a_session(""))
    assert autosave.latest == a_session("")
    assert autosave.step_back() == a_session("all that was said")
    assert autosave.step_back() is None
    assert autosave.step_back() is None


def test_the_same_state_is_kept_once_and_the_oldest_are_forgotten() -> None:
    autosave = MemoryAutosave(keep=2)
    for notes in ("one", "two", "two", "three", "three"):
        autosave.remember(a_session(notes))
    assert len(autosave) == 2
    assert autosave.step_back() == a_session("two")
    assert autosave.step_back() is None
    many = MemoryAutosave()
    for number in range(KEPT + 5):
        many.remember(a_session(str(number)))
    assert len(many) == KEPT
    with pytest.raises(ValueError, match="at least one"):
        MemoryAutosave(keep=0)


def test_what_is_kept_stays_as_it_was() -> None:
    autosave = MemoryAutosave()
    session = a_session()
    autosave.remember(session)
    for held in (session, autosave.latest):
        assert held is not None
        with pytest.raises(AttributeError):
            held.cases[0].answers.notes = "changed later"  # type: ignore[misc]
    assert autosave.latest == a_session()


def test_clearing_forgets_everything_and_a_log_shows_nothing() -> None:
    autosave = MemoryAutosave()
    autosave.remember(a_session())
    assert NOTES not in repr(autosave)
    assert NOTES not in str(vars(MemoryAutosave()))
    autosave.clear()
    assert (len(autosave), autosave.latest, autosave.step_back()) == (0, None, None)
    assert NOTES not in str(vars(autosave))


_WATCHED = """
import sys
from decision_aid.storage.memory_autosave import MemoryAutosave
from tests.storage.sessions import a_session
sessions = [a_session(str(number)) for number in range(50)]
touched = []
def watch(event, arguments):
    if event == "open" or event.split(".")[0] in {"os", "shutil", "tempfile", "mmap", "socket"}:
        touched.append(event)
sys.addaudithook(watch)
open(sys.argv[1], "rb").close()
watched = touched.copy()
touched.clear()
autosave = MemoryAutosave(keep=5)
for session in sessions:
    autosave.remember(session)
assert autosave.step_back() == sessions[-2]
autosave.clear()
del autosave
print(watched, touched)
"""


def test_no_file_is_ever_opened_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, __file__],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "['open'] []\n"
