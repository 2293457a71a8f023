"""A paragraph whose medical words open their explanation where they stand.

``QLabel`` links are no controls for a screen reader, so each medical word is a real button laid
over its place in the text.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.style import look_of

NO_BREAK: Final = "\u202f"
"""A narrow space that keeps what stands on both its sides on one line."""

_TAG: Final = 15
"""How large a tag is written, in pixels."""

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from decision_aid.content import Span


class TermButton(QAbstractButton):
    """One medical word in a paragraph; pressing it asks for its explanation."""

    def __init__(self, word: str, term: str, parent: QWidget) -> None:
        """Stand for this word."""
        super().__init__(parent)
        self.term = term
        self._rects: list[QRect] = []
        self.setText(word)
        self.setAccessibleName(word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def place(self, rects: list[QRect]) -> None:
        """Lie over these parts of the paragraph: one for each line that the word stands on."""
        whole = QRect()
        for rect in rects:
            whole = whole.united(rect)
        self._rects = [rect.translated(-whole.topLeft()) for rect in rects]
        self.setGeometry(whole)
        if len(rects) > 1:
            # Other words stand between its two lines: they must not lie under it.
            lines = QRegion()
            for rect in self._rects:
                lines = lines.united(rect)
            self.setMask(lines)
        elif not self.mask().isEmpty():
            self.clearMask()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Answer only on the word itself, not between its two lines."""
        return any(rect.contains(pos) for rect in self._rects)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the word."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ring of the focus; the paragraph draws the word."""
        del event
        if not (self.hasFocus() or self.underMouse()):
            return
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(look.theme.focus if self.hasFocus() else look.theme.accent)
        painter.setPen(QPen(colour, 2.5 if self.hasFocus() else 1))
        for rect in self._rects:
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)


class TermText(QLabel):
    """A paragraph; ``term_pressed`` is emitted with the button of a pressed medical word."""

    term_pressed = Signal(QWidget)

    def __init__(
        self,
        spans: tuple[Span, ...],
        *,
        bullet: bool = False,
        note: str = "",
        tag: str = "",
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show these runs of text.

        Args:
            spans: the paragraph.
            bullet: whether it is an item of a list.
            note: the numbers of its sources, set small and high behind it.
            tag: words about the whole of it, set small behind it.
            role: how it looks; a screen reader asks for it with the first word that is shown.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        self._note, self._tag = note, tag
        self._spans = spans
        self._bullet = bullet
        self._heights = Heights()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._document.setDefaultTextOption(option)
        self._ranges: list[tuple[int, int, TermButton]] = []
        self.setTextFormat(Qt.TextFormat.PlainText)
        words = "".join(span.text for span in spans)
        self.setText(f"{words} {tag}" if tag else words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._written = False
        self._buttons = [self._button(s.text, s.term) for s in spans if s.term is not None]

    def _write(self) -> None:
        """Write the words in the font and the colours of now, when they are next needed."""
        if self._written:
            return
        self._written = True
        self._document.clear()
        self._document.setDefaultFont(self.font())
        cursor = QTextCursor(self._document)
        block = QTextBlockFormat()
        # As tall as the lines of every other text, also where a number is set high.
        block.setLineHeight(self._line(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setAlignment(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        cursor.setBlockFormat(block)
        theme = look_of(self).theme
        self._ranges = []
        for span in self._spans:
            style = QTextCharFormat()
            if span.strong:
                style.setFontWeight(QFont.Weight.Bold)
            if span.term is None:
                cursor.insertText(span.text, style)
                continue
            style.setForeground(QColor(theme.accent))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setUnderlineColor(QColor(theme.accent))
            start = cursor.position()
            cursor.insertText(span.text, style)
            button = self._buttons[len(self._ranges)]
            self._ranges.append((start, cursor.position(), button))
        if self._note:
            small = QTextCharFormat()
            small.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            small.setForeground(QColor(theme.ink_soft))
            cursor.insertText(f"{NO_BREAK}{self._note}", small)
        if self._tag:
            cursor.insertText("  ", QTextCharFormat())
            smaller = QTextCharFormat()
            smaller.setProperty(QTextCharFormat.Property.FontPixelSize, look_of(self).px(_TAG))
            smaller.setForeground(QColor(theme.accent))
            cursor.insertText(self._tag.replace(" ", NO_BREAK), smaller)

    def _button(self, word: str, term: str) -> TermButton:
        button = TermButton(word, term, self)
        button.clicked.connect(lambda: self.term_pressed.emit(button))
        return button

    def _line(self) -> int:
        return math.ceil(QFontMetricsF(self.font()).height())

    def _above(self) -> float:
        """Return what Qt leaves free above a first line of fixed height; other texts do not."""
        block = self._document.firstBlock()
        # Asking for its place has it laid out: before that it has no lines.
        top = self._document.documentLayout().blockBoundingRect(block).top()
        return top + block.layout().lineAt(0).y()

    def _indent(self) -> int:
        return round(self.fontMetrics().height() * 0.9) if self._bullet else 0

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the paragraph takes at this width."""
        return self._heights.at(width, self._height_at)

    def _lay_out(self, width: int) -> None:
        """Break the words into lines for a width; layouts ask about others in between."""
        self._write()
        room = max(width - self._indent(), 10)
        if self._document.textWidth() != room:
            self._document.setTextWidth(room)

    def _height_at(self, width: int) -> int:
        self._lay_out(width)
        return round(self._document.size().height() + 0.49)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size: sixty letters wide, or one line if the words are fewer."""
        metrics = self.fontMetrics()
        room = metrics.averageCharWidth()
        one_line = metrics.horizontalAdvance(self.text()) + self._indent() + 4 * room
        width = min(one_line, 60 * room)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: any width that holds a word."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(widest + self._indent() + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the buttons over their words."""
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size or new colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._written = False
            self._heights.forget()
            self.updateGeometry()
            self.update()
            if self.isVisible():
                self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the paragraph."""
        del event
        self._lay_out(self.width())
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        if self._bullet:
            painter.setPen(ink)
            painter.drawText(QPointF(0, QFontMetricsF(self.font()).ascent()), "•")
        painter.translate(self._indent(), -self._above())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        self._document.documentLayout().draw(painter, context)

    def _place_buttons(self) -> None:
        self._lay_out(self.width())
        above = self._above()
        block = self._document.firstBlock()
        for start, end, button in self._ranges:
            rects = []
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                first = max(start, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first >= last:
                    continue
                left = _x(line.cursorToX(first))
                right = _x(line.cursorToX(last))
                box = QRectF(left + self._indent(), line.y() - above, right - left, self._line())
                # A ring that reached over the paragraph would be cut off there.
                here = box.toAlignedRect().adjusted(-3, -1, 3, 1)
                here.setTopLeft(QPoint(max(here.left(), 0), max(here.top(), 0)))
                here.setBottom(min(here.bottom(), self._line() * block.layout().lineCount() - 1))
                rects.append(here)
            button.place(rects)


def _x(result: object) -> float:
    """Return the position alone; Qt's binding returns it with the cursor."""
    return float(result[0] if isinstance(result, tuple) else result)  # type: ignore[arg-type]
