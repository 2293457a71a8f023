"""A kiosk from outside: nothing of one person is left for the next."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.kiosk_process import ROOT, clear, open_kiosk, someone_uses

PLANTED = "zebra quilted umbrella"


def _memory_holds(pid: int, words: str) -> bool:
    """Search the whole memory of a process, for UTF-8 and for Qt's UTF-16."""
    wanted = [words.encode(), words.encode("utf-16-le")]
    with (
        Path(f"/proc/{pid}/maps").open(encoding="ascii") as maps,
        Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory,
    ):
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if match is None or "[v" in line:
                continue
            start, end = (int(side, 16) for side in match.groups())
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            if any(one in held for one in wanted):
                return True
    return False


def _wait_until_it_holds(pid: int, words: str) -> None:
    until = time.monotonic() + 60
    while not _memory_holds(pid, words) and time.monotonic() < until:
        time.sleep(0.05)
    assert _memory_holds(pid, words)


def _planted(folder: Path) -> tuple[str, ...]:
    """Return the command of a kiosk whose first person types words, and write them down for it."""
    words = folder / "words"
    words.write_text(PLANTED, encoding="utf-8")
    return (sys.executable, "-m", "tests.soak.planted", str(words))


def _files(*folders: Path) -> dict[str, tuple[int, float]]:
    """Return every file below these folders with its size and when it was changed."""
    found = {}
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                path = Path(where) / name
                try:
                    told = path.lstat()
                except OSError:
                    continue
                found[str(path)] = (told.st_size, told.st_mtime)
    return found


def test_the_next_person_gets_a_fresh_process_that_knows_nothing(tmp_path: Path) -> None:
    with open_kiosk(tmp_path, command=_planted(tmp_path)) as kiosk:
        first = kiosk.session(within=30)
        _wait_until_it_holds(first, PLANTED)
        second = kiosk.session(not_this=first, within=60)
        time.sleep(2)  # everything that is read ahead has been read
        assert not Path(f"/proc/{first}").exists()
        assert not _memory_holds(second, PLANTED)
        assert not _memory_holds(kiosk.supervisor.pid, PLANTED)


def test_no_file_anywhere_is_written(tmp_path: Path) -> None:
    everywhere = [
        Path(top)
        for top in ("/home", "/root", "/var", "/etc", "/opt", "/tmp")
        if Path(top).exists()
    ]
    with open_kiosk(tmp_path) as kiosk:
        first = kiosk.session()
        before = _files(tmp_path, ROOT)
        other_tests = tmp_path.parents[1]  # one that runs beside this plants the same words
        planted_before = _holding(everywhere, PLANTED, other_tests)
        someone_uses(kiosk)
        clear(kiosk, first)
        after = _files(tmp_path, ROOT)
        changed = {path for path in before | after if before.get(path) != after.get(path)}
        assert {path for path in changed if "/.git/" not in path and "cache" not in path} == set()
        assert _holding(everywhere, PLANTED, other_tests) <= planted_before


def test_a_power_cut_in_the_middle_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    everywhere = [Path(top) for top in ("/home", "/root", "/var", "/tmp") if Path(top).exists()]
    other_tests = tmp_path.parents[1]
    planted_before = _holding(everywhere, PLANTED, other_tests)
    with open_kiosk(tmp_path, command=_planted(tmp_path)) as kiosk:
        session = kiosk.session(within=30)
        _wait_until_it_holds(session, PLANTED)
        os.kill(kiosk.supervisor.pid, signal.SIGKILL)
        os.kill(session, signal.SIGKILL)
        kiosk.supervisor.wait()
    (tmp_path / "words").unlink()
    own = {path for path in _files(tmp_path) if PLANTED.encode() in Path(path).read_bytes()}
    assert own == set()
    assert _holding(everywhere, PLANTED, other_tests) <= planted_before


def _holding(folders: list[Path], words: str, but_not: Path) -> set[str]:
    """Return every small, recent file below these folders that holds the words."""
    found = set()
    now = time.time()
    for path, (size, changed) in _files(*folders).items():
        if now - changed > 120 or size > 4_000_000 or path.startswith(str(but_not)):
            continue
        try:
            if words.encode() in Path(path).read_bytes():
                found.add(path)
        except OSError:
            continue
    return found


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
def test_no_socket_of_a_network_is_ever_opened(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    with open_kiosk(
        tmp_path, before=("strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log))
    ) as kiosk:
        until = time.monotonic() + 60
        while time.monotonic() < until and "AF_UNIX" not in (
            log.read_text() if log.exists() else ""
        ):
            time.sleep(0.2)
        time.sleep(6)  # slow under strace: the window, what is read ahead
        for key in ("Return", "Return", "Tab", "space", "Return", "F1"):
            kiosk.press(key)
            time.sleep(0.5)
    opened = re.findall(r"socket\((AF_\w+)", log.read_text())
    assert "AF_UNIX" in opened
    assert set(opened) <= {"AF_UNIX", "AF_NETLINK"}


def test_it_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "--net", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this user may not make a network namespace")
    # The screen is reached over a socket in the file system, which the namespace does not cut off.
    with open_kiosk(tmp_path, before=("unshare", "--net")) as kiosk:
        session = kiosk.session()
        someone_uses(kiosk)
        assert clear(kiosk, session) != session
