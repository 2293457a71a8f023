"""An empty Qt window: what every other window is measured against.

Prints, as one JSON line, how long it took from the start of the process until the window was
painted and took input, in milliseconds, and how much memory it holds, in KiB.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


def since_start() -> float:
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    up = time.clock_gettime(time.CLOCK_BOOTTIME)
    return (up - float(fields[19]) / os.sysconf("SC_CLK_TCK")) * 1000


def resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def report() -> None:
    print(json.dumps({"first_page_ms": since_start(), "resident_kib": resident()}), flush=True)
    QApplication.exit(0)


class Window(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, self, report)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    window = Window()
    window.resize(1280, 780)
    window.show()
    sys.exit(application.exec())
