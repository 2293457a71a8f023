"""The packaged program as somebody meets it who sees nothing and has only a keyboard.

Real key presses go in; what comes out is the windows' titles, what assistive programs are told,
and the file that is saved. The home folder is empty, and there is no Python to be found.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.packaging.keyboard import Keyboard
from tests.packaging.listener import Listener

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="presses keys through X11"
)


class Somebody:
    """Works with the keyboard and goes by what is heard."""

    def __init__(self, keyboard: Keyboard, listener: Listener) -> None:
        self.keyboard = keyboard
        self.listener = listener
        self.title = keyboard.wait_for(".", seconds=20)

    def tab_to(self, wanted: str) -> None:
        """Press Tab until something of that name has the focus."""
        heard = []
        for _ in range(30):
            self.keyboard.press("Tab")
            heard.append(self.listener.next_focus(2) or "silence")
            if re.search(wanted, heard[-1]):
                return
        raise AssertionError(f"on {self.title!r} nothing called {wanted!r}: {heard}")

    def go_on(self, *keys: str) -> None:
        """Press keys that lead to another page or window."""
        before = self.title
        self.keyboard.press(*keys)
        self.title = self.keyboard.wait_for(lambda title: title != before)
        while self.listener.next_focus(0.3):
            pass


@pytest.fixture
def variables(bare: dict[str, str], tmp_path: Path) -> dict[str, str]:
    import os

    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    return {
        **bare,
        "DISPLAY": os.environ["DISPLAY"],
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(runtime),
    }


@pytest.fixture
def listener(variables: dict[str, str]) -> Iterator[Listener]:
    # It keeps settings of its own, which are not the program's.
    own = {**variables, "PATH": "/usr/bin:/bin", "HOME": variables["XDG_RUNTIME_DIR"]}
    with Listener(own) as listener:
        yield listener


@pytest.fixture
def process(
    bundle: Path, variables: dict[str, str], listener: Listener, tmp_path: Path
) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [bundle / "decision-aid"],
        cwd=tmp_path,
        env={**variables, "DBUS_SESSION_BUS_ADDRESS": listener.address},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_a_whole_case_by_keyboard_and_ear(
    process: subprocess.Popen[str],
    variables: dict[str, str],
    listener: Listener,
    home: Path,
    tmp_path: Path,
) -> None:
    somebody = Somebody(Keyboard(process, {**variables, "PATH": "/usr/bin:/bin"}), listener)
    somebody.tab_to("I have results")
    somebody.go_on("space")
    somebody.tab_to("^Left,")
    somebody.keyboard.press("space")
    somebody.tab_to("^First time,")
    somebody.keyboard.press("space")
    somebody.tab_to("Grown into the breast tissue")
    somebody.keyboard.press("space")
    somebody.tab_to("Grown into the breast tissue: Found")
    for _ in range(3):
        somebody.go_on("alt+c")
    assert "take along" in somebody.title

    target = tmp_path / "my summary.pdf"
    # The pages are being made; the button takes the key once they are there.
    somebody.keyboard.press("alt+p")
    somebody.title = somebody.keyboard.wait_for("Save your summary")
    somebody.keyboard.press("ctrl+a")
    somebody.keyboard.write(str(target))
    somebody.go_on("Return")
    wait_until(target.exists)
    text = text_of(target)
    assert "Grown into the breast tissue" in text
    assert "invasive" in text

    somebody.go_on("alt+c")
    somebody.tab_to("(?i)clear|yes")
    somebody.keyboard.press("space")
    assert process.wait(timeout=10) == 0
    assert process.stdout is not None
    assert process.stdout.read() == ""
    assert not [path for path in home.rglob("*") if path.is_file()], "it left something behind"


def test_measures_its_own_start(bundle: Path, variables: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [bundle / "decision-aid", "--measure-startup"],
        cwd=tmp_path,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"first_page_ms"' in done.stdout


def wait_until(true: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)


def text_of(file: Path) -> str:
    """Read the words of a PDF, without its line breaks."""
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(file))
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(pages).split())
