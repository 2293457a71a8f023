"""A page is really spoken: by speech-dispatcher and espeak-ng, into sound files, unheard."""

import json
import os
import shutil
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtTextToSpeech", reason="reading aloud is an optional extra")
pytestmark = pytest.mark.skipif(
    not (shutil.which("speech-dispatcher") and shutil.which("espeak-ng")),
    reason="needs speech-dispatcher and espeak-ng",
)

_SETTINGS = """
LogLevel 3
AudioOutputMethod "alsa"
LogDir "{logs}"
AddModule "to-file" "sd_generic" "to-file.conf" "{logs}/to-file.log"
DefaultModule to-file
DefaultLanguage "en"
"""
# The module plays nothing: each sentence becomes a file, so that no sound card is needed.
_MODULE = """
GenericExecuteSynth "printf %s '$DATA' | espeak-ng -v $VOICE -w {sounds}/$(date +%s%N).wav --stdin"
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "MALE1" "en"
DefaultVoice "en"
"""
_NO_SOUND_CARD = "pcm.!default { type null }\nctl.!default { type null }\n"
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


@pytest.fixture
def variables(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A speech-dispatcher of our own; what it says lands in the folder ``sounds``."""
    settings, runtime = tmp_path / "settings", tmp_path / "run"
    sounds, logs = tmp_path / "sounds", tmp_path / "logs"
    for folder in (settings / "modules", runtime, sounds, logs):
        folder.mkdir(parents=True)
    (settings / "speechd.conf").write_text(_SETTINGS.format(logs=logs), encoding="utf-8")
    (settings / "modules" / "to-file.conf").write_text(
        _MODULE.format(sounds=sounds), encoding="utf-8"
    )
    (tmp_path / "alsa.conf").write_text(_NO_SOUND_CARD, encoding="utf-8")
    socket = runtime / "speech.sock"
    own = {
        **os.environ,
        "ALSA_CONFIG_PATH": str(tmp_path / "alsa.conf"),
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path),
    }
    command = ["speech-dispatcher", "--run-single", "--timeout", "0"]
    command += ["--config-dir", str(settings), "--log-dir", str(logs)]
    command += ["--communication-method", "unix_socket", "--socket-path", str(socket)]
    command += ["--pid-file", str(runtime / "speech.pid")]
    with subprocess.Popen(
        command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as dispatcher:
        end = time.monotonic() + 20
        while not socket.exists():
            assert dispatcher.poll() is None, "speech-dispatcher has ended"
            assert time.monotonic() < end, "speech-dispatcher does not answer"
            time.sleep(0.05)
        yield {
            **own,
            "SPEECHD_ADDRESS": f"unix_socket:{socket}",
            "QT_QPA_PLATFORM": "offscreen",
        }
        dispatcher.terminate()


def test_a_page_is_spoken_to_its_end(variables: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READS_A_PAGE],
        env=variables,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    result = json.loads(done.stdout)
    assert (result["status"], result["silence"]) == (0, None), result
    assert "My left breast" in result["said"]
    seconds = [_seconds(file) for file in sorted((tmp_path / "sounds").glob("*.wav"))]
    # The title was begun before anybody could note it.
    assert len(seconds) == len(result["said"]) + 1
    assert min(seconds) > 0.2


def _seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        assert any(sound.readframes(sound.getnframes())), "it is silent"
        return float(sound.getnframes() / sound.getframerate())
