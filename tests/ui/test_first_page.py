"""The first page is there before anything is read that only later pages show."""

from __future__ import annotations

import subprocess
import sys

from tests.end_to_end.kiosk_process import ROOT

OPEN_AND_LIST = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import decision_aid.ui
from decision_aid.ui.kit.application import start_application
from decision_aid.ui.wizard.window import Wizard
application, words = start_application("en")
wizard = Wizard(words)
wizard.show()
application.processEvents()
print(*sorted(name for name in sys.modules if name.startswith("decision_aid.")))
os._exit(0)
"""


def test_neither_the_document_nor_the_rules_are_read_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_LIST], cwd=ROOT, capture_output=True, text=True, check=False
    )
    read = done.stdout.split()
    assert "decision_aid.ui.wizard.start" in read, done.stderr
    late = (
        "decision_aid.domain.rules",
        "decision_aid.document.make",
        "decision_aid.document.draft",
    )
    assert [name for name in read if name.startswith(late)] == []
