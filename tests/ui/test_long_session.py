"""Somebody who changes their mind a thousand times never loses the window."""

from __future__ import annotations

import subprocess
import sys

_MANY_CHANGES = """
import decision_aid.ui
from PySide6.QtWidgets import QApplication
from decision_aid.ui.wizard.session import Session

application = QApplication([])
session = Session()
heard = []
session.changed.connect(lambda: heard.append(len(heard)))
for _ in range(20_000):
    session.set_came_back(True)
print(len(heard))
"""


def test_a_program_outlives_thousands_of_changes() -> None:
    # In a process of its own: what goes wrong here ends the whole process.
    done = subprocess.run(
        [sys.executable, "-c", _MANY_CHANGES], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "20000"), done.stderr
