"""Runs many kiosk sessions of a robot, one after the other, as the kiosk itself would.

python -m tests.soak.run SESSIONS [--policy FILE] [--first-seed NUMBER]

Needs a screen. Prints how each kind of session ended, how flat the memory stayed and how soon a new
session answered; ends with 1 if any of it is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from decision_aid.cli.kiosk import Supervisor
from decision_aid.cli.standard_streams import CLEARED


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
    """

    ended: list[int]
    told: list[dict[str, Any]]
    supervisor_kib: list[int]
    starts: list[float]

    @property
    def session_drift(self) -> float:
        """How much more memory a late session holds than an early one, at the same point."""
        return _drift([one["resident_kib"] for one in self.told if "resident_kib" in one])

    @property
    def supervisor_drift(self) -> float:
        """How much the process that outlives the sessions grows, from the tenth on."""
        return _drift(self.supervisor_kib[10:] or self.supervisor_kib)


def _drift(values: list[int]) -> float:
    part = max(1, len(values) // 5)
    return statistics.median(values[-part:]) / statistics.median(values[:part]) - 1


class RobotSupervisor(Supervisor):
    """The supervisor of a real kiosk, with a robot in every session and an end."""

    def __init__(self, sessions: int, policy: Path | None = None, first_seed: int = 1) -> None:
        super().__init__([])
        self.sessions, self.policy, self.first_seed = sessions, policy, first_seed
        self.soak = Soak([], [], [], [])

    def _one_session(self) -> int:
        seed = len(self.soak.ended) + self.first_seed
        self._command = [sys.executable, "-m", "tests.soak.robot", "--seed", str(seed)]
        if self.policy is not None:
            self._command += ["--policy", str(self.policy)]
        # A robot answers at random, so whoever runs it may read all of what went wrong.
        seen = {**os.environ, "DECISION_AID_TRACEBACKS": "1"}
        with subprocess.Popen(
            self._command, stdout=subprocess.PIPE, text=True, env=seen
        ) as session:
            output, _ = session.communicate(timeout=300)
        lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        self.soak.told.extend(lines)
        self.soak.ended.append(session.returncode)
        self.soak.supervisor_kib.append(resident())
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
    options = parser.parse_args()
    done = soak(options.sessions, options.policy, options.first_seed)
    bad = [(n, status) for n, status in enumerate(done.ended, 1) if status != CLEARED]
    pages = sum(one["pages"] for one in done.told)
    print(
        f"{len(done.ended)} sessions, {pages} pages, "
        f"{sum(one['printed'] for one in done.told)} prints, "
        f"{sum(one['idled'] for one in done.told)} warnings; ended badly: {bad or 'none'}\n"
        f"memory of a session: {done.session_drift:+.1%} from the first fifth to the last; "
        f"of the supervisor: {done.supervisor_drift:+.1%}\n"
        f"a new window: median {statistics.median(done.starts):.2f} s, "
        f"slowest {max(done.starts):.2f} s"
    )
    flat = abs(done.session_drift) <= 0.05 and abs(done.supervisor_drift) <= 0.05
    return 0 if not bad and flat else 1


if __name__ == "__main__":
    sys.exit(main())
