"""A page is really spoken: by speech-dispatcher and espeak-ng, into sound files, unheard."""

import itertools
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
from decision_aid.ui.wizard.window import Wizard
from decision_aid.ui.kit.words import Words
application = QApplication(sys.argv[:1])
wizard = Wizard(Words("en"))
wizard.resize(1024, 700)
wizard.show()
wizard.speech_engine = "speechd"
wizard.go_on()
wizard.listen()
bar = wizard.reader
said = []
presses = {3: [bar.repeat, bar.repeat], 5: [bar.pause, bar.pause], 6: [bar.slower]}
def press(place):
    for button in presses.pop(place, []) if sys.argv[1:] == ["impatient"] else []:
        QTimer.singleShot(0, button.click)
bar.voice.began.connect(press)
bar.voice.began.connect(lambda place: said.append(bar._lines[place].text))
bar.voice.ended.connect(application.quit)
bar.voice.lost.connect(lambda: application.exit(3))
QTimer.singleShot(90_000, lambda: application.exit(4))
status = 2 if bar.voice.silence else application.exec()
print(json.dumps({"status": status, "silence": bar.voice.silence, "said": said}))
"""


def read_a_page(folder: Path, *arguments: str) -> list[str]:
    """Return what the voice began to say until the page was at its end."""
    with speech_dispatcher(folder) as variables:
        done = subprocess.run(
            [sys.executable, "-c", _READS_A_PAGE, *arguments],
            env={**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    result = json.loads(done.stdout)
    assert (result["status"], result["silence"]) == (0, None), result
    said: list[str] = result["said"]
    return said


def test_a_page_is_spoken_to_its_end(tmp_path: Path) -> None:
    said = read_a_page(tmp_path)
    assert "Which breast?" in said
    seconds = seconds_of_speech(tmp_path)
    # The title was begun before anybody could note it.
    assert len(seconds) == len(said) + 1
    assert min(seconds) > 0.2


def test_what_is_pressed_before_a_sentence_is_heard_skips_none(tmp_path: Path) -> None:
    said = read_a_page(tmp_path / "at_ease")
    impatient = read_a_page(tmp_path / "impatient", "impatient")
    assert len(impatient) > len(said)
    assert [text for text, _ in itertools.groupby(impatient)] == said
