"""Two soft tones that say: somebody is needed here."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication

from decision_aid.content import resources_folder


def ring(parent: QObject) -> None:
    """Play the tones once; where no sound can be played, the system's own signal."""
    try:
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - an optional extra
    except ImportError:
        QApplication.beep()
        return
    _stay_on_this_machine()
    effect = QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(str(resources_folder() / "sounds" / "chime.wav")))
    effect.play()


def _stay_on_this_machine() -> None:
    """Have the sound server looked for by its local socket only, never over a network."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if folder:
        os.environ.setdefault("PULSE_SERVER", f"unix:{folder}/pulse/native")
