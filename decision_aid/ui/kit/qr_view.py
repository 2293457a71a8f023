"""A text to take along on a phone: its QR codes one by one, with their words beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, qRgb
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.document.qr import QrCode, qr_codes
from decision_aid.ui.kit.buttons import LargeButton
from decision_aid.ui.kit.screen_reader import Role, announce, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

QUIET_ZONE: Final = 4
"""The white edge that the standard asks for, in modules."""

_LEAST: Final = 3
_COMFORTABLE: Final = 4
"""How many pixels a module has at least, and where there is room."""
_DARK, _LIGHT = qRgb(0, 0, 0), qRgb(255, 255, 255)


class QrPicture(QWidget):
    """Black on white whatever the theme: many phones do not read light on dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        set_role(self, Role.GRAPHIC)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: QrCode, name: str) -> None:
        """Show a code; a screen reader hears the name and, as its description, the text."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(code.text)
        side = len(code.modules) + 2 * QUIET_ZONE
        self._image = QImage(side, side, QImage.Format.Format_RGB32)
        self._image.fill(_LIGHT)
        for y, row in enumerate(code.modules, QUIET_ZONE):
            for x, dark in enumerate(row, QUIET_ZONE):
                if dark:
                    self._image.setPixel(x, y, _DARK)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing any more."""
        self._image = QImage()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size at which a phone reads it with ease."""
        return self._image.size() * _COMFORTABLE

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size at which a phone still reads it."""
        return self._image.size() * _LEAST

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw every module as the same whole number of the screen's own pixels."""
        del event
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = int(min(self.width(), self.height()) * ratio)
        side = max(room // self._image.width(), 1) * self._image.width()
        large = self._image.scaled(side, side, mode=Qt.TransformationMode.FastTransformation)
        left, top = (int(((edge * ratio) - side) / 2) for edge in (self.width(), self.height()))
        painter = QPainter(self)
        painter.drawImage(QRectF(left / ratio, top / ratio, side / ratio, side / ratio), large)


class QrView(QWidget):
    """The codes of one text; ``show_text`` fills it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.words = words
        self.codes: tuple[QrCode, ...] = ()
        self._at = 0
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("handoff.only_code"))
        self.picture = QrPicture()
        self.name = Text("", "subheading")
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.before = LargeButton(words("handoff.before"))
        self.next = LargeButton(words("handoff.next"))
        self.before.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self._buttons = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.before, 1)
        row.addWidget(self.next, 1)
        code = QVBoxLayout()
        code.setSpacing(8)
        code.addWidget(self.name)
        code.addWidget(self.picture, 1)
        code.addWidget(self._buttons)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(24)
        self._parts.addLayout(code, 1)
        self._parts.addWidget(self._beside(), 1)

    def _beside(self) -> QScrollArea:
        self._how_many = Text("")
        self.text = Text("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setSpacing(look_of(self).space(1.5))
        column.addWidget(Text(self.words("handoff.how")))
        column.addWidget(self._how_many)
        column.addWidget(Text(self.words("handoff.search"), "hint"))
        column.addWidget(Text(self.words("handoff.words"), "subheading"))
        column.addWidget(self.text)
        column.addStretch(1)
        self.beside = QScrollArea()
        self.beside.setWidgetResizable(True)
        self.beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Whoever has no mouse scrolls it with the arrow keys.
        self.beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.beside.setAccessibleName(self.words("handoff.words"))
        self.beside.setWidget(inside)
        return self.beside

    def show_text(self, text: str) -> None:
        """Show the first code of this text."""
        self.codes = qr_codes(text, self.words.language)
        self._at = 0
        several = len(self.codes) > 1
        self._buttons.setVisible(several)
        self._how_many.setVisible(several)
        self._how_many.setText(self.words("handoff.how_many", count=len(self.codes)))
        self._show()

    @property
    def code(self) -> QrCode:
        """The code that is shown."""
        return self.codes[self._at]

    def forget(self) -> None:
        """Show nothing any more and keep nothing of the text."""
        self.codes = ()
        self.text.setText("")
        self.picture.clear()

    def _go(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self.codes) - 1)
        self._show()
        announce(self, self.name.text())
        if not self.next.isEnabled():
            self.before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.before.isEnabled():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        code = self.code
        key = "handoff.code" if code.count > 1 else "handoff.only_code"
        name = self.words(key, number=code.number, count=code.count)
        self.name.setText(name)
        self.picture.show_code(code, name)
        self.text.setText(code.text.strip())
        self.beside.verticalScrollBar().setValue(0)
        self.before.setEnabled(code.number > 1)
        self.next.setEnabled(code.number < code.count)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the words beside the code where there is room, else below it."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._turn()

    def _turn(self) -> None:
        # The words need a column of their own: some twelve words of body text at any size.
        code = max(self.picture.minimumSizeHint().width(), self._buttons.sizeHint().width())
        wide = code + look_of(self).em(16)
        beside = self.width() >= wide and self.width() >= self.height()
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        least = look_of(self).em(14) if beside else 0
        self.beside.setMinimumSize(QSize(least, 0 if beside else look_of(self).em(8)))
