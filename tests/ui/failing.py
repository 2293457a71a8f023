"""A window in which everything fails that can, with a planted word in every error.

python -m tests.ui.failing MODE WORD [crash]
"""

import gc
import os
import sys
import threading
import warnings

import decision_aid.ui  # noqa: F401 - first of all that uses Qt

# isort: split
from PySide6.QtCore import QThreadPool, QTimer, qCritical, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from decision_aid.domain import Answers, Finding, PlaceId, checked

MODE, WORD = sys.argv[1:3]


def fail() -> None:
    """Raise in our code an error that quotes the word."""
    answer = WORD
    checked(Answers((Finding(PlaceId(answer)),)))


class FailsToPaint(QWidget):
    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        fail()


class FailsToEnd:
    def __del__(self) -> None:
        fail()


def fail_everywhere() -> None:
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "session"))
    button = QPushButton(window)
    button.clicked.connect(fail)
    for way in (
        button.click,
        lambda: QTimer.singleShot(0, fail),
        lambda: threading.Thread(target=fail).start(),
        lambda: QThreadPool.globalInstance().start(fail),
        lambda: FailsToPaint(window).grab(),
        FailsToEnd,
        lambda: warnings.warn(WORD, UserWarning, stacklevel=1),
        lambda: qWarning(WORD),
        lambda: qCritical(WORD),
        lambda: print(WORD, file=sys.stderr, flush=True),
        # As a library does that is not written in Python.
        lambda: os.write(2, f"{WORD}\n".encode()),
    ):
        QTimer.singleShot(0, window, way)
    QTimer.singleShot(100, window, gc.collect)
    if "crash" in sys.argv:
        QTimer.singleShot(200, window, os.abort)
    QTimer.singleShot(300, lambda: QApplication.exit(0))


def main() -> None:
    QApplication(sys.argv[:1])
    QTimer.singleShot(0, fail_everywhere)
    if MODE == "kiosk":
        from decision_aid.ui.kiosk.app import KioskSession

        KioskSession(language="en").run()
    elif MODE == "counselor":
        from decision_aid.ui.counselor.app import open_counselor

        open_counselor(language="en")
    else:
        from decision_aid.ui.wizard.app import open_wizard

        open_wizard(language="en")


if __name__ == "__main__":
    main()
