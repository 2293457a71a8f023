"""A page is really spoken: by speech-dispatcher and espeak-ng, into sound files, unheard."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.dispatcher import CAN_SPEAK, seconds_of_speech, speech_dispatcher

pytest.importorskip("PySide6.QtTextToSpeech", reason="reading aloud is an optional extra")
pytestmark = pytest.mark.skipif(not CAN_SPEAK, reason="needs speech-dispatcher and espeak-ng")

_READS_A_PAGE = """
import json, sys
import decision_aid.ui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from decision_aid.ui.shell import Wizard
from decision_aid.ui.words import Words
application = QApplication(sys.argv[:1])
wizard = Wizard(Words("en"))
wizard.resize(1024, 700)
wizard.show()
wizard.speech_engine = "speechd"
wizard.go_on()
wizard.listen()
bar = wizard.reader
said = []
bar.voice.began.connect(lambda place: said.append(bar._lines[place].text))
bar.voice.ended.connect(application.quit)
bar.voice.lost.connect(lambda: application.exit(3))
QTimer.singleShot(90_000, lambda: application.exit(4))
status = 2 if bar.voice.silence else application.exec()
print(json.dumps({"status": status, "silence": bar.voice.silence, "said": said}))
"""


def test_a_page_is_spoken_to_its_end(tmp_path: Path) -> None:
    with speech_dispatcher(tmp_path) as variables:
        done = subprocess.run(
            [sys.executable, "-c", _READS_A_PAGE],
            env={**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    result = json.loads(done.stdout)
    assert (result["status"], result["silence"]) == (0, None), result
    assert "My left breast" in result["said"]
    seconds = seconds_of_speech(tmp_path)
    # The title was begun before anybody could note it.
    assert len(seconds) == len(result["said"]) + 1
    assert min(seconds) > 0.2
