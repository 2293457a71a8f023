"""What nobody foresaw: the person is told kindly, and their answers stay."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.ui.counselor.window import CounselorWindow
    from decision_aid.ui.shell import Wizard


def tell_the_unexpected(window: Wizard | CounselorWindow) -> None:
    """Have the person told, once for each failure, that something went wrong in this window."""

    def tell(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever needed

        traceback.print_exception(kind, error, where)
        box = QMessageBox(window)
        box.setWindowTitle(window.words("error.unexpected_title"))
        box.setText(window.words("error.unexpected"))
        box.open()

    sys.excepthook = tell
