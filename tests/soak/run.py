"""Runs many kiosk sessions of a robot, one after the other, as the kiosk itself would.

python -m tests.soak.run SESSIONS [--policy FILE] [--first-seed NUMBER] [--curve FILE.svg]

Needs a screen. Prints how each kind of session ended, how flat the memory stayed, what a session
left behind and how soon a new one answered; ends with 1 if any of it is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from decision_aid.cli.kiosk import Supervisor
from decision_aid.cli.standard_streams import CLEARED
from tests.soak.curve import curve


def resident(pid: int | str = "self") -> int:
    """Return how much memory a process holds, in KiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


class Soak(NamedTuple):
    """What came of it.

    Attributes:
        ended: the exit status of every session.
        told: what every session said of itself.
        supervisor_kib: the memory of the process that outlives them, after each session.
        starts: how long each new session took until its window was there, in seconds.
        left: what any session left behind: a file in its home, in shared memory or among temporary
            ones, an open file or a child of the process that outlives it.
    """

    ended: list[int]
    told: list[dict[str, Any]]
    supervisor_kib: list[int]
    starts: list[float]
    left: set[str]

    def of_sessions(self, when: Literal["begins_kib", "ends_kib"]) -> list[int]:
        """How much memory each session held, in KiB, before it was used or at its end."""
        return [one[when] for one in self.told]

    @property
    def session_drift(self) -> float:
        """How much more memory a late session holds than an early one, at the same point."""
        return _drift(self.of_sessions("begins_kib"))

    @property
    def end_drift(self) -> float:
        """The same at their ends, which differ by what was opened: of many sessions only."""
        return _drift(self.of_sessions("ends_kib"))

    @property
    def supervisor_drift(self) -> float:
        """How much the process that outlives the sessions grows, from the tenth on."""
        return _drift(self.supervisor_kib[10:] or self.supervisor_kib)


def _drift(values: list[int]) -> float:
    part = max(1, len(values) // 5)
    return statistics.median(values[-part:]) / statistics.median(values[:part]) - 1


_HOMES: Final = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
_OF_THE_SYSTEM: Final = re.compile(r"/fd$|/pulse(-\w+)?(/\w+-runtime)?$")
"""What listing the open files opens itself, and where the sound server of a machine is found."""


class RobotSupervisor(Supervisor):
    """The supervisor of a real kiosk, with a robot in every session and an end."""

    def __init__(self, sessions: int, policy: Path | None = None, first_seed: int = 1) -> None:
        super().__init__([])
        self._folder = tempfile.TemporaryDirectory()
        self.sessions, self.policy, self.first_seed = sessions, policy, first_seed
        self.soak = Soak([], [], [], [], set())
        self._home = Path(self._folder.name)
        self._before = self._there()

    def _there(self) -> set[str]:
        """Return what is there that a session could leave."""
        files = {str(path) for path in (*self._home.rglob("*"), *Path("/dev/shm").glob("*"))}
        held = {f"open: {path.resolve()}" for path in Path("/proc/self/fd").iterdir()}
        children = Path("/proc/self/task").glob("*/children")
        running = {f"child: {pid}" for some in children for pid in some.read_text().split()}
        return {one for one in files | held | running if not _OF_THE_SYSTEM.search(one)}

    def _one_session(self) -> int:
        seed = len(self.soak.ended) + self.first_seed
        self._command = [sys.executable, "-m", "tests.soak.robot", "--seed", str(seed)]
        if self.policy is not None:
            self._command += ["--policy", str(self.policy)]
        # A robot answers at random, so whoever runs it may read all of what went wrong.
        seen = {**os.environ, "DECISION_AID_TRACEBACKS": "1"}
        seen |= dict.fromkeys(_HOMES, str(self._home))
        with subprocess.Popen(
            self._command, stdout=subprocess.PIPE, text=True, env=seen
        ) as session:
            output, _ = session.communicate(timeout=300)
        lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        self.soak.told.extend(lines)
        self.soak.ended.append(session.returncode)
        self.soak.supervisor_kib.append(resident())
        self.soak.left.update(self._there() - self._before)
        if lines:
            self.soak.starts.append(lines[0]["window_ms"] / 1000)
        self._ended = self._ended or len(self.soak.ended) >= self.sessions
        return session.returncode


def soak(sessions: int, policy: Path | None = None, first_seed: int = 1) -> Soak:
    """Run so many sessions."""
    supervisor = RobotSupervisor(sessions, policy, first_seed)
    supervisor.run()
    return supervisor.soak


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("sessions", type=int)
    parser.add_argument("--policy", type=Path)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--curve", type=Path, help="where to draw the memory, as SVG")
    options = parser.parse_args()
    done = soak(options.sessions, options.policy, options.first_seed)
    bad = [(n, status) for n, status in enumerate(done.ended, 1) if status != CLEARED]
    pages = sum(one["pages"] for one in done.told)
    print(
        f"{len(done.ended)} sessions, {pages} pages, "
        f"{sum(one['printed'] for one in done.told)} prints, "
        f"{sum(one['idled'] for one in done.told)} warnings; ended badly: {bad or 'none'}\n"
        f"memory of a session: {done.session_drift:+.1%} from the first fifth to the last, "
        f"{done.end_drift:+.1%} at its end; "
        f"of the supervisor: {done.supervisor_drift:+.1%}\n"
        f"left behind: {', '.join(sorted(done.left)) or 'nothing'}\n"
        f"a new window: median {statistics.median(done.starts):.2f} s, "
        f"slowest {max(done.starts):.2f} s"
    )
    if options.curve is not None:
        lines = {
            "a session, at its end": done.of_sessions("ends_kib"),
            "a session, before it is used": done.of_sessions("begins_kib"),
            "the supervisor": done.supervisor_kib,
        }
        title = f"Memory over {len(done.ended)} sessions of the kiosk, one after the other"
        options.curve.write_text(curve(title, lines), encoding="utf-8")
    drifts = (done.session_drift, done.end_drift, done.supervisor_drift)
    flat = all(abs(drift) <= 0.05 for drift in drifts)
    return 0 if not bad and flat and not done.left else 1


if __name__ == "__main__":
    sys.exit(main())
