"""Counts pages, presses and words until the answer: ``python -m tests.counts``."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.counts.table import missed, rows, walk_all


def main() -> int:
    """Print the table; return 1 if an aim is missed."""
    application = QApplication(sys.argv[:1])
    walked = walk_all()
    print("\n".join(rows(walked)))
    faults = [fault for case, passed in walked for fault in missed(case, passed)]
    print("\n".join(f"missed: {fault}" for fault in faults))
    application.quit()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
