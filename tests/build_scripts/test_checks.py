"""The checks' own bookkeeping: every one runs, failures are counted, nothing hangs."""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from build_scripts import checks
from build_scripts.checks import CHECKS, Check, closing_line, read_counts, run_check, table
from build_scripts.virtual_screen import variables, virtual_screens

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)


def script(code: str, *, is_pytest: bool = False, minutes: float = 1) -> Check:
    return Check("sample", "it holds", ("-c", code), minutes=minutes, is_pytest=is_pytest)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("===== 3 passed in 0.01s =====", {"passed": 3}),
        (
            "== 1 failed, 12 passed, 2 skipped in 61.22s (0:01:01) ==",
            {"failed": 1, "passed": 12, "skipped": 2},
        ),
        ("\x1b[31m===== \x1b[1m2 errors\x1b[0m in 0.5s =====\x1b[0m", {"error": 2}),
        ("===== no tests ran in 0.01s =====", {}),
        ("3 passed", {}),
    ],
)
def test_reads_pytests_closing_line(line: str, counts: dict[str, int]) -> None:
    assert read_counts(line) == counts


def test_a_check_passes_its_output_and_outcome_on(capfd: pytest.CaptureFixture[str]) -> None:
    given = dict(os.environ)
    good = run_check(script("print('fine')"), PYTHON, given)
    bad = run_check(script("raise SystemExit(4)"), PYTHON, given)
    tests = run_check(
        script("print('===== 1 failed, 5 passed in 0.1s ====='); exit(1)", is_pytest=True),
        PYTHON,
        given,
    )
    broken = run_check(script("raise SystemExit(3)", is_pytest=True), PYTHON, given)
    assert "fine" in capfd.readouterr().out
    results = [good, bad, tests, broken]
    assert [result.outcome for result in results] == ["passed", "failed", "failed", "failed"]
    assert closing_line(results, 2.5).strip("= ") == "3 failed, 6 passed in 2.50s"
    assert len(table(results).splitlines()) == 5


@pytest.mark.skipif(os.name == "nt", reason="needs process groups")
def test_a_check_that_hangs_is_stopped_with_all_it_started() -> None:
    code = "import subprocess; subprocess.run(['sleep', '50'])"
    started = time.monotonic()
    result = run_check(script(code, minutes=0.02), PYTHON, dict(os.environ))
    assert time.monotonic() - started < 10
    assert result.outcome == "stopped"
    assert result.counts == Counter(failed=1)


def test_more_arguments_go_to_pytest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def record(command: list[str], *_: object) -> tuple[int, str]:
        seen.append(command)
        return 0, ""

    monkeypatch.setattr(checks, "_stream", record)
    run_check(script("x"), PYTHON, {}, ["-k", "map"])
    run_check(script("x", is_pytest=True), PYTHON, {}, ["-k", "map"])
    assert [command[-1] for command in seen] == ["x", "map"]


def test_a_check_whose_files_are_not_there_is_skipped() -> None:
    check = Check("sample", "it holds", ("-c", ""), needs="no/such/folder")
    assert run_check(check, PYTHON, {}).outcome == "skipped"


def test_names_are_listed_and_a_wrong_one_is_refused() -> None:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "build_scripts" / "test.py"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    listed = call("--list")
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [c.name for c in CHECKS]
    assert call("--only", "nothing").returncode == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is for Linux")
def test_each_screen_is_its_own_and_is_gone_afterwards() -> None:
    with virtual_screens(2) as screens:
        assert len(set(screens)) == 2
        given = variables(screens)
        assert given["DISPLAY"] == screens[0]
        assert "WAYLAND_DISPLAY" not in given
        sockets = [Path(f"/tmp/.X11-unix/X{screen[1:]}") for screen in screens]
        assert all(socket.exists() for socket in sockets)
    assert not any(socket.exists() for socket in sockets)
