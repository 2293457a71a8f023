"""One key on the screen, and how pressing it reaches the line that is written in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from decision_aid.ui.style import look_of
from decision_aid.ui.theme import TARGET

_COMFORTABLE: Final = 60


class ScreenKey(QPushButton):
    """A key at least 48 pixels high and wide, larger where there is room.

    It never takes the focus, so that the line keeps it, and its mark of where one is.

    Attributes:
        letter: what it types; "" for a key that does something else.
    """

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """Show this text; a screen reader says the name."""
        super().__init__(parent)
        self.letter = ""
        self.setProperty("role", "key")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_as(text, name)

    def show_as(self, text: str, name: str) -> None:
        """Show another text, said by another name."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        least = self.minimumSizeHint()
        return least.expandedTo(QSize(_COMFORTABLE, max(_COMFORTABLE, look_of(self).px(32))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the target, and no less than the words."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text().replace("&&", "&")) + 10
        return QSize(max(TARGET, words), max(TARGET, metrics.height() + 6))


def press_key(line: QLineEdit, key: Qt.Key, text: str = "") -> None:
    """Press and let go a key in a line, as a keyboard would."""
    shift = text.isupper()
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(line, QKeyEvent(kind, key, held, text))


def key_of(letter: str) -> Qt.Key:
    """Return the key that stands for a letter; those beyond Latin-1 have none of their own."""
    code = ord(letter.upper()) if len(letter.upper()) == 1 else 0
    return Qt.Key(code) if 0x20 <= code < 0x7F else Qt.Key.Key_unknown
