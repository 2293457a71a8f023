"""Prints a PDF through CUPS, watches it until it is done, and says what the server still keeps.

The PDF goes to ``lp`` through a pipe, so that no file of ours is ever written. What CUPS writes is
up to its own settings, and somebody without rights can neither change nor undo it: as it comes,
CUPS keeps each printed file for a day, and ``cancel -x`` does nothing to a job that is done. So
the clinic needs these lines in ``/etc/cups/cupsd.conf``::

    PreserveJobFiles No
    PreserveJobHistory 10
    MaxJobTime 300
    ErrorPolicy abort-job

and in ``/etc/cups/cups-files.conf`` a folder in memory for what its filters write meanwhile, since
a filter that is stopped in the middle may leave that behind::

    TempDir /run/cups/tmp

The first deletes the pages the moment they are printed. The second forgets ten seconds later that
there was a job: until then its name, a word that says nothing of the person, can be read, and so
can whether it failed (with ``No`` that could not be told). The third and fourth see to it that
pages which could not be printed do not wait for the next person. ``was_forgotten`` and
``kept_jobs`` find out from outside whether it is so: what the list of jobs has forgotten has no
files left in the spool.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass
from typing import Final, Literal

Reason = Literal[
    "no_command",
    "no_server",
    "no_printer",
    "unknown_printer",
    "printer_stopped",
    "refused",
    "failed",
    "canceled",
    "timed_out",
]

_PATH: Final = "/usr/bin:/bin:/usr/sbin:/usr/local/bin"
_KEPT_VARIABLES: Final = ("HOME", "CUPS_SERVER")
_NAME: Final = re.compile(r"[^\s/#,'\"\\?-][^\s/#,'\"\\?]{0,126}")
"""What CUPS allows as the name of a printer, and nothing that a command would take apart."""

_COMMAND_SECONDS: Final = 10.0
_BETWEEN_LOOKS: Final = 0.25
_TO_CANCEL: Final = 5.0
_WITH_ERRORS: Final = "job-completed-with-errors"
"""So the list says of a job that failed, also where it keeps it to be tried again one day."""

_OPTIONS: Final = (
    "-o",
    "document-format=application/pdf",
    # Otherwise CUPS fills a sheet of another size, and cuts the words at its edges off.
    "-o",
    "print-scaling=fit",
    # Should this program end before the job does, the server itself gives it up.
    "-o",
    "job-cancel-after=300",
)


class PrintError(Exception):
    """Nothing, or not everything, was printed.

    Attributes:
        reason: a stable id of what went wrong; its words stand under ``print_error``.
        job: the job as CUPS calls it, where there was one.
        may_remain: whether pages may still wait in the printer's list, and come out later.
    """

    def __init__(self, reason: Reason, job: str | None = None, *, may_remain: bool = False) -> None:
        self.reason = reason
        self.job = job
        self.may_remain = may_remain
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class _Done:
    status: int
    out: str


def print_pdf(
    pdf: bytes,
    printer: str | None,
    title: str,
    *,
    within: float = 90,
    canceled: threading.Event | None = None,
) -> str:
    """Print a PDF and wait until it is printed; this blocks, so never call it from a screen.

    Args:
        pdf: the pages.
        printer: the name of a printer, or ``None`` for the default one.
        title: what the job is called in the printer's list, where others can read it; it must say
            nothing of the person.
        within: how many seconds it may take; after that the job is taken back.
        canceled: once set, from any thread, the job is taken back.

    Returns:
        The job as CUPS calls it, for ``was_forgotten``.

    Raises:
        PrintError: where it did not come to an end; the job was taken back as far as could be.
    """
    canceled = canceled or threading.Event()
    until = time.monotonic() + within
    name = _ready_printer(printer)
    job = _sent(pdf, name, title)
    try:
        _watch(job, name, until, canceled)
    except PrintError as error:
        remains = error.reason == "no_server" or not _took_back(job, name)
        raise PrintError(error.reason, job, may_remain=remains) from None
    if _ended_badly(job, name):
        raise PrintError("failed", job)
    return job


def was_forgotten(job: str, *, within: float = 30, stopped: threading.Event | None = None) -> bool:
    """Wait until the server has forgotten a job that has ended; this blocks.

    Args:
        job: what ``print_pdf`` returned, or the ``job`` of its error.
        within: how many seconds to wait at most.
        stopped: once set, the wait is over.

    Returns:
        Whether nothing of it is kept; ``False`` also where the server does not answer.
    """
    stopped = stopped or threading.Event()
    until = time.monotonic() + within
    printer = job.rpartition("-")[0]
    while True:
        try:
            if job not in {**_listed("completed", printer), **_listed("not-completed", printer)}:
                return True
        except PrintError:
            return False
        if time.monotonic() >= until or stopped.wait(_BETWEEN_LOOKS):
            return False


def kept_jobs(printer: str | None) -> tuple[str, ...]:
    """Return the ended jobs of this account that the server still knows, and may keep pages of.

    With the settings above there are none, but for some seconds after a page was printed.

    Raises:
        PrintError: where the server or the printer cannot be asked.
    """
    name = _known_printer(printer)
    mine = _asked("lpstat", "-W", "completed", "-u", getpass.getuser())
    return tuple(job for job in _jobs(mine.out) if job.rpartition("-")[0] == name)


def _known_printer(printer: str | None) -> str:
    if "scheduler is running" not in _asked("lpstat", "-r").out:
        raise PrintError("no_server")
    if printer is None:
        default = re.search(r"destination: (\S+)", _asked("lpstat", "-d").out)
        if default is None:
            raise PrintError("no_printer")
        printer = default[1]
    if not _NAME.fullmatch(printer) or _asked("lpstat", "-p", printer).status:
        raise PrintError("unknown_printer")
    return printer


def _ready_printer(printer: str | None) -> str:
    name = _known_printer(printer)
    if _is_stopped(name):
        raise PrintError("printer_stopped")
    if "not accepting requests" in _asked("lpstat", "-a", name).out:
        raise PrintError("refused")
    return name


def _is_stopped(name: str) -> bool:
    return f"printer {name} disabled" in _asked("lpstat", "-p", name).out


def _sent(pdf: bytes, name: str, title: str) -> str:
    done = _asked("lp", "-d", name, "-t", title, *_OPTIONS, "-", given=pdf)
    job = re.search(rf"({re.escape(name)}-\d+)", done.out)
    if done.status or job is None:
        if "scheduler is running" not in _asked("lpstat", "-r").out:
            raise PrintError("no_server", may_remain=True)
        raise PrintError("failed")
    return job[1]


def _watch(job: str, name: str, until: float, canceled: threading.Event) -> None:
    while (said := _listed("not-completed", name).get(job)) is not None:
        if _WITH_ERRORS in said:
            raise PrintError("failed")
        if _is_stopped(name):
            raise PrintError("printer_stopped")
        if time.monotonic() >= until:
            raise PrintError("timed_out")
        if canceled.wait(_BETWEEN_LOOKS):
            raise PrintError("canceled")


def _ended_badly(job: str, name: str) -> bool:
    try:
        return _WITH_ERRORS in _listed("completed", name).get(job, "")
    except PrintError:
        return False  # it had left the list before the server did


def _took_back(job: str, name: str) -> bool:
    """Take a job out of the printer's list; return whether it is gone from there."""
    until = time.monotonic() + _TO_CANCEL
    try:
        _asked("cancel", "-x", job)
        while job in _listed("not-completed", name):
            if time.monotonic() >= until:
                return False
            time.sleep(_BETWEEN_LOOKS)
    except PrintError:
        return False
    return True


def _listed(which: Literal["completed", "not-completed"], printer: str) -> dict[str, str]:
    """Return what the list says of each job of a printer."""
    done = _asked("lpstat", "-W", which, "-l", "-o", printer)
    if done.status:
        raise PrintError("no_server")
    return _jobs(done.out)


def _jobs(text: str) -> dict[str, str]:
    jobs: dict[str, str] = {}
    job = ""
    for line in text.splitlines():
        if line[:1].strip():
            job = line.split(maxsplit=1)[0]
        jobs[job] = f"{jobs.get(job, '')}{line}\n"
    return jobs


def _asked(command: str, *arguments: str, given: bytes = b"") -> _Done:
    """Run a command of CUPS with an environment of its own, and never for long."""
    program = shutil.which(command, path=_PATH)
    if program is None:
        raise PrintError("no_command")
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    try:
        done = subprocess.run(
            [program, *arguments],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": _PATH, "LC_ALL": "C", **kept},
            timeout=_COMMAND_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintError("no_server", may_remain=command == "lp") from error
    return _Done(done.returncode, done.stdout.decode(errors="replace"))
