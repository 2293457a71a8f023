"""A print server of its own for a test: private settings, spool and socket, and a PDF printer."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_CUPSD: Final = shutil.which("cupsd", path="/usr/sbin:/sbin")
_MODEL: Final = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
WHY_NOT: Final = (
    "needs cups, cups-client and printer-driver-cups-pdf"
    if _CUPSD is None or not shutil.which("lp") or not _MODEL.exists()
    else "the PDF printer of Debian runs as root only"
    if os.geteuid() != 0
    else ""
)
"""Why there can be no print server here, or ""."""

FORGETFUL: Final = "PreserveJobFiles No\nPreserveJobHistory 1\nMaxJobTime 300\n"
AS_IT_COMES: Final = "PreserveJobFiles 86400\nPreserveJobHistory Yes\n"

_FILES: Final = """
ServerRoot {0}/root
RequestRoot {0}/spool
TempDir {0}/spool/tmp
CacheDir {0}/cache
StateDir {0}/state
ErrorLog {0}/log/error
AccessLog {0}/log/access
PageLog {0}/log/page
SystemGroup root
User lp
Group lp
Printcap
"""
_SETTINGS: Final = """
Listen {0}/socket
Browsing No
DefaultAuthType None
ErrorPolicy abort-job
IdleExitTimeout 0
LogLevel debug
WebInterface No
<Policy default>
JobPrivateAccess default
JobPrivateValues default
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


class PrintServer:
    """The server; ``printed`` is the folder into which its PDF printer prints."""

    def __init__(self, folder: Path, keeps: str) -> None:
        self.folder = folder
        self.socket = folder / "socket"
        self.spool = folder / "spool"
        self.printed = folder / "printed"
        self.printer = f"Clinic_{folder.name}"
        for name in ("root/ppd", "spool/tmp", "cache", "state", "log", "printed", "pdf_spool"):
            (folder / name).mkdir(parents=True)
        (folder / "files.conf").write_text(_FILES.format(folder))
        (folder / "cupsd.conf").write_text(keeps + _SETTINGS.format(folder))
        folder.chmod(0o755)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert _CUPSD is not None
        settings, files = str(self.folder / "cupsd.conf"), str(self.folder / "files.conf")
        command = [_CUPSD, "-f", "-c", settings, "-s", files]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        for _ in range(200):
            if "is running" in self.ask("lpstat", "-r", check=False):
                return
            time.sleep(0.05)
        raise AssertionError((self.folder / "log/error").read_text()[-2000:])

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        # What prints for it would go on without it.
        ours = f"CUPS_SERVERROOT={self.folder}/root".encode()
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if ours in (process / "environ").read_bytes().split(b"\0"):
                    os.kill(int(process.name), signal.SIGKILL)

    def ask(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(
            command,
            env={"PATH": "/usr/bin:/usr/sbin", "LC_ALL": "C", "CUPS_SERVER": str(self.socket)},
            capture_output=True,
            text=True,
            check=check,
            timeout=20,
        )
        return done.stdout

    def add_printer(self, name: str, device: str, *options: str) -> None:
        self.ask("lpadmin", "-p", name, "-E", "-v", device, "-P", str(_MODEL), *options)

    @contextlib.contextmanager
    def slow_printer(self) -> Iterator[str]:
        """Add a printer that takes what it is sent and never says that it is done."""
        with socket.create_server(("127.0.0.1", 0)) as device:
            self.add_printer("Slow", f"socket://127.0.0.1:{device.getsockname()[1]}")
            yield "Slow"

    def jobs(self) -> str:
        return self.ask("lpstat", "-W", "all", "-o")

    def files(self) -> list[str]:
        """Return the files of jobs in its spool."""
        return sorted(path.name for path in self.spool.iterdir() if path.is_file())

    def files_of_filters(self) -> list[str]:
        """Return what the programs that prepare a page have left."""
        return sorted(path.name for path in (self.spool / "tmp").iterdir())


@contextlib.contextmanager
def print_server(keeps: str = FORGETFUL) -> Iterator[PrintServer]:
    """Run a server with one PDF printer, which is its default, until the end of the block."""
    # Not in pytest's own folder: the name of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="cups", ignore_cleanup_errors=True) as folder:
        server = PrintServer(Path(folder), keeps)
        # The one file that the printer's driver reads from nowhere else.
        settings = Path(f"/etc/cups/cups-pdf-{server.printer}.conf")
        settings.write_text(
            f"Out {server.printed}\nAnonDirName {server.printed}\n"
            f"Spool {folder}/pdf_spool\nLog {folder}/log\nLogType 1\n"
        )
        try:
            server.start()
            server.add_printer(server.printer, f"cups-pdf:/{server.printer}")
            # Of the ways to prepare a page, the one that leaves its words readable to a test.
            renderer = "pdftops-renderer-default=pdftocairo"
            server.ask("lpadmin", "-p", server.printer, "-o", renderer)
            server.ask("lpadmin", "-d", server.printer)
            yield server
        finally:
            server.kill()
            settings.unlink()
