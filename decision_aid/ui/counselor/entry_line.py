"""The line for fast entry: places by any of their names, codes, TNM text, words of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import UNKNOWN_BIOLOGY, Certainty, PlaceId, Side
from decision_aid.records.typed import Reading, matching_places, read_entry
from decision_aid.records.typed.reading import WHICH_SIDE
from decision_aid.ui.counselor.line_chips import Chips, chips_of
from decision_aid.ui.counselor.to_confirm import ToConfirm, of_place, of_reading
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words

_MOST: Final = 6
_PLACE: Final = Qt.ItemDataRole.UserRole
_LONGEST: Final = 5000
_TITLE_FROM_EM: Final = 40
_PAUSE: Final = 600
"""After how long without a key a screen reader is told what was read, in milliseconds."""


def _says_more(reading: Reading) -> bool:
    """Whether a line says more than the name of a place, which is picked from the list."""
    only_named = all(
        finding.certainty is Certainty.UNKNOWN
        for part in reading.parts
        for finding in part.findings
    )
    named = len(reading.parts) == 1 and only_named and not reading.may_be_medical
    facts = reading.side or reading.came_back or reading.biology != UNKNOWN_BIOLOGY
    told_of_nodes = any(WHICH_SIDE in part.open for part in reading.parts)
    return bool(reading.parts) and not (named and not facts and not told_of_nodes)


class _Line(QLineEdit):
    """Leaves the key that undoes to the window once nothing that was typed can be undone here."""

    def event(self, event: QEvent) -> bool:
        """Let that key pass."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and not self.isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)


class EntryLine(QWidget):
    """One line.

    ``breast`` is the one of the case: what lies on the other side is not near it.
    ``typed`` is emitted with each change and what is read of it, ``None`` where that says nothing
    of a case; ``entered`` with what was read when Enter is pressed; ``read`` with a place that was
    picked; ``not_read`` with the text of which nothing was.
    """

    typed = Signal(object)
    entered = Signal(object)
    read = Signal(object, str)
    not_read = Signal(str)

    def __init__(self, words: Words, window: QWidget) -> None:
        """Show an empty line.

        Args:
            words: the words.
            window: over which the places that fit are listed.
        """
        super().__init__(window)
        self.words = words
        self._names = words.place_names()
        self.breast: Side | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        self.title = QWidget()
        title = QHBoxLayout(self.title)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(16)
        title.addWidget(Text(words("entry.label"), "subheading"), 1)
        title.addWidget(Text(words("entry.hint"), "hint"), 3)
        column.addWidget(self.title)
        self.line = _Line()
        self.line.setMinimumHeight(TARGET)
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(words("entry.label"))
        self.line.setAccessibleName(words("entry.label"))
        self.line.setAccessibleDescription(words("entry.hint"))
        self.line.textChanged.connect(self._suggest)
        self.line.returnPressed.connect(self.enter)
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self.chips = Chips(words("entry.chips"))
        column.addWidget(self.chips)
        self._tell = QTimer(self, singleShot=True, interval=_PAUSE)
        self._tell.timeout.connect(self._tell_chips)
        self.matches = QListWidget(window)
        self.matches.setFrameShape(QFrame.Shape.NoFrame)
        self.matches.setObjectName("matches")
        self.matches.setWordWrap(True)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.matches.setAccessibleName(words("entry.matches"))
        self.matches.itemActivated.connect(self._pick)
        self.matches.itemClicked.connect(self._pick)
        self.matches.installEventFilter(self)
        self.matches.hide()

    def clear(self) -> None:
        """Empty the line."""
        self.line.clear()

    def matching(self, text: str) -> tuple[PlaceId, ...]:
        """Return the places that fit a text, the best first.

        Args:
            text: what was typed.
        """
        return matching_places(text, self._names)

    def begin(self) -> None:
        """Have the next letter take the place of what stands here."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def leave(self, texts: Iterable[str]) -> None:
        """Show only what was not read; typing goes on in its place.

        Args:
            texts: the pieces.
        """
        self.line.blockSignals(True)
        self.line.setText("; ".join(texts))
        self.line.blockSignals(False)
        self.chips.show_chips(())
        self._show(())
        self.begin()

    def enter(self) -> None:
        """Read the line: what it says first, then the place that fits best."""
        text = self.line.text().strip()
        if not text:
            return
        reading = read_entry(text, self.breast)
        places = self.matching(text)
        if places and not _says_more(reading):
            self._hand_on(of_place(places[0]))
        elif reading.parts:
            self.entered.emit(reading)
        else:
            perhaps = of_reading(reading, self.words, self._names)
            if perhaps.asked:
                self._hand_on(perhaps)
            else:
                self.not_read.emit(text)

    def _hand_on(self, found: ToConfirm) -> None:
        line = self.line.text().strip()
        self.line.clear()
        self.read.emit(found, line)

    def _pick(self, item: QListWidgetItem) -> None:
        self._hand_on(of_place(PlaceId(item.data(_PLACE))))

    def _suggest(self, text: str) -> None:
        reading = read_entry(text, self.breast)
        whole = bool(reading.parts) and (_says_more(reading) or not self.matching(text))
        self.chips.show_chips(chips_of(reading, self.words) if whole else ())
        places = () if whole else self.matching(text)[:_MOST]
        before = [self.matches.item(n).data(_PLACE) for n in range(self.matches.count())]
        if list(places) != before:
            self._show(places)
        self.typed.emit(reading if whole else None)
        if whole:
            self._tell.start()
        elif places and list(places) != before:
            announce(self.line, self.words("entry.fits", count=len(places)))

    def _tell_chips(self) -> None:
        announce(self.line, "; ".join(chip.text for chip in self.chips.shown))

    def _show(self, places: tuple[PlaceId, ...]) -> None:
        self.matches.clear()
        for place in places:
            words = self.words.content.place(place)
            text = self.words("entry.match", place=words.label, term=words.medical_term)
            item = QListWidgetItem(text)
            item.setData(_PLACE, place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            self.matches.addItem(item)
        self._fit()
        self.matches.setVisible(bool(places))
        self.matches.raise_()

    def _fit(self) -> None:
        """Lie below the line, with all matches in sight as far as the window reaches."""
        look = look_of(self)
        width = max(self.line.width() - look.space(6), look.em(8))
        flags = int(Qt.TextFlag.TextWordWrap)
        metrics = self.matches.fontMetrics()
        tall = 0
        for number in range(self.matches.count()):
            item = self.matches.item(number)
            words = metrics.boundingRect(0, 0, width, 10_000, flags, item.text())
            height = max(words.height() + look.space(1.5), look.px(40))
            item.setSizeHint(QSize(width, height))
            tall += height
        window = self.window()
        at = self.line.mapTo(window, QPoint(0, self.line.height() + 2))
        high = min(tall + look.space(1), window.height() - at.y() - look.space(1))
        self.matches.setGeometry(at.x(), at.y(), self.line.width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say above the line what it is for where there is room for that."""
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= look_of(self).em(_TITLE_FROM_EM))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Down goes into the matches, Up from the first one back; Escape empties the line."""
        if event.type() is QEvent.Type.Resize and watched is self.line:
            self._fit()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            QTimer.singleShot(0, self, self._list_while_in_use)
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if watched is self.line and key == Qt.Key.Key_Down and self.matches.count():
            self.matches.setCurrentRow(0)
            self.matches.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if watched is self.matches:
            if key == Qt.Key.Key_Up and self.matches.currentRow() <= 0:
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick(self.matches.currentItem())
                return True
        if key == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _list_while_in_use(self) -> None:
        in_use = self.line.hasFocus() or self.matches.hasFocus()
        self.matches.setVisible(in_use and self.matches.count() > 0)
