"""Every check that CI runs, and the table at the end."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from build_scripts.environment import ROOT

PROCESSES = 2
CLOSING_LINE = re.compile(r"^=+ (?P<counts>.+) in [\d.]+s(?: \([\d:]+\))? =+$")
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Check(NamedTuple):
    """One thing that must hold.

    Attributes:
        name: what `--only` takes.
        holds: what is true when it passes.
        command: arguments of the environment's Python.
        minutes: after this long it is stopped and has failed.
        is_pytest: whether it closes with counts and takes more arguments.
        needs: a path without which there is nothing to check.
    """

    name: str
    holds: str
    command: tuple[str, ...]
    minutes: float = 5
    is_pytest: bool = False
    needs: str = "."


class Result(NamedTuple):
    """How a check ended."""

    check: Check
    outcome: str
    seconds: float
    counts: Counter[str]


_PYTEST = ("-m", "pytest", "-p", "build_scripts.worker_screen")
CHECKS = (
    Check("lint", "ruff finds nothing", ("-m", "ruff", "check")),
    Check("format", "ruff would change no file", ("-m", "ruff", "format", "--check")),
    Check("types", "mypy, strict, finds nothing", ("-m", "mypy")),
    Check(
        "imports",
        "imports point one way only",
        (
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-logo",
            "--no-cache",
        ),
    ),
    Check(
        "content",
        "every text, source and date is valid",
        ("-m", "decision_aid", "content", "check"),
    ),
    Check(
        "tests",
        "the program does what it should",
        (*_PYTEST, "-n", str(PROCESSES), "--dist", "worksteal", "--ignore", "tests/counts"),
        minutes=30,
        is_pytest=True,
    ),
    Check(
        "counts",
        "the answer comes after few pages, presses and words",
        # Nothing is captured: the table is to be read.
        (*_PYTEST, "-p", "no:xdist", "-s", "tests/counts"),
        is_pytest=True,
        needs="tests/counts",
    ),
    Check(
        "benchmarks",
        "it is as fast as it was meant to be",
        # One process and no captured output: figures are printed, and nothing else disturbs.
        (*_PYTEST, "-p", "no:xdist", "-s", "-m", "benchmark", "tests/benchmarks"),
        minutes=10,
        is_pytest=True,
        needs="tests/benchmarks",
    ),
    Check(
        "bundle",
        "the packaged program works on its own",
        (*_PYTEST, "-p", "no:xdist", "-m", "bundle", "tests/packaging"),
        minutes=15,
        is_pytest=True,
        needs="tests/packaging",
    ),
)


def run_check(
    check: Check, python: Path, variables: dict[str, str], more: list[str] | None = None
) -> Result:
    """Run one check, passing its output through.

    Args:
        check: which.
        python: the test environment's Python.
        variables: the environment variables it gets.
        more: further arguments, for pytest only.

    Returns:
        How it ended; pytest's own counts, and one count for any other check.
    """
    print(f"\n--- {check.name}: {check.holds}", flush=True)
    if not (ROOT / check.needs).exists():
        print(f"nothing to check: {check.needs} is not there")
        return Result(check, "skipped", 0, Counter(skipped=1))
    started = time.monotonic()
    status, closing = _stream(
        [str(python), *check.command, *((more or []) if check.is_pytest else [])],
        variables,
        check.minutes * 60,
    )
    seconds = time.monotonic() - started
    outcome = "passed" if status == 0 else "failed" if status > 0 else "stopped"
    counts = read_counts(closing) if check.is_pytest else Counter()
    # A pytest that could not even start has no counts, and must not vanish from the sum.
    if not counts or (status != 0 and not counts["failed"] and not counts["error"]):
        counts["passed" if status == 0 else "failed"] += 1
    return Result(check, outcome, seconds, counts)


def read_counts(line: str) -> Counter[str]:
    """Read pytest's closing line."""
    counts: Counter[str] = Counter()
    match = CLOSING_LINE.match(ESCAPE.sub("", line).strip())
    if match:
        for number, what in COUNT.findall(match["counts"]):
            counts[what.rstrip("s") if what == "errors" else what] += int(number)
    return counts


def table(results: list[Result]) -> str:
    """Lay out what was checked, how it ended and how long it took."""
    width = max(len(result.check.name) for result in results)
    lines = [f"{'check':<{width}}  result   seconds"]
    lines += [
        f"{result.check.name:<{width}}  {result.outcome:<7}  {result.seconds:7.1f}"
        for result in results
    ]
    return "\n".join(lines)


def closing_line(results: list[Result], seconds: float) -> str:
    """Add all up in one line, worded as pytest words it."""
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.counts)
    order = ("failed", "error", "passed", "skipped", "xfailed", "xpassed")
    said = ", ".join(f"{total[what]} {what}" for what in order if total[what])
    return f" {said} in {seconds:.2f}s ".center(80, "=")


def _stream(command: list[str], variables: dict[str, str], limit: float) -> tuple[int, str]:
    """Run a command, print what it prints, and keep the last line that looks like pytest's.

    Returns:
        The exit status, negative if it had to be stopped, and that line.
    """
    stopped = threading.Event()
    closing = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=sys.platform != "win32",
    ) as process:

        def stop() -> None:
            stopped.set()
            print(f"stopped: not done after {limit / 60:.0f} minutes", flush=True)
            _kill(process)

        timer = threading.Timer(limit, stop)
        timer.start()
        assert process.stdout is not None
        try:
            for line in process.stdout:
                print(line, end="", flush=True)
                if CLOSING_LINE.match(ESCAPE.sub("", line).strip()):
                    closing = line
            status = process.wait()
        except BaseException:
            _kill(process)
            raise
        finally:
            timer.cancel()
    return (-1 if stopped.is_set() else abs(status)), closing


def _kill(process: subprocess.Popen[str]) -> None:
    """Stop a check with everything that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
