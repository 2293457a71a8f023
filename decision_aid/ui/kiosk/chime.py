"""Two soft tones that say: somebody is needed here."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QUrl
from PySide6.QtWidgets import QApplication

from decision_aid.content import resources_folder

PLAYERS: Final = ("pw-play", "paplay", "aplay")
"""Programs of Linux that play a sound file, the newest system's first."""


def ring(parent: QObject) -> None:
    """Play the tones once; where nothing plays a file, the system's own signal."""
    file = str(resources_folder() / "sounds" / "chime.wav")
    _stay_on_this_machine()
    try:
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - an optional extra
    except ImportError:
        _play_outside(file)
        return
    effect = QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(file))
    effect.play()


def _play_outside(file: str) -> None:
    player = next(filter(None, map(QStandardPaths.findExecutable, PLAYERS)), None)
    if player is None or not QProcess.startDetached(player, [file]):
        QApplication.beep()


def _stay_on_this_machine() -> None:
    """Have the sound server looked for by its local socket only, never over a network."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if folder:
        os.environ.setdefault("PULSE_SERVER", f"unix:{folder}/pulse/native")
