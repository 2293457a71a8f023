"""The bar that reads the page aloud: pause, repeat, slower, faster, stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, announce, set_role
from decision_aid.ui.kit.speech.voice import Line, Voice, script_of
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words, without_accelerator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea
    from PySide6.QtWidgets import QWidget as Marked

_WIDE: Final = 5
_APART: Final = 11


class ReadingMark(QWidget):
    """Stands left of a widget and follows it."""

    def __init__(self, content: QWidget) -> None:
        """Stand nowhere yet."""
        super().__init__(content)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("unspoken", True)
        self._beside: Marked | None = None

    def stand_beside(self, widget: QWidget) -> None:
        """Stand left of this widget."""
        if self._beside is not widget:
            if self._beside is not None:
                self._beside.removeEventFilter(self)
            self._beside = widget
            widget.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the widget when the page is laid out anew."""
        if watched is self._beside and event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        return False

    def _place(self) -> None:
        content = self.parentWidget()
        if self._beside is None or content is None:
            return
        corner = self._beside.mapTo(content, QPoint(0, 0))
        self.setGeometry(max(corner.x() - _APART, 0), corner.y(), _WIDE, self._beside.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look_of(self).theme.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)


_SIDE: Final = 16
_GAP: Final = 4
"""Around and between the buttons, in pixels."""

_PAGE_SETTLES = 150
"""How long a new page has to be shown before its reading starts, in milliseconds."""


class ReadAloudBar(QFrame):
    """Stands above the page while it is read; each page that is shown is read in turn.

    ``closed`` is emitted when the person has had enough.
    """

    closed = Signal()

    def __init__(
        self,
        words: Words,
        page_of: Callable[[], QScrollArea],
        parent: QWidget,
        engine: str | None = None,
    ) -> None:
        """Start hidden and silent.

        Args:
            words: the words.
            page_of: returns the page that is shown.
            parent: the window.
            engine: the name of Qt's speech engine; by default the first that has a voice.
        """
        super().__init__(parent)
        self.setProperty("role", "note")
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("read_aloud.bar"))
        self._words, self._page_of, self._engine = words, page_of, engine
        self._voice: Voice | None = None
        self._lines: list[Line] = []
        self._must_be_seen = False
        self._mark: ReadingMark | None = None
        self._settled = QTimer(self, singleShot=True, interval=_PAGE_SETTLES)
        self._settled.timeout.connect(self.read_page)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self._line.setSpacing(8)
        self.state = Text("", "body")
        self._line.addWidget(self.state, 1)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, _GAP)
        self.pause = self._button("pause", self._pause_or_go_on)
        self.repeat = self._button("repeat", self._repeat)
        self.slower = self._button("slower", lambda: self._change_pace(self.voice.slower))
        self.faster = self._button("faster", lambda: self._change_pace(self.voice.faster))
        self.stop = self._button("stop", self.close_bar)
        self._every_button = (self.pause, self.repeat, self.slower, self.faster, self.stop)
        for button in self._every_button:
            row.addWidget(button)
        policy = self._buttons.sizePolicy()
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._line.addWidget(self._buttons)
        self.hide()

    def _button(self, key: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._words(f"read_aloud.{key}"))
        button.setProperty("role", "compact")
        button.setAccessibleName(without_accelerator(button.text()))
        button.clicked.connect(does)
        return button

    @property
    def voice(self) -> Voice:
        """The voice, looked for when it is first needed."""
        if self._voice is None:
            self._voice = Voice(self._words.language, self._engine, self)
            self._voice.began.connect(self._show_line)
            self._voice.ended.connect(self._show_end)
            self._voice.lost.connect(self._show_lost)
        return self._voice

    def open(self) -> None:
        """Show the bar and read the page, or say why that cannot be."""
        self.show()
        silence = self.voice.silence
        for button in (self.pause, self.repeat, self.slower, self.faster):
            button.setVisible(silence is None)
        key = "stop" if silence is None else "close"
        self.stop.setAccessibleName(self._words(f"read_aloud.{key}"))
        self.stop.setText(self._words(f"read_aloud.{key}_short"))
        if silence is None:
            self.read_page()
        else:
            self._say_state(self._words(f"read_aloud.{silence}"))

    def close_bar(self) -> None:
        """Be silent and go away."""
        self.hide()
        self.closed.emit()

    def page_changed(self) -> None:
        """Read the page that is shown now, if the bar is open."""
        if self.isHidden() or self.voice.silence is not None:
            return
        self.voice.stop()
        self._unmark()
        self._settled.start()

    def read_page(self) -> None:
        """Read the page that is shown, from its title on."""
        if self.isHidden():
            return
        self._lines = script_of(self._page_of(), self._words)
        self._show_pause(speaking=True)
        self._show_state(self._words("read_aloud.reading"))
        self.voice.read([line.text for line in self._lines])

    def pause_or_go_on(self) -> None:
        """Pause or go on; where nothing is read yet, begin."""
        if self.isHidden():
            self.open()
        elif self.voice.silence is None:
            self._pause_or_go_on()

    def _pause_or_go_on(self) -> None:
        if self.voice.is_speaking:
            self.voice.pause()
            self._show_state(self._words("read_aloud.paused"))
            self._show_pause(speaking=False)
        elif self.voice.is_paused:
            self._show_state(self._words("read_aloud.reading"))
            self._show_pause(speaking=True)
            self.voice.go_on()
        else:
            self.read_page()

    def _repeat(self) -> None:
        self._change_pace(self.voice.repeat)

    def _change_pace(self, change: Callable[[], None]) -> None:
        change()
        if self.voice.is_speaking:
            self._show_pause(speaking=True)

    def _show_pause(self, *, speaking: bool) -> None:
        key = "pause" if speaking else "go_on"
        self.pause.setText(self._words(f"read_aloud.{key}"))
        self.pause.setAccessibleName(without_accelerator(self.pause.text()))
        self._arrange()

    def _show_line(self, place: int) -> None:
        line = self._lines[place]
        page = self._page_of()
        if not page.isAncestorOf(line.widget):
            self.voice.stop()
            return
        content = page.widget()
        assert content is not None
        if self._mark is None or self._mark.parentWidget() is not content:
            self._unmark()
            self._mark = ReadingMark(content)
        self._mark.stand_beside(line.widget)
        page.ensureWidgetVisible(line.widget, 0, 60)

    def _show_end(self) -> None:
        self._unmark()
        self._show_state(self._words("read_aloud.ended"))
        self._show_pause(speaking=False)
        self.pause.setText(self._words("read_aloud.again"))
        self.pause.setAccessibleName(without_accelerator(self.pause.text()))

    def _show_lost(self) -> None:
        self._unmark()
        self._show_pause(speaking=False)
        self._say_state(self._words("read_aloud.lost"))

    def _say_state(self, text: str) -> None:
        self._show_state(text, must_be_seen=True)
        announce(self, text)

    def _show_state(self, text: str, *, must_be_seen: bool = False) -> None:
        self._must_be_seen = must_be_seen
        self.state.setText(text)
        self.setAccessibleDescription(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take no more of the page than one row."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Say beside the buttons how it stands, where there is room; they say it too."""
        visible = [b for b in self._every_button if not b.isHidden()]
        needed = sum(b.sizeHint().width() + _GAP for b in visible) + 2 * _SIDE
        state = self.state.fontMetrics().horizontalAdvance(self.state.text()) + 2
        beside = needed + state <= self.width()
        self.state.setVisible(beside or self._must_be_seen)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _unmark(self) -> None:
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
            self._mark = None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Be silent where nobody sees how to stop it."""
        super().hideEvent(event)
        self._settled.stop()
        self._lines = []
        if self._voice is not None:
            self._voice.stop()
        self._unmark()
