"""The window opens from the command line, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.ui.counselor.window import CounselorWindow

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from decision_aid.__main__ import main
application = QApplication([])
def use():
    (window,) = [w for w in application.topLevelWidgets() if w.objectName() == "shell"]
    window.case_panel.entry.line.setText("C50.412 pN1a")
    window.case_panel.entry.enter()
    window.session.set_notes("Afraid of needles")
    window.result_panel.show_answer.click()
    print(type(window).__name__, len(window.session.answers.findings), flush=True)
    window.session.clear()
    window.close()
QTimer.singleShot(1500, use)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_opens_works_and_writes_nothing(tmp_path: Path, theme: str) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TMPDIR": str(temporary),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-c", SCRIPT, "--counselor", "--theme", theme, "--text-size", "150"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [CounselorWindow.__name__, "2"]
    assert "Traceback" not in done.stderr
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_nothing_of_it_is_read_for_the_wizard() -> None:
    script = (
        "import sys, decision_aid.ui.wizard.app;"
        "print([m for m in sys.modules if 'counselor' in m or 'pyrage' in m or 'fhir' in m])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
