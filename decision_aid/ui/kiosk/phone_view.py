"""The page to take along on a phone: one code over the whole screen, after one question."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QScrollArea, QScroller, QVBoxLayout, QWidget

from decision_aid.document.handoff import general_document, handoff_text
from decision_aid.document.model import Document
from decision_aid.document.qr import QrCode, qr_code
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.choice import Choice, Choices, Option
from decision_aid.ui.kit.qr_picture import QrPicture
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

_WORDS_EM: Final = 14
"""How wide the words beside a code are at least."""


class PhoneView(QDialog):
    """Asks whose page it shall be, then shows the code of that page and of nothing else."""

    def __init__(self, window: QWidget, words: Words, document: Document) -> None:
        """Lie over all of a window, without a code yet.

        Args:
            window: the window.
            words: the words.
            document: the person's own; without their consent it is not even looked at.
        """
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._words = words
        self._document: Document | None = document
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(words("phone.title"))
        self.picture = QrPicture()
        self.code: QrCode | None = None
        pad = look_of(window).space(2)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(pad, pad, pad, pad)
        self._parts.setSpacing(pad)
        self._words_part = QWidget()
        beside = QVBoxLayout(self._words_part)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._beside(), 1)
        self.back = named_button(words("phone.back"), self.accept)
        beside.addWidget(self.back)
        self._parts.addWidget(self._words_part)
        self._parts.addWidget(self.picture, 1)
        self.setGeometry(window.geometry())
        self.pages.setFocus()
        self.finished.connect(self.forget)

    def _beside(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setSpacing(look_of(self).space(1.5))
        column.addWidget(Text(self._words("phone.title"), "heading"))
        column.addWidget(Text(self._words("phone.which"), "subheading"))
        pages = [Option(key, self._words(f"phone.{key}")) for key in ("own", "general")]
        self.pages = Choices(pages, self._words("phone.which"))
        self.pages.chosen.connect(self._show)
        self.pages.setFocusProxy(self.pages.findChildren(Choice)[0])
        column.addWidget(self.pages)
        column.addWidget(Text(self._words("phone.seen"), "hint"))
        self.how = Text(self._words("handoff.how"))
        self.search = Text(self._words("handoff.search"), "hint")
        for text in (self.how, self.search):
            text.hide()
            column.addWidget(text)
        column.addStretch(1)
        self.beside = QScrollArea()
        self.beside.setWidgetResizable(True)
        self.beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.beside.setWidget(inside)
        QScroller.grabGesture(self.beside.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        return self.beside

    def _show(self, page: str) -> None:
        own = self._document if page == "own" else None
        document = own or general_document(self._words.content)
        self.code = qr_code(handoff_text(document))
        self.picture.show_code(self.code, self._words("handoff.only_code"))
        self.how.show()
        self.search.show()
        self._turn()
        announce(self, self.how.text())

    def forget(self) -> None:
        """Show no code any more and keep nothing of the person."""
        self.code = self._document = None
        self.picture.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the words beside the code, or above it on a tall screen."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        tall = self.height() > self.width()
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if tall else direction.LeftToRight)
        margins = self._parts.contentsMargins()
        across = self.width() - margins.left() - margins.right()
        words = self._words_part
        if tall:
            words.setFixedSize(across, self.height() - across - 2 * self._parts.spacing())
        else:
            down = self.height() - margins.top() - margins.bottom()
            least = min(look_of(self).em(_WORDS_EM), across // 2)
            words.setFixedSize(max(across - down - self._parts.spacing(), least), down)
