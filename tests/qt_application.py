"""The Qt application that every test of a window shares."""

from functools import cache

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from decision_aid.ui.kit.application import load_fonts


def in_fusion() -> None:
    """See to the style and the typeface of the program, with no window of an earlier test left.

    A style that is set again styles every window anew, and that takes seconds.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.style().objectName() != "fusion":
        QApplication.setStyle("Fusion")
    assert _has_typeface()


@cache
def _has_typeface() -> bool:
    return load_fonts()
