"""What opens over a page beside what was pressed, and the choice of text size and colours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import TEXT_SIZES, ThemeName
from decision_aid.ui.kit.words import Words

_EDGE: Final = 1
_BORDER: Final = 2


class Popover(QFrame):
    """A panel that opens beside what called it and closes by Escape or a press elsewhere."""

    def __init__(self, window: QWidget, opener: QWidget, name: str) -> None:
        """Open over ``window``, beside ``opener``.

        Args:
            window: the window it lies over.
            opener: what called it; it gets the focus back.
            name: what a screen reader calls it.
        """
        super().__init__(window)
        self._opener = opener
        self.setProperty("role", "popover")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._inside = QWidget()
        self._inside.setObjectName("popover_inside")
        self.column = QVBoxLayout(self._inside)
        pad = look_of(window).space(2)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(look_of(window).space(1))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        outer.addWidget(self._area)

    def open(self, first: QWidget, width: int) -> None:
        """Show it and give the focus to ``first``.

        Args:
            first: the control in it that takes the focus.
            width: how wide it may be.
        """
        window = self.parentWidget()
        assert window is not None
        room = window.rect().adjusted(16, 16, -16, -16)
        width = min(width, room.width())
        self.ensurePolished()
        for child in self.findChildren(QWidget):
            child.ensurePolished()
        self._fit(window, width, room)
        self.show()
        self._fit(window, width, room)  # what is styled only when it is seen has its size now
        self.raise_()
        if self._inside.height() > self._area.viewport().height():
            # It is read from its beginning; the keys move it.
            self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            first = self._area
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._area.verticalScrollBar().setValue(0)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _fit(self, window: QWidget, width: int, room: QRect) -> None:
        """Take the size that the content needs, beside what called it."""
        self.column.invalidate()
        self.column.activate()
        tall = self.column.totalHeightForWidth(width - 2 * (_EDGE + _BORDER))
        if not self.column.hasHeightForWidth():
            tall = self.column.totalSizeHint().height()
        tall = max(tall, self.column.totalMinimumSize().height())
        self._inside.setMinimumHeight(tall)
        tall += 2 * (_EDGE + _BORDER)
        self.setGeometry(_beside(self._opener_rect(window), width, min(tall, room.height()), room))

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if self.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Close on a press elsewhere or when the focus goes elsewhere."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            same_window = watched.window() is self.window()
            if not inside and same_window and watched is not self._opener:
                self.close()
        if (
            event.type() is QEvent.Type.FocusIn
            and isinstance(watched, QWidget)
            and self.isVisible()
            and watched.window() is self.window()
            and watched is not self
            and not self.isAncestorOf(watched)
        ):
            self.close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _opener_rect(self, window: QWidget) -> QRect:
        return QRect(self._opener.mapTo(window, QPoint(0, 0)), self._opener.size())


def _beside(opener: QRect, width: int, height: int, room: QRect) -> QRect:
    """Return where the panel fits: below what called it, else above, else in between."""
    left = max(room.left(), min(opener.left(), room.right() - width + 1))
    below = opener.bottom() + 8
    above = opener.top() - 8 - height
    if below + height <= room.bottom():
        top = below
    elif above >= room.top():
        top = above
    else:
        top = room.bottom() - height + 1
    # What called it may itself be out of sight.
    top = max(room.top(), min(top, room.bottom() - height + 1))
    return QRect(left, top, width, height)


class AppearancePanel(Popover):
    """Text size and colours; each signal is emitted with the choice."""

    size_chosen = Signal(int)
    theme_chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        opener: QWidget,
        words: Words,
        percent: int,
        theme: ThemeName,
        *,
        title: str = "",
    ) -> None:
        """Show what is chosen now.

        Args:
            window: the window it lies over.
            opener: what called it.
            words: the words.
            percent: the text size.
            theme: the colours.
            title: of which window, where it is not this one.
        """
        super().__init__(window, opener, title or words("look.title"))
        if title:
            self.column.addWidget(Text(title, "heading"))
        self.column.addWidget(Text(words("look.size"), "subheading"))
        sizes = QWidget()
        row = FlowLayout(sizes, 8)
        self.sizes: dict[int, QPushButton] = {}
        for size in TEXT_SIZES:
            button = PrimaryButton(words("look.size_value", percent=size))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(size == percent)
            button.setAccessibleName(f"{words('look.size')} {button.text()}")
            if size == percent:
                button.setProperty("role", "primary")
            button.toggled.connect(lambda on, s=size: self.size_chosen.emit(s) if on else None)
            row.addWidget(button)
            self.sizes[size] = button
        self.column.addWidget(sizes)
        self.column.addWidget(Text(words("look.theme"), "subheading"))
        self.themes = Choices(
            [Option(name, words(f"look.theme_{name}")) for name in ThemeName], words("look.theme")
        )
        self.themes.choose(theme)
        self.themes.chosen.connect(self.theme_chosen)
        self.column.addWidget(self.themes)
        close = QPushButton(words("button.close"))
        close.clicked.connect(self.dismiss)
        self.column.addWidget(close)
        self.open(self.sizes[percent], look_of(window).em(33))
