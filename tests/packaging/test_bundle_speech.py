"""The packaged program reads aloud where there is a voice, and says so where there is none."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.accessible_tree import AccessibilityBus, Tree
from tests.end_to_end.dispatcher import CAN_SPEAK, seconds_of_speech, speech_dispatcher

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="speech-dispatcher is the voice of Linux"
)


@contextmanager
def opened(
    bundle: Path, bare: dict[str, str], folder: Path, more: dict[str, str]
) -> Iterator[Tree]:
    """Open the packaged program, and yield what assistive programs see of it."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    variables = {
        **bare,
        "DISPLAY": os.environ["DISPLAY"],
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(runtime),
    }
    with AccessibilityBus({**variables, "PATH": "/usr/bin:/bin", "HOME": str(runtime)}) as bus:
        tree = Tree(bus)
        own = {
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        with subprocess.Popen(
            [bundle / "decision-aid"], cwd=folder, env={**variables, **own, **more}
        ) as program:
            try:
                assert tree.wait(lambda: tree.windows, 20), "the window does not open"
                yield tree
            finally:
                program.kill()


@pytest.mark.skipif(not CAN_SPEAK, reason="needs speech-dispatcher and espeak-ng")
def test_a_page_is_spoken(bundle: Path, bare: dict[str, str], tmp_path: Path) -> None:
    with (
        speech_dispatcher(tmp_path) as voice,
        opened(bundle, bare, tmp_path, voice) as tree,
    ):
        tree.find("push button", "^Listen").do()
        assert tree.wait(lambda: len(seconds_of_speech(tmp_path)) >= 2, 20), tree.outline()


def test_without_a_voice_the_program_says_so(
    bundle: Path, bare: dict[str, str], tmp_path: Path
) -> None:
    nobody = {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 'nobody'}"}
    with opened(bundle, bare, tmp_path, nobody) as tree:
        tree.find("push button", "^Listen").do()
        told = "no voice|cannot read aloud"
        assert tree.wait(lambda: tree.find_all(None, told), 10), tree.outline()
        tree.find("push button", "^Close").do()
        assert tree.wait(lambda: not tree.find_all(None, told), 10)
