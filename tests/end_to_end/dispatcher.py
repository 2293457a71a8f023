"""A speech-dispatcher of our own with espeak-ng: what it says lands in files, unheard."""

import os
import shutil
import subprocess
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CAN_SPEAK = bool(shutil.which("speech-dispatcher") and shutil.which("espeak-ng"))
"""Whether speech-dispatcher and espeak-ng are installed."""

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


@contextmanager
def speech_dispatcher(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the variables by which a program finds it; what it says lands in ``sounds``."""
    settings, runtime = folder / "settings", folder / "run-speech"
    sounds, logs = folder / "sounds", folder / "logs"
    for made in (settings / "modules", runtime, sounds, logs):
        made.mkdir(parents=True)
    (settings / "speechd.conf").write_text(_SETTINGS.format(logs=logs), encoding="utf-8")
    (settings / "modules" / "to-file.conf").write_text(
        _MODULE.format(sounds=sounds), encoding="utf-8"
    )
    (folder / "alsa.conf").write_text(_NO_SOUND_CARD, encoding="utf-8")
    socket = runtime / "speech.sock"
    own = {
        **os.environ,
        "ALSA_CONFIG_PATH": str(folder / "alsa.conf"),
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(folder),
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
        try:
            yield {"SPEECHD_ADDRESS": f"unix_socket:{socket}"}
        finally:
            dispatcher.terminate()


def seconds_of_speech(folder: Path) -> list[float]:
    """Return how long each sentence is that was spoken, in seconds; none of them is silent."""
    return [_seconds(file) for file in sorted((folder / "sounds").glob("*.wav"))]


def _seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        assert any(sound.readframes(sound.getnframes())), "it is silent"
        return float(sound.getnframes() / sound.getframerate())
